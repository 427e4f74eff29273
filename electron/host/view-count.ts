// The counting committee's own view: opened sheets without names, one's own count, and where two counts differ.
import { countDifferences } from '../../shared/book/decide-count.ts';
import { isRecused } from '../../shared/book/seating.ts';
import type { Poll } from '../../shared/book/state.ts';
import type { CountView } from '../../shared/contract/council-views.ts';
import type { Identity } from '../../shared/contract/host.ts';
import { isCounted, type OpenedSheet, pollCount, roundOf, sheetsOf } from '../../shared/results/session-result.ts';
import { figuresOf } from './counting.ts';
import { seatFrom } from './desk-seat.ts';
import type { LiveBook } from './live-book.ts';

type Polled = CountView['polls'][number];
const NOTHING: CountView = { polls: [] };

/** Whoever sits there, at a page or at the desk; undefined unless elected and still of the council. */
function memberOf(live: LiveBook, identity: Identity): string | undefined {
  const { committee, seats } = live.state;
  const seat = identity.who === 'seat' || identity.who === 'desk' ? seatFrom(live, identity) : undefined;
  const counts = committee?.members.some((member) => member === seat) && seats[seat ?? '']?.replaced === undefined;
  return counts ? seat : undefined;
}

/** Marks and points and nothing else: a remark could tell the hand that wrote it. */
const sheetView = ({ counted, code }: OpenedSheet): Polled['sheets'][number] => ({
  valid: counted !== undefined,
  ...(code === undefined ? {} : { code }),
  items: Object.fromEntries(
    Object.entries(counted?.ballot.items ?? {}).map(([criterion, { mark, points }]) => [
      criterion,
      { mark, ...(points === undefined ? {} : { points }) },
    ]),
  ),
});

/** By what is shown of them, so that their order tells no more than they do. */
const inOrderOfText = (sheets: readonly Polled['sheets'][number][]): Polled['sheets'] =>
  sheets
    .map((sheet) => ({ sheet, text: JSON.stringify(sheet) }))
    .sort((a, b) => (a.text < b.text ? 1 : a.text > b.text ? -1 : 0))
    .map(({ sheet }) => sheet);

function differencesIn({ reports, agreed }: Poll, member: string): Polled['differences'] {
  const { [member]: mine, ...others } = reports;
  const last = Object.values(others).at(-1);
  if (agreed || mine === undefined || last === undefined) return [];
  const each = Object.values(others).map((other) => countDifferences(mine, other));
  return each.some((differences) => differences.length === 0) ? [] : countDifferences(mine, last);
}

function pollView({ state, opened }: LiveBook, poll: Poll, member: string): Polled | undefined {
  const count = pollCount(state, opened, poll);
  if (count === undefined || poll.subject.of !== 'platform') return undefined;
  // Whoever is recused counts nothing of it either, at the desk as little as at a page.
  if (isRecused(state, member, poll.subject.platform)) return undefined;
  const mine = poll.reports[member];
  const inBox = sheetsOf(state, opened, poll).filter(({ sealed }) => sealed?.status !== 'late');
  return {
    poll: poll.poll,
    platform: poll.subject.platform,
    round: roundOf(poll),
    issued: count.issued,
    returned: count.returned,
    sheets: inOrderOfText(inBox.map(sheetView)),
    ...(mine === undefined ? {} : { mine: figuresOf(mine) }),
    differences: differencesIn(poll, member),
    agreed: poll.agreed !== undefined,
  };
}

/** Empty for everybody who is not of the committee. */
export function countView(live: LiveBook, identity: Identity): CountView {
  const member = memberOf(live, identity);
  if (member === undefined) return NOTHING;
  const polls = Object.values(live.state.polls).filter(isCounted);
  return { polls: polls.flatMap((poll) => pollView(live, poll, member) ?? []) };
}
