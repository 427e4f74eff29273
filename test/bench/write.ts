// What one act costs until it is on the disk, beside a bare write+fsync of the same bytes: a draft, an entry, a ballot.
import path from 'node:path';
import { linkTo, must } from '../../electron/command/played-table.ts';
import { cast, reopen } from '../../electron/host/ballots.ts';
import { type LiveBook, recordingOf, seatFeedOf, state } from '../../electron/host/live-book.ts';
import { openRound } from '../../electron/host/rounds.ts';
import type { Surroundings } from '../../electron/host/surroundings.ts';
import type { BookId, FeedId } from '../../shared/base/ids.ts';
import type { Entry } from '../../shared/book/entry.ts';
import { writeBody } from '../../shared/book/fact.ts';
import { seatsInOrder } from '../../shared/book/seating.ts';
import { commitFacts, newFeed } from '../../shared/book/write-entry.ts';
import { bareFsyncWrite } from './bare-fsync.ts';
import { openBareWorker } from './bare-worker.ts';
import { draftSyncs } from './count-draft-syncs.ts';
import { median, roundedAll, timed } from './figures.ts';
import { hostIn, withFolder } from './host-in.ts';
import { declareAll, markerFor, openMeeting } from './played-book.ts';

const COUNCIL = { members: 15, platforms: 2, rounds: 1, criteria: 120 };
const ROUNDS = { draft: 300, entry: 150, cast: 60 };

type Bare = { readonly file: string; readonly worker: ReturnType<typeof openBareWorker> };
type Times = { readonly ours: number[]; readonly bare: number[]; readonly thread: number[] };

/** Ours and the bare ones in turn, so that the disk is in the same mood for all. */
async function beside(
  bare: Bare,
  rounds: number,
  ours: (round: number) => Promise<{ readonly ms: number; readonly bytes: number }>,
): Promise<Times> {
  const times: Times = { ours: [], bare: [], thread: [] };
  for (let round = 0; round < rounds; round++) {
    const { ms, bytes } = await ours(round);
    times.ours.push(ms);
    const same = new Uint8Array(bytes).fill(round);
    times.bare.push(bareFsyncWrite(bare.file, same));
    times.thread.push(await bare.worker.write(`${bare.file}-thread`, same));
  }
  return times;
}

const figuresOf = (name: string, { ours, bare, thread }: Times): Record<string, number> => ({
  [`${name}_ms`]: median(ours),
  [`${name}_bare_ms`]: median(bare),
  [`${name}_bare_thread_ms`]: median(thread),
  [`${name}_ratio`]: median(ours) / median(bare),
  [`${name}_thread_ratio`]: median(ours) / median(thread),
});

const SIGNATURE = 64;
const sizeOf = ({ head, body }: Entry): number => Buffer.byteLength(head) + Buffer.byteLength(body ?? '') + SIGNATURE;

/** Bytes of the last entry of a seat and of the ruling on it. */
const lastBytes = (live: LiveBook, seat: string): number =>
  [seatFeedOf(live, seat), recordingOf(live)]
    .flatMap((held) => live.book.feeds.get(held?.own.feed ?? ('' as never))?.entries.at(-1) ?? [])
    .reduce((sum, entry) => sum + sizeOf(entry), 0);

/** Finished, signed entries of one feed, appended to the store as they are. */
async function finished(bare: Bare, { store, ciphers }: Surroundings, live: LiveBook, seat: string): Promise<Times> {
  const held = seatFeedOf(live, seat);
  if (held === undefined) throw new Error('the desk holds no seat');
  const book = 'b'.repeat(64) as BookId;
  let own = newFeed(ciphers.sha256, { ...held.own, book, feed: 'f'.repeat(32) as FeedId });
  const declared = Object.keys(live.state.platforms).map((platform) => ({ platform, conflict: false }));
  return await beside(bare, ROUNDS.entry, async () => {
    const fact = { kind: 'interest-declared', body: writeBody({ declared }), at: '2026-11-23T01:30:00.000Z' };
    const made = await commitFacts(ciphers.sha256, own, [fact], held.device.sign, ciphers.toBase64);
    own = made.own;
    const { ms, value } = await timed(() => store.append(book, [made.run]));
    must(value, 'append');
    return { ms, bytes: made.run.entries.reduce((sum, entry) => sum + sizeOf(entry), 0) };
  });
}

