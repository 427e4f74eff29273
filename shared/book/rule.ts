// What a rule over a statement is given: the state, what is said, and who says it by which feed.
import type { SeatId } from '../base/ids.ts';
import type { Refusal } from '../base/result.ts';
import type { Sha256 } from './entry.ts';
import type { Head } from './head.ts';
import type { State } from './state.ts';
import type { StatementKind, StatementOf } from './statements.ts';

export type Speaker = {
  /** Whose act it is: `for` where something is entered on somebody's behalf, else the seat that signs. */
  readonly seat: SeatId;
  readonly head: Pick<Head, 'seat' | 'via' | 'for' | 'continues'>;
  /** Key of the feed, to be bound to the seat that signs. */
  readonly key: string;
};

/** Undefined: it may be said. */
export type Rule<K extends StatementKind> = (
  state: State,
  body: StatementOf<K>,
  who: Speaker,
  sha256: Sha256,
) => Refusal | undefined;
