// Who records, how this machine stands to it, what is proposed, and what of this machine's own recording became void.

import { courseOf } from '../../shared/book/course.ts';
import { readHead } from '../../shared/book/head.ts';
import { keepersOf, recorderOf } from '../../shared/book/recorder.ts';
import { voidTail } from '../../shared/book/void-tail.ts';
import type { Identity } from '../../shared/contract/host.ts';
import type { AwayView, ProposalView, RecordingView } from '../../shared/contract/recording-methods.ts';
import { seatFrom } from './desk-seat.ts';
import { type LiveBook, recordingOf, seatFeedOf } from './live-book.ts';
import { type Proposal, proposalIn, proposalName } from './passing.ts';
import type { Surroundings } from './surroundings.ts';

/** Kept on this machine: the tail that its person has looked at, by the hash of its last entry. */
export type Seen = string | null;

function proposalView(
  around: Surroundings,
  live: LiveBook,
  mine: string | undefined,
  here: ReadonlySet<string>,
  open: Proposal,
): ProposalView {
  const { passage, by, agreed, needed } = open;
  const keepers = new Set<string>(keepersOf(live.state));
  return {
    proposal: proposalName(around, open),
    kind: by === recorderOf(live.state) ? 'resume' : 'takeover',
    by,
    term: passage.term,
    cut: { seq: passage.from.seq, hash: passage.from.hash },
    agreed: agreed.map(({ seat }) => seat),
    needed,
    reachable: [...keepers].filter((seat) => here.has(seat)),
    mayAgree: mine !== undefined && keepers.has(mine) && !agreed.some(({ seat }) => seat === mine),
    mayFinish: by === mine && agreed.length >= needed,
  };
}

/** What this machine wrote as the recording one after the recording was passed on from there. */
function tailHere(around: Surroundings, live: LiveBook, seen: Seen): RecordingView['tail'] {
  const segments = courseOf(live.book, around.ciphers.sha256)?.segments ?? [];
  const rows = segments
    .filter(({ feed }) => live.held.get(feed)?.role === 'recording')
    .flatMap((segment) =>
      voidTail(live.book, segment).flatMap((entry) => {
        const head = readHead(entry.head);
        if (!head.ok) return [];
        const { seq, at, kind } = head.value;
        // What it ruled on is ruled anew by whoever records now; nobody has to look at that.
        if (kind === 'ruled') return [];
        return [{ seq, at, kind, hash: entry.hash as string }];
      }),
    );
  return rows.length === 0 ? undefined : { rows, isSeen: rows.at(-1)?.hash === seen };
}

export function recordingView(
  around: Surroundings,
  live: LiveBook,
  identity: Identity,
  { link, here, seen }: { readonly link: AwayView['link']; readonly here: ReadonlySet<string>; readonly seen: Seen },
): RecordingView {
  const { state } = live;
  const mine = seatFrom(live, identity);
  const isHere = recordingOf(live) !== undefined;
  const open = proposalIn(live);
  const isKeeper = mine !== undefined && (keepersOf(state) as readonly string[]).includes(mine);
  const devices = Object.values(state.seats).filter(({ seat, device }) => device !== undefined && seat !== mine);
  const others = Object.values(state.devices).filter(({ seat, unbound }) => unbound === undefined && seat !== mine);
  const tail = identity.who === 'desk' || seatFeedOf(live, mine ?? '') ? tailHere(around, live, seen) : undefined;
  return {
    recorder: recorderOf(state) ?? '',
    term: state.recording.term,
    isHere,
    keepers: keepersOf(state),
    link: isHere ? 'here' : link,
    mayPropose: !isHere && isKeeper && seatFeedOf(live, mine ?? '') !== undefined,
    mayHandOver: isHere ? devices.map(({ seat }) => seat) : [],
    ...(open === undefined ? {} : { proposal: proposalView(around, live, mine, here, open) }),
    passings: state.passings.map(({ term, before, seat, ground, origin, agreed }) => ({
      ...{ term, from: before, to: seat, ground, agreed },
      at: origin.at,
    })),
    ...(tail === undefined ? {} : { tail }),
    spoiled: Object.values(state.polls).flatMap(({ poll, spoiled }) => (spoiled ? [poll] : [])),
    isOnlyCopy: isHere && others.every(({ key }) => [...live.held.values()].some(({ own }) => own.key === key)),
  };
}
