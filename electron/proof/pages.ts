// Whether the pages say what the recount says: laid out again and compared, byte for byte or word for word.

import type { Finding } from '../../shared/contract/methods.ts';
import type { Minutes } from '../../shared/minutes/content.ts';
import type { MinutesRenderer } from '../minutes/minutes-renderer.ts';
import type { RenderInput } from '../minutes/render-minutes.ts';
import type { ApartReader } from '../signing/read-apart.ts';
import { baseRevision } from '../signing/read-pdf.ts';
import { findingsAbout } from './finding.ts';

const { broken, holds, note } = findingsAbout('book');

/** First place where two lists of words differ, as "« a » / « b »". */
function difference(printed: readonly string[], wanted: readonly string[]): string | undefined {
  const at = wanted.findIndex((word, index) => printed[index] !== word);
  if (at < 0)
    return printed.length === wanted.length
      ? undefined
      : `« ${printed.slice(wanted.length, wanted.length + 5).join(' ')} »`;
  const around = (words: readonly string[]) => `« ${words.slice(Math.max(0, at - 2), at + 3).join(' ')} »`;
  return `${around(printed)} / ${around(wanted)}`;
}

async function wordsIn(reader: ApartReader, pdf: Uint8Array): Promise<readonly string[] | undefined> {
  const words = await reader.words(pdf);
  return words.ok ? words.value.flat() : undefined;
}

/** The same build gives the same bytes; another build of ours must at least print the same words. */
export async function pageFindings(
  pdf: Uint8Array,
  minutes: Minutes,
  around: { readonly minutes: Pick<MinutesRenderer, 'render'>; readonly reader: ApartReader },
  input: Omit<RenderInput, 'minutes'>,
): Promise<readonly Finding[]> {
  const base = baseRevision(pdf);
  if (!base.ok)
    return [broken('Không tách được phần đầu tiên của tệp.', 'The first revision of the file cannot be told.')];
  const rendered = await around.minutes.render({ ...input, minutes });
  if (!rendered.ok)
    return [broken('Không dựng lại được các trang để so sánh.', 'The pages could not be laid out again to compare.')];
  if (Buffer.from(base.value).equals(rendered.value.pdf))
    return [
      holds(
        'Các trang được dựng lại từ sổ trùng khớp từng byte.',
        'The pages laid out again from the book are the same, byte for byte.',
      ),
    ];
  const printed = await wordsIn(around.reader, base.value);
  const wanted = await wordsIn(around.reader, rendered.value.pdf);
  if (printed === undefined || wanted === undefined)
    return [broken('Không đọc được chữ trên trang.', 'The words on the pages cannot be read.')];
  const where = difference(printed, wanted);
  if (where !== undefined)
    return [
      broken(`Chữ trên trang khác với số liệu tính lại: ${where}`, `The pages differ from the recount: ${where}`),
    ];
  return [
    holds(
      'Mọi chữ và số trên trang trùng với số liệu tính lại.',
      'Every word and number on the pages agrees with the recount.',
    ),
    note(
      'Tệp do một bản khác của phần mềm dựng, nên được so theo từng chữ.',
      'The file was laid out by another build, so it was compared word by word.',
    ),
  ];
}
