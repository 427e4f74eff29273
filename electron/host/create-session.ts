// Makes a book out of the new-session form: one signed first entry, then the whole set-up as one commit.
import { toBase64 } from '../../shared/base/bytes.ts';
import { isDecimal, readDecimal } from '../../shared/base/decimal.ts';
import type { BookId, FeedId, Hash, SeatId } from '../../shared/base/ids.ts';
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import { cleanLine } from '../../shared/base/text.ts';
import { emptyBook } from '../../shared/book/book.ts';
import { fold } from '../../shared/book/fold.ts';
import type { Ruling } from '../../shared/book/rulings.ts';
import { commitFacts, newFeed, type OwnFeed } from '../../shared/book/write-entry.ts';
import type { SessionForm } from '../../shared/contract/methods.ts';
import { votes } from '../../shared/council/roles.ts';
import { type CriteriaSet, criteriaOf } from '../../shared/criteria/criteria-set.ts';
import type { DeviceKeys } from '../../shared/seal/ciphers.ts';
import { deviceProofMessage } from '../../shared/seal/device-proof.ts';
import { cardOf } from './card.ts';
import { evidenceRuling } from './evidence.ts';
import { newId, newSalt } from './fresh.ts';
import type { FindSet } from './library.ts';
import { factsOf, type HeldFeed, keptFeed, type LiveBook, liveBook, publicKeyOf, rulingRefusal } from './live-book.ts';
import type { Surroundings } from './surroundings.ts';

type Form = SessionForm;

/** What no schema says: roles, names, thresholds. Refuses with the place in the form. */
export function formRefusal(form: Form, set: CriteriaSet): Result<null> {
  const count = (role: string) => form.members.filter((member) => member.role === role).length;
  if (cleanLine(form.subject) === '') return refuse('form-subject-missing');
  if (cleanLine(form.council) === '') return refuse('form-council-missing');
  if (cleanLine(form.place) === '') return refuse('form-place-missing');
  const blank = form.members.findIndex((member) => cleanLine(member.name) === '');
  if (blank >= 0) return refuse('form-name-missing', { number: blank + 1 });
  if (count('chair') !== 1) return refuse('form-one-chair', { count: count('chair') });
  const secretaries = count('secretary') + count('administrative-secretary');
  const voters = form.members.filter((member) => votes(member.role)).length;
  if (form.rules.quorum.secretary === 'required' && secretaries === 1 && count('secretary') !== 1)
    return refuse('form-voting-secretary');
  if (form.rules.body === 'hired-unit') {
    // One report that one person answers for and signs; the agency's own secretary may record, and does not vote.
    if (voters !== 1 || secretaries > 1) return refuse('form-hired-unit-one', { count: voters });
  } else {
    if (secretaries !== 1) return refuse('form-one-secretary', { count: secretaries });
    if (voters < 3) return refuse('form-few-voters');
  }
  const nameless = form.platforms.findIndex((platform) => cleanLine(platform.name) === '');
  if (nameless >= 0) return refuse('form-platform-name-missing', { number: nameless + 1 });
  return thresholdRefusal(form, set);
}

function thresholdRefusal(form: Form, set: CriteriaSet): Result<null> {
  const given = new Map(form.thresholds.map((row) => [row.criterion, row]));
  for (const criterion of criteriaOf(set)) {
    if (criterion.kind !== 'measured' || criterion.threshold !== null) continue;
    const row = given.get(criterion.id);
    if (row === undefined) return refuse('threshold-open', { criterion: criterion.id });
    if (row.threshold !== null && readDecimal(row.threshold) === undefined)
      return refuse('threshold-not-decimal', { criterion: criterion.id, text: row.threshold });
    if (row.threshold !== null && cleanLine(row.source) === '')
      return refuse('threshold-source-missing', { criterion: criterion.id });
  }
  for (const platform of form.platforms)
    for (const { criterion, value } of platform.measured)
      if (readDecimal(value) === undefined) return refuse('value-not-decimal', { criterion, text: value });
  return ok(null);
}

type Seating = { readonly seat: SeatId; readonly member: Form['members'][number] };

