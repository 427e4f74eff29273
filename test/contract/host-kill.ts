// Kills a working host at random moments and looks whether everything it acknowledged is there. Also called by the soak.
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { places } from '../../electron/headless.ts';
import { nodeSha256 } from '../../electron/seal/node-ciphers.ts';
import { nodeVerify } from '../../electron/seal/node-keys.ts';
import { openStore, type Store } from '../../electron/store/open-store.ts';
import type { BookId } from '../../shared/base/ids.ts';
import { audit } from '../../shared/book/audit.ts';
import { appendRun, checkRun, emptyBook, wireRun } from '../../shared/book/book.ts';
import { keyCommit } from '../../shared/book/decide-ballot.ts';
import type { State } from '../../shared/book/state.ts';
import type { Random } from '../helpers/seed.ts';
import type { Task } from './host-kill-writer.ts';
import { deskCast, inRound, type Meeting, pageCast, pageNo, seatNo, stateOf } from './host-meeting.ts';
import { clientTo, deskOf, granted, openRoom, seen } from './host-room.ts';
import { releaseAs, returnSeat, stateAs } from './host-seat.ts';

const writer = new URL('./host-kill-writer.ts', import.meta.url).pathname;

/** Lines of one life, which ends `afterMs` after its first word. */
async function oneLife(task: Task, afterMs: number): Promise<string[]> {
  const file = join(task.folder, '..', `task-${task.book.slice(0, 8)}.json`);
  writeFileSync(file, JSON.stringify(task), { mode: 0o600 });
  const child = spawn(process.execPath, [writer, file], { stdio: ['ignore', 'pipe', 'pipe'] });
  let errors = '';
  child.stderr.on('data', (data: Buffer) => {
    errors += data.toString();
  });
  const ended = new Promise<NodeJS.Signals | null>((resolve) => {
    child.once('exit', (_, signal) => resolve(signal));
  });
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    if (line === 'begun') setTimeout(() => child.kill('SIGKILL'), afterMs);
    else lines.push(line);
  }
  if ((await ended) !== 'SIGKILL') throw new Error(`the host ended by itself: ${errors}`);
  return lines;
}

/** The book as a stranger would check it: every chain from its start, every signature, every ruling judged again. */
async function stateIn(store: Store, id: string, faults: string[]): Promise<State | undefined> {
  const book = emptyBook(id as BookId);
  for (const run of await store.readBook(book.id)) {
    const checked = await checkRun(book, wireRun(run), nodeSha256, nodeVerify);
    if (checked.ok) appendRun(book, checked.value);
    else faults.push(`feed ${run.feed}: ${checked.refusal.code}`);
  }
  const { state, deviations } = audit(book, nodeSha256);
  faults.push(...deviations.map(({ kind, what }) => `${what}: ${kind}`));
  const entries = book.feeds.get(state?.recording.feed ?? ('' as never))?.entries.length;
  if (state === undefined || state.readOnly || state.recording.seq !== entries)
    faults.push('the book does not fold to its end');
  for (const log of book.feeds.values())
    if (log.feed !== state?.recording.feed && state?.feeds[log.feed]?.ruledTo.seq !== log.entries.length)
      faults.push(`feed ${log.feed} holds what was never ruled`);
  return state;
}

/** What is missing of what was acknowledged, and what is wrong with what is there, as sentences. */
export async function faultsIn(store: Store, task: Task, lines: readonly string[]): Promise<string[]> {
  const faults: string[] = [];
  await store.check();
  const state = await stateIn(store, task.book, faults);
  const ballots = state?.polls[task.poll]?.ballots ?? {};
  const drafts = new Map<string, number>();
  for (const line of lines) {
    const [what, a = '', b = '', commit] = line.split(' ');
    if (what === 'draft') drafts.set(a, Number(b));
    if (what === 'reopen' && ballots[b]?.status !== 'superseded') faults.push(`lost: ${line}`);
    if (what !== 'cast') continue;
    const ballot = ballots[b];
    if (ballot === undefined || ballot.seat !== task.seats[Number(a)]) faults.push(`lost: ${line}`);
    else if (commit !== undefined && ballot.commit !== (commit as never)) faults.push(`changed: ${line}`);
    else if (commit === undefined) {
      const key = await store.readKey('ballot', ballot.commit);
      if (key === null || keyCommit(nodeSha256, key) !== (ballot.commit as string)) faults.push(`no key: ${line}`);
    }
  }
  const rows = await store.readDrafts(task.book as BookId, task.seats[1] ?? '', task.poll);
  const kept = new Map(rows.map(({ item, text }) => [item, Number((JSON.parse(text) as { remark: string }).remark)]));
  for (const [criterion, n] of drafts)
    if (!((kept.get(criterion) ?? 0) >= n)) faults.push(`lost: draft ${criterion} ${n}`);
  return faults;
}

