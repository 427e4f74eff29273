// Whether a page gives the key of a sheet while its round is open: by the book's own rules, never by a recorder's word.
import { expect, test } from 'vitest';
import type { BookId, Hash, PollId, SeatId } from '../../../shared/base/ids.ts';
import { DEFAULT_RULES } from '../../../shared/council/default-rules.ts';
import { type CheckedPoll, newRecording } from '../../../shared/seal/checked-recording.ts';
import { opinionBarred, releaseBarred, revealedOf } from '../../../shared/seal/recording-proof.ts';

const POLL = '00000000000000aa' as PollId;
const PLATFORM = '00000000000000bb';
const SEAT = '00000000000000cc' as SeatId;
const BALLOT = '1'.repeat(64) as Hash;

function checkedWith(rules: 'open' | 'blind', secrecy: 'open' | 'blind', more: Partial<CheckedPoll> = {}) {
  const checked = newRecording('b'.repeat(64) as BookId);
  checked.rules = { ...DEFAULT_RULES, secrecy: rules };
  checked.seats.set(SEAT, { seat: SEAT, role: 'member', order: 1 });
  checked.polls.set(POLL, {
    opened: {
      poll: POLL,
      subject: { of: 'platform', platform: PLATFORM, round: 1 },
      secrecy,
      by: 'devices',
      entitled: [SEAT],
      holders: [],
    },
    settled: new Map(),
    ...more,
  });
  return checked;
}
const closed = { seq: 9, counted: new Set([BALLOT as string]), setAside: new Map() };
const barred = (...given: Parameters<typeof checkedWith>) => releaseBarred(checkedWith(...given), POLL, BALLOT)?.code;

test('[BA2] the key of an open sheet goes at once, where poll and rules both say open', () => {
  expect(barred('open', 'open')).toBeUndefined();
  expect(barred('open', 'blind')).toBe('round-open');
  // The book's id fixes the rules: a blind council's poll that is opened as an open one is a trap.
  expect(barred('blind', 'open')).toBe('round-open');
  expect(barred('open', 'open', { voided: true })).toBe('poll-voided');
  expect(barred('open', 'open', { closed })).toBe('not-revealed');
  expect(barred('open', 'open', { closed, revealed: { seq: 10 } })).toBeUndefined();
});

test('[BA5] marks of an opinion are opened with the first round that was closed and revealed', () => {
  expect(revealedOf(checkedWith('blind', 'blind', { closed }), PLATFORM)).toBeUndefined();
  const revealed = checkedWith('blind', 'blind', { closed, revealed: { seq: 10 } });
  expect(revealedOf(revealed, PLATFORM)).toBe(POLL);
  expect(revealedOf(revealed, '00000000000000dd')).toBeUndefined();
  expect(opinionBarred(revealed, SEAT, PLATFORM)?.code).toBe('already-revealed');
  const open = checkedWith('blind', 'blind');
  expect(opinionBarred(open, SEAT, PLATFORM)).toBeUndefined();
  open.seats.set(SEAT, { seat: SEAT, role: 'member', order: 1, presence: 'present' });
  expect(opinionBarred(open, SEAT, PLATFORM)?.code).toBe('opinion-of-present-member');
});
