// Every method that a screen may call: who may, what it takes, what it gives. JSON values only; bytes go over HTTP.
import { z } from 'zod';
import { isHash, isShortId } from '../base/ids.ts';
import type { Refusal } from '../base/result.ts';
import { isRegion, MARKS, MOST_POINTS, QUOTE_LIMIT, type Region } from '../book/ballot.ts';
import type { RunText } from '../book/book.ts';
import { VIA } from '../book/head.ts';
import { PRESENCES } from '../book/meeting-rulings.ts';
import { prose } from '../book/rulings.ts';
import { REOPEN_REASONS } from '../book/statements.ts';
import { type CouncilRules, councilRules } from '../council/rules.ts';
import type { Promulgation } from '../criteria/criteria-set.ts';
import { LANGUAGES } from '../lang/say.ts';
import { COPIES_METHODS, type CopiesOutputs } from './copies-methods.ts';
import { COUNCIL_METHODS, type CouncilOutputs, declaredInterests } from './council-methods.ts';
import { LIBRARY_METHODS, type LibraryOutputs, type LibraryState } from './criteria-library.ts';
import { EVIDENCE_METHODS, type EvidenceOutputs } from './evidence-methods.ts';
import { RECORDING_METHODS } from './recording-methods.ts';
import { ROOM_METHODS, type RoomOutputs } from './room-methods.ts';
import { RULES_TEXT_LIMIT, type RulesFileReport, type RulesList } from './rules-library.ts';
import { type SessionDraft, sessionDraft } from './session-draft.ts';
import { type EditedForm, editedForm, ownSeat, sessionForm } from './session-form.ts';
import { SHARED_SEAT_METHODS, type SharedSeatOutputs } from './shared-seat-methods.ts';
import { THEMES } from './shell-view.ts';

const line = (max: number) => z.string().max(max);
const id = z.string().refine(isShortId);
const hash = z.string().refine(isHash);
const key = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
const sig = z.string().regex(/^[A-Za-z0-9_-]{86}$/);
const inBook = { book: hash };

const citation = z.strictObject({
  evidence: id,
  sha256: hash,
  page: z.int().min(1).optional(),
  region: z.custom<Region>(isRegion).optional(),
  quote: z.string().min(1).max(QUOTE_LIMIT).optional(),
  second: z.int().min(0).optional(),
});

const draftItem = z.strictObject({
  mark: z.enum([...MARKS, 'insufficient']).optional(),
  points: z.int().min(0).max(MOST_POINTS).optional(),
  change: line(4_000).optional(),
  reason: line(4_000).optional(),
  remark: line(4_000).optional(),
  cites: z.array(citation).max(50).optional(),
});

const runText = z.strictObject({
  feed: z.string().regex(/^[0-9a-f]{32}$/),
  from: z.int().min(1),
  entries: z
    .array(z.strictObject({ head: z.string().max(2_048), body: z.string().max(4 * 1024 * 1024) }))
    .min(1)
    .max(1_000),
  commits: z
    .array(z.strictObject({ seq: z.int().min(1), sig }))
    .min(1)
    .max(1_000),
});

/**
 * `desk`: the secretary's own machine. `seat`: a joined seat. `projector`: a window on the wall. `stranger`: a link that
 * has not said who it is.
 */
export type Who = 'desk' | 'seat' | 'projector' | 'stranger';
const method = <I extends z.ZodType>(who: readonly Who[], input: I) => ({ who, input });
const desk = ['desk'] as const;
const seated = ['desk', 'seat'] as const;
const stranger = ['stranger'] as const;

