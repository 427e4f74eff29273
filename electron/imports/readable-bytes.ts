// A file of which any stretch can be read, without ever being whole in memory.

/** `end` is not among what is given; fewer bytes come where the file ends. */
export type ReadableBytes = {
  readonly size: number;
  readonly read: (start: number, end: number) => Promise<Uint8Array>;
};

export const bytesInMemory = (bytes: Uint8Array): ReadableBytes => ({
  size: bytes.length,
  read: async (start, end) => bytes.subarray(start, end),
});
