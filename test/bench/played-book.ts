// A session of any size, written as the host writes it: drafts, sealed ballots, rulings, released keys, counts.
import { dice } from '../../electron/command/played-marks.ts';
import { must } from '../../electron/command/played-table.ts';
import { type Headless, librarySet } from '../../electron/headless.ts';
import { cast, saveItem } from '../../electron/host/ballots.ts';
import { createSession, makeDevice } from '../../electron/host/create-session.ts';
import { newId } from '../../electron/host/fresh.ts';
import { type LiveBook, publicKeyOf, rule, state } from '../../electron/host/live-book.ts';
import { rehearsalMembers, rehearsalPlatform } from '../../electron/host/rehearsal-people.ts';
import { openRound, reveal, settle } from '../../electron/host/rounds.ts';
import type { Surroundings } from '../../electron/host/surroundings.ts';
import { toBase64 } from '../../shared/base/bytes.ts';
import type { FeedId, SeatId } from '../../shared/base/ids.ts';
import { seatsInOrder } from '../../shared/book/seating.ts';
import { newFeed } from '../../shared/book/write-entry.ts';
import type { SessionForm } from '../../shared/contract/methods.ts';
import { DEFAULT_RULES } from '../../shared/council/default-rules.ts';
import type { CriteriaSet } from '../../shared/criteria/criteria-set.ts';
import { deviceProofMessage } from '../../shared/seal/device-proof.ts';
import { remarkOf } from './remarks.ts';

export type Size = {
  readonly members: number;
  readonly platforms: number;
  readonly rounds: number;
  /** A multiple of ten. */
  readonly criteria: number;
};

/** 144,000 marks in 1,200 ballots. */
export const LARGE: Size = { members: 15, platforms: 40, rounds: 2, criteria: 120 };
export const USUAL: Size = { members: 7, platforms: 3, rounds: 2, criteria: 30 };
export const marksOf = ({ members, platforms, rounds, criteria }: Size): number =>
  members * platforms * rounds * criteria;

const words = (vi: string) => ({ vi, en: vi });

function setOf(size: number): CriteriaSet {
  const criterion = (at: number) => ({
    id: `${Math.floor(at / 10) + 1}.${(at % 10) + 1}`,
    kind: 'pass-fail' as const,
    statement: words(`Nền tảng đáp ứng yêu cầu thứ ${at + 1} của bộ tiêu chí đo tốc độ`),
    tags: [],
    notApplicable: true,
  });
  return {
    v: 1,
    id: `do-${size}`,
    version: '1',
    sample: true,
    name: words(`Bộ ${size} tiêu chí`),
    legalBasis: [],
    outcomes: [
      { when: { is: 'all-met' }, outcome: 'all', name: words('Đạt') },
      { when: { is: 'otherwise' }, outcome: 'none', name: words('Chưa đạt') },
    ],
    groups: Array.from({ length: size / 10 }, (_, group) => ({
      id: `g${group + 1}`,
      name: words(`Nhóm ${group + 1}`),
      criteria: Array.from({ length: 10 }, (_, at) => criterion(group * 10 + at)),
    })),
  };
}

const library = (size: Size) => ({ sets: [librarySet(setOf(size.criteria))], leftOut: [] });

function formOf(size: Size): SessionForm {
  return {
    kind: 'rehearsal',
    subject: 'Đo tốc độ',
    superior: '',
    council: 'Hội đồng',
    decision: { number: '1', date: '2026-11-23', body: 'Cơ quan' },
    place: 'Phòng họp',
    symbol: '',
    criteria: (library(size).sets[0]?.sha256 ?? '') as SessionForm['criteria'],
    thresholds: [],
    rules: DEFAULT_RULES,
    members: [...rehearsalMembers(size.members)],
    platforms: Array.from({ length: size.platforms }, (_, at) => rehearsalPlatform(at + 1, [])),
  };
}

