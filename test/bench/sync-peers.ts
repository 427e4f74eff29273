// The same marks in what others have built: the whole record into an empty replica, and one new sheet into that one, durable.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { dice } from '../../electron/command/played-marks.ts';
import { bareFsyncWrite } from './bare-fsync.ts';
import { median, rounded, roundedAll, timed } from './figures.ts';
import { withFolder } from './host-in.ts';
import { LARGE, marksOf } from './played-book.ts';
import { remarkOf } from './remarks.ts';
import { benchmark as ours } from './sync.ts';

const PEERS = fileURLToPath(new URL('./peers', import.meta.url));
const NEW_SHEETS = 9;

/** A member's marks of one platform in one round: one change in each of them, as one ballot is one entry of ours. */
export type Sheet = { readonly name: string; readonly items: readonly (readonly [string, string])[] };
/** How one of them writes, what it sends and how it takes that in. */
export type Peer = {
  readonly write: (sheet: Sheet) => void;
  /** All there is; afterwards `news` starts here. */
  readonly all: () => Uint8Array;
  /** What was written since. */
  readonly news: () => Uint8Array;
  readonly empty: () => { readonly take: (bytes: Uint8Array) => void; readonly marks: () => number };
};

function sheets(): readonly Sheet[] {
  const roll = dice(7);
  const { members, platforms, rounds, criteria } = LARGE;
  const names = Array.from({ length: platforms * rounds * members }, (_, at) => `${at}`);
  return names.map((name) => ({ name, items: itemsOf(roll, criteria) }));
}

const itemsOf = (roll: ReturnType<typeof dice>, criteria: number): Sheet['items'] =>
  Array.from({ length: criteria }, (_, at) => {
    const mark = roll(30) === 0 ? 'not-met' : 'met';
    return [`${Math.floor(at / 10) + 1}.${(at % 10) + 1}`, JSON.stringify({ mark, remark: remarkOf(roll) })] as const;
  });

/** Whether they are here now; fetched into a folder of their own, at the versions that are pinned there. */
function areFetched(): boolean {
  if (existsSync(path.join(PEERS, 'node_modules'))) return true;
  try {
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    const words = ['install', '--no-package-lock', '--no-audit', '--no-fund', '--ignore-scripts'];
    execFileSync(npm, words, { cwd: PEERS, stdio: ['ignore', 'ignore', 'ignore'], timeout: 120_000 });
    return true;
  } catch {
    return false;
  }
}

async function figuresOf(
  folder: string,
  name: string,
  peer: Peer,
  record: readonly Sheet[],
): Promise<Record<string, number>> {
  const written = await timed(() => {
    for (const sheet of record) peer.write(sheet);
  });
  const all = peer.all();
  const { value: replica, ms } = await timed(() => {
    const empty = peer.empty();
    empty.take(all);
    bareFsyncWrite(path.join(folder, `${name}-all`), all);
    return empty;
  });
  if (replica.marks() !== marksOf(LARGE)) throw new Error(`${name} has ${replica.marks()} marks`);
  const roll = dice(11);
  const ones: number[] = [];
  let bytes = 0;
  for (let at = 0; at < NEW_SHEETS; at++) {
    peer.write({ name: `new ${at}`, items: itemsOf(roll, LARGE.criteria) });
    const news = peer.news();
    bytes = news.length;
    const one = await timed(() => {
      replica.take(news);
      bareFsyncWrite(path.join(folder, `${name}-news`), news);
    });
    ones.push(one.ms);
  }
  return {
    [`${name}_written_ms`]: written.ms,
    [`${name}_whole_ms`]: ms,
    [`${name}_whole_marks_per_s`]: (marksOf(LARGE) / ms) * 1_000,
    [`${name}_wire_bytes_per_mark`]: all.length / marksOf(LARGE),
    [`${name}_new_sheet_ms`]: median(ones),
    [`${name}_new_sheet_bytes`]: bytes,
  };
}

export async function benchmark() {
  const own = await ours();
  if (!areFetched()) {
    console.error(
      'Không tải được yjs, loro-crdt, automerge: chỉ đo phần của mình. / yjs, loro-crdt and automerge could not be fetched: only our own figures.',
    );
    return own;
  }
  const { peers } = await import('./peers/peers.ts');
  const record = sheets();
  const theirs: Record<string, number> = {};
  const whole = Number(own.figures['whole_marks_per_s_120']);
  for (const [name, open] of Object.entries(peers)) {
    const figures = await withFolder(async (folder) => await figuresOf(folder, name, await open(), record));
    Object.assign(theirs, figures);
    theirs[`whole_times_faster_than_${name}`] = rounded(whole / (figures[`${name}_whole_marks_per_s`] ?? Number.NaN));
  }
  return { figures: { ...own.figures, ...roundedAll(theirs) }, targets: own.targets };
}
