// What still stands between the session and its next step, in the reader's words.
import { entitledIn, isIn } from '../../shared/contract/poll-sheets.ts';
import type { SessionView } from '../../shared/contract/views.ts';
import { isClosedHere, nameOf, roundOf, votingSeats } from './session.ts';
import { nextField, signerSeat } from './signatures.ts';
import type { Words } from './words.ts';

const inRounds = (session: SessionView) =>
  session.platforms.flatMap((platform) => roundOf(session, platform.platform) ?? []);

function scoringMissing(session: SessionView, { t, say }: Words): readonly string[] {
  const left = inRounds(session)
    .filter((poll) => poll.step === 'open')
    .flatMap((poll) => entitledIn(poll).filter((sheet) => !isIn(sheet.state)));
  if (left.length > 0) return [t('phase.waiting.ballots', { count: left.length })];
  // Everything is in: what comes next is closing the round, not opening another.
  if (inRounds(session).some((poll) => poll.step === 'open')) return [];
  // A platform that has had its rounds waits for its conclusion and not for another.
  const waiting = session.platforms.filter(({ platform }) => roundOf(session, platform) === undefined);
  const barred = waiting.flatMap(({ platform }) => {
    const may = session.possible?.openRound[platform];
    return may === undefined || may.possible ? [] : [may.why];
  });
  return [...new Set(barred.map(say))];
}

function signingMissing(session: SessionView, { t }: Words): readonly string[] {
  if (session.minutes.file === undefined) return [];
  const next = nextField(session);
  if (next === undefined) return [];
  return [t('phase.waiting.signature', { name: nameOf(session, signerSeat(session, next)) })];
}

/** For the step the session stands at; empty where nothing is missing. */
export function missingNow(session: SessionView, words: Words): readonly string[] {
  const { t, say } = words;
  switch (session.phase) {
    case 'prepare': {
      const open = session.possible?.openMeeting;
      return [open !== undefined && !open.possible ? say(open.why) : t('phase.waiting.open')];
    }
    case 'attendance': {
      const undeclared = new Set(session.platforms.flatMap((platform) => platform.undeclared));
      const declarations =
        undeclared.size === 0 ? [] : [say({ code: 'declarations-missing', params: { count: undeclared.size } })];
      return [...session.quorum.missing.map(say), ...declarations];
    }
    case 'scoring':
      return scoringMissing(session, words);
    case 'reveal': {
      const waiting = inRounds(session)
        .filter((poll) => poll.step === 'revealed')
        .flatMap((poll) => poll.sheets.filter((sheet) => sheet.state === 'counted' && !sheet.opened));
      return waiting.length > 0 ? [t('phase.waiting.keys', { count: waiting.length })] : [];
    }
    case 'conclusion':
      return session.platforms
        .filter((platform) => platform.conclusion === undefined && !isClosedHere(session, platform))
        .map(({ name }) => t('phase.waiting.conclusion', { name }));
    case 'minutes': {
      const all = votingSeats(session).filter((seat) => seat.presence === 'present' || seat.presence === 'online');
      const done = session.minutes.approvals.filter((each) => !each.stale);
      const isDone = session.minutes.written !== undefined && done.length >= all.length;
      return isDone ? [] : [t('phase.waiting.approvals', { done: done.length, all: all.length })];
    }
    case 'signing':
      return signingMissing(session, words);
    case 'done':
      return [];
  }
}
