// The secretary's acts in the meeting: set-up, attendance, rounds, conclusions, minutes; each is one act of one book.
import { fromBase64 } from '../../shared/base/bytes.ts';
import { readDecimal } from '../../shared/base/decimal.ts';
import type { Hash, SeatId } from '../../shared/base/ids.ts';
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import { cleanText } from '../../shared/base/text.ts';
import { textHash } from '../../shared/book/text-hash.ts';
import type { Handlers } from '../../shared/contract/host.ts';
import { isCounted, mayBeShown, platformResult, pollsOf } from '../../shared/results/session-result.ts';
import { createSession } from './create-session.ts';
import { actsOf, type Desk } from './desk.ts';
import { deskSeat } from './desk-seat.ts';
import { newId, newSalt } from './fresh.ts';
import { type LiveBook, rule, state as say } from './live-book.ts';
import { sealMinutes, signWithPkcs12, type Told, writeMinutes } from './minutes-file.ts';
import { saveProse } from './minutes-text.ts';
import { openPreviews } from './previews.ts';
import { rehearsalForm, signInRehearsal } from './rehearsal.ts';
import { seatPlayers } from './rehearsal-seats.ts';
import { closeRound, closeVote, giveUp, openRound, openVote, reveal } from './rounds.ts';

type Names =
  | 'session.create'
  | 'rehearsal.create'
  | 'seat.code'
  | 'meeting.open'
  | 'attendance.mark'
  | 'value.measure'
  | 'opinion.record'
  | 'round.open'
  | 'round.close'
  | 'round.reveal'
  | 'ballot.set-aside'
  | 'ballot.give-up'
  | 'conclusion.put'
  | 'conclusion.vote.open'
  | 'conclusion.vote.close'
  | 'prose.save'
  | 'minutes.preview'
  | 'minutes.preview.stop'
  | 'minutes.write'
  | 'meeting.close'
  | 'minutes.seal'
  | 'minutes.sign'
  | 'minutes.rehearsal-sign';

export const done = <T>(result: Result<T>): Result<Record<string, never>> => (result.ok ? ok({}) : result);

async function putConclusion(desk: Desk, live: LiveBook, platform: string, text: string) {
  const last = pollsOf(live.state, platform).filter(isCounted).at(-1);
  if (last && !mayBeShown(live.state, last)) return refuse('count-not-agreed');
  const result = platformResult(live.state, live.opened, platform);
  if (result === undefined)
    return refuse('platform-not-counted', { platform: live.state.platforms[platform]?.name ?? '' });
  const clean = cleanText(text);
  if (clean === '') return refuse('conclusion-text-missing');
  const conclusion = newId(desk.around);
  const sha256 = textHash(desk.around.ciphers.sha256, clean) as Hash;
  const put = await rule(desk.around, live, [
    { kind: 'conclusion-put', body: { conclusion, platform, outcome: result.outcome.outcome, text: clean, sha256 } },
  ]);
  return put.ok ? ok({ conclusion }) : put;
}

