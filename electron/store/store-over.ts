// The store's questions in its own words: every value passes the edge on its way in and out.
import type { BookId, FeedId, Hash } from '../../shared/base/ids.ts';
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import { type Ask, StoreFault } from './connect-store.ts';
import { coveredText, type Edge, UnreadableValue } from './protect.ts';
import type { CallName, Calls } from './requests.ts';
import { fromRows, type RowRun, toRows } from './row.ts';
import type { Fork } from './shapes.ts';
import type { Values } from './store.ts';

const nothing = <T>(result: Result<T>): Result<null> => (result.ok ? ok(null) : result);
const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

/** An edge whose unreadable values carry a code. */
function carefully<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof UnreadableValue)) throw error;
    throw new StoreFault({ code: 'store-unreadable', params: { place: error.place } }, error);
  }
}

export function storeOver(ask: Ask, edge: Edge): Values {
  const read = async <N extends CallName>(name: N, input: Calls[N]['in']): Promise<Calls[N]['out']> => {
    const result = await ask(name, input);
    if (!result.ok) throw new StoreFault(result.refusal);
    return result.value;
  };
  const cover = (text: string, place: string) => coveredText(edge, text, place);
  const uncover = (value: Uint8Array, place: string) => carefully(() => edge.uncoverText(value, place));
  const unpack = (book: BookId, rows: readonly RowRun[]) => carefully(() => fromRows(book, rows, edge));
  const draftPlace = (book: string, seat: string, poll: string, item: string) =>
    `draft/${book}/${seat}/${poll}/${item}`;

  return {
    async append(book, runs, also = {}) {
      const card = also.card === undefined ? null : cover(also.card, `card/${book}`);
      const ownFeeds = (also.ownFeeds ?? []).map(({ feed, text }) => ({
        feed,
        value: cover(text, `own/${book}/${feed}`),
      }));
      return ask('append', { book, runs: toRows(book, runs, edge), card, ownFeeds });
    },
    async readBook(book) {
      return unpack(book, await read('readFeeds', { book, feed: null, from: 1 }));
    },
    readBooks: async () => (await read('readBooks', {})) as readonly BookId[],
    async readFeed(book, feed, from = 1) {
      const [run] = unpack(book, await read('readFeeds', { book, feed, from }));
      return run ?? { feed, from, entries: [], commits: [] };
    },
    async readHeads(book) {
      const heads = await read('readHeads', { book });
      return heads.map(({ feed, seq, hash }) => ({ feed: feed as FeedId, seq, hash: hash as Hash }));
    },
    async readForks(book) {
      const runs = unpack(book, await read('readForks', { book }));
      const forks: Fork[] = [];
      for (let at = 0; at < runs.length; at += 2) {
        const [kept, other] = runs.slice(at, at + 2);
        if (kept && other) forks.push({ feed: kept.feed, seq: kept.from, kept, other });
      }
      return forks;
    },
    async readOwnFeeds(book) {
      const rows = await read('readOwnFeeds', { book });
      return rows.map(({ feed, value }) => ({ feed: feed as FeedId, text: uncover(value, `own/${book}/${feed}`) }));
    },
    eraseBody: async (book, feed, seq) => nothing(await ask('eraseBody', { book, feed, seq })),
    async saveDraft(book, seat, poll, item, text) {
      const value = cover(text, draftPlace(book, seat, poll, item));
      return nothing(await ask('saveDraft', { book, seat, poll, item, value }));
    },
    async readDrafts(book, seat, poll) {
      const rows = await read('readDrafts', { book, seat, poll });
      return rows.map(({ item, value }) => ({ item, text: uncover(value, draftPlace(book, seat, poll, item)) }));
    },
    async readAllDrafts() {
      const rows = await read('readAllDrafts', {});
      return rows.map(({ book, seat, poll, item, value }) => uncover(value, draftPlace(book, seat, poll, item)));
    },
    dropDrafts: async (book, seat, poll) => nothing(await ask('dropDrafts', { book, seat, poll })),
    saveCard: async (book, text) => nothing(await ask('saveCard', { book, value: cover(text, `card/${book}`) })),
    async readCards() {
      const rows = await read('readCards', {});
      return rows.map(({ book, value }) => ({ book: book as BookId, text: uncover(value, `card/${book}`) }));
    },
    saveCheckpoint: async (book, { head, text }) =>
      nothing(await ask('saveCheckpoint', { book, head, value: cover(text, `checkpoint/${book}/${head}`) })),
    async readCheckpoint(book) {
      const row = await read('readCheckpoint', { book });
      if (!row) return null;
      return { head: row.head as Hash, text: uncover(row.value, `checkpoint/${book}/${row.head}`) };
    },
    saveSetting: async (name, text) =>
      nothing(await ask('saveSetting', { name, value: cover(text, `setting/${name}`) })),
    async readSetting(name) {
      const value = await read('readSetting', { name });
      return value && uncover(value, `setting/${name}`);
    },
    async readSettings() {
      return (await read('readSettings', {})).map(({ name, value }) => uncover(value, `setting/${name}`));
    },
    async saveKey(kind, id, bytes) {
      const place = `key/${kind}/${id}`;
      const saved = await ask('saveKey', { kind, id, value: edge.coverBytes(bytes, place) });
      if (!saved.ok) return saved;
      const { found } = saved.value;
      if (found === null) return ok(null);
      const before = carefully(() => edge.uncoverBytes(found, place));
      return sameBytes(before, bytes) ? ok(null) : refuse('key-exists', { kind, id });
    },
    async readKey(kind, id) {
      const value = await read('readKey', { kind, id });
      return value && carefully(() => edge.uncoverBytes(value, `key/${kind}/${id}`));
    },
    listKeys: (kind) => read('listKeys', { kind }),
    dropKey: async (kind, id) => nothing(await ask('dropKey', { kind, id })),
    async check() {
      await read('check', {});
    },
    async close() {
      await read('close', {});
    },
  };
}
