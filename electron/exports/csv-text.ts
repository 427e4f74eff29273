// Rows of texts as CSV (RFC 4180) that spreadsheet programs open in the right letters and run nothing of.
import { utf8 } from '../../shared/base/bytes.ts';

/** A text that begins like a formula gets one quote before it, which our reader takes off; so does one with quotes already. */
const guarded = (text: string): string => (/^'*[=+\-@\t＝＋－＠]/.test(text) ? `'${text}` : text);

/** UTF-8 with a byte order mark, without which Excel takes it for the code page of the machine; every cell in quotes. */
export const csvText = (rows: readonly (readonly string[])[]): Uint8Array =>
  utf8(
    `\ufeff${rows
      .map((cells) => cells.map((text) => `"${guarded(text).replaceAll('"', '""')}"`).join(','))
      .join('\r\n')}\r\n`,
  );
