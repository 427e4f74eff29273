// Plain views of evidence: text in stretches, rows of a CSV, Markdown without HTML, and how large a picture says it is.
import { describe, expect, test } from 'vitest';
import { readRows, separatorOf } from '../../../renderer/evidence/csv-rows.ts';
import { pictureSize } from '../../../renderer/evidence/image-size.ts';
import { readMarkdown } from '../../../renderer/evidence/markdown-read.ts';
import { openText, TEXT_STRETCH } from '../../../renderer/evidence/text-stretch.ts';

const sourceOf = (bytes: Uint8Array) => ({
  length: bytes.length,
  first: bytes,
  read: async (begin: number, end: number) => bytes.subarray(begin, end),
  stop: () => {},
});

describe('a long text', () => {
  test('[VW7] comes in stretches without a torn, doubled or lost letter', async () => {
    for (const before of ['', 'a', 'ab', 'abc']) {
      const whole = before + 'điểm ế 😀 '.repeat(60_000);
      const text = openText(sourceOf(new TextEncoder().encode(whole)));
      const parts = await Promise.all(Array.from({ length: text.stretches }, async (_, at) => await text.read(at)));
      expect(text.stretches).toBe(Math.ceil(new TextEncoder().encode(whole).length / TEXT_STRETCH));
      expect(parts.join('')).toBe(whole);
    }
  });

  test('[VW7] is read by its mark, and what is no UTF-8 by the code page of old Vietnamese files', async () => {
    const utf16 = new Uint8Array([0xff, 0xfe, 0x11, 0x01, 0x61, 0]);
    expect(await openText(sourceOf(utf16)).read(0)).toBe('đa');
    const old = openText(sourceOf(new Uint8Array([0xf0, 0x61, 0xec])));
    expect(old.encoding).toBe('windows-1258');
    expect(await old.read(0)).toBe('đá');
  });

  test('[VW7] names the signs that would turn its order', async () => {
    const text = openText(sourceOf(new TextEncoder().encode('a\u202ebc')));
    expect(await text.read(0)).toBe('a[U+202E]bc');
  });
});

describe('a CSV', () => {
  const all = (text: string) => readRows(text, ',', true).rows;

  test('[VW8] quotes, line ends of any kind and separators are read', () => {
    expect(all('a,"b ""c"", d"\r\n"e\nf",g\rh')).toEqual([['a', 'b "c", d'], ['e\nf', 'g'], ['h']]);
    expect(separatorOf('a;b;c\n1,5;2;3')).toBe(';');
    expect(separatorOf('a\tb\n')).toBe('\t');
  });

  test('[VW8] what looks like a formula is text', () => {
    expect(all("=cmd|'/c calc'!A0,@SUM(1),+1\n")).toEqual([["=cmd|'/c calc'!A0", '@SUM(1)', '+1']]);
  });

  test('[VW8] a row that has not ended waits for its rest', () => {
    const first = readRows('a,b\nc,"d', ',', false);
    expect(first).toEqual({ rows: [['a', 'b']], rest: 'c,"d' });
    expect(readRows(`${first.rest}e"\n`, ',', true).rows).toEqual([['c', 'de']]);
  });

  test('[VW8] a quote that is never closed, or one endless line, is cut', () => {
    const { rows } = readRows(`"${'x'.repeat(1_000_000)}`, ',', true);
    expect(rows.length).toBeGreaterThan(1);
    expect(Math.max(...rows.flat().map(({ length }) => length))).toBeLessThan(600);
    expect(readRows(','.repeat(5_000), ',', true).rows[0]?.length).toBe(200);
  });
});

describe('Markdown', () => {
  test('[VW9] HTML stays text, links and pictures are words with an address', () => {
    const blocks = readMarkdown(
      '# A\n\n<script>x()</script>\n\nb <img src=x onerror=y> [c](javascript:z) ![d](https://e.example/f.png)\n',
    );
    expect(blocks).toEqual([
      { is: 'heading', level: 1, of: [{ is: 'text', text: 'A' }] },
      { is: 'html', text: '<script>x()</script>' },
      {
        is: 'paragraph',
        of: [
          { is: 'text', text: 'b ' },
          { is: 'html', text: '<img src=x onerror=y>' },
          { is: 'text', text: ' ' },
          { is: 'link', of: [{ is: 'text', text: 'c' }], address: 'javascript:z' },
          { is: 'text', text: ' ' },
          { is: 'image', text: 'd', address: 'https://e.example/f.png' },
        ],
      },
    ]);
  });

  test('[VW9] lists, tables and quotations keep their order, and too deep ones end as text', () => {
    expect(readMarkdown('1. a\n2. b\n\n|c|d|\n|-|-|\n|e|f|\n\n> g').map(({ is }) => is)).toEqual([
      'list',
      'table',
      'quote',
    ]);
    expect(JSON.stringify(readMarkdown(`${'> '.repeat(40)}x`)).match(/"quote"/g)?.length).toBe(13);
  });
});

describe('a picture', () => {
  const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
    Buffer.concat([
      ...parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
      Buffer.alloc(40),
    ]);

  test('[VW10] says its size before it is drawn', () => {
    const png = bytes('\x89PNG\r\n\x1a\n', [0, 0, 0, 13], 'IHDR', [0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60]);
    expect(pictureSize(png)).toEqual({ width: 60_000, height: 60_000 });
    expect(pictureSize(bytes('GIF89a', [1, 2, 3, 4]))).toEqual({ width: 513, height: 1_027 });
    const jpeg = bytes([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 1, 0xff, 0xc0, 0, 17, 8, 1, 0, 2, 0]);
    expect(pictureSize(jpeg)).toEqual({ width: 512, height: 256 });
    const webp = bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8X', [10, 0, 0, 0, 0, 0, 0, 0, 0xff, 1, 0, 0xff, 0, 0]);
    expect(pictureSize(webp)).toEqual({ width: 512, height: 256 });
    expect(pictureSize(bytes('no picture at all'))).toBeUndefined();
    expect(pictureSize(new Uint8Array(5))).toBeUndefined();
  });
});
