// Editing a session before it is opened: what rulings can say is added to its book, everything else makes a new book.
import { readDecimal } from '../../shared/base/decimal.ts';
import type { Hash, SeatId } from '../../shared/base/ids.ts';
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import { cleanLine } from '../../shared/base/text.ts';
import type { Ruling } from '../../shared/book/rulings.ts';
import { editOf, sameDescription, sameEvidence, samePerson } from '../../shared/contract/session-edit.ts';
import { type EditedForm, plainForm } from '../../shared/contract/session-form.ts';
import type { CriteriaSet } from '../../shared/criteria/criteria-set.ts';
import {
  createSession,
  describedRuling,
  formRefusal,
  personRuling,
  platformRulings,
  thresholdRuling,
} from './create-session.ts';
import { evidenceRuling } from './evidence.ts';
import { newId } from './fresh.ts';
import type { FindSet } from './library.ts';
import { type LiveBook, rule, seatFeedOf } from './live-book.ts';
import { formOf } from './session-form.ts';
import type { Surroundings } from './surroundings.ts';

type Platform = EditedForm['platforms'][number];

/** Compared as it would be written, not as it was typed. */
const cleaned = (form: EditedForm): EditedForm => ({
  ...form,
  subject: cleanLine(form.subject),
  superior: cleanLine(form.superior),
  council: cleanLine(form.council),
  decision: { ...form.decision, number: cleanLine(form.decision.number), body: cleanLine(form.decision.body) },
  place: cleanLine(form.place),
  symbol: cleanLine(form.symbol),
  thresholds: form.thresholds.map((row) => ({
    ...row,
    threshold: row.threshold === null ? null : (readDecimal(row.threshold) ?? row.threshold),
    source: cleanLine(row.source),
  })),
  members: form.members.map((member) => ({
    ...member,
    name: cleanLine(member.name),
    position: cleanLine(member.position),
    unit: cleanLine(member.unit),
  })),
  platforms: form.platforms.map((platform) => ({
    ...platform,
    name: cleanLine(platform.name),
    owner: cleanLine(platform.owner),
    enterprise: cleanLine(platform.enterprise),
    address: cleanLine(platform.address),
    evidence: platform.evidence.map((item) => ({
      ...item,
      title: cleanLine(item.title),
      supplier: cleanLine(item.supplier),
    })),
    measured: platform.measured.map(({ criterion, value }) => ({ criterion, value: readDecimal(value) ?? value })),
  })),
});

/** Seats that somebody has joined with a device of their own; the desk's own seat and invented members go along. */
const seatedIn =
  (live: LiveBook) =>
  (seat: string): boolean =>
    seat !== live.state.opened?.recorder &&
    live.state.seats[seat]?.device !== undefined &&
    seatFeedOf(live, seat) === undefined;

function memberRulings(around: Surroundings, before: EditedForm, after: EditedForm): readonly Ruling[] {
  return after.members.flatMap((member, order): readonly Ruling[] => {
    const was = before.members.find(({ seat }) => seat !== undefined && seat === member.seat);
    if (was !== undefined) return samePerson(was, member) ? [] : [personRuling(around, was.seat as SeatId, member)];
    const seat = newId(around) as SeatId;
    return [{ kind: 'seat-appointed', body: { seat, role: member.role, order } }, personRuling(around, seat, member)];
  });
}

/** What is new of a platform that stands in the book: evidence, other words about evidence, values. */
async function addedTo(
  around: Surroundings,
  live: LiveBook,
  was: Platform,
  now: Platform,
): Promise<Result<readonly Ruling[]>> {
  const platform = was.platform ?? '';
  const rulings: Ruling[] = [];
  let number = was.evidence.length;
  for (const { evidence, ...item } of now.evidence) {
    const known = evidence === undefined ? undefined : was.evidence.find((each) => each.evidence === evidence);
    if (known !== undefined && sameEvidence(known, { evidence, ...item })) continue;
    const standing = live.state.platforms[platform]?.evidence[known?.evidence ?? ''];
    if (standing === undefined) number += 1;
    const added = await evidenceRuling(around, platform, standing?.number ?? number, item);
    if (!added.ok) return added;
    if (standing === undefined || added.value.kind !== 'evidence-added') rulings.push(added.value);
    else {
      const same = { evidence: standing.evidence, revision: standing.revision + 1 };
      rulings.push({ kind: 'evidence-added', body: { ...added.value.body, ...same } });
    }
  }
  const values = new Map(was.measured.map(({ criterion, value }) => [criterion, value]));
  for (const { criterion, value } of now.measured)
    if (values.get(criterion) !== value)
      rulings.push({ kind: 'value-measured', body: { platform, criterion, value, evidence: [] } });
  return ok(rulings);
}

async function inPlace(
  around: Surroundings,
  live: LiveBook,
  before: EditedForm,
  after: EditedForm,
  set: CriteriaSet,
): Promise<Result<readonly Ruling[]>> {
  const thresholds = new Map(before.thresholds.map((row) => [row.criterion, JSON.stringify(row)]));
  const rulings: Ruling[] = [
    ...(sameDescription(before, after) ? [] : [describedRuling(after, set)]),
    ...after.thresholds
      .filter((row) => thresholds.get(row.criterion) !== JSON.stringify(row))
      .map((row) => thresholdRuling(row)),
    ...memberRulings(around, before, after),
  ];
  for (const now of after.platforms) {
    const was = before.platforms.find(({ platform }) => platform !== undefined && platform === now.platform);
    const added = was
      ? await addedTo(around, live, was, now)
      : await platformRulings(around, plainForm({ ...after, platforms: [now] }));
    if (!added.ok) return added;
    rulings.push(...added.value);
  }
  return ok(rulings);
}

/**
 * To be done in the turn of the old book. `made`: the new book, where one was needed; the old one is still to be retired.
 * Refuses `meeting-already-open`, `edit-needs-new-book` (it was not agreed to), what the form refuses.
 */
export async function editSession(
  around: Surroundings,
  library: FindSet,
  live: LiveBook,
  given: EditedForm,
  mayReplace: boolean,
): Promise<Result<{ readonly made?: LiveBook }>> {
  if (live.state.meeting.opened) return refuse('meeting-already-open');
  const before = formOf(live);
  const held = live.state.criteria;
  /** What the session holds stays at hand, whatever became of the library's. */
  const find: FindSet = async (sha256) => (held?.sha256 === (sha256 as Hash) ? held.set : await library(sha256));
  const set = await find(given.criteria);
  if (before === undefined) return refuse('book-not-open');
  if (set === undefined) return refuse('criteria-unknown');
  const after = cleaned(given);
  const sound = formRefusal(after, set);
  if (!sound.ok) return sound;
  const { how } = editOf(before, after, seatedIn(live));
  if (how === 'none') return ok({});
  if (how === 'new-book') {
    if (!mayReplace) return refuse('edit-needs-new-book');
    const made = await createSession(around, find, plainForm(after));
    return made.ok ? ok({ made: made.value }) : made;
  }
  const rulings = await inPlace(around, live, before, after, set);
  if (!rulings.ok) return rulings;
  const written = await rule(around, live, rulings.value);
  return written.ok ? ok({}) : written;
}