/** A declaration made again and again: decided, signed, ruled, the ruling signed, both appended. */
const entries = async (bare: Bare, around: Surroundings, live: LiveBook, seat: string): Promise<Times> => {
  const declared = Object.keys(live.state.platforms).map((platform) => ({ platform, conflict: false }));
  return await beside(bare, ROUNDS.entry, async () => {
    const { ms, value } = await timed(() =>
      state(around, live, seat, async () => ({ kind: 'interest-declared', body: { declared } })),
    );
    must(value, 'interest-declared');
    return { ms, bytes: lastBytes(live, seat) };
  });
};

export async function benchmark() {
  return await withFolder(async (folder) => {
    const headless = await hostIn(path.join(folder, 'host'));
    const { around } = headless.host.desk;
    const worker = openBareWorker();
    const bare: Bare = { file: path.join(folder, 'bare'), worker };
    try {
      const live = await openMeeting(headless, COUNCIL);
      const recorder = live.state.opened?.recorder ?? ('' as never);
      await declareAll(around, live);
      const said = await entries(bare, around, live, recorder);
      const entry = await finished(bare, around, live, recorder);

      const { poll } = must(await openRound(around, live, Object.keys(live.state.platforms)[0] ?? ''), 'round');
      const marker = markerFor(around, live, COUNCIL);
      for (const { seat } of seatsInOrder(live.state)) await marker.fill(seat, poll);

      const desk = linkTo(headless);
      must(await desk.call('desk.enter', { token: headless.deskToken }), 'desk');
      const draft = await beside(bare, ROUNDS.draft, async (round) => {
        const criterion = marker.ids[round % marker.ids.length] ?? '';
        const item = marker.item();
        const saved = await timed(() => desk.call('draft.save', { book: live.id, poll, criterion, item }));
        must(saved.value, 'draft');
        return { ms: saved.ms, bytes: Buffer.byteLength(JSON.stringify(item)) };
      });

      const again = async () => must(await reopen(around, live, recorder, poll, 'other'), 'reopen');
      const ballot = await beside(bare, ROUNDS.cast, async (round) => {
        if (round > 0) await again();
        const done = await timed(() => cast(around, live, recorder, poll));
        must(done.value, 'cast');
        return { ms: done.ms, bytes: lastBytes(live, recorder) };
      });
      const called = await beside(bare, ROUNDS.cast, async () => {
        await again();
        const done = await timed(() => desk.call('ballot.cast', { book: live.id, poll }));
        must(done.value, 'ballot.cast');
        return { ms: done.ms, bytes: lastBytes(live, recorder) };
      });
      await headless.close();

      const syncs = draftSyncs(folder);
      const figures = {
        ...figuresOf('draft', draft),
        ...(syncs === undefined ? {} : { draft_fsyncs: syncs }),
        ...figuresOf('entry', entry),
        ...figuresOf('said', said),
        cast_ms: median(ballot.ours),
        cast_bare_ms: median(ballot.bare),
        cast_bare_thread_ms: median(ballot.thread),
        cast_over_bare_ms: median(ballot.ours) - median(ballot.bare),
        cast_called_over_bare_ms: median(called.ours) - median(called.bare),
      };
      const targets = {
        draft_ratio: '<= 1.5',
        ...(syncs === undefined ? {} : { draft_fsyncs: '<= 1' }),
        entry_ratio: '<= 2.0',
        cast_over_bare_ms: '<= 3',
      };
      return { figures: roundedAll(figures), targets };
    } finally {
      await worker.close();
    }
  });
}