/** A seat whose device is this machine's, as on a laptop that goes round. */
async function holdSeat(around: Surroundings, live: LiveBook, seat: SeatId): Promise<void> {
  const device = must(await makeDevice(around), 'device');
  const key = publicKeyOf(device);
  const proof = toBase64(await device.sign(deviceProofMessage(live.id, seat, device.key, device.kem)));
  const kem = toBase64(device.kem) as typeof key;
  must(await rule(around, live, [{ kind: 'device-bound', body: { seat, key, kem, proof } }]), 'device-bound');
  const feed = newId(around, 16) as FeedId;
  const own = newFeed(around.ciphers.sha256, { book: live.id, feed, key, seat, via: 'shared' });
  live.held.set(feed, { own, device, role: 'seat' });
}

/** Everybody is bound and present; nobody has declared anything yet. */
export async function openMeeting(headless: Headless, size: Size): Promise<LiveBook> {
  const { desk } = headless.host;
  const { around } = desk;
  const { sets } = library(size);
  const find = async (sha256: string) => sets.find((each) => each.sha256 === sha256)?.set;
  const live = must(await createSession(around, find, formOf(size)), 'session');
  await desk.books.add(live);
  const seats = seatsInOrder(live.state);
  const recorder = live.state.opened?.recorder;
  for (const { seat } of seats) if (seat !== recorder) await holdSeat(around, live, seat);
  const presiding = seats.find(({ role }) => role === 'chair')?.seat as SeatId;
  must(await rule(around, live, [{ kind: 'meeting-opened', body: { presiding } }]), 'meeting-opened');
  for (const { seat } of seats)
    must(
      await rule(around, live, [{ kind: 'attendance-marked', body: { seat, presence: 'present', note: '' } }]),
      'attendance-marked',
    );
  return live;
}

export async function declareAll(around: Surroundings, live: LiveBook): Promise<void> {
  const declared = Object.keys(live.state.platforms).map((platform) => ({ platform, conflict: false }));
  for (const { seat } of seatsInOrder(live.state))
    must(await state(around, live, seat, async () => ({ kind: 'interest-declared', body: { declared } })), 'declared');
}

export type Marker = ReturnType<typeof markerFor>;

/** Fills whole sheets; the same seed gives the same marks. */
export function markerFor(around: Surroundings, live: LiveBook, size: Size, seed = 1) {
  const roll = dice(seed);
  const ids = setOf(size.criteria).groups.flatMap(({ criteria }) => criteria.map(({ id }) => id));
  const item = () => {
    const remark = remarkOf(roll);
    const mark = roll(30) === 0 ? ('not-met' as const) : ('met' as const);
    // Sealed only where the mark is another than in the round before, which wants a reason.
    return { mark, change: 'Đã đối chiếu lại.', ...(remark === '' ? {} : { remark }) };
  };
  return {
    ids,
    item,
    /** All drafts of one sheet, saved at once. */
    fill: async (seat: string, poll: string): Promise<void> => {
      const saved = await Promise.all(ids.map((id) => saveItem(around, live, seat as SeatId, poll, id, item())));
      for (const each of saved) must(each, 'draft');
    },
  };
}

/** The whole session up to its last count; the last `left` platforms are left to be evaluated. */
export async function playBook(headless: Headless, size: Size, left = 0): Promise<LiveBook> {
  const live = await openMeeting(headless, size);
  const { around } = headless.host.desk;
  await declareAll(around, live);
  const marker = markerFor(around, live, size);
  for (const platform of Object.keys(live.state.platforms).slice(0, size.platforms - left))
    for (let round = 0; round < size.rounds; round++) {
      const { poll } = must(await openRound(around, live, platform), 'round');
      for (const { seat } of seatsInOrder(live.state)) {
        await marker.fill(seat, poll);
        must(await cast(around, live, seat, poll), 'cast');
      }
      must(await reveal(around, live, poll), 'reveal');
      await settle(around, live);
      if (live.state.polls[poll]?.step !== 'counted') throw new Error('not counted');
    }
  await headless.host.desk.books.saveCard(live);
  return live;
}