/** After the last kill the meeting ends as meetings do: what nobody has the key of is cast again, all is counted. */
async function goOn(task: Task, lines: readonly string[]): Promise<number> {
  const at = await openRoom(task.folder);
  try {
    const { book, poll, seats } = task;
    const meeting: Meeting = { at, desk: await deskOf(at), book, seats, platforms: [], pages: new Map() };
    await seen(meeting.desk, 'session', { book });
    const keys = new Map(
      lines.filter((line) => /^cast [^1]/.test(line)).map((line) => [line.split(' ')[2], line.split(' ')[4] ?? '']),
    );
    const casts = new Map<number, { readonly entry: string; readonly key: Uint8Array }>();
    for (const { number, secret, feed } of task.pages) {
      const back = granted(await returnSeat(clientTo(at, `seat ${number}`), book, secret));
      const tip = granted(await back.client.call('feed.tip', { book, feed }));
      const page = { ...back, own: { ...back.own, feed: feed as never, seq: tip.seq, hash: tip.hash as never } };
      meeting.pages.set(number, page);
      const entry = stateOf(meeting).polls[poll]?.standing[seatNo(meeting, number)];
      const key = keys.get(entry);
      if (entry !== undefined && key !== undefined) casts.set(number, { entry, key: Buffer.from(key, 'hex') });
      else {
        if (entry !== undefined)
          await stateAs(page, { kind: 'ballot-reopened', body: { poll, ballot: entry, reason: 'slip' } });
        casts.set(number, await pageCast(meeting, number, poll));
      }
    }
    if (stateOf(meeting).polls[poll]?.standing[seatNo(meeting, 1)] === undefined) await deskCast(meeting, poll);
    granted(await meeting.desk.call('round.reveal', { book, poll }));
    for (const [number, { entry, key }] of casts) {
      const code = await releaseAs(pageNo(meeting, number), { poll, entry, key });
      if (code !== 'ok') throw new Error(code);
    }
    return (
      (await seen(meeting.desk, 'results', { book })).platforms[0]?.sheets.filter(({ valid }) => valid).length ?? 0
    );
  } finally {
    await at.headless.close();
  }
}

/**
 * `rounds` times on one folder: work, kill, read back, compare with every acknowledgement so far; then the meeting ends.
 * @returns how many acknowledgements there were, all that was wrong, and how many sheets were counted at the end of five
 */
export async function killRounds(folder: string, rounds: number, random: Random) {
  const at = await openRoom(folder);
  const { meeting, poll } = await inRound(at);
  const pages = [...meeting.pages].map(([number, { secret, own }]) => ({ number, secret, feed: own.feed as string }));
  await at.headless.close();
  const lines: string[] = [];
  const faults: string[] = [];
  for (let round = 0; round < rounds; round++) {
    const task = { folder, book: meeting.book, poll, seats: meeting.seats, pages, from: round * 100_000 };
    lines.push(...(await oneLife(task, random.integer(0, 800))));
    const store = granted(await openStore({ folder, worker: places.storeWorker }));
    faults.push(...(await faultsIn(store, task, lines)).map((fault) => `round ${round}: ${fault}`));
    await store.close();
    if (faults.length > 0) break;
  }
  const task = { folder, book: meeting.book, poll, seats: meeting.seats, pages, from: 0 };
  return { acknowledged: lines.length, faults, sheets: await goOn(task, lines) };
}
