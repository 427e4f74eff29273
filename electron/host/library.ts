// The library of criteria sets: those that are shipped and those of this machine, as rows, as records, and by their hash.
import { toHex, utf8 } from '../../shared/base/bytes.ts';
import { canonical } from '../../shared/base/canonical.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../shared/base/result.ts';
import type { LibraryRecord, LibraryRow, LibraryState } from '../../shared/contract/criteria-library.ts';
import type { CriteriaSet } from '../../shared/criteria/criteria-set.ts';
import { readSetDraft, type SetDraft } from '../../shared/criteria/set-draft.ts';
import { type KeptSet, type LibraryStore, openLibraryStore } from './library-store.ts';
import type { Surroundings } from './surroundings.ts';

/** A sound set with what the library knows of it. */
export type SoundSet = { readonly sha256: string; readonly set: CriteriaSet; readonly state: LibraryState };
/** Of a set in the whole library, by the hash of its canonical text. */
export type FindSet = (sha256: string) => Promise<CriteriaSet | undefined>;

export type CriteriaLibrary = {
  readonly kept: LibraryStore;
  readonly list: () => Promise<{ readonly rows: readonly LibraryRow[]; readonly leftOut: LeftOut }>;
  /** Refuses set-unknown. */
  readonly open: (key: string) => Promise<Result<LibraryRecord>>;
  /** All that a session can begin with, the shipped ones first. */
  readonly sound: () => Promise<{ readonly sets: readonly SoundSet[]; readonly leftOut: LeftOut }>;
  readonly find: FindSet;
  /** The key of a set of this very hash. */
  readonly keyOf: (sha256: string) => Promise<string | undefined>;
  readonly hashOf: (set: CriteriaSet) => string;
  /** Of one of our own sets, where it is sound. */
  readonly soundOf: (kept: KeptSet) => SoundSet | undefined;
  /** How many errors keep one of our own from being sound. */
  readonly errorsOf: (kept: KeptSet) => number;
};
type LeftOut = readonly { readonly file: string; readonly why: Refusal }[];

/** Characters to search in over all rows: they go to the screen in one message. */
const SEARCHED = 1_500_000;

const both = ({ vi, en }: { readonly vi: string; readonly en: string }): string => `${vi}\n${en}`;

const textOf = ({ id, name, groups, tags }: { id: string; name: Words; groups: Groups; tags: readonly string[] }) =>
  [
    id,
    both(name),
    ...groups.flatMap((group) => [both(group.name), ...group.criteria.map(criterionText)]),
    ...tags,
  ].join('\n');
type Words = { readonly vi: string; readonly en: string };
type Groups = readonly {
  readonly name: Words;
  readonly criteria: readonly { readonly id: string; readonly statement: Words; readonly tags: readonly string[] }[];
}[];
const criterionText = ({ id, statement }: Groups[number]['criteria'][number]): string => `${id}\n${both(statement)}`;
const tagsOf = (groups: Groups): readonly string[] => [
  ...new Set(groups.flatMap(({ criteria }) => criteria.flatMap(({ tags }) => tags))),
];

/** What a row says of the words of a set or of a draft. */
const wordsOf = ({ id, version, sample, name, groups }: CriteriaSet | SetDraft) => ({
  ...{ id, version, sample, name },
  groups: groups.length,
  criteria: groups.reduce((sum, { criteria }) => sum + criteria.length, 0),
  text: textOf({ id, name, groups, tags: tagsOf(groups) }),
});

type Read = { readonly set?: CriteriaSet; readonly sha256?: string; readonly errors: number };

