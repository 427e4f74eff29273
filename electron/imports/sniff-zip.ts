// What a ZIP archive is by the names of its parts, read from the list at its end (APPNOTE.TXT 4.3.12, 4.3.16); nothing is unpacked.
import type { ReadableBytes } from './readable-bytes.ts';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_BYTES = 22;
/** The note after the end may be as long as that. */
const TAIL_BYTES = END_BYTES + 0xffff;
const LIST_BYTES = 1024 * 1024;

const OPEN_DOCUMENT = /^application\/vnd\.oasis\.opendocument\.[a-z-]{1,40}$/;
const OFFICE = 'application/vnd.openxmlformats-officedocument.';

/** Names in the list, as far as the first mebibyte of it goes; undefined where there is no such list. */
async function partNames(file: ReadableBytes): Promise<readonly string[] | undefined> {
  const tail = Buffer.from(await file.read(Math.max(0, file.size - TAIL_BYTES), file.size));
  let end = tail.length - END_BYTES;
  while (end >= 0 && tail.readUInt32LE(end) !== END) end -= 1;
  if (end < 0) return undefined;
  const size = Math.min(tail.readUInt32LE(end + 12), LIST_BYTES);
  const start = tail.readUInt32LE(end + 16);
  if (start + size > file.size) return undefined;
  const list = Buffer.from(await file.read(start, start + size));
  const names: string[] = [];
  for (let at = 0; at + 46 <= list.length && list.readUInt32LE(at) === ENTRY; ) {
    const name = list.readUInt16LE(at + 28);
    names.push(list.toString('latin1', at + 46, at + 46 + name));
    at += 46 + name + list.readUInt16LE(at + 30) + list.readUInt16LE(at + 32);
  }
  return names;
}

/** OpenDocument writes its type as the first part, unpacked (ODF 1.3, part 2, 3.3). */
async function openDocument(file: ReadableBytes): Promise<string | undefined> {
  const head = Buffer.from(await file.read(0, Math.min(file.size, 200)));
  if (head.toString('latin1', 30, 38) !== 'mimetype') return undefined;
  const type = head.toString('latin1', 38, 38 + Math.min(head.readUInt32LE(18), 100));
  return OPEN_DOCUMENT.test(type) || type === 'application/epub+zip' ? type : undefined;
}

/** Undefined: an archive of anything. With macros it is called so, which changes nothing of how it is read: none runs. */
export async function zipKind(file: ReadableBytes): Promise<string | undefined> {
  const names = new Set((await partNames(file)) ?? []);
  const isMacro = [...names].some((name) => name.endsWith('/vbaProject.bin'));
  if (names.has('word/document.xml'))
    return isMacro ? 'application/vnd.ms-word.document.macroenabled.12' : `${OFFICE}wordprocessingml.document`;
  if (names.has('xl/workbook.xml'))
    return isMacro ? 'application/vnd.ms-excel.sheet.macroenabled.12' : `${OFFICE}spreadsheetml.sheet`;
  if (names.has('ppt/presentation.xml')) return `${OFFICE}presentationml.presentation`;
  return await openDocument(file);
}
