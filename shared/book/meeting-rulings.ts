// What the recording feed rules while the council sits: who is there, what is voted on, what was counted.
import { z } from 'zod';
import { criterionId } from '../criteria/criteria-set.ts';
import { hashText, headRef, seatId, shortId } from './head.ts';

const line = (max: number) => z.string().max(max);
const code = line(60);
const count = z.int().min(0).max(100_000);

export const PRESENCES = ['present', 'online', 'absent', 'excused', 'left'] as const;
export type Presence = (typeof PRESENCES)[number];

export const CHOICES = ['agree', 'disagree', 'abstain'] as const;
export type Choice = (typeof CHOICES)[number];

const subject = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('platform'), platform: shortId, round: z.int().min(1).max(9) }),
  z.strictObject({ of: z.literal('conclusion'), conclusion: shortId }),
  z.strictObject({ of: z.literal('election'), election: shortId }),
]);

export const MEETING_RULINGS = {
  /** The first sitting begins. */
  'meeting-opened': z.strictObject({ presiding: seatId }),
  /** `until` (YYYY-MM-DD) may be empty: the day is not known yet. Everybody's attendance ends with the sitting. */
  'meeting-adjourned': z.strictObject({ until: line(10), note: line(500) }),
  /** The next sitting begins. */
  'meeting-resumed': z.strictObject({ presiding: seatId }),
  'presiding-passed': z.strictObject({ seat: seatId }),
  'meeting-closed': z.strictObject({}),
  'attendance-marked': z.strictObject({ seat: seatId, presence: z.enum(PRESENCES), note: line(300) }),
  /** The chair's written authorisation (giấy ủy quyền) was shown; `letter`: its number, date and what it says. */
  'vice-chair-authorised': z.strictObject({ seat: seatId, letter: z.string().min(1).max(300) }),
  'authorisation-ended': z.strictObject({ seat: seatId, note: line(300) }),
  /** Between sittings: a new member takes the place and the role of one who leaves the council. */
  'seat-replaced': z.strictObject({ seat: seatId, by: seatId, ground: z.string().min(1).max(500) }),
  'poll-opened': z.strictObject({
    poll: shortId,
    subject,
    /** Blind and secret ones are sealed; open sheets are sealed too, and their keys come at once. */
    secrecy: z.enum(['open', 'blind', 'secret']),
    /** `hands`: counted in the room by the one who records; never for a platform. */
    by: z.enum(['devices', 'hands']),
    /** Voting seats that may take part and are not recused: who is issued a ballot. */
    entitled: z.array(seatId).max(200),
    /** Who holds shares; a ballot's author is never a holder of its own. */
    holders: z.array(seatId).max(5),
  }),
  /** A member who came while the round was open is issued a ballot. */
  'ballot-issued': z.strictObject({ poll: shortId, seat: seatId }),
  /** A numbered printed sheet was handed to a member who has no device here. */
  'paper-issued': z.strictObject({ poll: shortId, seat: seatId, number: z.int().min(1).max(9_999) }),
  'round-closed': z.strictObject({
    poll: shortId,
    upTo: z.array(headRef).max(1_000),
    counted: z.array(hashText).max(1_000),
    setAside: z.array(z.strictObject({ hash: hashText, code })).max(1_000),
  }),
  /** It ends without being opened: the quorum was lost and did not come back. */
  'poll-voided': z.strictObject({ poll: shortId, code }),
  'ballot-set-aside': z.strictObject({ poll: shortId, ballot: hashText, code, note: line(500) }),
  'ballot-unopenable': z.strictObject({ poll: shortId, ballot: hashText, code }),
  revealed: z.strictObject({ poll: shortId }),
  counted: z.strictObject({ poll: shortId, sha256: hashText }),
  /** The counting minutes stand: two of the committee counted on their own and came to the same. */
  'count-agreed': z.strictObject({ poll: shortId, reports: z.array(hashText).length(2) }),
  /** Criteria the council is done talking about; the unanimous ones go in one act. */
  'criteria-discussed': z.strictObject({ poll: shortId, criteria: z.array(criterionId).min(1).max(1_000) }),
  'election-put': z.strictObject({
    election: shortId,
    /** The counting committee (Ban kiểm phiếu); `head` is one of them. */
    members: z.array(seatId).length(3),
    head: seatId,
    /** SHA-256 of what `electionText` says: what a vote is about. */
    sha256: hashText,
  }),
  'conclusion-put': z.strictObject({
    conclusion: shortId,
    platform: shortId,
    outcome: line(40),
    text: line(10_000),
    /** SHA-256 of `text`: what a vote and a reservation are about. */
    sha256: hashText,
  }),
  /** Hands that went up; `presiding`: how the one who presides voted, which settles a tie. */
  'hands-counted': z.strictObject({
    poll: shortId,
    agree: count,
    disagree: count,
    abstain: count,
    presiding: z.enum(CHOICES).nullable(),
  }),
} as const;

/** Rulings on a poll that is open or was. */
export type PollKind =
  | 'ballot-issued'
  | 'paper-issued'
  | 'round-closed'
  | 'poll-voided'
  | 'ballot-set-aside'
  | 'ballot-unopenable'
  | 'revealed'
  | 'counted'
  | 'hands-counted';
