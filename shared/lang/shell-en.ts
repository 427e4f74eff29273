// The sentences of the desktop window: menu, dialogs, notices, in English.
import type { shellVi } from './shell-vi.ts';

export const shellEn = {} satisfies Record<keyof typeof shellVi, string>;
