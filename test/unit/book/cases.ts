// States at every turn of a meeting, and what a case of a table is: a state, an act, and the rule that stands against it.
import { readFileSync } from 'node:fs';
import type { Hash, SeatId } from '../../../shared/base/ids.ts';
import { decide } from '../../../shared/book/decide.ts';
import { decideRuling } from '../../../shared/book/decide-ruling.ts';
import type { Speaker } from '../../../shared/book/rule.ts';
import type { Ruling, RulingKind, RulingOf } from '../../../shared/book/rulings.ts';
import type { State } from '../../../shared/book/state.ts';
import type { Statement, StatementKind, StatementOf } from '../../../shared/book/statements.ts';
import {
  admit,
  cast,
  closeRound,
  concluded,
  council,
  keyOf,
  openPoll,
  revealed,
  seatOf,
  sha256,
  stateOf,
  tip,
} from '../format/given.ts';

export const NONE = '0'.repeat(16);
export const OTHER = 'ab'.repeat(32) as Hash;

/** A state of its own, changed. */
export function changed(state: State, change: (state: State) => void): State {
  const copy = structuredClone(state);
  change(copy);
  return copy;
}

/** Body of the last `ballot-cast` of a seat. */
const castBody = (session: Awaited<ReturnType<typeof revealed>>['session'], name: string): StatementOf<'ballot-cast'> =>
  JSON.parse(
    session.book.feeds.get(tip(session, name).feed)?.entries.find(({ head }) => head.includes('"kind":"ballot-cast"'))
      ?.body ?? '{}',
  );

/** Before the round, open, one cast, closed, revealed, counted with a vote open. */
export async function turns() {
  const before = stateOf(council());
  const open = stateOf(openPoll(council()));
  const session = openPoll(council());
  const one = await cast(session, 'an');
  const body = castBody(session, 'an');
  admit(session, 'an');
  const standing = stateOf(session);
  closeRound(session, [one]);
  const closed = stateOf(session);
  const shown = await revealed();
  const voting = await concluded();
  return {
    before,
    open,
    one,
    body,
    standing,
    closed,
    revealed: stateOf(shown.session),
    casts: shown.casts,
    shownSession: shown.session,
    voting: stateOf(voting.session),
    about: voting.about,
    vote: voting.poll,
  };
}
export type Turns = Awaited<ReturnType<typeof turns>>;

export const who = (name: string, more: Partial<Speaker['head']> = {}): Speaker => ({
  seat: more.for ?? seatOf(name),
  head: { seat: seatOf(name), via: 'app', ...more },
  key: keyOf(name),
});

export const says = <K extends StatementKind>(state: State, kind: K, body: StatementOf<K>, speaker: Speaker): string =>
  decide(state, { kind, body } as unknown as Statement, speaker, sha256)?.code ?? 'ok';
export const rules = <K extends RulingKind>(state: State, kind: K, body: RulingOf<K>): string =>
  decideRuling(state, { kind, body } as unknown as Ruling, sha256)?.code ?? 'ok';

/** Every code that a file of the book can refuse with. */
export const codesIn = (file: string): string[] => {
  const source = readFileSync(new URL(`../../../shared/book/${file}`, import.meta.url), 'utf8');
  return [...new Set([...source.matchAll(/\b(?:refusal|refuse)\('([a-z-]+)'/g)].map(([, code]) => code ?? ''))].sort();
};
export const seat = (name: string): SeatId => seatOf(name);
