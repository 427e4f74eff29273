// Which evidence this seat has opened in this browser: kept with the seat, stated once the rules allow names.
import type { Hash } from '../../shared/base/ids.ts';
import { mayTellOpenings } from '../../shared/seal/recording-proof.ts';
import type { PageSeat } from './page-cast.ts';
import { bodyOf, ruledOf } from './standing.ts';

/** What one statement takes. */
const MOST = 500;
/** What was refused is said again, but not for ever. */
const TRIES = 3;

export const openedIn = ({ kept }: PageSeat, platform: string): readonly string[] =>
  (kept.record().opened ?? []).filter((each) => each.platform === platform).map(({ sha256 }) => sha256);

/** Durable when resolved; the same file twice is one. */
export async function keepOpened(page: PageSeat, platform: string, sha256: string): Promise<void> {
  if (openedIn(page, platform).includes(sha256)) return;
  await page.kept.keep({ opened: [...(page.kept.record().opened ?? []), { platform, sha256 }] });
}

/** What was said of a platform and not refused; all of it where it was refused too often. */
function saidOf({ feed, recording }: PageSeat, platform: string): ReadonlySet<string> {
  const entries = feed.entries();
  const all = entries.flatMap((entry) => {
    const body = bodyOf(entry, 'evidence-opened');
    if (body?.platform !== platform) return [];
    return [{ body, refused: ruledOf(recording.checked, entries, entry)?.refused !== undefined }];
  });
  const isGivenUp = all.filter(({ refused }) => refused).length >= TRIES;
  return new Set(all.filter(({ refused }) => isGivenUp || !refused).flatMap(({ body }) => body.opened as string[]));
}

/** Writes what may be stated now and was not yet; gives whether anything was. */
export async function stateOpened(page: PageSeat): Promise<boolean> {
  const { kept, feed, recording } = page;
  const { checked } = recording;
  const { toBase64, random } = kept.parts.ciphers;
  let isSaid = false;
  for (const platform of new Set((kept.record().opened ?? []).map((each) => each.platform))) {
    if (!mayTellOpenings(checked, platform)) continue;
    const said = saidOf(page, platform);
    const opened = openedIn(page, platform).filter((sha256) => !said.has(sha256)) as Hash[];
    if (opened.length === 0) continue;
    const body = { _salt: toBase64(random(16)), platform, opened: opened.slice(0, MOST) };
    await feed.say('evidence-opened', async () => ({ body }));
    isSaid = true;
  }
  return isSaid;
}