export const meetingHandlers = (desk: Desk): Pick<Handlers, Names> => {
  const { around } = desk;
  const act = actsOf(desk);
  const previews = openPreviews(around);
  /** Every step is shown to who watches the book; at the end, whatever it was, nothing is under way. */
  const working = async <T>(live: LiveBook, work: (told: Told) => Promise<T>): Promise<T> => {
    try {
      return await work((step) => {
        live.work = step;
        desk.changed(live.id);
      });
    } finally {
      live.work = undefined;
    }
  };
  const create = async (
    form: Parameters<typeof createSession>[2],
    ready: (live: LiveBook) => Promise<Result<null>> = async () => ok(null),
  ) => {
    const made = await createSession(around, desk.library.find, form);
    if (!made.ok) return made;
    const readied = await ready(made.value);
    if (!readied.ok) return readied;
    await desk.books.add(made.value);
    desk.changed(made.value.id);
    return ok({ book: made.value.id });
  };
  return {
    'session.create': async (_, form) => await create(form),
    'rehearsal.create': async (_, { criteria, ownSeat }) => {
      const form = await rehearsalForm(around, desk.library.find, criteria);
      return form.ok ? await create({ ...form.value, ownSeat }, async (live) => await seatPlayers(around, live)) : form;
    },
    'seat.code': async (_, { book, seat }) => {
      const opened = await desk.books.open(book);
      if (!opened.ok) return opened;
      if (opened.value.state.seats[seat] === undefined) return refuse('seat-unknown');
      if (opened.value.state.seats[seat].replaced) return refuse('seat-replaced');
      if (opened.value.state.seats[seat].device !== undefined) return refuse('seat-has-device');
      return ok(around.codes.issue(book, seat));
    },
    'meeting.open': act(async (live, { presiding }) =>
      done(await rule(around, live, [{ kind: 'meeting-opened', body: { presiding: presiding as SeatId } }])),
    ),
    'attendance.mark': act(async (live, { seat, presence, note }) =>
      done(
        await rule(around, live, [
          { kind: 'attendance-marked', body: { seat: seat as SeatId, presence, note: cleanText(note) } },
        ]),
      ),
    ),
    'value.measure': act(async (live, { platform, criterion, value, evidence }) => {
      const plain = readDecimal(value);
      if (plain === undefined) return refuse('value-not-decimal', { criterion, text: value });
      return done(
        await rule(around, live, [{ kind: 'value-measured', body: { platform, criterion, value: plain, evidence } }]),
      );
    }),
    'opinion.record': act(async (live, { platform, seat, text }) => {
      const clean = cleanText(text);
      if (clean === '') return refuse('opinion-text-missing');
      const recorder = deskSeat(live) ?? '';
      const body = { _salt: newSalt(around), platform, text: clean };
      return done(
        await say(around, live, recorder, async () => ({ kind: 'opinion-written', body }), {
          for: seat as SeatId,
          via: 'paper',
        }),
      );
    }),
    'round.open': act(async (live, { platform }) => await openRound(around, live, platform)),
    'round.close': act(async (live, { poll }) => done(await closeRound(around, live, poll))),
    'round.reveal': act(async (live, { poll }) => done(await reveal(around, live, poll))),
    'ballot.set-aside': act(async (live, { poll, ballot, note }) =>
      done(
        await rule(around, live, [
          {
            kind: 'ballot-set-aside',
            body: { poll, ballot: ballot as Hash, code: 'set-aside', note: cleanText(note) },
          },
        ]),
      ),
    ),
    'ballot.give-up': act(async (live, { poll, ballot }) => done(await giveUp(around, live, poll, ballot))),
    'conclusion.put': act(async (live, { platform, text }) => await putConclusion(desk, live, platform, text)),
    'conclusion.vote.open': act(
      async (live, { conclusion }) => await openVote(around, live, { of: 'conclusion', conclusion }),
    ),
    'conclusion.vote.close': act(async (live, { poll }) => done(await closeVote(around, live, poll))),
    'prose.save': act(async (live, { prose }) => done(await saveProse(around, live, prose))),
    'minutes.preview': async (_, { book }) => {
      const opened = await desk.books.open(book);
      if (!opened.ok) return opened;
      await desk.books.whole(opened.value);
      return await previews.make(opened.value);
    },
    'minutes.preview.stop': async (_, { book }) => {
      const opened = await desk.books.open(book);
      if (!opened.ok) return opened;
      await desk.books.whole(opened.value);
      previews.stop(book);
      return ok({});
    },
    'minutes.write': act(async (live) => done(await writeMinutes(around, live))),
    'meeting.close': act(async (live) => done(await rule(around, live, [{ kind: 'meeting-closed', body: {} }]))),
    'minutes.seal': act(async (live) => await working(live, (told) => sealMinutes(around, live, told))),
    'minutes.sign': act(
      async (live, { field, pkcs12, password }) =>
        await working(live, (told) => signWithPkcs12(around, live, field, bytesOf(pkcs12), password, told)),
    ),
    'minutes.rehearsal-sign': act(
      async (live, { field }) => await working(live, (told) => signInRehearsal(around, live, field, told)),
    ),
  };
};

function bytesOf(text: string): Uint8Array {
  try {
    return fromBase64(text);
  } catch {
    return new Uint8Array();
  }
}
