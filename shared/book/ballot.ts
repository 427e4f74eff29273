// A ballot: one member's whole sheet for one platform and round, and what must hold before it may be cast or counted.
import { canonical, isCanonical } from '../base/canonical.ts';
import { type EvidenceId, type Hash, isBase64, isHash, isShortId, type PollId } from '../base/ids.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../base/result.ts';
import type { Scale } from '../council/rules.ts';
import { applies } from '../criteria/conditions.ts';
import { type CriteriaSet, type Criterion, criteriaOf } from '../criteria/criteria-set.ts';

/** `scored` goes with points, `met` and `not-met` with pass or fail. */
export const MARKS = ['met', 'not-met', 'not-applicable', 'scored'] as const;
export type Mark = (typeof MARKS)[number];
/** `insufficient` ("chưa đủ căn cứ") is a working state that cannot stand in a cast ballot. */
export type DraftMark = Mark | 'insufficient';

/** Left, top, width, height of a part of a page or picture as it stands unturned, in ten-thousandths of its width and height. */
export type Region = readonly [number, number, number, number];

/** A place in one revision of an item of evidence. */
export type Citation = {
  readonly evidence: EvidenceId;
  readonly sha256: Hash;
  /** From 1: page, or sheet of a workbook. */
  readonly page?: number;
  readonly region?: Region;
  /** The words that are cited, as they stand there. */
  readonly quote?: string;
  /** From the beginning of a recording, whole seconds. */
  readonly second?: number;
};

export type Item = {
  readonly mark: Mark;
  /** With `scored`, and only there: whole points from 0 to 100. */
  readonly points?: number;
  /** Why the mark is another than in the round before. */
  readonly change?: string;
  /** Why a criterion does not apply; required with that mark and empty elsewhere. */
  readonly reason?: string;
  readonly remark?: string;
  readonly cites?: readonly Citation[];
};
export type DraftItem = Omit<Item, 'mark'> & { readonly mark?: DraftMark };

/** Keys are criterion ids of the set. */
export type Draft = { readonly items: Readonly<Record<string, DraftItem>>; readonly comment?: string };
export type Ballot = {
  readonly poll: PollId;
  readonly items: Readonly<Record<string, Item>>;
  readonly comment?: string;
};

const REMARK_LIMIT = 4_000;
const CITES_LIMIT = 50;
/** Bytes that words and citations of one sheet may come to at most, so that its envelope is one that a feed takes. */
const SHEET_LIMIT = 400_000;
/** A citation without its quote: two hashes, four numbers and their names stay below. */
const CITE_BYTES = 300;
export const QUOTE_LIMIT = 500;
/** A region's unit: this many make the whole width, or height. */
export const REGION_WHOLE = 10_000;
export const MOST_POINTS = 100;

/** What a ballot is judged by besides the set: the scale, what its seat may not judge, and what it said a round ago. */
export type BallotTerms = {
  readonly scale: Scale;
  /** Criteria from which the seat is recused. */
  readonly barred: readonly string[];
  /** Its valid ballot of the round before, where a change wants a reason. */
  readonly before?: Pick<Ballot, 'items'>;
  /**
   * SHA-256 of the newest revision of each item of evidence, while the sheet is being worked on: what cites another one
   * asks to be confirmed. Absent at the opening: a revision that came after the casting makes no ballot invalid.
   */
  readonly newest?: Readonly<Record<string, string>>;
};
export const PLAIN_TERMS: BallotTerms = { scale: { of: 'pass-fail' }, barred: [] };

export const isChanged = (item: DraftItem, before: Item | undefined): boolean =>
  before !== undefined && (item.mark !== before.mark || item.points !== before.points);

/** On which side of its criterion a mark stands; undefined where nothing is said yet. */
function sideIn(set: ReadonlyMap<string, Criterion>, { items }: Pick<Draft, 'items'>, { scale }: BallotTerms) {
  return (id: string): 'met' | 'not-met' | 'not-applicable' | undefined => {
    const { mark, points } = (Object.hasOwn(items, id) ? items[id] : undefined) ?? {};
    if (mark === undefined || mark === 'insufficient') return undefined;
    if (mark !== 'scored') return mark;
    const criterion = set.get(id);
    const pass = criterion?.kind === 'points' ? criterion.pass : scale.of === 'points' ? scale.passMark : 0;
    return (points ?? 0) >= pass ? 'met' : 'not-met';
  };
}

