// One byte of a finished file is another, a part is missing, something was appended: never does it still hold.
import { PDF, PdfDict } from '@libpdf/core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { EXTRACT_NAME } from '../../../electron/proof/attachments.ts';
import { wholeBook } from '../../../shared/book/extract.ts';
import { bookOf, broken, type Checking, checking, type Finished, finished, sampleSet } from '../../helpers/played.ts';
import { seeded } from '../../helpers/seed.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 180_000 });

let played: Finished;
let proof: Checking;

beforeAll(async () => {
  proof = checking();
  played = await finished({ set: await sampleSet('toi-thieu-224'), members: 5 });
});
afterAll(async () => {
  await proof?.renderer.close();
  await played?.close();
});

const check = async (bytes: Uint8Array) => await proof.check(bytes, played.authority.root);

async function refusesEach(changes: readonly (readonly [at: number, value: number])[]): Promise<void> {
  for (const [at, value] of changes) {
    const bytes = Uint8Array.from(played.pdf);
    const before = bytes[at];
    bytes[at] = value;
    const report = await check(bytes);
    expect(report.holds, `byte ${at} of ${bytes.length}: ${before} → ${value}`).toBe(false);
    expect(broken(report), `byte ${at}: ${before} → ${value}`).not.toBe('');
  }
}

/** Where each /Contents stands: of the brackets, and of the last hex digit that is not padding. */
function contents(): readonly { readonly open: number; readonly close: number; readonly der: number }[] {
  const text = Buffer.from(played.pdf).toString('latin1');
  return [...text.matchAll(/\/ByteRange \[0 (\d+) (\d+) \d+ *\]/g)].map(([, from = '', to = '']) => {
    const hex = text.slice(Number(from) + 1, Number(to) - 1);
    return { open: Number(from), close: Number(to) - 1, der: Number(from) + hex.replace(/0+$/, '').length };
  });
}

/** Another digit, and, for a letter, the same digit in capitals: the same bytes in another writing. */
function otherDigits(at: number): readonly (readonly [number, number])[] {
  const digit = String.fromCharCode(played.pdf[at] ?? 0);
  const upper = digit.toUpperCase();
  return [digit === '0' ? '1' : '0', digit === '7' ? '8' : '7', ...(upper === digit ? [] : [upper])]
    .filter((other) => other !== digit)
    .map((other) => [at, other.charCodeAt(0)]);
}

describe('one byte', () => {
  it('[VF6] 500 bytes anywhere, each changed on its own', async () => {
    const random = seeded('bytes of a signed file');
    const changes = Array.from({ length: 500 }, (): readonly [number, number] => {
      const at = random.integer(0, played.pdf.length - 1);
      return [at, (played.pdf[at] ?? 0) ^ random.integer(1, 255)];
    });
    await refusesEach(changes);
  });

  it('[VF6] brackets, first and last 64 digits, and the end of the DER in every /Contents', async () => {
    const places = contents();
    expect(places).toHaveLength(2);
    for (const { open, close, der } of places) {
      expect(String.fromCharCode(played.pdf[open] ?? 0, played.pdf[close] ?? 0)).toBe('<>');
      const around = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);
      const digits = [...around(open + 1, open + 65), ...around(close - 64, close), ...around(der - 8, der + 9)];
      const brackets = [open, close].flatMap((at) => [0x20, 0x28, 0x30].map((value) => [at, value] as const));
      await refusesEach([...brackets, ...digits.flatMap(otherDigits)]);
    }
  });
});

describe('a part, or more', () => {
  it('[VF7] cut short anywhere, also where a revision ends', async () => {
    const { pdf, half, sealed } = played;
    const random = seeded('truncations');
    const cuts = [0, 1, 4, 5, 100, sealed.length, half.length, half.length + 1, pdf.length - 2, pdf.length - 1];
    for (const length of [...cuts, ...Array.from({ length: 30 }, () => random.integer(6, pdf.length - 1))]) {
      const report = await check(pdf.slice(0, length));
      expect(report.holds, `${length} of ${pdf.length}`).toBe(false);
    }
  });

  it.each(['\n', ' ', '%', '%%EOF\n', '\0'])('[VF7] %j behind the end', async (more) => {
    const report = await check(Buffer.concat([played.pdf, Buffer.from(more, 'latin1')]));
    expect(report.holds).toBe(false);
    expect(broken(report)).not.toBe('');
  });

  const increments: Readonly<Record<string, (pdf: PDF) => void>> = {
    'a page is drawn over': (pdf) => {
      pdf.getPage(0)?.drawText('05/05', { x: 100, y: 400, size: 30 });
    },
    'a comment is put on a page': (pdf) => {
      pdf.getPage(0)?.addTextAnnotation({ rect: { x: 50, y: 50, width: 20, height: 20 }, contents: 'đã xem' });
    },
    'the extract is replaced': (pdf) => {
      const resolve = pdf.getObject.bind(pdf);
      const tree = pdf.getCatalog().getDict('Names', resolve)?.getDict('EmbeddedFiles', resolve);
      const names = tree?.getArray('Names', resolve);
      if (names === undefined) throw new Error('no attachments');
      for (let at = 1; at < names.length; at += 2) {
        const file = names.at(at, resolve);
        if (!(file instanceof PdfDict)) throw new Error('not a file');
        file.set('EF', PdfDict.of({ F: pdf.createStream({}, Buffer.from('{}')) }));
      }
    },
  };
  it.each(Object.keys(increments))('[VF7] an increment behind the last signature: %s', async (name) => {
    const pdf = await PDF.load(played.pdf);
    increments[name]?.(pdf);
    const changed = await pdf.save({ incremental: true });
    expect(Buffer.from(changed.subarray(0, played.pdf.length)).equals(Buffer.from(played.pdf))).toBe(true);
    const report = await check(changed);
    expect(report.holds).toBe(false);
    expect(broken(report)).not.toBe('');
  });

  it('[VF7] the name of the extract in the file is the one looked for', () => {
    expect(Buffer.from(played.pdf).includes(EXTRACT_NAME)).toBe(true);
  });
});

describe('a book', () => {
  it('[VF5] another writing of the same signature bytes is refused: the spare bits of base64 are part of the text', async () => {
    const { book } = await bookOf(played);
    const text = JSON.stringify(wholeBook(book));
    const ends = [...text.matchAll(/"sig":"[A-Za-z0-9_-]{85}([A-Za-z0-9_-])"/g)].slice(0, 40);
    expect(ends.length).toBeGreaterThan(20);
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    for (const found of ends) {
      const at = found.index + found[0].length - 2;
      const spare = alphabet[alphabet.indexOf(found[1] ?? '') ^ 1];
      const report = await proof.check(Buffer.from(`${text.slice(0, at)}${spare}${text.slice(at + 1)}`));
      expect(report.holds, `signature at ${at}`).toBe(false);
    }
  });
});
