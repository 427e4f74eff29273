// The sentences of help and of the guided rehearsal, in Vietnamese, the source language.

export const guideVi = {} as const;
