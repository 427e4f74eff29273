// A page's own feed: an entry is signed and durable here before it is sent, and the same bytes are sent until taken.
import { toHex } from '../../shared/base/bytes.ts';
import type { FeedId, Hash } from '../../shared/base/ids.ts';
import { type Refusal, refusal } from '../../shared/base/result.ts';
import { commitMessage, makeEntry } from '../../shared/book/entry.ts';
import { writeBody } from '../../shared/book/fact.ts';
import { readHead, writeHead } from '../../shared/book/head.ts';
import type { StatementKind, StatementOf } from '../../shared/book/statements.ts';
import { newFeed, nextEntry, type OwnFeed } from '../../shared/book/write-entry.ts';
import type { Kept } from './page-kept.ts';
import type { EntryRecord, Write } from './page-store.ts';
import { newQueue } from './told.ts';

/** Longest stretch sent at once, UTF-16 units; well below what a link takes. */
const SEND_LIMIT = 2_000_000;
export const isOutage = ({ code }: Refusal): boolean => code === 'link-lost';

export type PageFeed = {
  /** Own entries that count, of earlier feeds too, in order. */
  readonly entries: () => readonly EntryRecord[];
  readonly isReceived: (entry: EntryRecord) => boolean;
  readonly pending: () => number;
  readonly stuck: () => Refusal | undefined;
  /** Writes one entry; `make` is given its place and returns the body and what belongs in the same transaction. */
  readonly say: <K extends StatementKind>(
    kind: K,
    make: (place: { readonly feed: FeedId; readonly seq: number }) => Promise<SayWhat<K>>,
  ) => Promise<EntryRecord>;
  /** Sends what waits; resolves when nothing more can be sent now. */
  readonly send: () => Promise<void>;
  /** Compares with what the recording device has, then sends. */
  readonly meet: () => Promise<void>;
  /** Resolves when what is being written is written. */
  readonly settled: () => Promise<void>;
};
type SayWhat<K extends StatementKind> = {
  readonly body: StatementOf<K>;
  readonly write?: Omit<Write, 'seat' | 'entry'>;
};

export async function openPageFeed(
  kept: Kept,
  seen: () => { readonly seq: number; readonly hash: Hash } | undefined,
): Promise<PageFeed> {
  const { parts, book } = kept;
  const { sha256, toBase64, random } = parts.ciphers;
  let stuck: Refusal | undefined;
  let earlier: EntryRecord[] = [];
  for (const { feed, upTo } of kept.record().earlier)
    earlier.push(...(await parts.store.entries(book, feed)).filter(({ seq }) => seq <= upTo));
  let entries = [...(await parts.store.entries(book, kept.record().feed))];
  const oneAfterAnother = newQueue();
  const onePost = newQueue();

  const tip = (): OwnFeed => {
    const fresh = newFeed(sha256, {
      book,
      feed: kept.record().feed,
      key: toBase64(parts.keys.key) as OwnFeed['key'],
      seat: kept.seat,
      via: 'page',
    });
    const last = entries.at(-1);
    return last ? { ...fresh, seq: last.seq, hash: last.hash } : fresh;
  };

  const sign = async (own: OwnFeed, kind: string, body: string): Promise<EntryRecord> => {
    const now = seen();
    const next = nextEntry(sha256, own, { kind, body, at: parts.now(), ...(now ? { seen: now } : {}) });
    let { entry, message } = next;
    const continues = kept.record().continues;
    if (own.seq === 0 && continues) {
      const head = readHead(entry.head);
      if (!head.ok) throw new Error(head.refusal.code);
      entry = makeEntry(sha256, own.hash, writeHead({ ...head.value, continues }), body);
      message = commitMessage(book, own.feed, 1, entry.hash);
    }
    const sig = toBase64(await parts.keys.sign(message));
    return {
      book,
      feed: own.feed,
      seq: own.seq + 1,
      kind,
      head: entry.head,
      body,
      bodyHash: entry.bodyHash,
      hash: entry.hash,
      sig,
    };
  };

  /** The device's feed goes on somewhere we do not know of: it is never continued, a new one names its last known head. */
  const renew = async (known: { readonly seq: number; readonly hash: string }, common: number) => {
    const { feed } = kept.record();
    const last = entries.at(-1);
    const continues = last
      ? { feed, seq: last.seq, hash: last.hash }
      : { feed, seq: known.seq, hash: known.hash as Hash };
    const lost = entries.length - common;
    await kept.keep({
      feed: toHex(random(16)) as FeedId,
      earlier: [...kept.record().earlier, { feed, upTo: common }],
      continues,
      received: 0,
    });
    earlier = [...earlier, ...entries.slice(0, common)];
    entries = [];
    stuck = refusal('feed-renewed', { lost });
  };

  const compare = async (): Promise<boolean> => {
    const there = await parts.call('feed.tip', { book, feed: kept.record().feed });
    if (!there.ok) {
      stuck = isOutage(there.refusal) ? stuck : there.refusal;
      return false;
    }
    const { seq, hash } = there.value;
    if (seq === 0 || entries[seq - 1]?.hash === hash) {
      if (seq !== kept.record().received) await kept.keep({ received: seq });
      return true;
    }
    await renew({ seq, hash }, Math.min(kept.record().received, seq, entries.length));
    return true;
  };

  const post = async (): Promise<void> => {
    let compared = false;
    for (;;) {
      const waiting = cut(entries.slice(kept.record().received));
      const [first] = waiting;
      if (first === undefined) break;
      const run = {
        feed: first.feed,
        from: first.seq,
        entries: waiting.map(({ head, body }) => ({ head, body })),
        commits: waiting.map(({ seq, sig }) => ({ seq, sig })),
      };
      const taken = await parts.call('feed.append', { book, run });
      if (taken.ok) {
        stuck = undefined;
        await kept.keep({ received: first.seq + waiting.length - 1 });
      } else if (isOutage(taken.refusal)) break;
      else if (compared || !(await oneAfterAnother(compare))) {
        stuck = taken.refusal;
        break;
      } else compared = true;
      kept.changed.tell();
    }
    kept.changed.tell();
  };

  return {
    entries: () => [...earlier, ...entries],
    isReceived: ({ feed, seq }) => feed !== kept.record().feed || seq <= kept.record().received,
    pending: () => entries.length - kept.record().received,
    stuck: () => stuck,
    say: async (kind, make) =>
      await oneAfterAnother(async () => {
        const own = tip();
        const { body, write } = await make({ feed: own.feed, seq: own.seq + 1 });
        const entry = await sign(own, kind, writeBody(body as Parameters<typeof writeBody>[0]));
        await parts.store.write({ ...write, entry });
        entries = [...entries, entry];
        kept.changed.tell();
        return entry;
      }),
    send: async () => await onePost(post),
    settled: async () => await oneAfterAnother(async () => {}),
    meet: async () =>
      await onePost(async () => {
        const met = await oneAfterAnother(compare);
        if (met) await post();
      }),
  };
}

/** As many whole entries as one message takes; always at least one. */
function cut(entries: readonly EntryRecord[]): readonly EntryRecord[] {
  let size = 0;
  const upTo = entries.findIndex(({ head, body }, at) => {
    size += head.length + body.length;
    return at > 0 && (size > SEND_LIMIT || at >= 1_000);
  });
  return upTo === -1 ? entries : entries.slice(0, upTo);
}
