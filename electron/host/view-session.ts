// The session as one seat may see it: everything that is said aloud in the room, and nothing that is sealed.
import { fromBase64, toHex } from '../../shared/base/bytes.ts';
import { type Refusal, refusal } from '../../shared/base/result.ts';
import type { Ruling } from '../../shared/book/rulings.ts';
import { entitledSeats, holderSeats, seatsInOrder } from '../../shared/book/seating.ts';
import { nextRound } from '../../shared/book/sitting.ts';
import type { Seat } from '../../shared/book/state.ts';
import type { Identity } from '../../shared/contract/host.ts';
import type { Possible, SeatView, SessionView } from '../../shared/contract/views.ts';
import { votes } from '../../shared/council/roles.ts';
import { criteriaOf } from '../../shared/criteria/criteria-set.ts';
import { minutesMissing } from '../../shared/minutes/minutes-of.ts';
import { type LiveBook, rulingRefusal, seatFeedOf } from './live-book.ts';
import { newestFile, writtenNow } from './minutes-text.ts';
import { phaseOf } from './phase.ts';
import type { Surroundings } from './surroundings.ts';
import { platformView, quorumView } from './view-platforms.ts';
import { type Marked, pollViews } from './view-polls.ts';

export type Presences = { readonly marked: Marked; readonly here: ReadonlySet<string> };

const NO_ID = '0'.repeat(16);

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
    votes: votes(seat.role),
    presence: seat.presence,
    attendance: seat.attendance.map(({ at, presence, note }) => ({ at, presence, note })),
    device: seat.device === undefined ? 'none' : held ? 'host' : 'own',
    ...(seat.device === undefined
      ? {}
      : { fingerprint: toHex(around.ciphers.sha256(fromBase64(seat.device))).slice(0, 16) }),
    here: held || here.has(seat.seat),
    declared: Object.fromEntries(declared),
  };
}

const possible = (why: Refusal | undefined): Possible => (why ? { possible: false, why } : { possible: true });

/** Each act is asked of the rules as they would be asked when it is done. */
function possibleActs(around: Surroundings, live: LiveBook): NonNullable<SessionView['possible']> {
  const { state } = live;
  const ask = (ruling: Ruling) => possible(state.readOnly ?? rulingRefusal(around, state, [ruling]));
  const presiding = seatsInOrder(state).find(({ role }) => role === 'chair')?.seat ?? (NO_ID as never);
  const openRound = (platform: string) =>
    ask({
      kind: 'poll-opened',
      body: {
        poll: NO_ID,
        subject: { of: 'platform', platform, round: nextRound(state, platform) },
        secrecy: state.opened?.rules.secrecy ?? 'blind',
        by: 'devices',
        entitled: [...entitledSeats(state, platform)],
        holders: [...holderSeats(state)],
      },
    });
  const missing = minutesMissing({ state, opened: live.opened })[0];
  return {
    openMeeting: ask({ kind: 'meeting-opened', body: { presiding } }),
    openRound: Object.fromEntries(Object.keys(state.platforms).map((platform) => [platform, openRound(platform)])),
    writeMinutes: missing ? possible(missing) : possible(state.readOnly),
    closeMeeting: ask({ kind: 'meeting-closed', body: {} }),
    sealMinutes: possible(state.readOnly ?? sealingBarred(around, live)),
  };
}

function sealingBarred(around: Surroundings, live: LiveBook): Refusal | undefined {
  const { meeting, minutes } = live.state;
  if (minutes.sealed) return refusal('minutes-already-sealed');
  // Cut and not sealed: the sealing was cut off, and goes on from there.
  if (minutes.cut) return undefined;
  if (meeting.closed === undefined) return refusal('meeting-not-closed');
  return writtenNow(around, live) === minutes.written?.sha256 ? undefined : refusal('minutes-stale');
}

export function sessionView(
  around: Surroundings,
  live: LiveBook,
  identity: Identity,
  { marked, here }: Presences,
): SessionView | undefined {
  const { state } = live;
  const { opened, described, criteria } = state;
  if (opened === undefined || described === undefined || criteria === undefined) return undefined;
  const mine = identity.who === 'seat' ? identity.seat : opened.recorder;
  const { written } = state.minutes;
  const writtenHash = written ? writtenNow(around, live) : undefined;
  const file = newestFile(state);
  return {
    book: live.id,
    kind: opened.bookKind,
    me: {
      as: identity.who === 'seat' ? 'seat' : 'desk',
      seat: mine,
      name: state.persons[mine]?.name ?? '',
      ...(state.seats[mine] ? { seatRole: state.seats[mine].role } : {}),
    },
    phase: phaseOf(state),
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
      count: criteriaOf(criteria.set).length,
    },
    seats: seatsInOrder(state).map((seat) => seatView(around, live, seat, here)),
    quorum: quorumView(state),
    platforms: Object.values(state.platforms).map((platform) => platformView(live, platform)),
    polls: pollViews(around.ciphers.sha256, state, marked),
    meeting: {
      ...(state.meeting.opened ? { openedAt: state.meeting.opened.at, presiding: state.meeting.opened.presiding } : {}),
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
    ...(identity.who === 'desk' ? { possible: possibleActs(around, live) } : {}),
  };
}
