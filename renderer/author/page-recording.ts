// Reads the recording feed on and checks it; what was once checked is remembered, so that another story is noticed.
import type { Refusal } from '../../shared/base/result.ts';
import { type CheckedRecording, newRecording, seenOf } from '../../shared/seal/checked-recording.ts';
import { growRecording } from '../../shared/seal/grow-recording.ts';
import { isOutage } from './page-feed.ts';
import type { Kept } from './page-kept.ts';
import { newQueue } from './told.ts';

export type PageRecording = {
  readonly checked: CheckedRecording;
  /** Why what is shown is not believed; undefined while it is. */
  readonly doubt: () => Refusal | undefined;
  /** Resolves when nothing more is there or nothing more is believed; an outage ends it quietly. */
  readonly readOn: () => Promise<void>;
};

/** Stretches read at one go: a host that always has more to show does not keep a page for ever. */
const READ_LIMIT = 1_000;

export function openPageRecording(kept: Kept): PageRecording {
  const { parts, book } = kept;
  const { sha256 } = parts.ciphers;
  const { pinned, stopped } = kept.record();
  const checked = newRecording(book, { ...(pinned ? { pinned } : {}), ...(stopped ? { stopped } : {}) });
  let doubt: Refusal | undefined = stopped;
  const queue = newQueue();

  /** The number to read from next; undefined where there is no more or it is not believed. */
  const readFrom = async (from: number): Promise<number | undefined> => {
    const { feed } = checked;
    const shown = await parts.call('recording.read', { book, from, ...(feed === undefined ? {} : { feed }) });
    if (!shown.ok) {
      if (!isOutage(shown.refusal)) doubt = shown.refusal;
      return undefined;
    }
    const { run } = shown.value;
    if (run === null) return undefined;
    const grown = await growRecording(checked, run, sha256, parts.verify);
    doubt = grown.ok ? undefined : grown.refusal;
    // Where the recording was passed on, the count goes on in the new feed.
    if (grown.ok && run.feed !== checked.feed) return (seenOf(checked, sha256)?.seq ?? 0) + 1;
    return grown.ok ? run.from + run.entries.length : undefined;
  };

  const readWhole = async (from: number) => {
    let next: number | undefined = from;
    for (let times = 0; times < READ_LIMIT && next !== undefined; times++) {
      const { feed }: CheckedRecording = checked;
      const after: number | undefined = await readFrom(next);
      if (after !== undefined && after <= next && feed === checked.feed) break;
      next = after;
    }
  };

  /** The feed that was remembered is one that has been passed on since. */
  const isLater = (feed: string | undefined): boolean =>
    checked.former.some((each, at) => (feed === undefined ? at === 0 : each.feed === feed));

  const remember = async () => {
    const tip = seenOf(checked, sha256);
    const { pinned: before } = kept.record();
    const { feed } = checked;
    // Of another feed it is farther wherever it stands: a passing was checked in between.
    const isFarther =
      tip !== undefined && feed !== undefined && (tip.seq > (before?.seq ?? 0) || isLater(before?.feed));
    const farther = isFarther ? { pinned: { ...tip, feed } } : {};
    const stop =
      checked.stopped !== undefined && kept.record().stopped === undefined ? { stopped: checked.stopped } : {};
    const changes = { ...farther, ...stop };
    if (Object.keys(changes).length > 0) await kept.keep(changes);
  };

  const readAll = async () => {
    if (checked.stopped) return;
    await readWhole((seenOf(checked, sha256)?.seq ?? 0) + 1);
    // A run that does not go on from ours may be another story from the beginning: then it is a fork, for good.
    if (doubt?.code === 'bad-signature' && seenOf(checked, sha256) !== undefined) {
      const first = doubt;
      await readWhole(1);
      doubt ??= first;
    }
    await remember();
    kept.changed.tell();
  };

  return { checked, doubt: () => checked.stopped ?? doubt, readOn: async () => await queue(readAll) };
}