export const METHODS = {
  ...COUNCIL_METHODS,
  ...LIBRARY_METHODS,
  ...EVIDENCE_METHODS,
  ...ROOM_METHODS,
  ...COPIES_METHODS,
  ...RECORDING_METHODS,
  ...SHARED_SEAT_METHODS,
  'desk.enter': method(stranger, z.strictObject({ token: line(100) })),
  'seat.challenge': method(stranger, z.strictObject({})),
  /** What a code is for, so that the page can make its keys for that book and seat; does not use the code up. */
  'seat.ask': method(stranger, z.strictObject({ code: line(20) })),
  'seat.join': method(stranger, z.strictObject({ code: line(20), key, kem: key, proof: sig, via: z.enum(VIA) })),
  'projector.enter': method(stranger, z.strictObject({ token: line(100) })),
  'seat.return': method(stranger, z.strictObject({ ...inBook, key, sig })),

  /** What the desk's page has chosen for itself, so that menu and dialogs of its window follow. */
  'shell.chosen': method(desk, z.strictObject({ language: z.enum(LANGUAGES), theme: z.enum(THEMES) })),
  'criteria.list': method(desk, z.strictObject({})),
  /** Rules a session can begin with: shipped, and the agency's own. */
  'rules.list': method(desk, z.strictObject({})),
  /** Keeps an own profile: the one of that id, or a new one, which gets an id of its own. */
  'rules.save': method(desk, z.strictObject({ rules: councilRules })),
  'rules.discard': method(desk, z.strictObject({ id: line(60) })),
  /** Reads a file of rules given as its text; keeps nothing. */
  'rules.read-file': method(desk, z.strictObject({ name: line(200), text: line(RULES_TEXT_LIMIT) })),
  'session.create': method(desk, sessionForm),
  /** The form a session was made of, as it stands now. `council`: as a source for another session, so never a rehearsal's. */
  'session.form': method(desk, z.strictObject({ ...inBook, as: z.enum(['edit', 'council']) })),
  /** Before the meeting is opened. Without `replace` it is refused where only a new book could hold the edit. */
  'session.edit': method(desk, z.strictObject({ ...inBook, form: editedForm, replace: z.boolean() })),
  /** What is typed into the form, kept until it is made a book or discarded; without `draft` it is a new one. */
  'session.draft.save': method(desk, z.strictObject({ draft: id.optional(), form: sessionDraft })),
  'session.draft.read': method(desk, z.strictObject({ draft: id })),
  'session.draft.discard': method(desk, z.strictObject({ draft: id })),
  'rehearsal.create': method(desk, z.strictObject({ criteria: hash, ownSeat })),
  'seat.code': method(desk, z.strictObject({ ...inBook, seat: id })),
  /** The secretary has seen who typed wrong codes: everybody may try again. */
  'codes.unlock': method(desk, z.strictObject({})),
  /** What runs here and where it keeps its books. */
  'desk.facts': method(desk, z.strictObject({})),
  /** Seat that the desk itself sits in when it drafts, casts and votes (the secretary's own). */
  'meeting.open': method(desk, z.strictObject({ ...inBook, presiding: id })),
  'attendance.mark': method(
    desk,
    z.strictObject({ ...inBook, seat: id, presence: z.enum(PRESENCES), note: line(300) }),
  ),
  'value.measure': method(
    desk,
    z.strictObject({ ...inBook, platform: id, criterion: line(40), value: line(30), evidence: z.array(id).max(20) }),
  ),
  /** Sessions of this machine in which a platform of this name was evaluated. */
  'platform.earlier': method(desk, z.strictObject({ ...inBook, platform: id })),
  /** Names the last evaluation of a platform, before the meeting is opened; its verdicts then stand beside the criteria. */
  'platform.name-before': method(
    desk,
    z.strictObject({ ...inBook, platform: id, earlier: z.strictObject({ book: hash, platform: id }) }),
  ),
  'opinion.record': method(desk, z.strictObject({ ...inBook, platform: id, seat: id, text: line(20_000) })),
  'round.open': method(desk, z.strictObject({ ...inBook, platform: id })),
  'round.close': method(desk, z.strictObject({ ...inBook, poll: id })),
  /** Closes if still open, then reveals: from here the keys come. */
  'round.reveal': method(desk, z.strictObject({ ...inBook, poll: id })),
  'ballot.set-aside': method(desk, z.strictObject({ ...inBook, poll: id, ballot: hash, note: line(500) })),
  /** The author's device is lost and the shares do not open it. */
  'ballot.give-up': method(desk, z.strictObject({ ...inBook, poll: id, ballot: hash })),
  /** The desk's own seat gives its share of a ballot whose author's device is lost; the other holder does so too. */
  'share.release': method(seated, z.strictObject({ ...inBook, poll: id, ballot: hash })),
  'conclusion.put': method(desk, z.strictObject({ ...inBook, platform: id, text: line(10_000) })),
  'conclusion.vote.open': method(desk, z.strictObject({ ...inBook, conclusion: id })),
  'conclusion.vote.close': method(desk, z.strictObject({ ...inBook, poll: id })),
  'prose.save': method(desk, z.strictObject({ ...inBook, prose })),
  /** Lays out what would be printed now; a later call takes the place of one that waits (`render-cancelled`). */
  'minutes.preview': method(desk, z.strictObject(inBook)),
  /** Ends the laying out that is under way; the page that was made last stays. */
  'minutes.preview.stop': method(desk, z.strictObject(inBook)),
  'minutes.write': method(desk, z.strictObject(inBook)),
  'meeting.close': method(desk, z.strictObject(inBook)),
  'minutes.seal': method(desk, z.strictObject(inBook)),
  /** The PKCS#12 file (base64url) and its password stay in memory for this one act. */
  'minutes.sign': method(
    desk,
    z.strictObject({ ...inBook, field: z.enum(['ThuKy', 'ChuToa']), pkcs12: line(400_000), password: line(200) }),
  ),
  'minutes.rehearsal-sign': method(desk, z.strictObject({ ...inBook, field: z.enum(['ThuKy', 'ChuToa']) })),
  'file.verify': method(desk, z.strictObject({ sha256: hash, roots: line(200_000) })),
  'upload.open': method(
    desk,
    z.strictObject({
      size: z
        .int()
        .min(0)
        .max(2 * 1024 * 1024 * 1024),
    }),
  ),

  /** Statements of a seat whose key this host holds: the desk's own, one on a shared laptop, a guest's. */
  'draft.save': method(seated, z.strictObject({ ...inBook, poll: id, criterion: line(40), item: draftItem })),
  'draft.comment': method(seated, z.strictObject({ ...inBook, poll: id, comment: line(4_000) })),
  'ballot.cast': method(seated, z.strictObject({ ...inBook, poll: id })),
  'ballot.reopen': method(seated, z.strictObject({ ...inBook, poll: id, reason: z.enum(REOPEN_REASONS) })),
  'interest.declare': method(seated, z.strictObject({ ...inBook, declared: declaredInterests })),
  'vote.cast': method(
    seated,
    z.strictObject({ ...inBook, poll: id, about: hash, choice: z.enum(['agree', 'disagree', 'abstain']) }),
  ),
  'reservation.make': method(seated, z.strictObject({ ...inBook, conclusion: id, about: hash, text: line(20_000) })),
  'minutes.approve': method(seated, z.strictObject({ ...inBook, sha256: hash })),
  'entry.confirm': method(seated, z.strictObject({ ...inBook, entry: hash })),

  /** A page seat's own signed entries, whole commits. */
  'feed.append': method(['seat'], z.strictObject({ ...inBook, run: runText })),
  /** Where the page's own feed stands here, and the recording feed from an entry on, to be checked by the page. */
  'feed.tip': method(['seat'], z.strictObject({ ...inBook, feed: z.string().regex(/^[0-9a-f]{32}$/) })),
  'recording.read': method(
    ['seat'],
    z.strictObject({
      ...inBook,
      from: z.int().min(1),
      /** The feed that `from` counts in, once one was read: after its cut comes the feed that it was passed on to. */
      feed: z
        .string()
        .regex(/^[0-9a-f]{32}$/)
        .optional(),
    }),
  ),
  /** A sealed ballot of which this seat holds a share, after the reveal: to be recomputed and opened by the holder. */
  'ballot.read': method(['seat'], z.strictObject({ ...inBook, poll: id, ballot: hash })),
  /** A pass for a window on the wall; the shell opens one where there is a shell, else the page does. */
  'projector.open': method(desk, z.strictObject(inBook)),
  /** What the room looks at: the desk says it, or the chair. Presence, never an entry. */
  'projector.point': method(seated, z.strictObject({ ...inBook, platform: id, criterion: line(40).nullable() })),
  /** Counts only: how many criteria are marked, and how many files were opened. Presence, never an entry. */
  'presence.report': method(
    seated,
    z.strictObject({
      ...inBook,
      poll: id,
      marked: z.int().min(0).max(100_000),
      opened: z.int().min(0).max(100_000).optional(),
    }),
  ),
  'blob.open': method(seated, z.strictObject({ ...inBook, sha256: hash })),
} as const;