/** An odd number of seats who may pass the recording on: chair, secretary, and one more; of a hired unit its one. */
function keepersOf(seating: readonly Seating[]): readonly SeatId[] {
  const wanted = ['chair', 'secretary', 'vice-chair', 'reviewer', 'member'];
  const ordered = wanted.flatMap((role) => seating.filter(({ member }) => member.role === role));
  return ordered.slice(0, 3).map(({ seat }) => seat);
}

/** Whose machine records: the secretary's; a hired unit may have none, and then it is the one who signs for it. */
const recorderIn = (seating: readonly Seating[]): SeatId =>
  (['secretary', 'administrative-secretary', 'chair'] as const)
    .map((role) => seating.find(({ member }) => member.role === role)?.seat)
    .find((seat) => seat !== undefined) as SeatId;

export const describedRuling = (form: Form, set: CriteriaSet): Ruling => ({
  kind: 'session-described',
  body: {
    subject: cleanLine(form.subject),
    superior: cleanLine(form.superior),
    council: cleanLine(form.council),
    decision: {
      number: cleanLine(form.decision.number),
      date: form.decision.date,
      body: cleanLine(form.decision.body),
    },
    place: cleanLine(form.place),
    symbol: cleanLine(form.symbol),
    legalBasis: [...set.legalBasis],
  },
});

export const thresholdRuling = ({ criterion, threshold, source }: Form['thresholds'][number]): Ruling => ({
  kind: 'threshold-set',
  body: {
    criterion,
    threshold: threshold === null ? null : (readDecimal(threshold) ?? null),
    source: cleanLine(source),
  },
});

export const personRuling = (
  around: Surroundings,
  seat: SeatId,
  member: Pick<Form['members'][number], 'name' | 'position' | 'unit'>,
): Ruling => ({
  kind: 'person-named',
  body: {
    _salt: newSalt(around),
    seat,
    name: cleanLine(member.name),
    position: cleanLine(member.position),
    unit: cleanLine(member.unit),
  },
});

const seatRulings = (around: Surroundings, seating: readonly Seating[]): readonly Ruling[] =>
  seating.flatMap(({ seat, member }, order): readonly Ruling[] => [
    { kind: 'seat-appointed', body: { seat, role: member.role, order } },
    personRuling(around, seat, member),
  ]);

export async function platformRulings(around: Surroundings, form: Form): Promise<Result<readonly Ruling[]>> {
  const rulings: Ruling[] = [];
  for (const { name, owner, enterprise, address, evidence, measured } of form.platforms) {
    const platform = newId(around);
    rulings.push({
      kind: 'platform-added',
      body: {
        platform,
        name: cleanLine(name),
        owner: cleanLine(owner),
        enterprise: cleanLine(enterprise),
        address: cleanLine(address),
      },
    });
    for (const [at, item] of evidence.entries()) {
      const added = await evidenceRuling(around, platform, at + 1, item);
      if (!added.ok) return added;
      rulings.push(added.value);
    }
    for (const { criterion, value } of measured) {
      const plain = readDecimal(value);
      if (plain !== undefined && isDecimal(plain))
        rulings.push({ kind: 'value-measured', body: { platform, criterion, value: plain, evidence: [] } });
    }
  }
  return ok(rulings);
}

const bindRuling = async (book: BookId, seat: SeatId, device: DeviceKeys): Promise<Ruling> => {
  const proof = await device.sign(deviceProofMessage(book, seat, device.key, device.kem));
  return {
    kind: 'device-bound',
    body: { seat, key: publicKeyOf(device), kem: toBase64(device.kem) as never, proof: toBase64(proof) },
  };
};

/** The device and its secret, kept before anything names it. */
export async function makeDevice(around: Surroundings): Promise<Result<DeviceKeys>> {
  const secret = around.newDevice();
  const device = around.openDevice(secret);
  const kept = await around.store.saveKey(
    'device',
    publicKeyOf(device),
    new TextEncoder().encode(JSON.stringify(secret)),
  );
  return kept.ok ? ok(device) : kept;
}