/** Whether the conditions of a criterion hold on this sheet; where they do not, it does not apply. */
export function appliesOn(
  set: CriteriaSet,
  draft: Pick<Draft, 'items'>,
  terms: BallotTerms,
  criterion: Criterion,
): boolean {
  if (criterion.appliesWhen === undefined) return true;
  return applies(criterion, sideIn(new Map(criteriaOf(set).map((each) => [each.id, each])), draft, terms));
}

function markError(
  item: DraftItem | undefined,
  criterion: Criterion,
  { scale }: BallotTerms,
  isAsked: boolean,
): Refusal | undefined {
  const place = { criterion: criterion.id };
  if (item?.mark === undefined) return refusal('mark-missing', place);
  if (item.mark === 'insufficient') return refusal('mark-insufficient', place);
  if (!MARKS.includes(item.mark)) return refusal('mark-unknown', place);
  if (!isAsked && item.mark === 'not-applicable')
    return item.points === undefined ? undefined : refusal('points-wrong', place);
  if (!isAsked) return refusal('condition-unmet', place);
  if (item.mark === 'not-applicable') {
    if (!criterion.notApplicable) return refusal('not-applicable-barred', place);
    if (!item.reason?.trim()) return refusal('reason-missing', place);
  } else if ((item.mark === 'scored') !== (scale.of === 'points')) return refusal('mark-of-another-scale', place);
  if ((item.mark === 'scored') !== (item.points !== undefined)) return refusal('points-wrong', place);
  const points = item.points ?? 0;
  if (!Number.isInteger(points) || points < 0 || points > MOST_POINTS) return refusal('points-wrong', place);
  const isBetween =
    item.mark === 'scored' && criterion.kind === 'points' && !criterion.levels.some((level) => level.points === points);
  return isBetween ? refusal('points-between-levels', place) : undefined;
}

/**
 * Everything that stands between a draft and the box, per criterion, at the author's and again at opening (Circulars'
 * practice: a blank makes the ballot invalid). Codes: mark-missing, mark-insufficient, mark-unknown,
 * mark-of-another-scale, points-wrong, points-between-levels, condition-unmet, cite-stale, reason-missing, not-applicable-barred, criterion-recused, change-reason-missing,
 * criterion-unknown, remark-too-long, sheet-too-long.
 */
export function draftErrors(set: CriteriaSet, draft: Draft, terms: BallotTerms = PLAIN_TERMS): readonly Refusal[] {
  const errors: Refusal[] = [];
  const criteria = new Map(criteriaOf(set).map((criterion) => [criterion.id, criterion]));
  const barred = new Set(terms.barred);
  const side = sideIn(criteria, draft, terms);
  for (const criterion of criteria.values()) {
    const item = Object.hasOwn(draft.items, criterion.id) ? draft.items[criterion.id] : undefined;
    const place = { criterion: criterion.id };
    if (barred.has(criterion.id)) {
      if (item !== undefined) errors.push(refusal('criterion-recused', place));
      continue;
    }
    const isAsked = applies(criterion, side);
    const wrong = markError(item, criterion, terms, isAsked);
    if (wrong) errors.push(wrong);
    // Where a condition took the criterion away, the condition is the reason.
    else if (item && isAsked && isChanged(item, terms.before?.items[criterion.id]) && !item.change?.trim())
      errors.push(refusal('change-reason-missing', place));
    if (item?.cites?.some((cite) => isStale(cite, terms))) errors.push(refusal('cite-stale', place));
    const longest = Math.max(item?.remark?.length ?? 0, item?.reason?.length ?? 0, item?.change?.length ?? 0);
    if (longest > REMARK_LIMIT) errors.push(refusal('remark-too-long', { ...place, limit: REMARK_LIMIT }));
  }
  for (const id of Object.keys(draft.items))
    if (!criteria.has(id)) errors.push(refusal('criterion-unknown', { criterion: id }));
  if ((draft.comment?.length ?? 0) > REMARK_LIMIT)
    errors.push(refusal('remark-too-long', { criterion: '', limit: REMARK_LIMIT }));
  if (sheetBytes(draft) > SHEET_LIMIT) errors.push(refusal('sheet-too-long', { criterion: '' }));
  return errors;
}

/** At most: of no character does UTF-8 take more than three bytes for a UTF-16 unit. */
function sheetBytes({ items, comment = '' }: Draft): number {
  let bytes = 3 * comment.length;
  for (const { remark = '', reason = '', change = '', cites = [] } of Object.values(items)) {
    bytes += 3 * (remark.length + reason.length + change.length);
    for (const { quote = '' } of cites) bytes += CITE_BYTES + 3 * quote.length;
  }
  return bytes;
}

