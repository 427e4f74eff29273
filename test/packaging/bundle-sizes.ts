// How large what was built is, what the first screen loads of it, and whether it stays within its budget.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { isNode, parse, textOf } from '../helpers/syntax.ts';
import { type Row, rowOf, sizeWords } from './row.ts';

/** Bytes after gzip that the first screen may load of scripts and styles (issue 3). */
export const FIRST_SCREEN = 300_000;
/** A sentence of pdf.js that no minifier touches. */
const PDFJS = 'No "GlobalWorkerOptions.workerSrc" specified.';

/** What is built by bundle, e.g. `main/main.js`. */
const BUNDLES = [
  'main/main.js',
  'preload/preload.cjs',
  'store-worker/store-worker.js',
  'minutes-worker/minutes-worker.js',
  'apart-worker/apart-worker.js',
  'imports-worker/imports-worker.js',
  'reading-worker/reading-worker.js',
  'index-worker/index-worker.js',
  'headless/headless.js',
] as const;

type Sized = { readonly file: string; readonly raw: number; readonly zipped: number };

const sized = (folder: string, file: string): Sized => {
  const bytes = readFileSync(path.join(folder, file));
  return { file, raw: bytes.length, zipped: gzipSync(bytes).length };
};
const sum = (all: readonly Sized[]): Pick<Sized, 'raw' | 'zipped'> => ({
  raw: all.reduce((bytes, { raw }) => bytes + raw, 0),
  zipped: all.reduce((bytes, { zipped }) => bytes + zipped, 0),
});
const words = ({ raw, zipped }: Pick<Sized, 'raw' | 'zipped'>): string =>
  `${sizeWords(raw).padStart(9)}  gzip ${sizeWords(zipped).padStart(9)}`;

/** Files that a module loads before it runs; what it imports in a function comes later and is not among them. */
function neededBy(folder: string, file: string): string[] {
  const body = parse(file.replace(/\.mjs$/, '.js'), readFileSync(path.join(folder, file), 'utf8'))['body'];
  const specifiers = (Array.isArray(body) ? body : [])
    .filter(isNode)
    .filter(({ type }) => ['ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration'].includes(type))
    .flatMap((node) => textOf(node['source']) ?? []);
  return specifiers.map((specifier) => path.posix.join(path.posix.dirname(file), specifier));
}

/** Scripts and styles that the page loads before its first screen, entry first. */
export function firstScreen(renderer: string): {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
} {
  const page = readFileSync(path.join(renderer, 'index.html'), 'utf8');
  const tags = (tag: RegExp): string[] => [...page.matchAll(tag)].map(([, file = '']) => path.posix.normalize(file));
  const scripts = new Set<string>();
  const visit = (file: string): void => {
    if (scripts.has(file)) return;
    scripts.add(file);
    for (const next of neededBy(renderer, file)) visit(next);
  };
  for (const file of tags(/<script\b[^>]*\bsrc="([^"]+)"/g)) visit(file);
  return { scripts: [...scripts], styles: tags(/<link\b[^>]*\brel="stylesheet"[^>]*\bhref="([^"]+)"/g) };
}

/** @param dist the folder of all bundles */
export function sizeRows(dist: string): Row[] {
  const renderer = path.join(dist, 'renderer');
  const { scripts, styles } = firstScreen(renderer);
  const [entry = ''] = scripts;
  const first = sum([...scripts, ...styles].map((file) => sized(renderer, file)));
  const later = readdirSync(path.join(renderer, 'assets'))
    .map((name) => `assets/${name}`)
    .filter((file) => !scripts.includes(file) && !styles.includes(file));
  const isPdf = (file: string): boolean => readFileSync(path.join(renderer, file), 'utf8').includes(PDFJS);
  const lazy = later.filter((file) => /\.m?js$/.test(file));
  const eagerPdf = scripts.filter(isPdf);
  const pdf = lazy.filter(isPdf);
  const fonts = sum(later.filter((file) => file.endsWith('.woff2')).map((file) => sized(renderer, file)));
  return [
    rowOf('index', [], words(sized(renderer, entry))),
    rowOf('other scripts first', [], words(sum(scripts.slice(1).map((file) => sized(renderer, file))))),
    rowOf('styles', [], words(sum(styles.map((file) => sized(renderer, file))))),
    rowOf(
      'first screen',
      first.zipped > FIRST_SCREEN ? [`${words(first)}: more than ${sizeWords(FIRST_SCREEN)}`] : [],
      `${words(first)} of at most ${sizeWords(FIRST_SCREEN)}`,
    ),
    rowOf(
      'pdf.js is lazy',
      [
        ...eagerPdf.map((file) => `${file} holds pdf.js and is loaded first`),
        ...(pdf.length === 0 && eagerPdf.length === 0
          ? ['no script holds pdf.js; is its sentence another one now?']
          : []),
      ],
      words(sum(pdf.map((file) => sized(renderer, file)))),
    ),
    ...lazy.filter((file) => !pdf.includes(file)).map((file) => rowOf(nameOf(file), [], words(sized(renderer, file)))),
    rowOf('fonts of the page', [], words(fonts)),
    ...BUNDLES.map((file) => rowOf(path.posix.dirname(file), [], words(sized(dist, file)))),
  ];
}

/** `assets/pdf.worker.min-CIqJB0yW.mjs` → `pdf.worker.min`. */
const nameOf = (file: string): string => path.posix.basename(file).replace(/-[\w-]{8}\.m?js$/, '');
