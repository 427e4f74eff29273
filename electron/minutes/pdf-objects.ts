// Reads back the object table of a PDF that our own layout has just written (classic cross-reference table, one revision).
export type PdfObjects = {
  readonly trailer: string;
  /** Text of an object up to its stream; throws when there is none. */
  readonly object: (number: number) => string;
  readonly numbers: readonly number[];
  /** Raw bytes of the object's stream, still filtered. */
  readonly stream: (number: number) => Uint8Array;
};

const fail = (what: string): never => {
  throw new Error(`printed file: ${what}`);
};

/** Throws when a number in the table does not point at its object: nothing here is repaired. */
export function readObjects(pdf: Uint8Array): PdfObjects {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const text = bytes.toString('latin1');
  const end = /startxref\n(\d{1,12})\n%%EOF\n?$/.exec(text.slice(-64)) ?? fail('no end of file');
  const start = Number(end[1]);
  const table = /^xref\n0 (\d{1,8})\n/.exec(text.slice(start, start + 32)) ?? fail('no cross-reference table');
  const count = Number(table[1]);
  const first = start + table[0].length;
  const offsets = new Map<number, number>();
  for (let number = 1; number < count; number += 1) {
    const entry = text.slice(first + number * 20, first + number * 20 + 20);
    const offset = Number((/^(\d{10}) 00000 n \n$/.exec(entry) ?? fail(`entry ${number} of the table`))[1]);
    const mark = `${number} 0 obj\n`;
    if (text.slice(offset, offset + mark.length) !== mark) fail(`object ${number} is not where the table says`);
    offsets.set(number, offset + mark.length);
  }
  const at = (number: number): number => offsets.get(number) ?? fail(`no object ${number}`);
  const object = (number: number): string => {
    const from = at(number);
    const ends = [text.indexOf('\nstream\n', from), text.indexOf('\nendobj', from)].filter((found) => found >= 0);
    return text.slice(from, Math.min(...ends, text.length));
  };
  return {
    trailer: text.slice(first + count * 20, text.length - end[0].length),
    object,
    numbers: [...offsets.keys()],
    stream(number) {
      const dictionary = object(number);
      const length = Number((/\/Length (\d{1,12})\b/.exec(dictionary) ?? fail(`no length in object ${number}`))[1]);
      const from = at(number) + dictionary.length + '\nstream\n'.length;
      return bytes.subarray(from, from + length);
    },
  };
}
