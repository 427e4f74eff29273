// The two containers that systems want icons in: ICO for Windows and ICNS for macOS, with PNG pictures inside.

/** A square PNG and its side in pixels. */
export type Picture = { readonly side: number; readonly png: Buffer };

/**
 * ICO: a header, one entry of 16 bytes a picture, then the pictures (Microsoft, "Icons", and PNG inside since Vista).
 * A side of 256 is written as 0.
 */
export function icoOf(pictures: readonly Picture[]): Buffer {
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let offset = head.length;
  for (const [at, { side, png }] of pictures.entries()) {
    const entry = 6 + 16 * at;
    head.writeUInt8(side % 256, entry);
    head.writeUInt8(side % 256, entry + 1);
    head.writeUInt16LE(1, entry + 4);
    head.writeUInt16LE(32, entry + 6);
    head.writeUInt32LE(png.length, entry + 8);
    head.writeUInt32LE(offset, entry + 12);
    offset += png.length;
  }
  return Buffer.concat([head, ...pictures.map(({ png }) => png)]);
}

/** Apple's names of PNG pictures by side; the second name is the same number of pixels for a screen of double density. */
const NAMES: Readonly<Record<number, readonly string[]>> = {
  32: ['ic11'],
  64: ['ic12'],
  128: ['ic07'],
  256: ['ic08', 'ic13'],
  512: ['ic09', 'ic14'],
  1024: ['ic10'],
};

/** ICNS: `icns` and the length of all, then for each picture its name, its length with these eight bytes, and the PNG. */
export function icnsOf(pictures: readonly Picture[]): Buffer {
  const part = (name: string, body: Buffer): Buffer => {
    const head = Buffer.alloc(8);
    head.write(name, 'latin1');
    head.writeUInt32BE(body.length + 8, 4);
    return Buffer.concat([head, body]);
  };
  return part(
    'icns',
    Buffer.concat(pictures.flatMap(({ side, png }) => (NAMES[side] ?? []).map((name) => part(name, png)))),
  );
}
