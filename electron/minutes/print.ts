// The one place that runs the layout library: fonts and access policies set, nothing fetched, nothing read but the fonts.
import path from 'node:path';
import pdfmake from 'pdfmake';
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { FontPaths } from './fonts.ts';

/**
 * Runs the layout; the definition is used up by it. The library keeps fonts and policies in its module: they are set and
 * taken up within one turn of the event loop, so two prints never mix.
 */
export async function print(definition: TDocumentDefinitions, fonts: FontPaths): Promise<Uint8Array<ArrayBuffer>> {
  const allowed = new Set(Object.values(fonts).map((file) => path.resolve(file)));
  pdfmake.setFonts({ Tinos: { ...fonts } });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((file) => allowed.has(path.resolve(file)));
  return new Uint8Array(await pdfmake.createPdf(definition).getBuffer());
}

/** The library puts metadata into XML unescaped: what would break it is written with look-alikes there, and there only. */
export const forMetadata = (text: string): string =>
  text.replaceAll('&', '＆').replaceAll('<', '‹').replaceAll('>', '›').replace(/\s+/gu, ' ');
