// A link carries texts both ways, in order, until it closes: IPC for the window, WebSocket for a browser, memory for tests.

export type Link = {
  /** Texts sent after the end are dropped; whoever waits for an answer is told by `onClose`. */
  readonly send: (text: string) => void;
  /** One receiver. What came before it was set is kept for it. */
  readonly onText: (receive: (text: string) => void) => void;
  /** Told once, at once if it is already closed. */
  readonly onClose: (closed: () => void) => void;
  readonly close: () => void;
};
