// The document dressed as its reader has chosen: its language for screen readers, its background and measures for the look.
import { useEffect } from 'react';
import type { Settings } from './settings.ts';
import { useDark } from './use-dark.ts';

type Dress = Pick<Settings, 'language' | 'theme'> & Partial<Pick<Settings, 'density' | 'textSize'>>;

/** Without density and size the document keeps those of the look. */
export function useDressed({ language, theme, density, textSize }: Dress): void {
  const isDark = useDark(theme);
  useEffect(() => {
    const { documentElement } = document;
    documentElement.lang = language;
    documentElement.dataset['theme'] = isDark ? 'dark' : 'light';
    if (density !== undefined) documentElement.dataset['density'] = density;
    if (textSize !== undefined) documentElement.dataset['size'] = textSize;
  }, [language, isDark, density, textSize]);
}
