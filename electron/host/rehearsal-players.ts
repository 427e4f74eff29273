// Plays the invented members of a rehearsal while the newcomer works: one act after another, each by the rules of all.
import type { Hash } from '../../shared/base/ids.ts';
import { ok, type Result } from '../../shared/base/result.ts';
import { roundOf } from '../../shared/results/session-result.ts';
import { castSheet, castVote } from './ballots.ts';
import type { Desk } from './desk.ts';
import { newSalt } from './fresh.ts';
import { type LiveBook, state as say } from './live-book.ts';
import { writtenNow } from './minutes-text.ts';
import { nextAct, type PlayedAct } from './rehearsal-acts.ts';
import { inventedSheet, RESERVED } from './rehearsal-marks.ts';
import { playedSeats } from './rehearsal-seats.ts';
import type { Pace, PlayedKind, Surroundings } from './surroundings.ts';
import { platformView } from './view-platforms.ts';
import { markedKey } from './view-polls.ts';

const HUMAN: Readonly<Record<PlayedKind, number>> = {
  declare: 700,
  mark: 220,
  cast: 600,
  vote: 700,
  reserve: 400,
  approve: 600,
};
/** Slow enough to be seen, quick enough for a rehearsal of five minutes. */
export const humanPace: Pace = (act) => HUMAN[act];

async function castInvented(
  around: Surroundings,
  live: LiveBook,
  { seat, poll }: PlayedAct & { readonly act: 'cast' },
): Promise<Result<unknown>> {
  const { criteria, polls, platforms } = live.state;
  const at = polls[poll];
  if (criteria === undefined || at?.subject.of !== 'platform') return ok(null);
  const platform = platforms[at.subject.platform];
  if (platform === undefined) return ok(null);
  const evidence = Object.values(platform.evidence);
  const { measured } = platformView(live, platform);
  const missed = new Set(Object.keys(measured).filter((criterion) => measured[criterion]?.satisfied === false));
  // Made at the moment of casting and sealed at once: until the reveal no invented mark is kept anywhere in clear.
  const draft = inventedSheet(criteria.set, {
    at: playedSeats(live).indexOf(seat),
    round: roundOf(at),
    missed,
    evidence,
  });
  return await castSheet(around, live, seat, poll, draft);
}

/** The same statements, rulings and refusals as for anybody; an act that no longer fits is refused like anybody's. */
async function perform(around: Surroundings, live: LiveBook, act: PlayedAct): Promise<Result<unknown>> {
  const { seat } = act;
  switch (act.act) {
    case 'declare':
      return await say(around, live, seat, async () => ({
        kind: 'interest-declared',
        body: { declared: [...act.declared] },
      }));
    case 'cast':
      return await castInvented(around, live, act);
    case 'vote':
      return await castVote(around, live, seat, act);
    case 'reserve': {
      const { conclusion, sha256: about } = act.conclusion;
      const body = { _salt: newSalt(around), conclusion, about, text: RESERVED };
      return await say(around, live, seat, async () => ({ kind: 'reservation-made', body }));
    }
    case 'approve':
      // Nobody approves minutes whose facts have changed since.
      if (writtenNow(around, live) !== act.sha256) return ok(null);
      return await say(around, live, seat, async () => ({
        kind: 'minutes-approved',
        body: { sha256: act.sha256 as Hash },
      }));
    case 'mark':
      return ok(null);
  }
}

/** The desk with somebody at the other places of its rehearsals; every other book it leaves as it is. */
export function withPlayers(desk: Desk): Desk {
  const { around, books } = desk;
  const due = new Map<string, NodeJS.Timeout>();
  const acting = new Set<Promise<void>>();
  /** Where an act changed nothing: not tried again before the book has grown. */
  const idleAt = new Map<string, number>();
  let isEnding = false;

  const nextIn = (live: LiveBook): PlayedAct | undefined =>
    nextAct(live.state, playedSeats(live), desk.presences(live).marked);

  async function take(live: LiveBook): Promise<void> {
    const before = live.state.recording.seq;
    const done = await desk.inBook(live.id, async () => {
      // Asked again: the newcomer may have acted meanwhile.
      const act = nextIn(live);
      return act === undefined ? ok(null) : await perform(around, live, act);
    });
    if (!done.ok) around.log.info('rehearsal', { code: done.refusal.code });
    if (live.state.recording.seq === before) idleAt.set(live.id, before);
  }

  function play(live: LiveBook, planned: PlayedAct): void {
    if (planned.act === 'mark') {
      desk.mark(live, markedKey(planned.poll, planned.seat), planned.marked);
      nudge(live);
      return;
    }
    const turn = take(live)
      // The desk has given the fault its number and ended writing where it had to.
      .catch(() => void idleAt.set(live.id, live.state.recording.seq))
      .finally(() => {
        acting.delete(turn);
        nudge(live);
      });
    acting.add(turn);
  }

  function nudge(live: LiveBook): void {
    if (isEnding || due.has(live.id) || idleAt.get(live.id) === live.state.recording.seq) return;
    const planned = nextIn(live);
    if (planned === undefined) return;
    const timer = setTimeout(() => {
      due.delete(live.id);
      const now = nextIn(live);
      if (!isEnding && now !== undefined) play(live, now);
    }, around.pace(planned.act));
    due.set(live.id, timer.unref());
  }

  return {
    ...desk,
    books: {
      ...books,
      open: async (book) => {
        const opened = await books.open(book);
        if (opened.ok) nudge(opened.value);
        return opened;
      },
      keep: async () => {
        isEnding = true;
        for (const timer of due.values()) clearTimeout(timer);
        await Promise.all(acting);
        await books.keep();
      },
    },
    inBook: async (book, act) => {
      const done = await desk.inBook(book, act);
      const live = books.peek(book);
      if (live !== undefined) nudge(live);
      return done;
    },
  };
}
