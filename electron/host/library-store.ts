// The library's own sets on the disk: one text for each, one list of their keys, written one act after another.
import { z } from 'zod';
import type { BookId } from '../../shared/base/ids.ts';
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import { consultation, type PackSignature, SET_FORMATS } from '../../shared/contract/criteria-library.ts';
import { criteriaSet } from '../../shared/criteria/criteria-set.ts';
import { setDraft } from '../../shared/criteria/set-draft.ts';
import { newId } from './fresh.ts';
import type { Surroundings } from './surroundings.ts';

const text = (max: number) => z.string().max(max);
const signer = z.strictObject({
  ...{ name: text(1_000), organisation: text(1_000), issuer: text(1_000), serial: text(200) },
  ...{ validFrom: text(40), validTo: text(40), signedAt: text(40), trusted: z.boolean() },
}) satisfies z.ZodType<PackSignature>;

const common = {
  v: z.literal(1),
  key: text(64),
  savedAt: text(40),
  from: z.enum(['written', ...SET_FORMATS]),
  consultations: z.array(consultation).max(200),
  basedOn: z.strictObject({ key: text(64), version: text(60) }).optional(),
};
const keptSet = z.discriminatedUnion('state', [
  z.strictObject({ ...common, state: z.literal('draft'), draft: setDraft }),
  z.strictObject({
    ...common,
    state: z.literal('promulgated'),
    set: criteriaSet,
    decisionFile: z.strictObject({ sha256: text(64), name: text(300), size: z.int().min(0) }).optional(),
    /** The detached CMS in base64url; `own`: made on this machine, so it may be made again. */
    signed: z.strictObject({ cms: z.string(), own: z.boolean(), by: signer }).optional(),
  }),
]);
/** As it lies in the store. What is promulgated never changes but for its signature. */
export type KeptSet = z.output<typeof keptSet>;
export type KeptDraft = Extract<KeptSet, { readonly state: 'draft' }>;
export type FrozenSet = Extract<KeptSet, { readonly state: 'promulgated' }>;
type Fresh<T> = T extends KeptSet ? Omit<T, 'v' | 'key' | 'savedAt'> : never;
export type NewSet = Fresh<KeptSet>;

export type LibraryStore = {
  /** In the order in which they came. `unread`: kept by another version of the application, and left alone. */
  readonly all: () => Promise<{ readonly sets: readonly KeptSet[]; readonly unread: number }>;
  readonly read: (key: string) => Promise<KeptSet | undefined>;
  /** Durable when it resolves. `make` sees what is there in its turn. Refuses library-full {most}, set-too-large {kibibytes}, library-newer. */
  readonly add: (make: (there: readonly KeptSet[]) => Promise<Result<NewSet>>) => Promise<Result<KeptSet>>;
  /** Durable when it resolves. Refuses set-unknown, set-too-large {kibibytes}, library-newer. */
  readonly change: (
    key: string,
    make: (was: KeptSet, there: readonly KeptSet[]) => Promise<Result<NewSet>>,
  ) => Promise<Result<KeptSet>>;
  readonly drop: (key: string, may: (was: KeptSet) => Promise<Result<null>>) => Promise<Result<null>>;
};

/** In the store a draft belongs to a book, a seat and a poll; a set belongs to none. */
const NO_BOOK = '0'.repeat(64) as BookId;
const DESK = 'desk';
const placeOf = (key: string): string => `criteria-set/${key}`;
const LIST = 'criteria-library';
const MOST = 100;
/** Characters of one set: as a draft it goes to the screen twice in one message (`MESSAGE_LIMIT`). */
const LARGEST = 2.5 * 1024 * 1024;

const list = z.strictObject({ v: z.literal(1), keys: z.array(text(64)) });

function parsed(json: string | undefined | null): unknown {
  try {
    return JSON.parse(json ?? 'null');
  } catch {
    return undefined;
  }
}

