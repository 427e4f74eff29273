// The end of a platform in a played meeting: the chair's conclusion, the vote on it, one reserved opinion.
import type { Choice } from '../../shared/book/meeting-rulings.ts';
import { ready } from './played-cast.ts';
import { salt } from './played-seat.ts';
import { latest, type Meeting, must, stateAs } from './played-table.ts';
import { shownNow } from './shown-now.ts';

const RESERVED =
  'Đề nghị thẩm định lại số liệu người dùng trước khi công bố; tôi giữ ý kiến này dù kết luận đã được thông qua.';

/** The chair's conclusion, a vote on it as the rules have it, and one reserved opinion. */
export async function conclude(meeting: Meeting, platform: string, isFirst: boolean): Promise<void> {
  const { desk, book, clock, cast } = meeting;
  const results = await shownNow(desk, 'results', { book });
  const outcome = results.platforms.find((each) => each.platform === platform)?.result.outcome.name.vi ?? '';
  const text = `${outcome}.`;
  const { conclusion } = must(await desk.call('conclusion.put', { book, platform, text }), 'conclusion.put');
  const { poll } = must(await desk.call('conclusion.vote.open', { book, conclusion }), 'conclusion.vote.open');
  const about =
    (await latest(desk, book)).platforms.find((each) => each.platform === platform)?.conclusion?.sha256 ?? '';
  await voteOn(meeting, poll, about, (seat) => (isFirst && seat === cast.reserving?.seat ? 'disagree' : 'agree'));
  clock.pass(10);
  if (!isFirst || cast.reserving === undefined) return;
  const body = { _salt: salt(), conclusion, about: about as never, text: RESERVED };
  must(await stateAs(meeting, cast.reserving.seat, { kind: 'reservation-made', body }), 'reservation-made');
}

/** A vote by raised hands, open or secret, from opening to its close; every entitled seat votes as `choose` says. */
export async function voteOn(
  meeting: Meeting,
  poll: string,
  about: string,
  choose: (seat: string) => Choice,
): Promise<void> {
  const { desk, book, cast, own, seats } = meeting;
  const session = await latest(desk, book);
  const at = session.polls.find((each) => each.poll === poll);
  const voting = ready(session, cast).filter(({ seat }) => at?.entitled.includes(seat));
  if (at?.by === 'hands') {
    const count = (choice: Choice) => voting.filter(({ seat }) => choose(seat) === choice).length;
    const presiding = session.meeting.presiding ?? '';
    const hands = { agree: count('agree'), disagree: count('disagree'), abstain: count('abstain') };
    must(await desk.call('hands.count', { book, poll, ...hands, presiding: choose(presiding) }), 'hands.count');
  }
  for (const { seat } of at?.by === 'hands' ? [] : voting) {
    const choice = choose(seat);
    if (seat === own) must(await desk.call('vote.cast', { book, poll, about, choice }), 'vote.cast');
    else
      must(
        (await seats.get(seat)?.vote({ poll, about, choice }, at?.secrecy === 'secret')) ?? { ok: true, value: '' },
        'vote',
      );
  }
  must(await desk.call('conclusion.vote.close', { book, poll }), 'conclusion.vote.close');
  if (at?.secrecy === 'secret') for (const played of seats.values()) await played.release();
}
