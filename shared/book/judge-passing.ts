// Whether a passing of the recording may be, by the state at its cut. Signatures are `checkPassing`'s affair.
import { type Refusal, refusal } from '../base/result.ts';
import type { Entry } from './entry.ts';
import { readFact } from './fact.ts';
import type { Passage } from './passing.ts';
import { keepersAmong, keepersNeeded, keepersOf, mayLetResume, recorderOf, speaksFor } from './recorder.ts';
import type { RulingOf } from './rulings.ts';
import type { State } from './state.ts';

export type Ground = RulingOf<'recording-passed'>['ground'];
type Passed = Omit<Passage, 'book'>;

/** The former feed as it is known, on each of its branches: what "alone" is judged by, cut or not. */
export type Former = { readonly key: string; readonly entries: readonly Entry[]; readonly isForkedHere: boolean };

/**
 * Refuses passing-term, passing-device, passing-minority, passing-not-handed, passing-same-device, passing-word,
 * passing-not-alone.
 * @param state the state at `from`, the cut
 */
export function passingRefusal(state: State, passed: Passed, ground: Ground, former: Former): Refusal | undefined {
  if (state.opened === undefined) return refusal('book-not-open');
  if (passed.term <= state.recording.term) return refusal('passing-term', { term: state.recording.term });
  // Only keepers may pass over a term: else one device could leave no higher one to take it over with.
  const isNext = passed.term === state.recording.term + 1;
  if (ground.of !== 'takeover' && !isNext) return refusal('passing-term', { term: state.recording.term });
  return deviceRefusal(state, passed, ground) ?? groundRefusal(state, passed, ground, former);
}

/** Who goes on speaks by the device of its seat, or is bound by the takeover to a keeper's seat. */
function deviceRefusal(state: State, { seat, key, kem }: Passed, ground: Ground): Refusal | undefined {
  if (kem === undefined) return speaksFor(state, { seat, key }) ? undefined : refusal('passing-device');
  const isKeeper = keepersOf(state).some((keeper) => keeper === seat);
  const holds = ground.of === 'takeover' && isKeeper && state.devices[key] === undefined && state.seats[seat];
  return holds && !holds.replaced ? undefined : refusal('passing-device');
}

function groundRefusal(state: State, passed: Passed, ground: Ground, former: Former): Refusal | undefined {
  if (ground.of === 'takeover') {
    const agreed = keepersAmong(state, ground.agreed).length;
    const needed = keepersNeeded(state);
    return agreed >= needed ? undefined : refusal('passing-minority', { agreed, needed });
  }
  if (ground.of === 'handover') {
    const { handed } = state;
    const isTo =
      handed?.origin.entry === passed.from.hash &&
      handed.term === passed.term &&
      handed.seat === passed.seat &&
      handed.feed === passed.feed &&
      handed.key === passed.key;
    // Of a feed that was signed in two ways its own device does not choose the branch.
    return isTo && !former.isForkedHere ? undefined : refusal('passing-not-handed');
  }
  if (passed.key !== former.key || passed.seat !== recorderOf(state)) return refusal('passing-same-device');
  if (ground.of === 'resumed')
    return speaksFor(state, ground.word) && mayLetResume(state, ground.word.seat) ? undefined : refusal('passing-word');
  // Not only at the cut: else it could go back to before anybody else was there, and all that was said since were void.
  const others = Object.values(state.devices).some(({ seat }) => seat !== passed.seat);
  return others || bindsAnother(former.entries, passed.seat) ? refusal('passing-not-alone') : undefined;
}

const bindsAnother = (entries: readonly Entry[], seat: string): boolean =>
  entries.some((entry) => {
    if (!entry.head.includes('"kind":"device-bound"')) return false;
    const read = readFact(entry);
    return (
      read.ok && !read.value.withheld && read.value.fact.kind === 'device-bound' && read.value.fact.body.seat !== seat
    );
  });
