// A picture with at most 256 colours, a third of the bytes: what README.md shows should not weigh on a clone.
import { crc32, deflateSync } from 'node:zlib';
import type { Page } from 'playwright-core';

type Indexed = {
  readonly width: number;
  readonly height: number;
  readonly palette: readonly number[];
  readonly pixels: string;
};

/** Runs in the page: 256 colours that stand for all, each other one as its nearest. `pixels` is base64, a byte each. */
async function toPalette(source: string): Promise<Indexed> {
  const image = new Image();
  image.src = source;
  await image.decode();
  const { width, height } = image;
  const context = new OffscreenCanvas(width, height).getContext('2d');
  if (context === null) throw new Error('no canvas');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const colours = new Uint32Array(width * height);
  const counts = new Map<number, number>();
  for (let at = 0; at < colours.length; at++) {
    // The lowest two bits of a channel are below what an eye tells apart.
    const channel = (offset: number): number => Math.min(255, (data[at * 4 + offset] ?? 0) + 2) & 0xfc;
    const isExtreme = (data[at * 4] ?? 0) >= 254 && (data[at * 4 + 1] ?? 0) >= 254 && (data[at * 4 + 2] ?? 0) >= 254;
    const colour = isExtreme ? 0xffffff : (channel(0) << 16) | (channel(1) << 8) | channel(2);
    colours[at] = colour;
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const byCount = [...counts].sort(([, a], [, b]) => b - a).map(([colour]) => colour);
  // First one of every hue that there is, else a rare red would turn brown; then the most frequent ones.
  const hues = new Map<number, number>();
  for (const colour of byCount) if (!hues.has(colour & 0xe0e0e0)) hues.set(colour & 0xe0e0e0, colour);
  const palette = [...new Set([...[...hues.values()].slice(0, 160), ...byCount])].slice(0, 256);
  const indexes = new Map(palette.map((colour, index) => [colour, index]));
  const nearest = (colour: number): number => {
    const distance = (other: number): number =>
      [16, 8, 0].reduce((sum, shift) => sum + (((colour >> shift) & 255) - ((other >> shift) & 255)) ** 2, 0);
    let best = 0;
    for (let index = 1; index < palette.length; index++)
      if (distance(palette[index] ?? 0) < distance(palette[best] ?? 0)) best = index;
    indexes.set(colour, best);
    return best;
  };
  let pixels = '';
  for (const colour of colours) pixels += String.fromCharCode(indexes.get(colour) ?? nearest(colour));
  return { width, height, palette, pixels: btoa(pixels) };
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** PNG, third edition, colour type 3 with eight bits a pixel and no filter, which suits flat colours best. */
export async function palettePng(page: Page, png: Buffer): Promise<Buffer> {
  const { width, height, palette, pixels } = await page.evaluate(
    toPalette,
    `data:image/png;base64,${png.toString('base64')}`,
  );
  const rows = Buffer.from(pixels, 'base64');
  const lines = Buffer.alloc((width + 1) * height);
  for (let row = 0; row < height; row++) rows.copy(lines, row * (width + 1) + 1, row * width, (row + 1) * width);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]))),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
