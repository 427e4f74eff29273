// What must hold of every history: a valid book, whatever came when, and the same state wherever it is copied.

import { nodeVerify } from '../../electron/seal/node-keys.ts';
import { audit } from '../../shared/book/audit.ts';
import { appendRun, type Book, checkRun, emptyBook, wireRun } from '../../shared/book/book.ts';
import type { Run } from '../../shared/book/entry.ts';
import { advance, fold } from '../../shared/book/fold.ts';
import type { State } from '../../shared/book/state.ts';
import { stateHash } from '../../shared/book/state-hash.ts';
import type { Role } from '../../shared/council/roles.ts';
import type { CouncilRules } from '../../shared/council/rules.ts';
import { setOf } from '../unit/results/given.ts';
import type { History } from './history.ts';
import { playHistory } from './history-play.ts';
import { openTable, sha256 } from './history-table.ts';
import { type Random, randomFrom } from './seed.ts';

const ROLES: readonly Role[] = ['chair', 'secretary', 'vice-chair', 'reviewer', 'member', 'member', 'member'];

/** One history by its seed; `arrival` varies in what order the recorder hears of it. */
export function historyOf(
  seed: number,
  arrival: number,
  profiles: readonly CouncilRules[],
  isSigned: boolean,
): History {
  const random = randomFrom(seed);
  const rules = random.pick(profiles);
  const roles = ROLES.slice(0, random.integer(5, ROLES.length));
  const platforms = random.integer(1, 2);
  const bare = random.chance(50) ? [roles.length - 1] : [];
  const table = openTable({ rules, roles, set: setOf('pa'), platforms, isSigned, bare });
  const history = { table, random, arrival: randomFrom(arrival), platforms, serial: 0 };
  playHistory(history, 40);
  return history;
}

/** Whole commits of every feed, in the order of each feed and in any order between feeds, some of them twice. */
function runsOf(book: Book, random: Random): Run[] {
  const left = [...book.feeds.values()].map((log) => ({ log, sent: 0 }));
  const runs: Run[] = [];
  while (left.some(({ log, sent }) => sent < log.entries.length)) {
    const each = random.pick(left.filter(({ log, sent }) => sent < log.entries.length));
    const ends = each.log.commits.map(({ seq }) => seq).filter((seq) => seq > each.sent);
    const isFirst = each.sent === 0 && each.log.entries[0]?.hash === (book.id as string);
    const upTo = isFirst ? 1 : (ends[random.integer(0, Math.min(ends.length - 1, 8))] as number);
    const run = {
      feed: each.log.feed,
      from: each.sent + 1,
      entries: each.log.entries.slice(each.sent, upTo),
      commits: each.log.commits.filter(({ seq }) => seq > each.sent && seq <= upTo),
    };
    each.sent = upTo;
    runs.push(run);
    if (random.chance(10)) runs.push(run);
  }
  return runs;
}

/** Copies a book run by run as a peer would, folding as it comes; gives the state it ends in. */
export async function replicate({ table }: History, random: Random): Promise<State> {
  const copy = emptyBook(table.book.id);
  let state: State | undefined;
  for (const run of runsOf(table.book, random)) {
    const checked = await checkRun(copy, wireRun(run), sha256, table.isSigned ? nodeVerify : () => true);
    if (!checked.ok) {
      if (checked.refusal.code === 'run-gap') continue;
      throw new Error(`a run was refused: ${checked.refusal.code}`);
    }
    appendRun(copy, checked.value);
    if (state === undefined) state = fold(copy, sha256);
    else advance(state, copy, sha256);
  }
  if (state === undefined) throw new Error('the copy does not fold');
  return state;
}

export const auditOf = ({ table }: Pick<History, 'table'>) => audit(table.book, sha256).deviations;
export const hashOf = (state: State): string => stateHash(sha256, state);
