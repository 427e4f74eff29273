// Whether the recording that another machine wrote keeps to the rules: what a device asks before it gives a key away.
import type { Hash } from '../../shared/base/ids.ts';
import { type Refusal, refusal } from '../../shared/base/result.ts';
import { audit } from '../../shared/book/audit.ts';
import { deviceFaults } from '../../shared/seal/check-devices.ts';
import type { LiveBook } from './live-book.ts';
import type { Surroundings } from './surroundings.ts';

/** The answer for one head of the recording stays what it was. */
const known = new WeakMap<LiveBook, { readonly head: Hash; readonly doubt: Refusal | undefined }>();

/**
 * Why this machine gives no key: a ruling against the rules of the book, or a device bound without its proof or consent.
 * Nothing that a seat stated counts against the recording but where it was admitted against a rule.
 */
export async function recordingDoubt(around: Surroundings, live: LiveBook): Promise<Refusal | undefined> {
  const { hash: head } = live.state.recording;
  const before = known.get(live);
  if (before?.head === head) return before.doubt;
  const { sha256 } = around.ciphers;
  const wrong = audit(live.book, sha256).deviations.find(({ what }) => what === 'ruled-against');
  const fault = wrong === undefined ? (await deviceFaults(live.book, sha256, around.verify))[0] : undefined;
  const doubt = wrong
    ? refusal('recording-against-rules', { kind: wrong.kind, rule: wrong.rule?.code ?? '' })
    : fault && refusal('recording-against-rules', { kind: 'device-bound', rule: fault.code });
  known.set(live, { head, doubt });
  return doubt;
}

export const isSound = async (around: Surroundings, live: LiveBook): Promise<boolean> =>
  (await recordingDoubt(around, live)) === undefined;
