// Rulings: what only the recording feed may say. A change of meaning is a new kind, never another reading of an old one.
import { z } from 'zod';
import { ROLES } from '../council/roles.ts';
import { councilRules } from '../council/rules.ts';
import { criteriaSet, criterionId } from '../criteria/criteria-set.ts';
import { bytesText, feedId, hashText, headRef, publicKey, seatId, seqNumber, shortId } from './head.ts';
import { MEETING_RULINGS } from './meeting-rulings.ts';
import { PASSING_RULINGS } from './passing-rulings.ts';

const line = (max: number) => z.string().max(max);
/** 16 random bytes at the beginning of a personal body, so that its hash gives nothing away. */
export const salt = bytesText(16);
const sig64 = bytesText(64);
const count = z.int().min(0).max(100_000);

/** Circulation labels. State secrets are refused at intake and have no name here. */
export const LABELS = ['public', 'internal'] as const;
export const EVIDENCE_KINDS = ['agency-dossier', 'enterprise-dossier', 'survey', 'test-result', 'public-data'] as const;

/** Prose of the secretary: the only words in the minutes that no fact gives. */
export const prose = z.strictObject({
  number: line(60),
  presentation: line(20_000),
  discussion: line(20_000),
  recommendation: line(20_000),
  recipients: z.array(line(200)).max(50),
});
export type Prose = z.output<typeof prose>;

export const RULINGS = {
  ...MEETING_RULINGS,
  'book-opened': z.strictObject({
    bookKind: z.enum(['session', 'rehearsal']),
    /** Odd number of seats who together may pass the recording on. */
    keepers: z
      .array(seatId)
      .min(1)
      .max(9)
      .refine((seats) => seats.length % 2 === 1 && new Set(seats).size === seats.length, 'keepers'),
    recorder: seatId,
    rulesVersion: z.literal(1),
    rules: councilRules,
    /** The book that this one goes on from, where too few keepers were left to pass its recording on: its last known heads. */
    follows: z.strictObject({ book: hashText, heads: z.array(headRef).min(1).max(1_000) }).optional(),
  }),
  ...PASSING_RULINGS,
  'session-described': z.strictObject({
    /** Name of the meeting, printed under BIÊN BẢN. */
    subject: line(500),
    superior: line(200),
    council: line(200),
    /** Decision setting up the council: number, date (YYYY-MM-DD), body. */
    decision: z.strictObject({ number: line(100), date: line(10), body: line(200) }),
    place: line(300),
    symbol: line(60),
    legalBasis: z.array(line(500)).max(50),
  }),
  'criteria-loaded': z.strictObject({ sha256: hashText, set: criteriaSet }),
  'threshold-set': z.strictObject({
    criterion: criterionId,
    /** null: nobody set it; the criterion is judged by hand and the minutes say so. */
    threshold: z.string().max(30).nullable(),
    source: line(500),
  }),
  'seat-appointed': z.strictObject({ seat: seatId, role: z.enum(ROLES), order: count }),
  'person-named': z.strictObject({ _salt: salt, seat: seatId, name: line(200), position: line(200), unit: line(200) }),
  'device-bound': z.strictObject({
    seat: seatId,
    key: publicKey,
    kem: publicKey,
    proof: sig64,
    /** For another device of a seat that had one: the word of that seat's last device, or of the chair's. */
    consent: z.strictObject({ key: publicKey, sig: sig64 }).optional(),
  }),
  'device-unbound': z.strictObject({
    key: publicKey,
    feeds: z.array(z.strictObject({ feed: feedId, upTo: seqNumber, hash: hashText })).max(100),
  }),
  'platform-added': z.strictObject({
    platform: shortId,
    name: line(300),
    owner: line(300),
    enterprise: line(300),
    address: line(500),
  }),
  'value-measured': z.strictObject({
    platform: shortId,
    criterion: criterionId,
    value: z.string().max(30),
    evidence: z.array(shortId).max(20),
  }),
  'evidence-added': z.strictObject({
    evidence: shortId,
    platform: shortId,
    revision: z.int().min(1),
    /** Position in the platform's list, from 1: "Minh chứng 4". */
    number: z.int().min(1),
    sha256: hashText,
    size: z.int().min(0),
    mediaType: line(100),
    title: line(300),
    kind: z.enum(EVIDENCE_KINDS),
    supplier: line(300),
    date: line(10),
    label: z.enum(LABELS),
    criteria: z.array(criterionId).max(500),
  }),
  /**
   * The last evaluation of this platform, of another book, as the secretary named it: evaluations of one platform form a
   * chain (domain, section 1). For reference and for carrying marks over; never counted.
   */
  'evaluated-before': z.strictObject({
    platform: shortId,
    book: hashText,
    poll: shortId,
    /** When that council met, as it claimed (ISO 8601 UTC). */
    at: z.iso.datetime({ precision: 3 }),
    set: z.strictObject({ sha256: hashText, id: criterionId, version: line(40) }),
    outcome: criterionId,
    marks: z
      .array(
        z
          .strictObject({
            criterion: criterionId,
            /** `criterionHash` of the wording that was judged, with the threshold that was in force. */
            text: hashText,
            verdict: z.enum(['met', 'not-met', 'left-out']),
            met: count,
            of: count,
          })
          .refine(({ met, of }) => met <= of, 'met'),
      )
      // As many as the largest set has.
      .max(50_000)
      .refine((marks) => new Set(marks.map(({ criterion }) => criterion)).size === marks.length, 'twice'),
  }),
  /** Statements of a feed up to `upTo` are admitted but for those refused. */
  ruled: z.strictObject({
    feed: feedId,
    upTo: seqNumber,
    hash: hashText,
    refused: z.array(z.strictObject({ seq: seqNumber, code: line(60) })).max(10_000),
  }),
  'minutes-written': z.strictObject({
    sha256: hashText,
    facts: z.array(headRef).max(1_000),
    prose,
    corrects: hashText.optional(),
  }),
  'signer-named': z.strictObject({
    seat: seatId,
    field: z.enum(['ThuKy', 'ChuToa']),
    certificate: hashText.optional(),
  }),
  /** The extract goes up to and includes this entry; the PDF takes every date from it. */
  'minutes-cut': z.strictObject({ content: hashText, heads: z.array(headRef).max(1_000) }),
  'minutes-sealed': z.strictObject({ sha256: hashText }),
  'signature-added': z.strictObject({
    before: hashText,
    after: hashText,
    field: line(40),
    signer: seatId,
    certificate: hashText.optional(),
    via: z.enum(['app', 'outside', 'paper']),
  }),
  'body-erased': z.strictObject({ feed: feedId, seq: seqNumber, ground: line(500) }),
} as const;

export type RulingKind = keyof typeof RULINGS;
export type RulingOf<K extends RulingKind> = z.output<(typeof RULINGS)[K]>;
/** One kind of ruling with its body. */
export type RulingWith<K extends RulingKind> = { readonly kind: K; readonly body: RulingOf<K> };
export type Ruling = { [K in RulingKind]: { readonly kind: K; readonly body: RulingOf<K> } }[RulingKind];
