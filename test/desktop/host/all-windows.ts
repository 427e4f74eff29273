// The open windows, for whoever must ask them before everything closes.

export type OpenWindow = {
  readonly id: number;
  readonly isFocused: () => boolean;
  /** False where a listener of `close` said no. */
  readonly tryClose: () => boolean;
};

export const allWindows = new Set<OpenWindow>();
