// The sentences of the desktop window: menu, dialogs, notices, in Vietnamese, the source language.

export const shellVi = {} as const;
