// The session as one seat may see it: everything that is said aloud in the room, and nothing that is sealed.
import { fromBase64, toHex } from '../../shared/base/bytes.ts';
import { barredCriteria, seatsInOrder } from '../../shared/book/seating.ts';
import type { Platform, Seat, State } from '../../shared/book/state.ts';
import type { Identity } from '../../shared/contract/host.ts';
import type { AwayView } from '../../shared/contract/recording-methods.ts';
import type { PlatformView, SeatView, SessionView } from '../../shared/contract/views.ts';
import { votes } from '../../shared/council/roles.ts';
import { criteriaOf } from '../../shared/criteria/criteria-set.ts';
import { awayView } from './away.ts';
import { closedTo } from './closed-platforms.ts';
import { seatFrom } from './desk-seat.ts';
import { beforeView } from './earlier.ts';
import { type LiveBook, seatFeedOf } from './live-book.ts';
import { newestFile, writtenNow } from './minutes-text.ts';
import { stateAhead } from './own-ahead.ts';
import { phaseOf } from './phase.ts';
import type { Surroundings } from './surroundings.ts';
import { bookView } from './view-book.ts';
import { closedPlatformView, platformView, quorumView } from './view-platforms.ts';
import { type Marked, pollViews } from './view-polls.ts';
import { mayNow, possibleActs } from './view-possible.ts';

export type Presences = {
  readonly marked: Marked;
  readonly here: ReadonlySet<string>;
  /** To the machine that records, where this one does not. */
  readonly link: AwayView['link'];
};

/** Criteria that the seat does not judge though it judges the rest, by platform. */
const barredIn = (state: State, seat: string): SeatView['barred'] =>
  Object.fromEntries(
    Object.keys(state.declarations[seat] ?? {}).flatMap((platform) => {
      const criteria = barredCriteria(state, seat, platform);
      return criteria.length === 0 ? [] : [[platform, criteria] as const];
    }),
  );

function seatView(around: Surroundings, live: LiveBook, seat: Seat, here: ReadonlySet<string>): SeatView {
  const person = live.state.persons[seat.seat];
  const declared = Object.entries(live.state.declarations[seat.seat] ?? {}).map(
    ([platform, { conflict }]) => [platform, conflict] as const,
  );
  const held = seatFeedOf(live, seat.seat) !== undefined;
  return {
    seat: seat.seat,
    name: person?.name ?? '',
    position: person?.position ?? '',
    unit: person?.unit ?? '',
    role: seat.role,
    votes: votes(seat.role) && seat.replaced === undefined,
    presence: seat.presence,
    attendance: seat.attendance.map(({ at, presence, note }) => ({ at, presence, note })),
    device: seat.device === undefined ? 'none' : held ? 'host' : 'own',
    ...(seat.device === undefined
      ? {}
      : { fingerprint: toHex(around.ciphers.sha256(fromBase64(seat.device))).slice(0, 16) }),
    here: held || here.has(seat.seat),
    authorised: seat.authorised !== undefined,
    ...(seat.replaced ? { replacedBy: seat.replaced.by } : {}),
    declared: Object.fromEntries(declared),
    barred: barredIn(live.state, seat.seat),
  };
}

function openPlatformView({ ciphers }: Surroundings, live: LiveBook, platform: Platform, mine: string): PlatformView {
  const before = beforeView(ciphers.sha256, live.state, platform);
  return { ...platformView(live, platform, mine), ...(before ? { before } : {}) };
}

/** Chair, secretary, whoever presides now, and the desk, which is the secretary's. */
const leads = ({ seats, meeting }: State, identity: Identity): boolean => {
  if (identity.who !== 'seat') return identity.who === 'desk';
  const role = seats[identity.seat]?.role;
  return role === 'chair' || role === 'secretary' || meeting.presiding === identity.seat;
};

export function sessionView(
  around: Surroundings,
  live: LiveBook,
  identity: Identity,
  { marked, here, link }: Presences,
): SessionView | undefined {
  const { state } = live;
  const { opened, described, criteria } = state;
  if (opened === undefined || described === undefined || criteria === undefined) return undefined;
  const mine = seatFrom(live, identity) ?? '';
  const closed = closedTo(state, identity);
  const away = awayView(live, link);
  const { written } = state.minutes;
  const writtenHash = written ? writtenNow(around, live) : undefined;
  const file = newestFile(state);
  return {
    book: live.id,
    kind: opened.bookKind,
    me: {
      as: identity.who === 'seat' ? 'seat' : 'desk',
      ...(mine === '' ? {} : { seat: mine }),
      name: state.persons[mine]?.name ?? '',
      ...(state.seats[mine] ? { seatRole: state.seats[mine].role } : {}),
    },
    phase: phaseOf(state),
    ...(away === undefined ? {} : { away }),
    ...(state.readOnly ? { readOnly: state.readOnly } : {}),
    subject: described.subject,
    superior: described.superior,
    council: described.council,
    decision: described.decision,
    place: described.place,
    legalBasis: described.legalBasis,
    rules: opened.rules,
    criteria: {
      sha256: criteria.sha256,
      name: criteria.set.name,
      version: criteria.set.version,
      sample: criteria.set.sample,
      ...(criteria.set.promulgation === undefined ? {} : { promulgation: criteria.set.promulgation }),
      count: criteriaOf(criteria.set).length,
    },
    seats: seatsInOrder(state).map((seat) => seatView(around, live, seat, here)),
    quorum: quorumView(state),
    platforms: Object.values(state.platforms).map((platform) =>
      closed.has(platform.platform)
        ? closedPlatformView(live, platform)
        : openPlatformView(around, live, platform, mine),
    ),
    polls: pollViews(around.ciphers.sha256, stateAhead(live), marked, closed, leads(state, identity)),
    meeting: {
      ...(state.meeting.opened ? { openedAt: state.meeting.opened.at } : {}),
      ...(state.meeting.presiding ? { presiding: state.meeting.presiding } : {}),
      ...(state.meeting.closed ? { closedAt: state.meeting.closed.at } : {}),
    },
    minutes: {
      ...(written
        ? { written: { sha256: written.sha256, at: written.origin.at, stale: writtenHash !== written.sha256 } }
        : {}),
      approvals: Object.entries(state.minutes.approvals).map(([seat, { sha256 }]) => ({
        seat,
        stale: sha256 !== written?.sha256,
      })),
      ...(file === undefined
        ? {}
        : {
            file: {
              sha256: file,
              signatures: state.minutes.signatures.map(({ field, signer, origin }) => ({
                field,
                seat: signer,
                at: origin.at,
              })),
            },
          }),
    },
    ...bookView(live, closed),
    ...(identity.who === 'desk' ? { possible: possibleActs(around, live), may: mayNow(around, live) } : {}),
  };
}
