// Whether every device that speaks in a book proved that it holds its keys for that very seat.
import { fromBase64 } from '../../shared/base/bytes.ts';
import type { Book } from '../../shared/book/book.ts';
import { readFact } from '../../shared/book/fact.ts';
import type { State } from '../../shared/book/state.ts';
import type { Finding } from '../../shared/contract/methods.ts';
import { deviceProofMessage } from '../../shared/seal/device-proof.ts';
import { nodeVerify } from '../seal/node-keys.ts';
import { broken, holds } from './finding.ts';

export async function deviceFindings(book: Book, state: State): Promise<readonly Finding[]> {
  const recording = book.feeds.get(state.recording.feed);
  let proved = 0;
  const findings: Finding[] = [];
  for (const entry of (recording?.entries ?? []).slice(0, state.recording.seq)) {
    const read = readFact(entry);
    if (!read.ok || read.value.withheld || read.value.fact.kind !== 'device-bound') continue;
    const { seat, key, kem, proof } = read.value.fact.body;
    const message = deviceProofMessage(book.id, seat, fromBase64(key), fromBase64(kem));
    if (nodeVerify(fromBase64(key), message, fromBase64(proof))) proved += 1;
    else findings.push(broken('Một thiết bị được gắn với thành viên mà không có bằng chứng giữ khóa.', 'A device was bound to a seat without proof that it holds its key.'));
  }
  const foreign = Object.values(state.feeds).filter(({ key, seat }) => state.devices[key]?.seat !== seat);
  if (foreign.length > 0)
    findings.push(broken('Có mục do một khóa không thuộc thành viên nào ký.', 'There are entries signed by a key that belongs to no seat.'));
  return [...findings, holds(`Khóa của ${proved} thiết bị khớp với thành viên.`, `The keys of ${proved} devices belong to their seats.`)];
}