export function openLibraryStore(around: Pick<Surroundings, 'store' | 'ciphers' | 'now'>): LibraryStore {
  const { store } = around;
  let last: Promise<unknown> = Promise.resolve();
  /** The list is read, changed and written whole: one at a time. */
  const inTurn = async <T>(act: () => Promise<T>): Promise<T> => {
    const next = last.then(act, act);
    last = next.catch(() => undefined);
    return await next;
  };
  /** Undefined: another version wrote the list, and nothing may be written over it. */
  const keys = async (): Promise<readonly string[] | undefined> => {
    const read = list.safeParse(parsed(await store.readSetting(LIST)) ?? { v: 1, keys: [] });
    return read.success ? read.data.keys : undefined;
  };
  const saveKeys = async (all: readonly string[]) => await store.saveSetting(LIST, JSON.stringify({ v: 1, keys: all }));
  /** Read once and kept as it is written: nobody else writes here. */
  const held = new Map<string, KeptSet>();
  const read = async (key: string): Promise<KeptSet | undefined> => {
    const known = held.get(key);
    if (known !== undefined) return known;
    const [kept] = await store.readDrafts(NO_BOOK, DESK, placeOf(key));
    const set = keptSet.safeParse(parsed(kept?.text));
    if (set.success) held.set(key, set.data);
    return set.success ? set.data : undefined;
  };
  const readAll = async (given: readonly string[]): Promise<readonly KeptSet[]> => {
    const sets = await Promise.all(given.map(read));
    return sets.filter((set) => set !== undefined);
  };
  const write = async (set: KeptSet): Promise<Result<KeptSet>> => {
    // What could not be read back could neither be shown nor discarded any more.
    if (!keptSet.safeParse(set).success) throw new Error('a set that could not be read back');
    const json = JSON.stringify(set);
    if (json.length > LARGEST) return refuse('set-too-large', { kibibytes: Math.floor(LARGEST / 1024) });
    const saved = await store.saveDraft(NO_BOOK, DESK, placeOf(set.key), 'set', json);
    if (saved.ok) held.set(set.key, set);
    return saved.ok ? ok(set) : saved;
  };
  const stamped = (set: NewSet, key: string): KeptSet => ({ ...set, v: 1, key, savedAt: around.now().toISOString() });

  return {
    all: async () => {
      const known = await keys();
      const sets = await readAll(known ?? []);
      return { sets, unread: known === undefined ? 1 : known.length - sets.length };
    },
    read: async (key) => ((await keys())?.includes(key) === true ? await read(key) : undefined),
    add: (make) =>
      inTurn(async () => {
        const known = await keys();
        if (known === undefined) return refuse('library-newer');
        if (known.length >= MOST) return refuse('library-full', { most: MOST });
        const made = await make(await readAll(known));
        if (!made.ok) return made;
        const written = await write(stamped(made.value, newId(around)));
        if (!written.ok) return written;
        // A crash before this leaves a text that nobody finds, never a key without its text.
        const listed = await saveKeys([...known, written.value.key]);
        return listed.ok ? written : listed;
      }),
    change: (key, make) =>
      inTurn(async () => {
        const known = await keys();
        if (known === undefined) return refuse('library-newer');
        const was = known.includes(key) ? await read(key) : undefined;
        if (was === undefined) return refuse('set-unknown');
        const made = await make(was, await readAll(known));
        return made.ok ? await write(stamped(made.value, key)) : made;
      }),
    drop: (key, may) =>
      inTurn(async () => {
        const known = await keys();
        if (known === undefined) return refuse('library-newer');
        const was = known.includes(key) ? await read(key) : undefined;
        if (was === undefined) return refuse('set-unknown');
        const allowed = await may(was);
        if (!allowed.ok) return allowed;
        const listed = await saveKeys(known.filter((each) => each !== key));
        if (!listed.ok) return listed;
        held.delete(key);
        return await store.dropDrafts(NO_BOOK, DESK, placeOf(key));
      }),
  };
}
