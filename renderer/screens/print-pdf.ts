// Prints a PDF from inside our own page: every page drawn as a picture, sheets of its own size, the browser's own dialog.
import type { PDFPageProxy } from 'pdfjs-dist';
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import type { Address } from '../evidence/byte-source.ts';
import { openPdf } from '../evidence/pdf-document.ts';

/** Points to pixels: 72 to an inch in a PDF, 150 on the sheet. */
const SHARP = 150 / 72;

async function sheetOf(page: PDFPageProxy): Promise<HTMLElement> {
  const viewport = page.getViewport({ scale: SHARP });
  const canvas = document.createElement('canvas');
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  await page.render({ canvas, viewport, intent: 'print' }).promise;
  const sheet = document.createElement('div');
  sheet.className = viewport.width > viewport.height ? 'print-sheet wide' : 'print-sheet';
  sheet.append(canvas);
  return sheet;
}

/** Where the browser does not say that its dialog was closed, the pictures go after this, ms. */
const LONGEST = 120_000;

/**
 * Opens the browser's own dialog, when every page is drawn. Refuses what the address refuses, and print-failed where the
 * bytes do not come or the file cannot be drawn.
 */
export async function printPdf(address: Address): Promise<Result<null>> {
  const sheets = document.createElement('div');
  sheets.className = 'print-sheets';
  let lost = (): void => {};
  const never = new Promise<never>((_, reject) => {
    lost = () => reject(new Error('lost'));
  });
  const opening = openPdf(address, () => lost());
  const drawn = async (): Promise<Result<null>> => {
    const given = await opening.pdf;
    if (!given.ok) return given;
    const pdf = given.value;
    for (let number = 1; number <= pdf.numPages; number++) sheets.append(await sheetOf(await pdf.getPage(number)));
    return ok(null);
  };
  try {
    const done = await Promise.race([drawn(), never]);
    if (!done.ok) return done;
  } catch {
    return refuse('print-failed');
  } finally {
    opening.cancel();
  }
  const root = document.documentElement;
  const clear = (): void => {
    removeEventListener('afterprint', clear);
    sheets.remove();
    delete root.dataset['printing'];
  };
  document.body.append(sheets);
  root.dataset['printing'] = 'sheets';
  addEventListener('afterprint', clear);
  setTimeout(clear, LONGEST);
  window.print();
  return ok(null);
}
