// The sentences of the projector window, in Vietnamese, the source language.

export const projectorVi = {} as const;
