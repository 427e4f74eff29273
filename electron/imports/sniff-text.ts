// Whether bytes are text, and which of the texts that are shown otherwise than as lines: a table in CSV, Markdown.

/** Bytes that no text holds (MIME Sniffing, section 3, "binary data byte"). */
const isBinary = (byte: number): boolean =>
  byte <= 0x08 || byte === 0x0b || (byte >= 0x0e && byte <= 0x1a) || (byte >= 0x1c && byte <= 0x1f);

const LINES = 50;
const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** UTF-8, or UTF-16 with its mark; undefined where it is neither. `isCut`: more follows, so the last letter may be torn. */
export function textOf(bytes: Uint8Array, isCut: boolean): string | undefined {
  const isLittle = bytes[0] === 0xff && bytes[1] === 0xfe;
  const isBig = bytes[0] === 0xfe && bytes[1] === 0xff;
  if (!isLittle && !isBig && bytes.some(isBinary)) return undefined;
  const encoding = isLittle ? 'utf-16le' : isBig ? 'utf-16be' : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: isCut });
    // A zero is a letter of UTF-16, and yet of no text.
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

/** Undefined: no text, or one that only a program of its own reads. */
export function sniffText(head: Uint8Array, isCut: boolean): string | undefined {
  const text = textOf(head, isCut);
  if (text === undefined) return undefined;
  if (text.startsWith('%PDF-')) return 'application/pdf';
  if (text.startsWith('{\\rtf')) return 'application/rtf';
  if (/^\s*[<{[]/.test(text)) return 'text/plain';
  const lines = text.split(/\r\n|\r|\n/);
  const whole = (isCut ? lines.slice(0, -1) : lines).slice(0, LINES);
  if (delimiterOf(whole) !== undefined) return 'text/csv';
  return isMarkdown(whole) ? 'text/markdown' : 'text/plain';
}

/** How often it stands outside quotes; undefined where a quote stays open, since the row goes on in the next line. */
function countOf(line: string, delimiter: Delimiter): number | undefined {
  let isQuoted = false;
  let count = 0;
  for (const char of line) {
    if (char === '"') isQuoted = !isQuoted;
    else if (char === delimiter && !isQuoted) count += 1;
  }
  return isQuoted ? undefined : count;
}

/**
 * The delimiter that every line has equally often: at least twice in two lines, or once in four, since two sentences with
 * one comma each are no table. Lines whose quotes stay open are passed over.
 */
export function delimiterOf(lines: readonly string[]): Delimiter | undefined {
  const filled = lines.filter((line) => line.trim() !== '');
  for (const delimiter of DELIMITERS) {
    const counts = filled.map((line) => countOf(line, delimiter)).filter((count) => count !== undefined);
    const [first = 0] = counts;
    const isEven = counts.every((count) => count === first);
    if (isEven && ((first >= 2 && counts.length >= 2) || (first === 1 && counts.length >= 4))) return delimiter;
  }
  return undefined;
}

const SIGNS: readonly RegExp[] = [
  /^#{1,6} \S/,
  /^(```|~~~)/,
  /^\|?\s*:?-{3,}:?\s*(\|\s*:?-{3,}:?\s*)+\|?\s*$/,
  /\[[^\]]+\]\([^)\s]+\)/,
  /\*\*\S[^*]*\*\*/,
  /^\s{0,3}[-*+] \S/,
];
/** Those that hardly stand in a plain text. */
const STRONG = SIGNS.slice(0, 3);

/** Two of its signs, one of them a heading, a fence or the rule of a table: comments of a settings file have but one. */
function isMarkdown(lines: readonly string[]): boolean {
  const has = (sign: RegExp): boolean => lines.some((line) => sign.test(line));
  return STRONG.some(has) && SIGNS.filter(has).length >= 2;
}
