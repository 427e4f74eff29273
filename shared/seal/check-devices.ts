// Verifies what devices signed to be bound: the rules know no ciphers, so this stands beside `audit`.
import { fromBase64 } from '../base/bytes.ts';
import type { Hash } from '../base/ids.ts';
import type { Book, VerifySignature } from '../book/book.ts';
import { commitMessage, type Sha256 } from '../book/entry.ts';
import { readFact } from '../book/fact.ts';
import { recordedEntries } from '../book/recorded.ts';
import type { RulingOf } from '../book/rulings.ts';
import { deviceProofMessage, rebindMessage } from './device-proof.ts';

export type DeviceFault = { readonly entry: Hash; readonly code: 'proof-false' | 'consent-false' | 'fork-false' };

/** Empty where every bound device has shown that it holds its keys, and every consent is signed by whom it names. */
export async function deviceFaults(
  book: Book,
  sha256: Sha256,
  verify: VerifySignature,
): Promise<readonly DeviceFault[]> {
  const faults: DeviceFault[] = [];
  for (const entry of recordedEntries(book, sha256)) {
    const read = readFact(entry);
    if (!read.ok || read.value.withheld) continue;
    if (read.value.fact.kind === 'feed-forked' && !(await isFork(book, read.value.fact.body, verify)))
      faults.push({ entry: entry.hash, code: 'fork-false' });
    if (read.value.fact.kind !== 'device-bound') continue;
    const { seat, consent, proof, ...named } = read.value.fact.body;
    const [key, kem] = [fromBase64(named.key), fromBase64(named.kem)];
    if (!(await verify(key, deviceProofMessage(book.id, seat, key, kem), fromBase64(proof))))
      faults.push({ entry: entry.hash, code: 'proof-false' });
    const message = rebindMessage(book.id, seat, key, kem);
    if (consent && !(await verify(fromBase64(consent.key), message, fromBase64(consent.sig))))
      faults.push({ entry: entry.hash, code: 'consent-false' });
  }
  return faults;
}

/** The feed's device signed this other head; where the book holds that number, it holds another hash. */
async function isFork(
  book: Book,
  { feed, seq, hash, sig }: RulingOf<'feed-forked'>,
  verify: VerifySignature,
): Promise<boolean> {
  const log = book.feeds.get(feed);
  if (log === undefined || log.entries[seq - 1]?.hash === hash) return false;
  return await verify(fromBase64(log.key), commitMessage(book.id, feed, seq, hash), fromBase64(sig));
}
