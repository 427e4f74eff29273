// An absent member's written opinion from the page: the words in clear, the marks sealed until the reveal.
import type { PlatformId } from '../../shared/base/ids.ts';
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import { cleanText } from '../../shared/base/text.ts';
import { type BallotTerms, type Draft, draftErrors, PLAIN_TERMS, writeBallot } from '../../shared/book/ballot.ts';
import { ballotOf, cleanDraft } from '../../shared/book/draft-sheet.ts';
import { opinionBarred, opinionHolderKeys } from '../../shared/seal/recording-proof.ts';
import { sealBallot } from '../../shared/seal/seal-ballot.ts';
import { newSalt, type PageSeat } from './page-cast.ts';

/** In turn with the changes of drafts: what is sealed is what was last marked. */
export const writeOpinion = async (
  page: PageSeat,
  platform: string,
  text: string,
  marks: Draft | undefined,
): Promise<Result<null>> => await page.sheets.inTurn(async () => await write(page, platform, text, marks));

async function write(page: PageSeat, platform: string, text: string, marks: Draft | undefined): Promise<Result<null>> {
  const { kept, feed, recording } = page;
  const { book, seat } = kept;
  if (kept.record().handedOver) return refuse('handed-over');
  const words = cleanText(text.toWellFormed());
  if (words === '') return refuse('opinion-text-missing');
  await recording.readOn();
  const barred = opinionBarred(recording.checked, seat, platform);
  if (barred) return { ok: false, refusal: barred };
  const sealing = marks === undefined ? undefined : marksOf(page, platform, marks);
  if (sealing?.ok === false) return sealing;
  const body = { _salt: newSalt(kept), platform, text: words };
  await feed.say('opinion-written', async () => ({ body, write: { dropDrafts: [{ book, seat, poll: platform }] } }));
  page.sheets.dropped(platform);
  return sealing === undefined ? ok(null) : await sealing.value();
}

/** Looked at before anything is written: marks that could not be opened as a sheet are not sent. */
function marksOf(page: PageSeat, platform: string, marks: Draft): Result<() => Promise<Result<null>>> {
  const { kept, feed, recording, sheets } = page;
  const { book, seat, parts } = kept;
  const { rules, criteria } = recording.checked;
  if (rules?.opinions.marks !== 'sealed') return refuse('opinion-marks-barred');
  if (criteria === undefined) return refuse('criteria-missing');
  const terms: BallotTerms = { ...PLAIN_TERMS, scale: rules.scale };
  const draft = cleanDraft(marks, terms);
  const [error] = draftErrors(criteria, draft, terms);
  if (error) return { ok: false, refusal: error };
  const holders = opinionHolderKeys(recording.checked, seat);
  if (!holders.ok) return holders;
  // A sheet of an opinion names the platform where a ballot names its poll.
  const plain = writeBallot(ballotOf(platform as never, draft), newSalt(kept));
  return ok(async () => {
    await feed.say('opinion-sealed', async (place) => {
      const at = { book, ...place, seat, poll: platform as PlatformId };
      const { key, body } = await sealBallot(parts.ciphers, at, plain, holders.value);
      const { envelope, commit, shares } = body;
      await sheets.addKey({ book, seat, poll: platform, commit, key });
      return { body: { platform, envelope, commit, shares } };
    });
    return ok(null);
  });
}
