// Evidence that has been taken in and is being described: where the same file stands, what it may be a revision of.

import { foldText } from '../../shared/base/search-text.ts';
import { cleanLine } from '../../shared/base/text.ts';
import type { PlatformView } from '../../shared/contract/views.ts';
import { dayOf } from '../../shared/lang/when.ts';
import { type EvidenceForm, newEvidence, type PlatformForm } from './session-form.ts';
import type { TakenIn } from './uploads.ts';

/** `revises`: id of the item in the book of which it is the newer revision. */
export type IntakeRow = EvidenceForm & { readonly revises?: string };
export type Intake = { readonly rows: readonly IntakeRow[]; readonly nextKey: number };

/** A file that stands somewhere already, apart from the rows. `platform`: its name, where it is another one. */
export type Standing = {
  readonly number: number;
  readonly title: string;
  readonly sha256s: readonly string[];
  readonly platform?: string;
  /** Of the book, where rows can be a revision of it. */
  readonly evidence?: string;
};
export type Found = { readonly number: number; readonly title: string; readonly platform?: string };

/** What a row can be the newer revision of: an item of the book, or a row that stands before it. */
export type Original = {
  readonly value: string;
  readonly number: number;
  readonly title: string;
  readonly names: readonly string[];
};

/** The most that the contract takes for one platform. */
export const MOST_ITEMS = 500;

export const standingIn = (platforms: readonly PlatformView[], here: string): readonly Standing[] =>
  platforms.flatMap(({ platform, name, evidence }) =>
    evidence.map((item) => ({
      number: item.number,
      title: item.title,
      sha256s: [item.sha256, ...item.earlier.map(({ sha256 }) => sha256)],
      ...(platform === here ? { evidence: item.evidence } : { platform: name }),
    })),
  );

/** Those of the other platforms of a form. */
export const standingInForm = (platforms: readonly PlatformForm[], here: number): readonly Standing[] =>
  platforms
    .filter(({ key }) => key !== here)
    .flatMap(({ name, evidence }) =>
      evidence.map(({ sha256, title }, at) => ({ number: at + 1, title, sha256s: [sha256], platform: name })),
    );

/** Numbers of the rows: revisions keep that of their item, others follow the highest there is. */
export function numbersOf(rows: readonly IntakeRow[], standing: readonly Standing[]): readonly number[] {
  let last = Math.max(0, ...standing.filter(({ platform }) => platform === undefined).map(({ number }) => number));
  return rows.map(({ revises }) => {
    const of = revises === undefined ? undefined : standing.find(({ evidence }) => evidence === revises);
    if (of !== undefined) return of.number;
    last += 1;
    return last;
  });
}

/** Rows with what came in, and for each file where it stood already here; such a one is not added again. */
export function takeIn(
  now: Intake,
  files: readonly TakenIn[],
  standing: readonly Standing[],
  today: Date,
): { readonly next: Intake; readonly same: readonly (Found | undefined)[] } {
  let { rows, nextKey } = now;
  const same = files.map((file): Found | undefined => {
    const held = standing.find(({ platform, sha256s }) => platform === undefined && sha256s.includes(file.sha256));
    if (held !== undefined) return held;
    const at = rows.findIndex(({ sha256 }) => sha256 === file.sha256);
    const row = rows[at];
    if (row !== undefined) return { number: numbersOf(rows, standing)[at] ?? 0, title: row.title };
    rows = [...rows, newEvidence(nextKey, file, file.sha256, today, rows.at(-1))];
    nextKey += 1;
    return undefined;
  });
  return { next: { rows, nextKey }, same };
}

/** The same bytes in another platform: allowed, and said. */
export const elsewhere = (row: IntakeRow, standing: readonly Standing[]): Found | undefined =>
  standing.find(({ platform, sha256s }) => platform !== undefined && sha256s.includes(row.sha256));

const stemOf = (name: string): string =>
  foldText(name.replace(/^.*\//, '').replace(/\.[^.]{1,8}$/, ''))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

export const originalsOf = (rows: readonly IntakeRow[], standing: readonly Standing[]): readonly Original[] => {
  const numbers = numbersOf(rows, standing);
  return [
    ...standing.flatMap(({ evidence, number, title }) =>
      evidence === undefined ? [] : [{ value: evidence, number, title, names: [stemOf(title)] }],
    ),
    ...rows.flatMap((row, at) =>
      row.revises === undefined
        ? [{ value: `row ${row.key}`, number: numbers[at] ?? 0, title: row.title, names: [stemOf(row.fileName)] }]
        : [],
    ),
  ];
};

/** For each row, by its key: an item of the same name with other bytes, that stands before it. One pass over all. */
export function likelyOriginals(
  rows: readonly IntakeRow[],
  originals: readonly Original[],
): ReadonlyMap<number, Original> {
  const first = new Map<string, Original>();
  for (const each of originals) for (const name of each.names) if (!first.has(name)) first.set(name, each);
  return new Map(
    rows.flatMap((row) => {
      const found = row.revises === undefined ? first.get(stemOf(row.fileName)) : undefined;
      return found === undefined || found.value === `row ${row.key}` ? [] : [[row.key, found] as const];
    }),
  );
}

/** Makes a row the newer revision of an item of the book, or puts its file in the place of an earlier row's. */
export function reviseBy(
  rows: readonly IntakeRow[],
  key: number,
  of: string,
  held: readonly PlatformView['evidence'][number][],
): readonly IntakeRow[] {
  const row = rows.find((each) => each.key === key);
  if (row === undefined) return rows;
  const target = rows.find((each) => `row ${each.key}` === of);
  if (target !== undefined) {
    const { sha256, size, fileName, mediaType } = row;
    const file = { sha256, size, fileName, ...(mediaType === undefined ? {} : { mediaType }) };
    return rows.flatMap((each) => (each.key === key ? [] : each.key === target.key ? [{ ...each, ...file }] : [each]));
  }
  const item = held.find(({ evidence }) => evidence === of);
  const like =
    item === undefined
      ? {}
      : {
          title: item.title,
          kind: item.kind as IntakeRow['kind'],
          supplier: item.supplier,
          label: item.label,
          criteria: item.criteria.join(', '),
        };
  return rows.map((each): IntakeRow => {
    if (each.key !== key) return each;
    const { revises: _, ...rest } = each;
    return of === '' ? rest : { ...rest, ...like, revises: of };
  });
}

/** The folders a file lay in, before its title: "Phụ lục / Biên bản / 12". */
export function titleWithFolder({ fileName, title }: Pick<EvidenceForm, 'fileName' | 'title'>): string {
  const folders = fileName.split('/').slice(0, -1);
  const before = cleanLine(folders.join(' / '));
  return before === '' || title.startsWith(before) ? title : `${before} / ${title}`.slice(0, 300);
}

/** A picture from the clipboard has no name of its own. */
export const pastedName = (name: string, at: Date, words: string): string =>
  /^image\.\w+$/i.test(name)
    ? `${words} ${dayOf('vi', at.toISOString()).replaceAll('/', '-')} ${at.toTimeString().slice(0, 8).replaceAll(':', '.')}${name.slice(5)}`
    : name;