export type { SessionForm } from './session-form.ts';
export type MethodName = keyof typeof METHODS;
export type InputOf<M extends MethodName> = z.output<(typeof METHODS)[M]['input']>;

export type LibrarySet = {
  readonly sha256: string;
  readonly id: string;
  readonly version: string;
  readonly sample: boolean;
  readonly state: LibraryState;
  readonly promulgation?: Promulgation;
  readonly name: { readonly vi: string; readonly en: string };
  readonly groups: number;
  readonly criteria: number;
  /** Of all its criteria, in their order. */
  readonly codes: readonly string[];
  /** Measured criteria whose threshold the set leaves open. */
  readonly open: readonly {
    readonly criterion: string;
    readonly statement: { readonly vi: string; readonly en: string };
    readonly unit: string;
    readonly comparator: string;
  }[];
  readonly measured: readonly {
    readonly criterion: string;
    readonly statement: { readonly vi: string; readonly en: string };
    readonly unit: string;
    readonly comparator: string;
    readonly threshold: string | null;
  }[];
};

/** The question a finding answers: is the file whole, who signed, by which roots is that trusted, is it a book of ours. */
export type FindingAbout = 'file' | 'signature' | 'roots' | 'book';
export type Finding = {
  readonly level: 'holds' | 'note' | 'broken';
  readonly about: FindingAbout;
  /** Field of the signature that it is about, where it is about one. */
  readonly field?: string;
  readonly vi: string;
  readonly en: string;
};

