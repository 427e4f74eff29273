// One round of a played meeting: everybody alone and sealed, one ballot reopened, then revealed and counted.
import { ok } from '../../shared/base/result.ts';
import { ready } from './played-cast.ts';
import { type Items, latest, type Meeting, must, stateAs } from './played-table.ts';

async function deskBallot({ desk, book }: Meeting, poll: string, items: Items): Promise<void> {
  for (const [criterion, item] of Object.entries(items)) {
    const { cites, ...rest } = item;
    const saved = await desk.call('draft.save', {
      book,
      poll,
      criterion,
      item: { ...rest, ...(cites ? { cites: [...cites] } : {}) },
    });
    must(saved, 'draft.save');
  }
  must(await desk.call('ballot.cast', { book, poll }), 'ballot.cast');
}

/** Marks of the round before, one of them changed with a reason: what a discussion does to a sheet. */
function changed(items: Items): Items {
  const [first] =
    Object.entries(items).find(([, { mark, points }]) => mark === 'not-met' || (points ?? 100) < 60) ?? [];
  if (first === undefined) return items;
  const { points, ...item } = items[first] ?? { mark: 'met' as const };
  const change = 'Sau thảo luận, tài liệu bổ sung đã làm rõ nội dung này.';
  const now =
    item.mark === 'scored' ? { ...item, points: Math.min(100, (points ?? 0) + 20) } : { ...item, mark: 'met' as const };
  return { ...items, [first]: { ...now, change } };
}

/** Gives the id of the poll, revealed and counted. */
export async function score(meeting: Meeting, platform: string, round: number, isFirst: boolean): Promise<string> {
  const { desk, book, clock, cast, seats, own, marks, rules } = meeting;
  const { poll } = must(await desk.call('round.open', { book, platform }), 'round.open');
  const session = await latest(desk, book);
  const view = session.platforms.find((each) => each.platform === platform);
  if (view === undefined) throw new Error('platform gone');
  clock.pass(25);
  for (const { seat } of ready(session, cast)) {
    if (view.recused.includes(seat)) continue;
    const key = `${platform}/${seat}`;
    const before = meeting.said.get(key);
    const items = before === undefined ? marks(view, seat) : changed(before);
    meeting.said.set(key, items);
    if (seat === own) await deskBallot(meeting, poll, items);
    else {
      const ballot = must((await seats.get(seat)?.cast(poll, items)) ?? ok(''), 'ballot-cast');
      if (isFirst && round === 1 && seat === cast.reopening?.seat) await reopen(meeting, poll, seat, ballot, items);
      // Open scoring: the key follows the ballot at once.
      if (rules.secrecy === 'open') await seats.get(seat)?.release();
    }
    clock.pass(1);
  }
  must(await desk.call('round.reveal', { book, poll }), 'round.reveal');
  for (const played of seats.values()) await played.release();
  return poll;
}

async function reopen(meeting: Meeting, poll: string, seat: string, ballot: string, items: Items): Promise<void> {
  const reason = 'evidence';
  must(
    await stateAs(meeting, seat, { kind: 'ballot-reopened', body: { poll, ballot: ballot as never, reason } }),
    'ballot-reopened',
  );
  must((await meeting.seats.get(seat)?.cast(poll, items, 'Đã đối chiếu lại minh chứng.')) ?? ok(''), 'ballot-cast');
}
