// What somebody without the members' keys can do: change an extract, chain it again, lay out other pages, sign with own certificates.

import { attachmentsOf, CONTENT_NAME, EXTRACT_NAME } from '../../../electron/proof/attachments.ts';
import { nodeCiphers, nodeSha256 } from '../../../electron/seal/node-ciphers.ts';
import { nodeVerify } from '../../../electron/seal/node-keys.ts';
import { openPkcs12 } from '../../../electron/signing/pkcs12.ts';
import { reserveFields } from '../../../electron/signing/reserve-fields.ts';
import { signPdf } from '../../../electron/signing/sign-pdf.ts';
import { fromBase64, toBase64 } from '../../../shared/base/bytes.ts';
import { canonical } from '../../../shared/base/canonical.ts';
import type { BookId, FeedId } from '../../../shared/base/ids.ts';
import type { Book, FeedLog, RunText } from '../../../shared/book/book.ts';
import { bodyHashOf, commitMessage, entryHash, feedStart } from '../../../shared/book/entry.ts';
import { type Extract, readExtract } from '../../../shared/book/extract.ts';
import { fold } from '../../../shared/book/fold.ts';
import { readHead } from '../../../shared/book/head.ts';
import type { Minutes } from '../../../shared/minutes/content.ts';
import { minutesOf } from '../../../shared/minutes/minutes-of.ts';
import { openBallots } from '../../../shared/seal/open-ballots.ts';
import type { Authority, Checking } from '../../helpers/played.ts';
import { must } from '../signing/signing-tools.ts';

export type Paper = {
  /** What the pages say. */
  readonly minutes: Minutes;
  /** The embedded book; undefined leaves it out. */
  readonly extract: string | undefined;
  /** The embedded words where they are not those of the pages; null leaves them out. */
  readonly content?: string | null;
  readonly date: Date;
  readonly version?: string;
};

/** Laid out and sealed by the application's own parts, signed by whomever. */
export async function forged({ renderer }: Checking, paper: Paper, { signers }: Authority): Promise<Uint8Array> {
  const own = attachmentsOf(canonical(paper.minutes as never), '{}');
  const attachments = own.flatMap((attachment) => {
    const text =
      attachment.name === EXTRACT_NAME ? paper.extract : paper.content === undefined ? attachment.text : paper.content;
    return text === undefined || text === null ? [] : [{ ...attachment, text }];
  });
  if (!own.some(({ name }) => name === CONTENT_NAME)) throw new Error('no content among the attachments');
  const rendered = must(
    await renderer.render({ minutes: paper.minutes, attachments, date: paper.date, version: paper.version ?? '0.1.0' }),
  );
  let pdf: Uint8Array = await reserveFields(rendered.pdf, rendered.boxes, { lockField: 'ChuToa' });
  for (const field of ['ThuKy', 'ChuToa'] as const) {
    const { pkcs12, password } = signers[field];
    const signer = must(await openPkcs12(pkcs12, password));
    pdf = must(await signPdf(pdf, signer, { field, certify: field === 'ThuKy', reason: 'Ký', date: paper.date }));
  }
  return pdf;
}

export type Fact = { readonly kind: string; readonly seq: number; readonly head: string; readonly body: string };
type Sign = (message: Uint8Array) => Promise<Uint8Array> | Uint8Array;

const textsOf = ({ entries }: FeedLog): readonly Fact[] =>
  entries.map(({ head, body }, index) => {
    const read = readHead(head);
    return { kind: read.ok ? read.value.kind : '?', seq: index + 1, head, body: body ?? '' };
  });

/** A feed of the extract with other bodies, chained again; its commits stay as they are or are signed by `sign`. */
export async function rewritten(
  book: Book,
  run: RunText,
  change: (fact: Fact) => string,
  sign?: { readonly key?: string; readonly by: Sign },
): Promise<RunText> {
  const log = book.feeds.get(run.feed as FeedId);
  if (log === undefined) throw new Error('no such feed');
  const key = sign?.key ?? log.key;
  const isFirst = readHead(run.entries[0]?.head ?? '');
  const opens = isFirst.ok && isFirst.value.book === '';
  const names = new Map<string, string>();
  let hash = feedStart(nodeSha256, run.feed as FeedId, fromBase64(key));
  const hashes = [hash];
  const entries = textsOf(log)
    .slice(0, run.entries.length)
    .map((fact, index) => {
      const given = run.entries[index];
      const head = index === 0 ? fact.head.replace(log.key, key) : fact.head;
      if (given === undefined || !('body' in given)) {
        const bodyHash = log.entries[index]?.bodyHash ?? hash;
        hash = entryHash(nodeSha256, hash, head, bodyHash);
        hashes.push(hash);
        return { head, bodyHash };
      }
      // An own entry is named by its hash further down: the forger puts in the new name.
      const body = change(fact).replace(/[0-9a-f]{64}/g, (name) => names.get(name) ?? name);
      hash = entryHash(nodeSha256, hash, head, bodyHashOf(nodeSha256, body));
      names.set(log.entries[index]?.hash ?? '', hash);
      hashes.push(hash);
      return { head, body };
    });
  if (sign === undefined) return { ...run, entries };
  const commits = [];
  for (const { seq } of run.commits) {
    const at = hashes[seq];
    if (at === undefined) throw new Error('a commit beyond the feed');
    const message = commitMessage(opens && seq === 1 ? '' : book.id, run.feed as FeedId, seq, at);
    commits.push({ seq, sig: toBase64(await sign.by(message)) });
  }
  return { ...run, entries, commits };
}

export const withRun = (extract: Extract, run: RunText): Extract => ({
  ...extract,
  feeds: extract.feeds.map((feed) => (feed.feed === run.feed ? run : feed)),
});

/** The feed in which a fact of that kind stands. */
export function runWith(extract: Extract, kind: string): RunText {
  const found = extract.feeds.find(({ entries }) =>
    entries.some(({ head }) => {
      const read = readHead(head);
      return read.ok && read.value.kind === kind;
    }),
  );
  if (found === undefined) throw new Error(`nobody stated ${kind}`);
  return found;
}

/** What a forger's own copy of the application makes of an extract; undefined where it cannot be read. */
export async function understood(extract: Extract) {
  const read = await readExtract(JSON.stringify(extract), nodeSha256, nodeVerify);
  if (!read.ok) return undefined;
  const state = fold(read.value, nodeSha256);
  const prose = state?.minutes.written?.prose;
  if (state === undefined || prose === undefined) return undefined;
  const opened = await openBallots(nodeCiphers, state, read.value);
  return { state, opened, minutes: minutesOf({ state, opened, prose }) };
}

export const bookIdOf = (extract: Extract): BookId => extract.book as BookId;