/** One signature as Circular 15/2025/TT-BKHCN wants a check to show it; times are ISO 8601 UTC. */
export type SignatureFacts = {
  readonly field: string;
  readonly name: string;
  readonly organisation: string;
  readonly issuer: string;
  /** Serial number of the certificate, upper-case hex. */
  readonly serial: string;
  readonly validFrom: string;
  readonly validTo: string;
  /** As the signing machine's clock said; nothing proves it. */
  readonly claimedTime: string;
  readonly algorithm: string;
  readonly reason: string;
  readonly intact: boolean;
  readonly trusted: boolean;
  /** Names from the signer upwards, as far as the path was found. */
  readonly path: readonly string[];
};

/**
 * `untrusted`: all is intact, but no root that was given vouches for a signer. `unsigned`: a PDF without any signature.
 * `unreadable`: nothing in it could be checked at all.
 */
export type FileWord = 'holds' | 'untrusted' | 'broken' | 'unsigned' | 'unreadable';
export type FileReport = {
  readonly holds: boolean;
  readonly word: FileWord;
  /** `minutes` and `book` are ours, `pdf` is a file of others. */
  readonly kind: 'minutes' | 'book' | 'pdf' | 'other';
  readonly rehearsal: boolean;
  /** Of the whole file as it was checked. */
  readonly sha256: string;
  readonly size: number;
  readonly verdict: { readonly vi: string; readonly en: string };
  readonly signatures: readonly SignatureFacts[];
  readonly findings: readonly Finding[];
};

/** What methods give back; those not named here give nothing but that it was done. */
export type Outputs = CouncilOutputs &
  LibraryOutputs &
  EvidenceOutputs &
  RoomOutputs &
  CopiesOutputs &
  SharedSeatOutputs & {
    readonly 'desk.enter': Record<string, never>;
    readonly 'seat.challenge': { readonly challenge: string };
    readonly 'seat.ask': { readonly book: string; readonly seat: string; readonly name: string };
    readonly 'seat.join': { readonly book: string; readonly seat: string; readonly recording: string };
    readonly 'seat.return': { readonly book: string; readonly seat: string; readonly recording: string };
    readonly 'criteria.list': {
      readonly sets: readonly LibrarySet[];
      readonly leftOut: readonly { readonly file: string; readonly why: Refusal }[];
    };
    readonly 'rules.list': RulesList;
    readonly 'rules.save': { readonly rules: CouncilRules };
    readonly 'rules.read-file': RulesFileReport;
    readonly 'session.create': { readonly book: string };
    readonly 'session.form': {
      readonly form: EditedForm;
      /** Bytes of each file of evidence, by its hash. */
      readonly sizes: Readonly<Record<string, number>>;
    };
    readonly 'session.edit': { readonly book: string; readonly replaced: boolean };
    readonly 'session.draft.save': { readonly draft: string; readonly savedAt: string };
    readonly 'session.draft.read': { readonly form: SessionDraft; readonly savedAt: string };
    readonly 'desk.facts': { readonly version: string; readonly folder: string };
    readonly 'rehearsal.create': { readonly book: string };
    readonly 'seat.code': { readonly code: string; readonly url: string };
    readonly 'platform.earlier': {
      readonly found: readonly {
        readonly book: string;
        readonly subject: string;
        readonly at: string;
        readonly platform: string;
        readonly name: string;
      }[];
    };
    readonly 'round.open': { readonly poll: string };
    readonly 'ballot.cast': { readonly ballot: string };
    readonly 'conclusion.put': { readonly conclusion: string };
    readonly 'conclusion.vote.open': { readonly poll: string };
    readonly 'minutes.preview': { readonly sha256: string; readonly pages: number };
    readonly 'minutes.seal': { readonly sha256: string };
    readonly 'minutes.sign': { readonly sha256: string };
    readonly 'minutes.rehearsal-sign': { readonly sha256: string };
    readonly 'file.verify': FileReport;
    readonly 'upload.open': { readonly url: string };
    readonly 'feed.append': { readonly refused: readonly { readonly seq: number; readonly code: string }[] };
    readonly 'feed.tip': { readonly seq: number; readonly hash: string };
    readonly 'ballot.read': { readonly previous: string; readonly head: string; readonly body: string };
    readonly 'recording.read': { readonly run: RunText | null };
    readonly 'blob.open': { readonly url: string };
    /** `isShown`: the shell has opened the window already. */
    readonly 'projector.open': { readonly fragment: string; readonly isShown: boolean };
    readonly 'projector.enter': { readonly book: string };
  };
export type OutputOf<M extends MethodName> = M extends keyof Outputs ? Outputs[M] : Record<string, never>;