export function openLibrary(around: Pick<Surroundings, 'store' | 'ciphers' | 'now' | 'library'>): CriteriaLibrary {
  const { library: shipped } = around;
  const kept = openLibraryStore(around);
  const hashOf = (set: CriteriaSet): string => toHex(around.ciphers.sha256(utf8(canonical(set))));
  /** A kept set is never changed in place: what was read of it holds as long as it is there. */
  const known = new WeakMap<KeptSet, Read>();
  const read = (one: KeptSet): Read => {
    const before = known.get(one);
    if (before !== undefined) return before;
    const { set, problems } = one.state === 'draft' ? readSetDraft(one.draft) : { set: one.set, problems: [] };
    const errors = problems.filter(({ severity }) => severity === 'error').length;
    const now = set === undefined ? { errors } : { set, sha256: hashOf(set), errors };
    known.set(one, now);
    return now;
  };
  const soundOf = (one: KeptSet): SoundSet | undefined => {
    const { set, sha256 } = read(one);
    return set === undefined || sha256 === undefined ? undefined : { set, sha256, state: one.state };
  };
  const rowOfKept = (one: KeptSet): LibraryRow => {
    const { set, sha256, errors } = read(one);
    const frozen = one.state === 'promulgated' ? one : undefined;
    return {
      ...{ key: one.key, state: one.state, from: one.from, savedAt: one.savedAt, errors },
      ...wordsOf(set ?? (one.state === 'draft' ? one.draft : one.set)),
      ...(sha256 === undefined ? {} : { sha256 }),
      ...(frozen?.set.promulgation === undefined ? {} : { promulgation: frozen.set.promulgation }),
      consulted: one.consultations.length,
      answered: one.consultations.filter(({ answeredOn, answer }) => answeredOn !== '' || answer !== '').length,
      ...(frozen?.signed === undefined ? {} : { signature: frozen.signed.by }),
      ...(one.basedOn === undefined ? {} : { basedOn: one.basedOn }),
    };
  };
  const rowOfShipped = ({ sha256, set }: (typeof shipped.sets)[number]): LibraryRow => ({
    ...{ key: sha256, state: 'shipped', from: 'shipped', errors: 0, consulted: 0, answered: 0, sha256 },
    ...wordsOf(set),
    ...(set.promulgation === undefined ? {} : { promulgation: set.promulgation }),
  });
  const leftOutOf = (unread: number): LeftOut => [
    ...shipped.leftOut,
    ...(unread === 0 ? [] : [{ file: '', why: refusal('library-unreadable', { count: unread }) }]),
  ];
  const sound = async () => {
    const { sets, unread } = await kept.all();
    const own = sets.map(soundOf).filter((each) => each !== undefined);
    const given = shipped.sets.map((each): SoundSet => ({ ...each, state: 'shipped' }));
    return { sets: [...given, ...own], leftOut: leftOutOf(unread) };
  };

  return {
    ...{ kept, hashOf, soundOf, sound },
    errorsOf: (one) => read(one).errors,
    list: async () => {
      const { sets, unread } = await kept.all();
      const rows = [...shipped.sets.map(rowOfShipped), ...sets.map(rowOfKept)];
      const most = Math.floor(SEARCHED / Math.max(rows.length, 1));
      return {
        rows: rows.map((row) => ({ ...row, text: row.text.slice(0, most).toWellFormed() })),
        leftOut: leftOutOf(unread),
      };
    },
    open: async (key) => {
      const given = shipped.sets.find(({ sha256 }) => sha256 === key);
      if (given) return ok({ row: rowOfShipped(given), set: given.set, consultations: [] });
      const one = await kept.read(key);
      if (one === undefined) return refuse('set-unknown');
      const { set } = read(one);
      return ok({
        row: rowOfKept(one),
        ...(one.state === 'draft' ? { draft: one.draft } : {}),
        ...(set === undefined ? {} : { set }),
        consultations: one.consultations,
        ...(one.state === 'promulgated' && one.decisionFile ? { decisionFile: one.decisionFile } : {}),
      });
    },
    find: async (sha256) => (await sound()).sets.find((each) => each.sha256 === sha256)?.set,
    keyOf: async (sha256) => {
      if (shipped.sets.some((each) => each.sha256 === sha256)) return sha256;
      return (await kept.all()).sets.find((one) => read(one).sha256 === sha256)?.key;
    },
  };
}
