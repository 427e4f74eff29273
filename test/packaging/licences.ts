// Judges the licence of each package in the application, and writes them all into one text that travels with it.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../helpers/steps.ts';

/** Where the text lies in the tree and in the package. */
export const LICENCE_FILE = 'assets/licences/third-party.txt';

/** SPDX names under which others' work may be in here; all let it be passed on inside a closed application. */
const ALLOWED = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'OFL-1.1',
  'Unlicense',
  'Zlib',
]);

/** A package that names no licence but carries the text of one. */
const BY_TEXT: readonly (readonly [RegExp, string])[] = [
  [/^(The )?MIT License|Permission is hereby granted, free of charge/i, 'MIT'],
  [/SIL OPEN FONT LICENSE Version 1\.1/i, 'OFL-1.1'],
];

export type Licence = {
  readonly name: string;
  readonly version: string;
  /** SPDX expression; empty when nothing says. */
  readonly spdx: string;
  readonly author: string;
  readonly texts: readonly string[];
};

type Manifest = {
  readonly name?: string;
  readonly version?: string;
  readonly license?: string | { readonly type?: string };
  readonly licenses?: readonly { readonly type?: string }[];
  readonly author?: string | { readonly name?: string };
};

/** Line ends, form feeds and trailing blanks differ from package to package and say nothing. */
const plain = (text: string): string =>
  text
    // Vite lists there what its own tools are made of; none of that is in an application.
    .replace(/^# Licenses of bundled dependencies[\s\S]*/m, '')
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t\f]+$/gm, '')
    .trim();

export function licenceOf(folder: string): Licence {
  const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Manifest;
  const { name = path.basename(folder), version = '', license, licenses, author } = manifest;
  const texts = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /^(licen[cs]e|copying|notice)([.\-_]|$)/i.test(entry.name))
    .map((entry) => plain(readFileSync(path.join(folder, entry.name), 'utf8')))
    .sort();
  const said =
    typeof license === 'string' ? license : (license?.type ?? licenses?.map(({ type }) => type).join(' OR '));
  const spdx = said ?? BY_TEXT.find(([words]) => texts.some((text) => words.test(text)))?.[1] ?? '';
  return { name, version, spdx, author: typeof author === 'string' ? author : (author?.name ?? ''), texts };
}

/** `(MIT AND Zlib)`, `MIT OR GPL-3.0`: of alternatives one must be allowed, of what goes together each. */
export function isAllowed(spdx: string): boolean {
  const bare = spdx.trim().replace(/^\((.*)\)$/, '$1');
  if (/[()]/.test(bare)) return false;
  return bare.split(/\s+OR\s+/i).some((one) => one.split(/\s+AND\s+/i).every((each) => ALLOWED.has(each.trim())));
}

/** Sentences about packages that may not be in here, or whose licence nobody can tell. */
export const licenceFaults = (all: readonly Licence[]): string[] =>
  all.flatMap(({ name, version, spdx, texts }) => [
    ...(isAllowed(spdx) ? [] : [`${name} ${version}: ${spdx === '' ? 'no licence told' : `${spdx} is not allowed`}`]),
    ...(texts.length > 0 || spdx === 'MIT' ? [] : [`${name} ${version}: ${spdx} without its text`]),
    // A label may say otherwise than the text; the text binds. Where it offers a choice, it prints what was not chosen, too.
    ...(!/\bOR\s+L?GPL/i.test(spdx) && texts.some((text) => /GNU (AFFERO |LESSER |LIBRARY )?GENERAL PUBLIC/i.test(text))
      ? [`${name} ${version}: its text speaks of the GNU licences`]
      : []),
  ]);

/** Licences that lie beside files taken over as they are; `words` must stand in the text, so that none is only claimed. */
function fileLicences(): Licence[] {
  const file = (name: string, spdx: string, words: RegExp, ...files: string[]): Licence => {
    const texts = files.map((each) => plain(readFileSync(path.join(root, each), 'utf8')));
    return { name, version: '', spdx: words.test(texts.join('\n')) ? spdx : '', author: '', texts };
  };
  const pdfjs = 'node_modules/pdfjs-dist';
  const bsd3 = /Redistribution and use in source and binary forms[\s\S]*used to endorse or promote/;
  const bsd2 = /Redistribution and use in source and binary forms/;
  return [
    file('Tinos (assets/fonts)', 'OFL-1.1', /SIL Open Font License, Version 1\.1/, 'assets/fonts/LICENSE_FONT'),
    file('pdf.js character maps', 'BSD-3-Clause', bsd3, `${pdfjs}/cmaps/LICENSE`),
    file('pdf.js standard fonts', 'BSD-3-Clause', bsd3, `${pdfjs}/standard_fonts/LICENSE_FOXIT`),
    file(
      'pdf.js JBIG2',
      'BSD-3-Clause AND Apache-2.0',
      bsd3,
      `${pdfjs}/wasm/LICENSE_JBIG2`,
      `${pdfjs}/wasm/LICENSE_PDFJS_JBIG2`,
    ),
    file(
      'pdf.js OpenJPEG',
      'BSD-2-Clause',
      bsd2,
      `${pdfjs}/wasm/LICENSE_OPENJPEG`,
      `${pdfjs}/wasm/LICENSE_PDFJS_OPENJPEG`,
    ),
  ];
}

/** The words of MIT for a package that only names it; they must go along. */
const MIT_WORDS = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

const HEAD = `Hội đồng dùng các phần mềm và phông chữ dưới đây của người khác, mỗi thứ theo giấy phép của nó.
Hội đồng uses the software and fonts of others below, each under its own licence.

Electron và Chromium: xem LICENSE.electron.txt và LICENSES.chromium.html cạnh chương trình.
Electron and Chromium: see LICENSE.electron.txt and LICENSES.chromium.html beside the program.
`;

/** Licences of packages by folder, one per name and version, in order. */
export function licencesOf(folders: readonly string[]): Licence[] {
  const all = [...folders.map(licenceOf), ...fileLicences()];
  const unique = new Map(all.map((each) => [`${each.name} ${each.version}`, each]));
  return [...unique.values()].sort((a, b) => (`${a.name} ${a.version}` < `${b.name} ${b.version}` ? -1 : 1));
}

/** The text that travels along: a list, then each licence once with the names of all that carry it. */
export function licenceText(all: readonly Licence[]): string {
  const title = ({ name, version }: Licence) => `${name} ${version}`.trim();
  const byText = Map.groupBy(all, ({ name, author, texts }) =>
    texts.length > 0
      ? texts.join('\n\n')
      : `The MIT License\n\nCopyright (c) ${author || `the authors of ${name}`}\n\n${MIT_WORDS}`,
  );
  const list = all.map((each) => `  ${title(each)} · ${each.spdx}`).join('\n');
  const texts = [...byText].map(([text, some]) => `${'─'.repeat(72)}\n${some.map(title).join('\n')}\n\n${text}\n`);
  return `${HEAD}\n${list}\n\n${texts.join('\n')}`.normalize('NFC');
}
