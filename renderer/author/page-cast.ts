// Casts a page's sheet: what must hold is looked at first, then the key is durable, then the sealed entry.

import { toBase64 } from '../../shared/base/bytes.ts';
import type { Hash, PollId } from '../../shared/base/ids.ts';
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import { draftErrors, writeBallot } from '../../shared/book/ballot.ts';
import type { ReopenReason } from '../../shared/book/statements.ts';
import { holderKeys, pollOf } from '../../shared/seal/recording-proof.ts';
import { sealBallot } from '../../shared/seal/seal-ballot.ts';
import { ballotOf, cleanDraft } from './drafts.ts';
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
  if (at === undefined || at.opened.subject.of !== 'platform') return refuse('poll-unknown');
  if (at.broken) return { ok: false, refusal: at.broken };
  if (at.closed) return refuse('round-closed');
  if (!pollOf(checked, poll)?.entitled.includes(kept.seat)) return refuse('not-entitled');
  const { step } = sheets.standing(poll);
  return step === 'working' || step === 'refused' ? ok(null) : refuse('ballot-standing');
}

/** In turn with the changes of the draft: what is sealed is what was last marked. */
export const castSheet = async (page: PageSeat, poll: string): Promise<Result<{ readonly ballot: Hash }>> =>
  await page.sheets.inTurn(async () => await sealSheet(page, poll));

async function sealSheet(page: PageSeat, poll: string): Promise<Result<{ readonly ballot: Hash }>> {
  const { kept, feed, recording, sheets } = page;
  const { book, seat, parts } = kept;
  await recording.readOn();
  const barred = castBarred(page, poll);
  if (!barred.ok) return barred;
  const { criteria } = recording.checked;
  if (criteria === undefined) return refuse('criteria-missing');
  const draft = cleanDraft(sheets.draft(poll));
  const [error] = draftErrors(criteria, draft);
  if (error) return { ok: false, refusal: error };
  const holders = holderKeys(recording.checked, poll, seat);
  if (!holders.ok) return holders;
  const text = writeBallot(ballotOf(poll as PollId, draft), toBase64(parts.ciphers.random(16)));
  const cast = await feed.say('ballot-cast', async (place) => {
    const sealed = await sealBallot(parts.ciphers, { book, ...place, seat, poll: poll as PollId }, text, holders.value);
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
