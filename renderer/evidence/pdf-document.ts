// Opens a PDF with pdf.js inside our policy: own worker, no scripts, no forms, no code made from text.
import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy } from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

GlobalWorkerOptions.workerSrc = workerUrl;

/** Longest side of a page picture, in device pixels: a hostile page size must not take all the memory. */
export const LONGEST_SIDE = 6_000;

/** Rejects on a damaged or protected file. `cancel` frees worker and memory at any time. */
export function openPdf(url: string): { readonly pdf: Promise<PDFDocumentProxy>; readonly cancel: () => void } {
  const task = getDocument({
    url,
    useWasm: false,
    enableXfa: false,
    disableAutoFetch: true,
    maxImageSize: LONGEST_SIDE * LONGEST_SIDE,
    // Fonts come as data into the page's own font set; nothing is fetched from elsewhere.
    useSystemFonts: true,
  });
  return { pdf: task.promise, cancel: () => void task.destroy() };
}
