// Casts a page's sheet: what must hold is looked at first, then the key is durable, then the sealed entry.

import { toBase64 } from '../../shared/base/bytes.ts';
import type { Hash, PollId } from '../../shared/base/ids.ts';
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import { draftErrors, writeBallot } from '../../shared/book/ballot.ts';
import { ballotOf, cleanDraft } from '../../shared/book/draft-sheet.ts';
import type { Choice } from '../../shared/book/meeting-rulings.ts';
import type { ReopenReason } from '../../shared/book/statements.ts';
import { writeVotePaper } from '../../shared/book/vote-paper.ts';
import { holderKeys, pollOf, votedOn } from '../../shared/seal/recording-proof.ts';
import { frameOf, sealBallot } from '../../shared/seal/seal-ballot.ts';
import type { PageFeed } from './page-feed.ts';
import type { Kept } from './page-kept.ts';
import type { PageRecording } from './page-recording.ts';
import type { PageSheets } from './page-sheets.ts';

export type PageSeat = {
  readonly kept: Kept;
  readonly feed: PageFeed;
  readonly recording: PageRecording;
  readonly sheets: PageSheets;
};

/** What stands against casting, as far as head, envelope and the checked feed show it. */
function castBarred({ kept, recording, sheets }: PageSeat, poll: string): Result<null> {
  const { checked } = recording;
  if (kept.record().handedOver) return refuse('handed-over');
  if (checked.stopped) return { ok: false, refusal: checked.stopped };
  const at = checked.polls.get(poll as PollId);
  if (at === undefined || (at.opened.subject.of !== 'platform' && at.opened.secrecy !== 'secret'))
    return refuse('poll-unknown');
  if (at.broken) return { ok: false, refusal: at.broken };
  if (at.voided) return refuse('poll-voided');
  if (at.closed) return refuse('round-closed');
  if (!pollOf(checked, poll)?.entitled.includes(kept.seat)) return refuse('not-entitled');
  const { step } = sheets.standing(poll);
  return step === 'working' || step === 'refused' ? ok(null) : refuse('ballot-standing');
}

/** In turn with the changes of the draft: what is sealed is what was last marked. */
export const castSheet = async (page: PageSeat, poll: string): Promise<Result<{ readonly ballot: Hash }>> =>
  await page.sheets.inTurn(async () => await sealSheet(page, poll));

async function sealSheet(page: PageSeat, poll: string): Promise<Result<{ readonly ballot: Hash }>> {
  const { kept, recording, sheets } = page;
  await recording.readOn();
  const barred = castBarred(page, poll);
  if (!barred.ok) return barred;
  const { criteria } = recording.checked;
  if (criteria === undefined || recording.checked.polls.get(poll as PollId)?.opened.subject.of !== 'platform')
    return refuse(criteria === undefined ? 'criteria-missing' : 'poll-unknown');
  const terms = sheets.terms(poll);
  const draft = cleanDraft(sheets.draft(poll), terms);
  const [error] = draftErrors(criteria, draft, terms);
  if (error) return { ok: false, refusal: error };
  return await sealText(page, poll, writeBallot(ballotOf(poll as PollId, draft), newSalt(kept)));
}

/** A secret vote on the very words that the recording feed put. In turn with other casts: one vote stands. */
export const castVote = async (
  page: PageSeat,
  poll: string,
  about: string,
  choice: Choice,
): Promise<Result<{ readonly ballot: Hash }>> =>
  await page.sheets.inTurn(async () => {
    const barred = castBarred(page, poll);
    if (!barred.ok) return barred;
    if (votedOn(page.recording.checked, poll) !== about) return refuse('stale-object');
    return await sealText(page, poll, writeVotePaper({ poll, about, choice }, newSalt(page.kept)));
  });

export const newSalt = ({ parts }: Kept): string => toBase64(parts.ciphers.random(16));

/** The key is durable before the entry that needs it. */
async function sealText(page: PageSeat, poll: string, text: string): Promise<Result<{ readonly ballot: Hash }>> {
  const { kept, feed, recording, sheets } = page;
  const { book, seat, parts } = kept;
  const holders = holderKeys(recording.checked, poll, seat);
  if (!holders.ok) return holders;
  const smallest = frameOf({ secrecy: recording.checked.polls.get(poll as PollId)?.opened.secrecy ?? 'blind' });
  const cast = await feed.say('ballot-cast', async (place) => {
    const at = { book, ...place, seat, poll: poll as PollId };
    const sealed = await sealBallot(parts.ciphers, at, text, holders.value, smallest);
    await sheets.addKey({ book, seat, poll, commit: sealed.body.commit, key: sealed.key });
    return { body: sealed.body, write: { dropDrafts: [{ book, seat, poll }] } };
  });
  return ok({ ballot: cast.hash });
}

/** The draft is durable again in the same transaction as the reopening. */
export async function reopenSheet(
  { kept, feed, recording, sheets }: PageSeat,
  poll: string,
  reason: ReopenReason,
): Promise<Result<null>> {
  const { book, seat } = kept;
  if (kept.record().handedOver) return refuse('handed-over');
  await recording.readOn();
  const { step, cast } = sheets.standing(poll);
  if (recording.checked.polls.get(poll as PollId)?.closed) return refuse('round-closed');
  if (cast === undefined || (step !== 'waiting' && step !== 'received')) return refuse('ballot-not-standing');
  await feed.say('ballot-reopened', async () => ({
    body: { poll, ballot: cast.hash, reason },
    write: { drafts: [{ book, seat, poll, draft: sheets.draft(poll) }] },
  }));
  return ok(null);
}
