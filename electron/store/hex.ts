// Hex to bytes and back, strict where ids and hashes come in.

/** @throws RangeError for what is not lower-case hex of that many bytes: a wrong id is a fault of the caller */
export function hexBytes(hex: string, bytes: number): Uint8Array {
  const found = Buffer.from(hex, 'hex'); // stops at the first digit that is none, and takes upper case too
  if (found.byteLength !== bytes || found.toString('hex') !== hex)
    throw new RangeError(`not ${bytes} bytes of hex: ${hex}`);
  return found;
}

export const hexOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
