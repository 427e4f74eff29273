// Where a sheet stands, from the seat's own entries and the checked recording feed: nobody's word but theirs.
import type { FeedId, Hash, PollId } from '../../shared/base/ids.ts';
import type { StatementKind, StatementOf } from '../../shared/book/statements.ts';
import type { CheckedRecording } from '../../shared/seal/checked-recording.ts';
import { rulingOn } from '../../shared/seal/recording-proof.ts';
import type { SheetStep } from './author.ts';
import type { EntryRecord } from './page-store.ts';

export type Standing = { readonly step: SheetStep; readonly cast?: EntryRecord; readonly code?: string };

const bodies = new WeakMap<EntryRecord, unknown>();
/** The body of an own entry: written here, so it is of its kind. */
export function bodyOf<K extends StatementKind>(entry: EntryRecord, kind: K): StatementOf<K> | undefined {
  if (entry.kind !== kind) return undefined;
  if (!bodies.has(entry)) bodies.set(entry, JSON.parse(entry.body));
  return bodies.get(entry) as StatementOf<K>;
}

/** The ruling on an own entry, if it is about these very entries: `ruled` names the hash it goes up to. */
export function ruledOf(checked: CheckedRecording, entries: readonly EntryRecord[], { feed, seq }: EntryRecord) {
  const ruling = rulingOn(checked, feed as FeedId, seq);
  const last = entries.find((other) => other.feed === feed && other.seq === ruling?.upTo);
  return last?.hash === ruling?.hash ? ruling : undefined;
}

/** Entries of one kind that were not refused, or not yet. */
const admitted = (checked: CheckedRecording, entries: readonly EntryRecord[], entry: EntryRecord) =>
  ruledOf(checked, entries, entry)?.refused === undefined;

/** What stands of a poll before its round is closed: the last cast, unless it was taken back. */
function lastWord(
  checked: CheckedRecording,
  entries: readonly EntryRecord[],
  isReceived: (entry: EntryRecord) => boolean,
  poll: string,
): Standing {
  let word: Standing = { step: 'working' };
  for (const entry of entries) {
    if (bodyOf(entry, 'ballot-cast')?.poll === poll) {
      const ruling = ruledOf(checked, entries, entry);
      const code = ruling?.refused;
      if (code !== undefined) word = { step: code === 'round-closed' ? 'late' : 'refused', cast: entry, code };
      else word = { step: ruling !== undefined || isReceived(entry) ? 'received' : 'waiting', cast: entry };
    }
    const back = bodyOf(entry, 'ballot-reopened');
    if (back?.poll === poll && admitted(checked, entries, entry) && word.cast?.hash === back.ballot)
      word = { step: 'working' };
  }
  return word;
}

export function standingOf(
  checked: CheckedRecording,
  entries: readonly EntryRecord[],
  isReceived: (entry: EntryRecord) => boolean,
  poll: string,
): Standing {
  const at = checked.polls.get(poll as PollId);
  const word = lastWord(checked, entries, isReceived, poll);
  if (at?.closed === undefined) return word;
  for (const entry of entries) {
    if (bodyOf(entry, 'ballot-cast')?.poll !== poll) continue;
    const settled = at.settled.get(entry.hash);
    if (settled) return { step: settled.what, cast: entry, code: settled.code };
    if (at.closed.counted.has(entry.hash)) return { step: 'counted', cast: entry };
    const code = at.closed.setAside.get(entry.hash);
    if (code !== undefined) return { step: 'set-aside', cast: entry, code };
  }
  return word.step === 'received' || word.step === 'waiting' ? { ...word, step: 'late', code: 'round-closed' } : word;
}

/** Own ballots and whether each was taken back by a reopening that the feed admitted before the round was closed. */
export function ownBallots(
  checked: CheckedRecording,
  entries: readonly EntryRecord[],
): readonly { readonly entry: EntryRecord; readonly poll: string; readonly superseded: boolean }[] {
  return entries.flatMap((entry) => {
    const cast = bodyOf(entry, 'ballot-cast');
    if (cast === undefined) return [];
    const closedAt = checked.polls.get(cast.poll as PollId)?.closed?.seq ?? Number.POSITIVE_INFINITY;
    const superseded = entries.some((other) => {
      if (bodyOf(other, 'ballot-reopened')?.ballot !== (entry.hash as Hash)) return false;
      const ruling = ruledOf(checked, entries, other);
      return ruling !== undefined && ruling.refused === undefined && ruling.at < closedAt;
    });
    return [{ entry, poll: cast.poll, superseded }];
  });
}

/** Criteria of a platform from which the seat has recused itself, by the last it said and was not refused. */
export function barredFrom(
  checked: CheckedRecording,
  entries: readonly EntryRecord[],
  platform: string,
): readonly string[] {
  const said = entries.flatMap((entry) => {
    const declared = bodyOf(entry, 'interest-declared')?.declared.findLast((each) => each.platform === platform);
    return declared && admitted(checked, entries, entry) ? [declared] : [];
  });
  const last = said.at(-1);
  return last?.conflict === true ? (last.criteria ?? []) : [];
}

/** The last counted round of the same platform before this one. */
export function roundBefore(
  checked: CheckedRecording,
  poll: string,
): { readonly poll: PollId; readonly round: number } | undefined {
  const subject = checked.polls.get(poll as PollId)?.opened.subject;
  if (subject?.of !== 'platform') return undefined;
  const before = [...checked.polls].flatMap(([id, { opened, counted, broken }]) => {
    const of = opened.subject;
    const fits = of.of === 'platform' && of.platform === subject.platform && of.round < subject.round;
    return fits && counted !== undefined && broken === undefined ? [{ poll: id, round: of.round }] : [];
  });
  return before.at(-1);
}
