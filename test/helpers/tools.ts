// Says where an outside tool is, or skips the test with a word; with HOIDONG_ALL=1 a missing tool is a failure.
import type { TestContext } from 'vitest';
import { findChromium, findOnPath } from './find-chromium.ts';

/** What to install for a tool, for the message. */
const packages: Readonly<Record<string, string>> = {
  pdfsig: 'poppler-utils',
  pdftotext: 'poppler-utils',
  pdfinfo: 'poppler-utils',
  pdffonts: 'poppler-utils',
  pdftoppm: 'poppler-utils',
  qpdf: 'qpdf',
  certutil: 'libnss3-tools',
  openssl: 'openssl',
  strace: 'strace',
  chromium: 'chromium',
  tshark: 'tshark',
  ip: 'iproute2',
};

type Skipping = Pick<TestContext, 'skip'>;

/** Where everything must be installed, a skip is a failure. */
export const isEverythingHere = (): boolean => process.env['HOIDONG_ALL'] === '1';

/**
 * Ends the running test as skipped, or as failed where nothing may be skipped.
 *
 * @param context the test's own: `test('…', (context) => …)`
 * @param reason what is missing, named above the closing line
 */
export function skipOrFail(context: Skipping, reason: string): never {
  if (isEverythingHere()) throw new Error(`HOIDONG_ALL=1 and yet: ${reason}`);
  return context.skip(reason);
}

/** The full path of a tool, e.g. `toolOrSkip(context, 'pdfsig')`; `chromium` means any Chromium, Chrome or Edge. */
export function toolOrSkip(context: Skipping, name: string): string {
  const found = name === 'chromium' ? findChromium() : findOnPath(name);
  return found ?? skipOrFail(context, `${name} is not installed (package ${packages[name] ?? name})`);
}

/** For `describe.skipIf(isMissing('qpdf'))`: with HOIDONG_ALL=1 never skips, so that the test itself fails. */
export function isMissing(name: string): boolean {
  if (isEverythingHere()) return false;
  return (name === 'chromium' ? findChromium() : findOnPath(name)) === undefined;
}