/** A newer revision of what is cited is there. */
export const isStale = ({ evidence, sha256 }: Citation, { newest }: Pick<BallotTerms, 'newest'>): boolean =>
  newest !== undefined && Object.hasOwn(newest, evidence) && newest[evidence] !== sha256;

/** The plaintext that is sealed: canonical JSON that names no seat and begins with 16 random bytes (base64url). */
export const writeBallot = (ballot: Ballot, salt: string): string =>
  canonical({ _salt: salt, poll: ballot.poll, items: ballot.items, comment: ballot.comment });

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
/** NFC is made where text is typed; here it would let the Unicode version of a machine decide whether a ballot counts. */
const isText = (value: unknown): value is string => typeof value === 'string';

const CITATION: ReadonlySet<string> = new Set(['evidence', 'sha256', 'page', 'region', 'quote', 'second']);
const BALLOT: ReadonlySet<string> = new Set(['_salt', 'poll', 'items', 'comment']);

function readItem(value: unknown): Item | undefined {
  if (!isRecord(value) || !MARKS.includes(value['mark'] as Mark)) return undefined;
  for (const [key, member] of Object.entries(value)) {
    if (key === 'mark') continue;
    if (key === 'points') {
      if (!Number.isSafeInteger(member)) return undefined;
    } else if (key === 'reason' || key === 'remark' || key === 'change') {
      if (!isText(member)) return undefined;
    } else if (key === 'cites') {
      if (!Array.isArray(member) || member.length > CITES_LIMIT || !member.every(isCitation)) return undefined;
    } else return undefined;
  }
  return value as Item;
}

function isCitation(value: unknown): value is Citation {
  if (!isRecord(value) || typeof value['evidence'] !== 'string' || typeof value['sha256'] !== 'string') return false;
  if (Object.keys(value).some((key) => !CITATION.has(key))) return false;
  const { page, region, quote, second } = value;
  const pageHolds = page === undefined || (Number.isSafeInteger(page) && (page as number) > 0);
  const secondHolds = second === undefined || (Number.isSafeInteger(second) && (second as number) >= 0);
  const quoteHolds = quote === undefined || (isText(quote) && quote !== '' && quote.length <= QUOTE_LIMIT);
  const placeHolds = pageHolds && secondHolds && quoteHolds && (region === undefined || isRegion(region));
  return isShortId(value['evidence']) && isHash(value['sha256']) && placeHolds;
}

/** Inside its page, and not empty. */
export function isRegion(value: unknown): value is Region {
  if (!Array.isArray(value) || value.length !== 4 || !value.every((each) => Number.isSafeInteger(each) && each >= 0))
    return false;
  const [left = 0, top = 0, width = 0, height = 0] = value as readonly number[];
  return width > 0 && height > 0 && left + width <= REGION_WHOLE && top + height <= REGION_WHOLE;
}

/**
 * Reads an opened plaintext: canonical JSON with known members only, so that it has one reading. Written by hand rather than by schema because a book holds 144,000 marks.
 * Refuses `ballot-malformed`; whether its marks make a valid ballot is for `draftErrors`.
 */
export function readBallot(text: string, poll: PollId): Result<Ballot> {
  let value: unknown;
  try {
    value = JSON.parse(text);
    if (!isCanonical(text, value)) return refuse('ballot-malformed', { why: 'canonical' });
  } catch {
    return refuse('ballot-malformed', { why: 'json' });
  }
  if (!isRecord(value) || typeof value['_salt'] !== 'string' || !isBase64(value['_salt'], 16))
    return refuse('ballot-malformed', { why: 'salt' });
  const stray = Object.keys(value).find((key) => !BALLOT.has(key));
  if (stray !== undefined) return refuse('ballot-malformed', { why: stray.slice(0, 40) });
  if (value['poll'] !== poll) return refuse('ballot-malformed', { why: 'poll' });
  const { items, comment } = value;
  if (!isRecord(items) || !(comment === undefined || isText(comment)))
    return refuse('ballot-malformed', { why: 'items' });
  const read: Record<string, Item> = {};
  for (const [id, entry] of Object.entries(items)) {
    const item = readItem(entry);
    // Written to, this one name would not become a member but what the object inherits from.
    if (item === undefined || id === '__proto__') return refuse('ballot-malformed', { why: id.slice(0, 40) });
    read[id] = item;
  }
  return ok({ poll, items: read, ...(comment === undefined ? {} : { comment: comment as string }) });
}
