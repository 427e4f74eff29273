// Passing the recording on: handed over, taken over, come back after a restore.
import type { SeatId } from '../../shared/base/ids.ts';
import { ok, refuse } from '../../shared/base/result.ts';
import type { Handlers } from '../../shared/contract/host.ts';
import type { RECORDING_METHODS } from '../../shared/contract/recording-methods.ts';
import { actsOf, type Desk } from './desk.ts';
import { done } from './meeting-handlers.ts';
import { agree, handOver, propose, resume, takeOver } from './passing.ts';
import { recordingView } from './view-recording.ts';

type Names = keyof typeof RECORDING_METHODS;

/** The last void entry that was looked at on this machine. */
export const SEEN_TAIL = (book: string): string => `recording/tail-seen/${book}`;

export const recordingHandlers = (desk: Desk): Pick<Handlers, Names> => {
  const { around } = desk;
  const act = actsOf(desk);
  return {
    'recording.hand-over': act(async (live, { seat }) => done(await handOver(around, live, seat as SeatId))),
    'takeover.propose': act(async (live) => done(await propose(around, live))),
    'takeover.agree': act(async (live, { proposal }) => done(await agree(around, live, proposal))),
    // What was signed cannot be taken back: an own proposal is overtaken by whoever proposes after it.
    'takeover.withdraw': async () => refuse('agreement-stands'),
    'takeover.finish': act(async (live) => done(await takeOver(around, live))),
    'tail.seen': act(async (live, { book }, { identity }) => {
      const { tail } = recordingView(around, live, identity, { link: 'lost', here: new Set(), seen: null });
      const last = tail?.rows.at(-1)?.hash;
      return last === undefined ? ok({}) : done(await around.store.saveSetting(SEEN_TAIL(book), last));
    }),
    'recording.resume': act(async (live) => done(await resume(around, live))),
    'recording.resume-agree': act(async (live, { proposal }) => done(await agree(around, live, proposal))),
  };
};
