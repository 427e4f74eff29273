// The rules about who may import whom (design of the rooms), as one function from sources to violations.
import { type Arrow, arrowsOf, cyclesIn, fileGraph, type Sources } from './imports.ts';
import { impurities } from './purity.ts';
import { misshapen } from './shape.ts';

/** `rule` is an id of test/rules.md. */
export type Violation = { readonly rule: string; readonly file: string; readonly says: string };

/** All shared/ may import besides itself: pure, small, the same answer on every machine. */
const purePackages = ['zod', '@noble/hashes', '@scure/base'];

/** Packages that live in one place only; a path ending in / is a folder. An empty list: tools, never part of the product. */
const homes: Readonly<Record<string, readonly string[]>> = {
  electron: ['electron/desk/', 'electron/main.ts', 'electron/preload.ts'],
  'better-sqlite3': ['electron/store/'],
  pdfmake: ['electron/minutes/'],
  '@libpdf/core': ['electron/signing/'],
  pkijs: ['electron/signing/'],
  asn1js: ['electron/signing/'],
  ws: ['electron/room/', 'electron/exchange/', 'electron/hub/'],
  yaml: ['electron/imports/', 'electron/exports/'],
  yauzl: ['electron/imports/', 'electron/reading/'],
  'csv-parse': ['electron/imports/', 'electron/reading/'],
  'read-excel-file': ['electron/imports/'],
  'write-excel-file': ['electron/exports/'],
  react: ['renderer/'],
  'react-dom': ['renderer/'],
  'react-aria-components': ['renderer/'],
  '@hpke/core': ['electron/seal/', 'renderer/seal/'],
  vite: [],
  vitest: [],
  'playwright-core': [],
};

/** The files that build things out of everything else; nobody else may import them. */
const isComposition = (file: string): boolean =>
  ['electron/main.ts', 'electron/headless.ts', 'electron/hoidong.ts'].includes(file) ||
  file.startsWith('electron/command/');

const roomOf = (file: string): string => file.split('/')[0] ?? '';

/** `electron/store/migrations/0001.ts` → `electron/store`; a file right in a room belongs to the room's own folder. */
const folderOf = (file: string): string => {
  const [room = '', folder = '', ...rest] = file.split('/');
  return rest.length === 0 ? room : `${room}/${folder}`;
};

function crossesRooms(file: string, arrow: Arrow): string | undefined {
  if (arrow.kind !== 'file' && arrow.kind !== 'asset') return undefined;
  const [from, to] = [roomOf(file), roomOf(arrow.to)];
  const open = from === 'shared' ? ['shared'] : [from, 'shared', 'assets'];
  const isManifest = from !== 'shared' && arrow.to === 'package.json';
  return open.includes(to) || isManifest ? undefined : `${from} may not import ${arrow.to}`;
}

/** What one arrow breaks, as pairs of rule and sentence. */
function* faultsOf(file: string, arrow: Arrow, packages: ReadonlySet<string>): Generator<[string, string]> {
  const room = roomOf(file);
  const crossing = crossesRooms(file, arrow);
  if (crossing !== undefined) yield ['G1', crossing];
  if (arrow.kind === 'lost') yield ['G9', `cannot follow the import of ${arrow.to}`];
  if (arrow.kind === 'builtin' && room !== 'electron') yield ['G4', `${room} may not import ${arrow.to}`];
  if (arrow.kind === 'package') {
    const home = homes[arrow.to];
    // Vite's types of asset imports are no code.
    const isAway = arrow.specifier !== 'vite/client' && home?.every((place) => !livesIn(file, place));
    if (isAway === true) yield ['G3', `${arrow.to} belongs only in ${home?.join(', ') || 'test/'}`];
    if (room === 'shared' && !purePackages.includes(arrow.to)) yield ['G2', `shared may not import ${arrow.to}`];
    if (!packages.has(arrow.to)) yield ['G9', `${arrow.to} is not in package.json`];
  }
  if (arrow.kind === 'file') {
    if (file.startsWith('electron/host/') && /^electron\/(room|desk)\//.test(arrow.to))
      yield ['G5', `the host stands without ${folderOf(arrow.to)}`];
    if (isComposition(arrow.to) && !isComposition(file)) yield ['G6', `only composition may import ${arrow.to}`];
  }
}

const livesIn = (file: string, place: string): boolean =>
  place.endsWith('/') ? file.startsWith(place) : file === place;

/** Pairs of folders that import each other; the cure is to move the shared part below both. */
function twoWayPairs(graph: ReadonlyMap<string, ReadonlySet<string>>): Violation[] {
  const seen = new Map<string, string>();
  const found = new Map<string, Violation>();
  for (const [file, targets] of graph)
    for (const target of isComposition(file) ? [] : targets) {
      const [from, to] = [folderOf(file), folderOf(target)];
      if (from === to || isComposition(target)) continue;
      seen.set(`${from} ${to}`, file);
      const back = seen.get(`${to} ${from}`);
      const pair = [from, to].sort().join(' and ');
      if (back !== undefined && !found.has(pair))
        found.set(pair, { rule: 'G8', file, says: `${pair} import each other (the other way in ${back})` });
    }
  return [...found.values()];
}

/**
 * Every broken rule of a tree.
 *
 * @param sources all .ts and .tsx files below electron/, renderer/, shared/
 * @param packages names in package.json that may be imported
 */
export function violationsOf(sources: Sources, packages: ReadonlySet<string>): Violation[] {
  const arrows = new Map([...sources.keys()].map((file) => [file, arrowsOf(file, sources)]));
  const graph = fileGraph(arrows);
  const broken: Violation[] = [];
  for (const [file, list] of arrows)
    for (const arrow of list)
      for (const [rule, says] of faultsOf(file, arrow, packages)) broken.push({ rule, file, says });
  for (const cycle of cyclesIn(graph))
    broken.push({ rule: 'G7', file: cycle[0] ?? '', says: `import cycle ${cycle.join(' → ')}` });
  broken.push(...twoWayPairs(graph));
  for (const [file, source] of sources) {
    for (const [rule, says] of misshapen(file, source)) broken.push({ rule, file, says });
    if (roomOf(file) === 'shared')
      for (const name of impurities(file, source)) broken.push({ rule: 'G14', file, says: `${name} is passed in` });
  }
  return broken;
}
