// What a mark weighs sealed, on the wire and on the disk, what of it is padding, and what it weighs opened and compressed.
import { deflateRawSync, zstdCompressSync } from 'node:zlib';
import { nodeCiphers } from '../../electron/seal/node-ciphers.ts';
import type { Book } from '../../shared/book/book.ts';
import { readFact } from '../../shared/book/fact.ts';
import { fold } from '../../shared/book/fold.ts';
import { openBallots } from '../../shared/seal/open-ballots.ts';
import { NONCE_LENGTH } from '../../shared/seal/seal-ballot.ts';

/** Marks in one compressed frame, as in the comparison that set the target. */
const FRAME_MARKS = 1_024;
const TAG = 16;
const LENGTH = 4;
/** A row's two hashes and one signature. */
const ROW = 32 + 32 + 64;
/** A signature as the wire carries it, with the number of its entry. */
const WIRE_SIGNATURE = '{"seq":0000,"sig":""},'.length + 86;

/** Of the entries that carry ballots, and of them alone; `criteria` marks each. */
export async function sealedBytes(book: Book, criteria: number, name: number): Promise<Record<string, number>> {
  const state = fold(book, nodeCiphers.sha256);
  if (state === undefined) throw new Error('no state');
  let [wire, disk, frames, ballots] = [0, 0, 0, 0];
  for (const entry of [...book.feeds.values()].flatMap(({ entries }) => entries)) {
    const read = readFact(entry);
    if (!read.ok || read.value.withheld || read.value.fact.kind !== 'ballot-cast') continue;
    const { head, body } = entry;
    ballots += 1;
    wire += JSON.stringify({ head, body }).length + WIRE_SIGNATURE;
    disk += Buffer.byteLength(head) + Buffer.byteLength(body ?? '') + ROW;
    frames += nodeCiphers.fromBase64(read.value.fact.body.envelope).length - NONCE_LENGTH - TAG;
  }
  const opened = await openBallots(nodeCiphers, state, book);
  const texts = [...opened.values()].map(({ text }) => text);
  const plain = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const packed = texts.reduce((sum, text) => sum + deflateRawSync(text).length, 0);
  const marks = ballots * criteria;
  return {
    [`sealed_wire_bytes_per_mark_${name}`]: wire / marks,
    [`sealed_disk_bytes_per_mark_${name}`]: disk / marks,
    [`sealed_padding_bytes_per_mark_${name}`]: (frames - packed - ballots * LENGTH) / marks,
    [`frame_bytes_per_ballot_${name}`]: frames / ballots,
    [`open_bytes_per_mark_${name}`]: plain / marks,
    [`open_compressed_bytes_per_mark_${name}`]: framed(texts, Math.ceil(FRAME_MARKS / criteria)) / marks,
    [`alone_compressed_bytes_per_mark_${name}`]: packed / marks,
  };
}

/** Bytes of the texts when every so many of them are compressed together, as a log or a package would. */
function framed(texts: readonly string[], together: number): number {
  let bytes = 0;
  for (let at = 0; at < texts.length; at += together)
    bytes += zstdCompressSync(texts.slice(at, at + together).join('\n')).length;
  return bytes;
}
