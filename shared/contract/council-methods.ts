// Methods of the rule book: sittings, who presides, elections, counting, discussion, paper.
import { z } from 'zod';
import { isHash, isShortId } from '../base/ids.ts';
import { MARKS, MOST_POINTS } from '../book/ballot.ts';
import { CHOICES } from '../book/meeting-rulings.ts';
import { countReport } from '../book/statements.ts';

const line = (max: number) => z.string().max(max);
const id = z.string().refine(isShortId);
const hash = z.string().refine(isHash);
const inBook = { book: hash };
const desk = ['desk'] as const;
const seated = ['desk', 'seat'] as const;
const method = <W extends 'desk' | 'seat', I extends z.ZodType>(who: readonly W[], input: I) => ({ who, input });

export const declaredInterests = z
  .array(
    z.strictObject({
      platform: id,
      conflict: z.boolean(),
      /** Only these criteria, where the rules know recusal by criterion. */
      criteria: z.array(line(40)).min(1).max(1_000).optional(),
    }),
  )
  .min(1)
  .max(200);

export const COUNCIL_METHODS = {
  'meeting.adjourn': method(desk, z.strictObject({ ...inBook, until: line(10), note: line(500) })),
  'meeting.resume': method(desk, z.strictObject({ ...inBook, presiding: id })),
  'presiding.pass': method(desk, z.strictObject({ ...inBook, seat: id })),
  'vice-chair.authorise': method(desk, z.strictObject({ ...inBook, seat: id, letter: line(300) })),
  'vice-chair.end': method(desk, z.strictObject({ ...inBook, seat: id, note: line(300) })),
  /** Between sittings; the new member comes to the old one's place and role. */
  'seat.replace': method(
    desk,
    z.strictObject({ ...inBook, seat: id, ground: line(500), name: line(200), position: line(200), unit: line(200) }),
  ),
  /** For a member who has no device here: the secretary writes it down, and it says so. */
  'interest.record': method(desk, z.strictObject({ ...inBook, seat: id, declared: declaredInterests })),
  'ballot.issue': method(desk, z.strictObject({ ...inBook, poll: id, seat: id })),
  /** Ends a round whose quorum was lost and does not come back; nothing of it is opened. */
  'round.void': method(desk, z.strictObject({ ...inBook, poll: id })),
  'election.put': method(desk, z.strictObject({ ...inBook, members: z.array(id).length(3), head: id })),
  'election.vote.open': method(desk, z.strictObject({ ...inBook, election: id })),
  'hands.count': method(
    desk,
    z.strictObject({
      ...inBook,
      poll: id,
      agree: z.int().min(0).max(1_000),
      disagree: z.int().min(0).max(1_000),
      abstain: z.int().min(0).max(1_000),
      presiding: z.enum(CHOICES).nullable(),
    }),
  ),
  /** The desk's own seat, where it is of the counting committee; the others state it in their own feeds. */
  'count.report': method(desk, z.strictObject({ ...inBook, ...countReport.shape })),
  /** Establishes the counting minutes; refused while two reports differ, or differ from the opened ballots. */
  'count.agree': method(desk, z.strictObject({ ...inBook, poll: id })),
  'criteria.discuss': method(
    desk,
    z.strictObject({ ...inBook, poll: id, criteria: z.array(line(40)).min(1).max(1_000) }),
  ),
  'remark.make': method(
    desk,
    z.strictObject({ ...inBook, platform: id, criterion: line(40).nullable(), text: line(4_000) }),
  ),
  /** How the discussion is led: by the desk or by who presides. Presence, never an entry. */
  'talk.lead': method(
    seated,
    z.strictObject({
      ...inBook,
      follow: z.boolean().optional(),
      /** Seconds for each criterion; null: no limit. */
      budget: z.int().min(10).max(7_200).nullable().optional(),
      /** Who has the floor; null: nobody. */
      floor: id.nullable().optional(),
    }),
  ),
  /** A request to speak (đăng ký phát biểu), or its withdrawal. */
  'talk.ask': method(seated, z.strictObject({ ...inBook, ask: z.boolean() })),
  /** Numbers a printed sheet for each of these seats. */
  'paper.issue': method(desk, z.strictObject({ ...inBook, poll: id, seats: z.array(id).min(1).max(200) })),
  /** One PDF with all numbered sheets of a round. */
  'paper.print': method(desk, z.strictObject({ ...inBook, poll: id })),
  /** What stands on a sheet, entered for its member; counted once a second seat has confirmed it. */
  'paper.enter': method(
    desk,
    z.strictObject({
      ...inBook,
      poll: id,
      seat: id,
      items: z.record(
        line(40),
        z.strictObject({
          mark: z.enum(MARKS),
          points: z.int().min(0).max(MOST_POINTS).optional(),
          reason: line(4_000).optional(),
          change: line(4_000).optional(),
          remark: line(4_000).optional(),
        }),
      ),
      comment: line(4_000),
      /** Photo or scan of the sheet, kept from everybody until the marks are known. */
      photo: hash.optional(),
    }),
  ),
  'paper.reopen': method(desk, z.strictObject({ ...inBook, poll: id, seat: id })),
} as const;

/** What they give back; those not named here give nothing but that it was done. */
export type CouncilOutputs = {
  readonly 'seat.replace': { readonly seat: string };
  readonly 'election.put': { readonly election: string };
  readonly 'election.vote.open': { readonly poll: string };
  readonly 'paper.print': { readonly sha256: string; readonly pages: number };
  readonly 'paper.enter': { readonly ballot: string };
};
