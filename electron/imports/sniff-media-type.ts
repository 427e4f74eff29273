// What a file is by its bytes (WHATWG MIME Sniffing, section 7): never by its name, never by what it claims.
import { fileTypeFromBuffer } from 'file-type';
import { bytesInMemory, type ReadableBytes } from './readable-bytes.ts';
import { sniffText } from './sniff-text.ts';
import { zipKind } from './sniff-zip.ts';

const HEAD_BYTES = 16 * 1024;

/** What the recogniser calls otherwise than players and screens do. */
const NAMES: Readonly<Record<string, string>> = {
  'audio/x-m4a': 'audio/mp4',
  'video/x-m4v': 'video/mp4',
  'audio/x-flac': 'audio/flac',
  'audio/vnd.wave': 'audio/wav',
  'application/x-cfb': 'application/x-ole-storage',
};
/** PNG 1.2, section 3.1. The recogniser reads on to the picture itself, which may lie behind any length of remarks. */
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** A page or a picture made of text is text: served under its own type it could run what stands in it. */
const RUNS = /^(text\/|application\/xml|image\/svg)/;

/**
 * Reads the first 16 KiB, and of an archive its list of parts. `text/plain`, `text/csv` or `text/markdown` for text of
 * any kind, HTML, SVG and JSON too; documents of Word, Excel and PowerPoint are told apart by their parts;
 * `application/octet-stream` where nothing is recognised.
 */
export async function sniffMediaType(of: ReadableBytes | Uint8Array): Promise<string> {
  const file = of instanceof Uint8Array ? bytesInMemory(of) : of;
  const head = await file.read(0, Math.min(file.size, HEAD_BYTES));
  const text = sniffText(head, file.size > head.length);
  if (text !== undefined) return text;
  if (PNG.every((byte, at) => head[at] === byte)) return 'image/png';
  const found = await fileTypeFromBuffer(head).catch(() => undefined);
  const mime = (found?.mime.split(';')[0] ?? '').trim();
  if (mime === 'application/zip' || /opendocument|openxmlformats|ms-(excel|word|powerpoint)/.test(mime))
    return (await zipKind(file)) ?? 'application/zip';
  return mime === '' || RUNS.test(mime) ? 'application/octet-stream' : (NAMES[mime] ?? mime);
}
