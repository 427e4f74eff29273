// The sentences of the projector window, in English.
import type { projectorVi } from './projector-vi.ts';

export const projectorEn = {} satisfies Record<keyof typeof projectorVi, string>;
