// Opens a PDF with pdf.js inside our policy: own worker, no scripts, no forms, and only the bytes of what is looked at.
import { GlobalWorkerOptions, getDocument, PDFDataRangeTransport, type PDFDocumentProxy, PDFWorker } from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { ok, type Result } from '../../shared/base/result.ts';
import { type Address, type ByteSource, openBytes, STRETCH } from './byte-source.ts';

GlobalWorkerOptions.workerSrc = workerUrl;

/** Most pixels of one picture in a file, and of one page on the screen: a hostile size must not take all the memory. */
export const MOST_PIXELS = 24_000_000;

/** What pdf.js reads beside itself lies in the build, next to the page; a worker needs the whole address. */
const beside = (folder: string): string => new URL(`pdfjs/${folder}/`, document.baseURI).href;

/** pdf.js has no word for "these bytes do not come": it would wait for ever, so the caller is told. */
function transportOf(source: ByteSource, onLost: () => void, onAsked: (more: 1 | -1) => void): PDFDataRangeTransport {
  const transport = new PDFDataRangeTransport(source.length, source.first.slice());
  transport.requestDataRange = (begin, end) => {
    onAsked(1);
    source
      .read(begin, end)
      .finally(() => onAsked(-1))
      .then(
        (bytes) => transport.onDataRange(begin, bytes),
        () => onLost(),
      );
  };
  return transport;
}

/** How long the worker may be silent when it is told to end; one that is caught in a hostile file never answers, ms. */
const LAST_WORD = 300;
/** A file that takes longer than this with all its bytes at hand asks more of the machine than reading does, ms. */
export const TOO_LONG = 30_000;
const GLANCE = 500;

/**
 * Counts the time in which the reader works and no bytes are on their way, and tells once it is too long.
 *
 * @returns how to end the watch
 */
export function watchWork(isWaiting: () => boolean, onTooLong: () => void): () => void {
  let worked = 0;
  const timer = setInterval(() => {
    worked = isWaiting() ? worked : worked + GLANCE;
    if (worked < TOO_LONG) return;
    clearInterval(timer);
    onTooLong();
  }, GLANCE);
  return () => clearInterval(timer);
}

export type Opening = {
  /** Refused where no address is given; rejects on a damaged or protected file (`PasswordException` by name). */
  readonly pdf: Promise<Result<PDFDocumentProxy>>;
  /** Bytes are on their way: what takes long is not the file's fault. */
  readonly isWaiting: () => boolean;
  /** Frees worker and memory at any time. */
  readonly cancel: () => void;
};

/** @param onLost bytes of a page could not be had: the link or the recording device is gone */
export function openPdf(addressOf: Address, onLost: () => void): Opening {
  let isHere = true;
  /** Requests under way; the first is the address. */
  let asked = 1;
  const count = (more: 1 | -1): void => {
    asked += more;
  };
  // It starts while the first bytes are on their way.
  const worker = PDFWorker.create({});
  // Where it is ended before it has started, nobody waits for it yet: that is no fault of the page.
  worker.promise.catch(() => {});
  let free = (): void => worker.destroy();
  const open = async (): Promise<Result<PDFDocumentProxy>> => {
    const opened = await openBytes(addressOf).finally(() => count(-1));
    if (!opened.ok) return opened;
    const source = opened.value;
    const isWhole = source.first.length >= source.length;
    if (!isHere) return await new Promise(() => {});
    const task = getDocument({
      ...(isWhole ? { data: source.first } : { range: transportOf(source, () => isHere && onLost(), count) }),
      worker,
      rangeChunkSize: STRETCH,
      disableAutoFetch: true,
      disableStream: true,
      useWasm: false,
      enableXfa: false,
      maxImageSize: MOST_PIXELS,
      // Fonts come as data into the page's own font set; nothing is fetched from elsewhere.
      useSystemFonts: true,
      cMapUrl: beside('cmaps'),
      standardFontDataUrl: beside('standard_fonts'),
      wasmUrl: beside('wasm'),
    });
    free = () => {
      source.stop();
      const silent = new Promise((after) => setTimeout(after, LAST_WORD));
      void Promise.race([task.destroy(), silent])
        .catch(() => {})
        .then(() => worker.destroy());
    };
    return ok(await task.promise);
  };
  return {
    pdf: open(),
    isWaiting: () => asked > 0,
    cancel: () => {
      isHere = false;
      free();
    },
  };
}
