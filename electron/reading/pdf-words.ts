// The words of a PDF page by page, read where they lie in the file; nothing is drawn, fetched or run.
import { open } from 'node:fs/promises';
import { READ_LIMITS } from './limits.ts';
import type { Piece } from './messages.ts';
import { stopReading } from './stop-reading.ts';

/** Pages one after another that cannot be read before the rest is given up. */
const FAULTS = 50;
/** Bytes read at once. */
const CHUNK = 256 * 1024;

/**
 * The reader asks Node for a canvas as soon as it is loaded: it gets no module of Node at all, and its working half runs
 * in this thread, which is a worker of ours already.
 */
async function loadReader() {
  const given = process.getBuiltinModule;
  process.getBuiltinModule = () => {
    throw new Error('closed');
  };
  const said = console.warn;
  console.warn = () => undefined;
  try {
    // @ts-expect-error: this half comes without types.
    Object.assign(globalThis, { pdfjsWorker: await import('pdfjs-dist/legacy/build/pdf.worker.mjs') });
    return await import('pdfjs-dist/legacy/build/pdf.mjs');
  } finally {
    console.warn = said;
    process.getBuiltinModule = given;
  }
}

/** @returns whether there are more pages than were read */
export async function readPdf(
  path: string,
  size: number,
  take: (piece: Piece) => void,
  isLate: () => boolean,
): Promise<boolean> {
  if (size > READ_LIMITS.pdf) return stopReading('reading-too-large');
  const { getDocument, PDFDataRangeTransport } = await loadReader();
  const file = await open(path, 'r');
  class Stretches extends PDFDataRangeTransport {
    override async requestDataRange(begin: number, end: number): Promise<void> {
      const bytes = new Uint8Array(end - begin);
      const { bytesRead } = await file.read(bytes, 0, bytes.length, begin);
      this.onDataRange(begin, bytes.subarray(0, bytesRead));
    }
  }
  const opening = getDocument({
    range: new Stretches(size, null),
    rangeChunkSize: CHUNK,
    disableAutoFetch: true,
    disableStream: true,
    useSystemFonts: false,
    useWasm: false,
    enableXfa: false,
    maxImageSize: 0,
    verbosity: 0,
  });
  opening.onPassword = () => void opening.destroy();
  try {
    const pdf = await opening.promise.catch((error: unknown) => {
      const name = error instanceof Error ? error.name : '';
      return stopReading(name === 'PasswordException' || opening.destroyed ? 'reading-locked' : 'reading-broken');
    });
    let characters = 0;
    let faults = 0;
    const pages = Math.min(pdf.numPages, READ_LIMITS.pages);
    for (let page = 1; page <= pages; page++) {
      // The first page always: that much is known of every file that opens.
      if (page > 1 && (isLate() || characters > READ_LIMITS.characters)) return true;
      try {
        const given = await pdf.getPage(page);
        const { items } = await given.getTextContent();
        const text = items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('');
        given.cleanup();
        characters += text.length;
        faults = 0;
        if (text.trim() !== '') take({ page, text: text.normalize('NFC') });
      } catch {
        faults += 1;
        if (faults >= FAULTS) return true;
      }
    }
    if (characters === 0) return stopReading(faults > 0 ? 'reading-broken' : 'reading-no-text');
    return pdf.numPages > pages;
  } finally {
    await opening.destroy().catch(() => undefined);
    await file.close();
  }
}
