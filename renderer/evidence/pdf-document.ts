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
function transportOf(source: ByteSource, onLost: () => void): PDFDataRangeTransport {
  const transport = new PDFDataRangeTransport(source.length, source.first.slice());
  transport.requestDataRange = (begin, end) => {
    source.read(begin, end).then(
      (bytes) => transport.onDataRange(begin, bytes),
      () => onLost(),
    );
  };
  return transport;
}

export type Opening = {
  /** Refused where no address is given; rejects on a damaged or protected file. */
  readonly pdf: Promise<Result<PDFDocumentProxy>>;
  /** Frees worker and memory at any time. */
  readonly cancel: () => void;
};

/** @param onLost bytes of a page could not be had: the link or the recording device is gone */
export function openPdf(addressOf: Address, onLost: () => void): Opening {
  let isHere = true;
  // It starts while the first bytes are on their way.
  const worker = PDFWorker.create({});
  // Where it is ended before it has started, nobody waits for it yet: that is no fault of the page.
  worker.promise.catch(() => {});
  let free = (): void => worker.destroy();
  const open = async (): Promise<Result<PDFDocumentProxy>> => {
    const opened = await openBytes(addressOf);
    if (!opened.ok) return opened;
    const source = opened.value;
    const isWhole = source.first.length >= source.length;
    if (!isHere) return await new Promise(() => {});
    const task = getDocument({
      ...(isWhole ? { data: source.first } : { range: transportOf(source, () => isHere && onLost()) }),
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
      void task.destroy().then(() => worker.destroy());
    };
    return ok(await task.promise);
  };
  return {
    pdf: open(),
    cancel: () => {
      isHere = false;
      free();
    },
  };
}
