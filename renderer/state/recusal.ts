// From what a seat is recused: a platform, or single criteria of it; and until when a conflict may still be declared.
import type { PlatformView, SeatView, SessionView } from '../../shared/contract/views.ts';
import { seatOf } from './session.ts';

export const isRecused = (platform: PlatformView, seat: string | undefined): boolean =>
  seat !== undefined && platform.recused.includes(seat);

export const barredFrom = (session: SessionView, platform: string, seat: string | undefined): readonly string[] =>
  seatOf(session, seat)?.barred[platform] ?? [];

/** Platforms on which a conflict may be added: declared without one, and not concluded yet. */
export const mayAddConflict = (session: SessionView, seat: SeatView): readonly PlatformView[] =>
  session.meeting.closedAt !== undefined || seat.replacedBy !== undefined
    ? []
    : session.platforms.filter(
        (platform) =>
          seat.declared[platform.platform] !== undefined &&
          !isRecused(platform, seat.seat) &&
          platform.conclusion === undefined,
      );

export type Declared = {
  readonly platform: string;
  readonly conflict: boolean;
  readonly criteria?: string[];
};
export const ANSWERS = ['clear', 'conflict', 'some'] as const;
export type Answer = { readonly is: (typeof ANSWERS)[number]; readonly criteria: readonly string[] };
export type Answers = Readonly<Record<string, Answer | undefined>>;

/** An answer that names no criterion says nothing yet. */
export const isAnswered = (answer: Answer | undefined): boolean =>
  answer !== undefined && (answer.is !== 'some' || answer.criteria.length > 0);

/** As it is declared, for those platforms that are answered. */
export const declaredOf = (platforms: readonly PlatformView[], answers: Answers): readonly Declared[] =>
  platforms.flatMap(({ platform }) => {
    const answer = answers[platform];
    if (answer === undefined || !isAnswered(answer)) return [];
    return [
      {
        platform,
        conflict: answer.is !== 'clear',
        ...(answer.is === 'some' ? { criteria: [...answer.criteria] } : {}),
      },
    ];
  });
