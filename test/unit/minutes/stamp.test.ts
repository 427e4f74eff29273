// The visible form of a signature: what it says, that it fits its box, and what image it will not take.
import { crc32, deflateSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import { LARGEST_IMAGE } from '../../../electron/minutes/png.ts';
import { boxSize } from '../../../electron/minutes/signature-block.ts';
import { renderStamp, type Stamp } from '../../../electron/minutes/stamp.ts';
import { date, faces, lacks, run, textOfPdf, wordsOf } from './layout-tools.ts';

vi.setConfig({ testTimeout: 60_000 });

const stamp: Stamp = {
  ...boxSize,
  title: 'Ký số bởi',
  name: 'Nguyễn Phước Bảo Ngọc Quỳnh Trâm',
  unit: 'Trung tâm Chuyển đổi số tỉnh Sông Lam',
  time: '05/02/2026 11:52:07 +07:00',
  serial: '5404FFFEB7033FB316D672201B7BA4FF',
  rehearsal: false,
  date,
};

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(data.length);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}

type Picture = {
  width?: number;
  height?: number;
  colour?: number;
  depth?: number;
  interlace?: number;
  pixels?: Buffer;
};

function png({ width = 40, height = 20, colour = 6, depth = 8, interlace = 0, pixels }: Picture = {}): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width);
  head.writeUInt32BE(height, 4);
  head.set([depth, colour, 0, 0, interlace], 8);
  const raw = pixels ?? Buffer.alloc(height * (1 + width * 4), 0x50);
  if (!pixels) for (let row = 0; row < height; row += 1) raw[row * (1 + width * 4)] = 0;
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(raw)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

async function made(changes: Partial<Stamp> = {}): Promise<Uint8Array> {
  const result = await renderStamp({ ...stamp, ...changes }, faces);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

describe.skipIf(lacks('pdftotext', 'pdfinfo', 'pdffonts', 'pdfimages'))('stamp', () => {
  it('[MP12] says who, of which unit, when by the machine, and the serial number of the certificate', async () => {
    const text = textOfPdf(await made())
      .replace(/\s+/g, ' ')
      .trim();
    expect(text).toBe(
      'Ký số bởi: Nguyễn Phước Bảo Ngọc Quỳnh Trâm Trung tâm Chuyển đổi số tỉnh Sông Lam Thời gian ký (theo máy): 05/02/2026 11:52:07 +07:00 Số chứng thư: 5404FFFEB7033FB316D672201B7BA4FF',
    );
  });

  it('[MP12] is one page of the size of the box, with its fonts, and the same bytes each time', async () => {
    const pdf = await made();
    const info = run('pdfinfo', ['FILE'], pdf);
    expect(info).toMatch(/Pages: +1\n/);
    expect(info).toContain(`${boxSize.width} x ${boxSize.height} pts`);
    for (const row of run('pdffonts', ['FILE'], pdf).trim().split('\n').slice(2)) expect(row).toMatch(/yes yes yes/);
    expect(Buffer.from(await made()).equals(pdf)).toBe(true);
  });

  it.each([
    ['small box', { width: 90, height: 40 }],
    ['long unit', { unit: 'Trung tâm '.repeat(60) }],
    ['long words', { name: 'X'.repeat(300), serial: 'F'.repeat(60) }],
    ['image and rehearsal', { image: png(), rehearsal: true }],
    [
      'small box with an image and everything long',
      {
        width: 80,
        height: 30,
        image: png(),
        rehearsal: true,
        unit: 'Trung tâm '.repeat(60),
        name: 'Nguyễn '.repeat(50),
      },
    ],
  ] satisfies [string, Partial<Stamp>][])('[MP12] keeps inside its box: %s', async (_what, changes) => {
    const pdf = await made(changes);
    const { width, height } = { ...stamp, ...changes };
    expect(run('pdfinfo', ['FILE'], pdf)).toMatch(/Pages: +1\n/);
    const words = wordsOf(pdf);
    expect(words.length).toBeGreaterThan(0);
    for (const word of words) {
      expect(word.x0).toBeGreaterThanOrEqual(0);
      expect(word.x1).toBeLessThanOrEqual(width);
      expect(word.top).toBeGreaterThanOrEqual(-0.5);
      expect(word.bottom).toBeLessThanOrEqual(height + 0.5);
    }
  });

  it('[MP8] a stamp of a rehearsal says so', async () => {
    expect(textOfPdf(await made({ rehearsal: true }))).toContain('DIỄN TẬP – KHÔNG CÓ GIÁ TRỊ');
  });

  it('[MP12] foreign text from a certificate is shown in one line, in NFC, without what the font cannot draw', async () => {
    const text = textOfPdf(await made({ name: 'Trần\nVăn 会\u202eB'.normalize('NFD') }));
    expect(text).toContain('Trần Văn ?B');
  });

  it('[MP12] the image of a personal signature is set in with its transparency', async () => {
    const rows = run('pdfimages', ['-list', 'FILE'], await made({ image: png() }));
    expect(rows).toMatch(/image +40 +20 +rgb/);
    expect(rows).toMatch(/smask +40 +20/);
  });

  it.each([
    ['too-large', Buffer.concat([png(), Buffer.alloc(LARGEST_IMAGE)])],
    ['not-png', Buffer.from('GIF89a')],
    ['not-png', Buffer.alloc(0)],
    ['broken', png().subarray(0, -6)],
    ['broken', Buffer.concat([png(), Buffer.from('x')])],
    ['broken', png({ pixels: Buffer.alloc(10) })],
    ['broken', png({ pixels: Buffer.alloc(100_000) })],
    ['pixels', png({ width: 0, pixels: Buffer.alloc(1) })],
    ['pixels', png({ width: 60_000, height: 60_000, pixels: Buffer.alloc(1) })],
    ['kind', png({ interlace: 1 })],
    ['kind', png({ depth: 16 })],
    ['kind', png({ colour: 3 })],
    ['kind', png({ colour: 5 })],
  ])('[MP12] refuses an image: %s', async (reason, image) => {
    expect(await renderStamp({ ...stamp, image }, faces)).toEqual({
      ok: false,
      refusal: { code: 'stamp-image', params: { reason } },
    });
  });

  it('[MP12] refuses an image whose bytes were changed on the way', async () => {
    const image = png();
    image[45] = (image[45] ?? 0) ^ 1;
    expect(await renderStamp({ ...stamp, image }, faces)).toMatchObject({ ok: false });
  });

  it('[MP12] a box that holds nothing is a fault', async () => {
    await expect(made({ width: 10 })).rejects.toThrow('no room');
    await expect(made({ height: Number.NaN })).rejects.toThrow('no room');
  });
});
