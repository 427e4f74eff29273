// The sentences of help and of the guided rehearsal, in English.
import type { guideVi } from './guide-vi.ts';

export const guideEn = {} satisfies Record<keyof typeof guideVi, string>;
