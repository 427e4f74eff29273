// The sign of a key on a button: drawn by the style sheet, so that the button's text stays its name.
import type { ReactNode } from 'react';

/** To be used inside a button with a name of its own (`label`). */
export function KeySign({ keys }: { readonly keys: string }): ReactNode {
  return <span className="key-sign" data-key={keys} aria-hidden="true" />;
}
