// What the invented secretary of the demonstration writes fits whoever evaluates and what was played.
import { describe, expect, test } from 'vitest';
import { playedProse } from '../../../electron/command/played-minutes.ts';
import type { SessionView } from '../../../shared/contract/views.ts';
import type { CouncilRules } from '../../../shared/council/rules.ts';
import { givenSession } from '../../gallery/given-session.ts';

const sessionOf = (body: CouncilRules['body'], rounds: number): SessionView => {
  const session = givenSession({ phase: 'minutes' });
  const first = session.polls.find(({ of }) => of === 'platform');
  if (first === undefined) throw new Error('no round in the given session');
  const { voided, ...poll } = first;
  return {
    ...session,
    rules: { ...session.rules, body },
    polls: Array.from({ length: rounds }, (_, at) => ({ ...poll, round: at + 1 })),
  };
};
const told = (session: SessionView): string => Object.values(playedProse(session)).flat().join('\n');

describe('[DR4] the prose of the demonstration', () => {
  test('given a council and one round, when written, then it says that nobody asked for a second', () => {
    expect(told(sessionOf('council', 1))).toContain('Hội đồng thảo luận');
    expect(told(sessionOf('council', 1))).toContain('không có đề nghị tổ chức vòng chấm thứ hai');
  });

  test('given three rounds, when written, then it says two more, and not that there was none', () => {
    expect(told(sessionOf('council', 3))).toContain('tổ chức thêm 02 vòng chấm');
    expect(told(sessionOf('council', 3))).not.toContain('không có đề nghị');
  });

  test('given a round without quorum before, when written, then it counts for none', () => {
    const session = sessionOf('council', 2);
    const polls = session.polls.map((poll) =>
      poll.round === 2 ? { ...poll, voided: { at: '', code: 'quorum-lost' } } : poll,
    );
    expect(told({ ...session, polls })).toContain('không có đề nghị');
  });

  test('given an expert group or a hired unit, when written, then no council speaks', () => {
    expect(told(sessionOf('expert-group', 1))).toContain('Tổ chuyên gia thảo luận');
    expect(told(sessionOf('hired-unit', 1))).toContain('Đơn vị đánh giá đề nghị');
    for (const body of ['expert-group', 'hired-unit'] as const)
      expect(told(sessionOf(body, 1))).not.toContain('Hội đồng');
    expect(told(sessionOf('hired-unit', 1))).not.toMatch(/thảo luận|vòng chấm|HSHĐ/);
  });

  test('given nobody who reviews, when written, then nobody reads a review', () => {
    const session = sessionOf('council', 1);
    const seats = session.seats.map((seat) => (seat.role === 'reviewer' ? { ...seat, role: 'member' as const } : seat));
    expect(told({ ...session, seats })).not.toContain('đọc nhận xét');
    expect(told({ ...session, seats: seats.map((seat) => ({ ...seat, role: 'reviewer' as const })) })).toContain(
      'Các ủy viên phản biện đọc nhận xét.',
    );
  });
});
