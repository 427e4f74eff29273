// Prints the sample and reads it back with poppler and qpdf, tools that know nothing of our code.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { fontsIn, openFaces } from '../../../electron/minutes/fonts.ts';
import { type RenderedMinutes, type RenderInput, renderMinutes } from '../../../electron/minutes/render-minutes.ts';
import type { Minutes } from '../../../shared/minutes/content.ts';
import { sampleAttachments } from './layout-sample.ts';

export const fonts = fontsIn(fileURLToPath(new URL('../../../assets', import.meta.url)));
export const faces = openFaces(fonts);
export const date = new Date('2026-02-05T04:45:00.000Z');

export const inputOf = (minutes: Minutes): RenderInput => ({
  minutes,
  attachments: sampleAttachments,
  date,
  version: '0.1.0',
});

export async function printed(minutes: Minutes): Promise<RenderedMinutes> {
  const result = await renderMinutes(inputOf(minutes), faces);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

/** True when a tool is missing and the test may be skipped; with HOIDONG_ALL=1 nothing may be skipped. */
export function lacks(...tools: readonly string[]): boolean {
  const missing = tools.filter((tool) => spawnSync(tool, ['--version']).error !== undefined);
  if (missing.length === 0) return false;
  if (process.env['HOIDONG_ALL'] === '1') throw new Error(`not installed: ${missing.join(', ')}`);
  process.stderr.write(`skipped, not installed: ${missing.join(', ')}\n`);
  return true;
}

/** Runs a tool on the bytes; `FILE` among the arguments stands for their path. */
export function run(tool: string, args: readonly string[], pdf: Uint8Array): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'hoidong-layout-'));
  try {
    const file = path.join(folder, 'file.pdf');
    writeFileSync(file, pdf);
    return execFileSync(
      tool,
      args.map((arg) => (arg === 'FILE' ? file : arg)),
      { encoding: 'utf8', cwd: folder, maxBuffer: 64 * 1024 * 1024 },
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const textOfPdf = (pdf: Uint8Array, ...options: string[]): string =>
  run('pdftotext', [...options, 'FILE', '-'], pdf);

/** The text of each page; the last form feed ends the last page. */
export const pagesOf = (pdf: Uint8Array, ...options: string[]): string[] =>
  textOfPdf(pdf, ...options)
    .split('\f')
    .slice(0, -1);

export type Word = {
  readonly page: number;
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  readonly top: number;
  readonly bottom: number;
};

/** Words with their boxes, in points from the upper left corner of the page. */
export function wordsOf(pdf: Uint8Array): Word[] {
  const words: Word[] = [];
  let page = 0;
  for (const line of textOfPdf(pdf, '-bbox').split('\n')) {
    if (line.includes('<page ')) page += 1;
    const found = /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*)<\/word>/.exec(line);
    if (!found) continue;
    const [x0 = 0, top = 0, x1 = 0, bottom = 0] = found.slice(1, 5).map(Number);
    words.push({ page, text: found[5] ?? '', x0, x1, top, bottom });
  }
  return words;
}

/** Words of a phrase that stand next to each other, as one box; the last such place in the file. */
export function phrase(words: readonly Word[], text: string): Word | undefined {
  const wanted = text.split(' ');
  for (let at = words.length - wanted.length; at >= 0; at -= 1) {
    const found = words.slice(at, at + wanted.length);
    if (!wanted.every((word, n) => found[n]?.text === word)) continue;
    return {
      page: found[0]?.page ?? 0,
      text,
      x0: Math.min(...found.map((word) => word.x0)),
      x1: Math.max(...found.map((word) => word.x1)),
      top: Math.min(...found.map((word) => word.top)),
      bottom: Math.max(...found.map((word) => word.bottom)),
    };
  }
  return undefined;
}
