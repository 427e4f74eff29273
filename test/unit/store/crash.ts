// Kills a writing process at random moments and looks whether all it acknowledged is there. Also called by the soak.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { buffer } from 'node:stream/consumers';
import { openStore, type Store } from '../../../electron/store/open-store.ts';
import type { Random } from '../../helpers/seed.ts';
import { bookOf, chainHolds, feedOf, granted, worker } from './samples.ts';

const writer = new URL('./crash-writer.ts', import.meta.url).pathname;
const book = bookOf('crash');

/** Runs the writer, kills it `afterMs` after it began to save, and gives the complete lines it printed. */
async function killedAfter(folder: string, round: number, afterMs: number): Promise<string[]> {
  const child = spawn(process.execPath, [writer, folder, String(round)], { stdio: ['ignore', 'pipe', 'pipe'] });
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
    lines.push(line);
  }
  if ((await ended) !== 'SIGKILL') throw new Error(`the writer ended by itself: ${errors}`);
  return lines;
}

/** What is missing of what was acknowledged, and what is wrong with what is there, as sentences. */
async function faultsIn(store: Store, lines: readonly string[]): Promise<string[]> {
  const faults: string[] = [];
  const runs = new Map((await store.readBook(book)).map((run) => [run.feed as string, run]));
  for (const run of runs.values()) {
    if (!chainHolds(run)) faults.push(`the chain of ${run.feed} is broken`);
    if (run.commits.at(-1)?.seq !== run.entries.length) faults.push(`half a commit at the end of ${run.feed}`);
  }
  const drafts = new Map<string, Map<string, number>>();
  for (const line of lines) {
    const [what, id = '', a = '', b = ''] = line.split(' ');
    if (what === 'entry' && runs.get(feedOf(id))?.entries[Number(a) - 1]?.hash !== b) faults.push(`lost: ${line}`);
    if (what === 'key' && (await store.readKey('seal', id))?.[0] !== Number(a)) faults.push(`lost: ${line}`);
    if (what === 'draft') drafts.set(id, (drafts.get(id) ?? new Map<string, number>()).set(a, Number(b)));
    if (what === 'blob') {
      const opened = await store.openBlob(id);
      const bytes = opened.ok ? await buffer(opened.value.stream) : Buffer.alloc(0);
      if (createHash('sha256').update(bytes).digest('hex') !== id) faults.push(`lost: ${line}`);
    }
  }
  for (const [round, items] of drafts) {
    const kept = new Map(
      (await store.readDrafts(book, 'seat', `poll ${round}`)).map((draft) => [draft.item, draft.text]),
    );
    // A later one may have been saved whose acknowledgement died with the process; an earlier one may not be there.
    for (const [item, value] of items)
      if (!(Number(kept.get(item)) >= value)) faults.push(`lost: draft ${round} ${item} ${value}`);
  }
  return faults;
}

/**
 * `rounds` times in one folder: write, kill at a random moment, open, compare with every acknowledgement so far.
 * @returns how many acknowledgements were checked, and all that was wrong
 */
export async function crashRounds(folder: string, rounds: number, random: Random) {
  const acknowledged: string[] = [];
  const faults: string[] = [];
  for (let round = 0; round < rounds; round++) {
    const afterMs = random.integer(0, 250);
    acknowledged.push(...(await killedAfter(folder, round, afterMs)));
    const store = granted(await openStore({ folder, worker }));
    await store.check();
    faults.push(...(await faultsIn(store, acknowledged)));
    if (readdirSync(join(folder, 'blobs')).some((name) => name.endsWith('.half'))) faults.push('a half file is left');
    await store.close();
  }
  return { acknowledged: acknowledged.filter((line) => line !== 'begun').length, faults };
}