/** The secretary's machine records and speaks for the secretary's seat. Durable when it resolves. */
export async function createSession(around: Surroundings, find: FindSet, form: Form): Promise<Result<LiveBook>> {
  const set = await find(form.criteria);
  if (set === undefined) return refuse('criteria-unknown');
  const chosen = { set };
  const sound = formRefusal(form, chosen.set);
  if (!sound.ok) return sound;
  const made = await makeDevice(around);
  if (!made.ok) return made;
  const device = made.value;
  const seating = form.members.map((member) => ({ seat: newId(around) as SeatId, member }));
  const recorder = recorderIn(seating);
  const platforms = await platformRulings(around, form);
  if (!platforms.ok) return platforms;
  const first: Ruling = {
    kind: 'book-opened',
    body: { bookKind: form.kind, keepers: [...keepersOf(seating)], recorder, rulesVersion: 1, rules: form.rules },
  };
  const start = newFeed(around.ciphers.sha256, {
    book: '',
    feed: newId(around, 16) as FeedId,
    key: publicKeyOf(device),
    seat: recorder,
    via: 'app',
  });
  const written = await write(around, start, device, [first]);
  if (!written.ok) return written;
  const opening = written.value;
  const book = opening.own.book as BookId;
  const setUp: readonly Ruling[] = [
    describedRuling(form, chosen.set),
    { kind: 'criteria-loaded', body: { sha256: form.criteria as Hash, set: chosen.set } },
    ...form.thresholds.map(thresholdRuling),
    ...seatRulings(around, seating),
    ...(form.ownSeat === 'page' ? [] : [await bindRuling(book, recorder, device)]),
    ...platforms.value,
  ];
  return await keep(around, device, book, opening, setUp, form.ownSeat ?? 'host');
}

async function write(around: Surroundings, own: OwnFeed, device: DeviceKeys, rulings: readonly Ruling[]) {
  const facts = factsOf(around, rulings);
  if (!facts.ok) return facts;
  return ok(await commitFacts(around.ciphers.sha256, own, facts.value, device.sign, around.ciphers.toBase64));
}
type Written = Awaited<ReturnType<typeof commitFacts>>;

async function keep(
  around: Surroundings,
  device: DeviceKeys,
  id: BookId,
  opening: Written,
  setUp: readonly Ruling[],
  ownSeat: 'host' | 'page',
): Promise<Result<LiveBook>> {
  const book = emptyBook(id);
  const { feed, key, seat } = opening.own;
  book.feeds.set(feed, { feed, key, entries: [...opening.run.entries], commits: [...opening.run.commits] });
  const before = fold(book, around.ciphers.sha256);
  if (before === undefined) throw new Error('a new book does not fold');
  const refusal = rulingRefusal(around, before, setUp);
  if (refusal) return { ok: false, refusal };
  const written = await write(around, opening.own, device, setUp);
  if (!written.ok) return written;
  const rest = written.value;
  const run = {
    feed,
    from: 1,
    entries: [...opening.run.entries, ...rest.run.entries],
    commits: [...opening.run.commits, ...rest.run.commits],
  };
  const recording: HeldFeed = { own: rest.own, device, role: 'recording' };
  const seatFeed: HeldFeed = {
    own: newFeed(around.ciphers.sha256, { book: id, feed: newId(around, 16) as FeedId, key, seat, via: 'app' }),
    device,
    role: 'seat',
  };
  const feeds = ownSeat === 'page' ? [recording] : [recording, seatFeed];
  const ownFeeds = feeds.map((held) => ({ feed: held.own.feed, text: keptFeed(held) }));
  book.feeds.set(feed, { feed, key, entries: run.entries, commits: run.commits });
  const state = fold(book, around.ciphers.sha256);
  if (state === undefined || state.readOnly) throw new Error(`a new book is not sound: ${state?.readOnly?.code}`);
  const held = new Map(feeds.map((each) => [each.own.feed, each]));
  const live = liveBook({ id, book, state, held });
  const stored = await around.store.append(id, [run], { ownFeeds, card: JSON.stringify(cardOf(live)) });
  return stored.ok ? ok(live) : stored;
}
