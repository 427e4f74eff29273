// A place of a form that an error can name: the summary of errors leads to the first control in it.
import type { ReactNode } from 'react';

export function Place({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactNode {
  return (
    <div className="form-place" data-place={name}>
      {children}
    </div>
  );
}

const CONTROLS = 'input:not([type="hidden"]):not([type="file"]), select, textarea, button';

/** Moves the focus there, opening what is folded around it. */
export function goToPlace(name: string): void {
  const place = document.querySelector<HTMLElement>(`[data-place="${CSS.escape(name)}"]`);
  const control = place?.querySelector<HTMLElement>(CONTROLS) ?? place;
  control?.focus();
  control?.scrollIntoView({ block: 'center' });
}

/** To a step of the form: its heading, so that a screen reader says where it is. */
export function goToStep(step: string): void {
  const place = document.querySelector<HTMLElement>(`[data-step="${CSS.escape(step)}"]`);
  place?.focus({ preventScroll: true });
  place?.scrollIntoView({ block: 'start' });
}
