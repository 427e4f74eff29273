// Decides what seats stated, run by run, each on the state that those before leave: what the recording machine then rules.
import type { FeedId, Hash } from '../../shared/base/ids.ts';
import { applyStatement } from '../../shared/book/apply-statement.ts';
import { decide } from '../../shared/book/decide.ts';
import type { Entry } from '../../shared/book/entry.ts';
import { readFact } from '../../shared/book/fact.ts';
import type { State } from '../../shared/book/state.ts';
import { STATEMENTS, type Statement } from '../../shared/book/statements.ts';
import type { Ruled } from './live-book.ts';
import type { Surroundings } from './surroundings.ts';

export type Stretch = {
  readonly feed: FeedId;
  readonly key: string;
  /** Number of its first entry. */
  readonly from: number;
  readonly entries: readonly Entry[];
};
export type Judged = {
  readonly feed: FeedId;
  readonly upTo: number;
  readonly hash: Hash;
  readonly refused: readonly Ruled[];
};

/** @param state is copied where more than one statement is to be decided, and never changed */
export function judgeStretches(around: Pick<Surroundings, 'ciphers'>, state: State, stretches: readonly Stretch[]) {
  const isOne = stretches.length === 1 && stretches[0]?.entries.length === 1;
  const trial = isOne ? state : structuredClone(state);
  return stretches.map((stretch): Judged => {
    const refused: Ruled[] = [];
    for (const [index, entry] of stretch.entries.entries()) {
      const code = judged(around, trial, entry, stretch.key, isOne);
      if (code !== undefined) refused.push({ seq: stretch.from + index, code });
    }
    const { feed, from, entries } = stretch;
    return { feed, upTo: from + entries.length - 1, hash: entries.at(-1)?.hash as Hash, refused };
  });
}

/** The code it is refused with; otherwise it is applied, unless nothing follows it. */
function judged(
  { ciphers }: Pick<Surroundings, 'ciphers'>,
  trial: State,
  entry: Entry,
  key: string,
  isLast: boolean,
): string | undefined {
  const read = readFact(entry);
  if (!read.ok) return read.refusal.code;
  if (read.value.withheld || !Object.hasOwn(STATEMENTS, read.value.fact.kind)) return 'fact-misplaced';
  const { head } = read.value;
  const statement = read.value.fact as Statement;
  const refusal = decide(trial, statement, { seat: head.for ?? head.seat, head, key }, ciphers.sha256);
  if (refusal) return refusal.code;
  if (!isLast) applyStatement(trial, statement, { entry: entry.hash, at: head.at }, head);
  return undefined;
}
