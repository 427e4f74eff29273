// The desk's acts on what is voted on: ballots for who comes late, void rounds, elections, raised hands, the two counts.
import type { SeatId } from '../../shared/base/ids.ts';
import { ok, refuse } from '../../shared/base/result.ts';
import { cleanText } from '../../shared/base/text.ts';
import type { Ruling } from '../../shared/book/rulings.ts';
import type { Statement } from '../../shared/book/statements.ts';
import { electionText, textHash } from '../../shared/book/text-hash.ts';
import type { Handlers } from '../../shared/contract/host.ts';
import { agreementOf, withoutFigures } from './counting.ts';
import { actsOf, type Desk } from './desk.ts';
import { deskSeat } from './desk-seat.ts';
import { newId, newSalt } from './fresh.ts';
import { type LiveBook, rule, state as say } from './live-book.ts';
import { done } from './meeting-handlers.ts';
import { openVote } from './rounds.ts';
import { voiding } from './view-possible.ts';

type Names =
  | 'ballot.issue'
  | 'round.void'
  | 'election.put'
  | 'election.vote.open'
  | 'hands.count'
  | 'count.report'
  | 'count.agree'
  | 'criteria.discuss'
  | 'remark.make';

/** In the order of the table, whatever order they were chosen in: one proposal has one text. */
async function putElection({ around }: Desk, live: LiveBook, members: readonly string[], head: string) {
  const election = newId(around);
  const order = (seat: string) => live.state.seats[seat]?.order ?? 0;
  const put = { members: [...members].sort((a, b) => order(a) - order(b)) as SeatId[], head: head as SeatId };
  const sha256 = textHash(around.ciphers.sha256, electionText(put)) as never;
  const ruled = await rule(around, live, [{ kind: 'election-put', body: { election, ...put, sha256 } }]);
  return ruled.ok ? ok({ election }) : ruled;
}

async function agreeCount({ around }: Desk, live: LiveBook, poll: string) {
  const at = live.state.polls[poll];
  if (at === undefined || at.subject.of !== 'platform') return refuse('poll-unknown');
  const ruling = agreementOf(live, at);
  if (!ruling.ok) return ruling;
  const ruled = await rule(around, live, [ruling.value]);
  return ruled.ok ? ok({}) : { ok: false as const, refusal: withoutFigures(ruled.refusal) };
}

export const votingHandlers = (desk: Desk): Pick<Handlers, Names> => {
  const { around } = desk;
  const act = actsOf(desk);
  const ruled = async (live: LiveBook, ruling: Ruling) => done(await rule(around, live, [ruling]));
  const said = async (live: LiveBook, statement: Statement) =>
    done(await say(around, live, deskSeat(live) ?? '', async () => statement));
  return {
    'ballot.issue': act(
      async (live, { poll, seat }) =>
        await ruled(live, { kind: 'ballot-issued', body: { poll, seat: seat as SeatId } }),
    ),
    'round.void': act(async (live, { poll }) => {
      const at = live.state.polls[poll];
      return at ? await ruled(live, voiding(live, at)) : refuse('poll-unknown');
    }),
    'election.put': act(async (live, { members, head }) => await putElection(desk, live, members, head)),
    'election.vote.open': act(async (live, { election }) => await openVote(around, live, { of: 'election', election })),
    // May be counted again until the vote is closed.
    'hands.count': act(
      async (live, { book: _, ...hands }) => await ruled(live, { kind: 'hands-counted', body: hands }),
    ),
    'count.report': act(
      async (live, { book: _, ...report }) => await said(live, { kind: 'count-reported', body: report }),
    ),
    'count.agree': act(async (live, { poll }) => await agreeCount(desk, live, poll)),
    'criteria.discuss': act(
      async (live, { poll, criteria }) => await ruled(live, { kind: 'criteria-discussed', body: { poll, criteria } }),
    ),
    'remark.make': act(async (live, { platform, criterion, text }) =>
      cleanText(text) === ''
        ? refuse('remark-text-missing')
        : await said(live, {
            kind: 'remark-made',
            body: { _salt: newSalt(around), platform, criterion, text: cleanText(text) },
          }),
    ),
  };
};
