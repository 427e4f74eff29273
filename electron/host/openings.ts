// Which evidence the desk's own seat has opened: kept on this machine, stated once the rules allow names.
import type { Hash, SeatId } from '../../shared/base/ids.ts';
import { type Result, refuse } from '../../shared/base/result.ts';
import { revisionsOf } from '../../shared/book/evidence-of.ts';
import { mayNameOpenings } from '../../shared/book/sitting.ts';
import { deskSeat } from './desk-seat.ts';
import { newSalt } from './fresh.ts';
import { type LiveBook, state as say } from './live-book.ts';
import { stateAhead } from './own-ahead.ts';
import type { Surroundings } from './surroundings.ts';

/** In the store drafts belong to a seat and a poll; these belong to a platform. */
const placeOf = (platform: string): string => `opened/${platform}`;
/** What one statement takes. */
const MOST = 500;

const isOf = ({ state }: LiveBook, platform: string, sha256: string): boolean =>
  Object.values(state.platforms[platform]?.evidence ?? {}).some((item) =>
    revisionsOf(item).some((revision) => revision.sha256 === sha256),
  );

/** Durable when it resolves. Refuses evidence-unknown. */
export async function noteOpening(
  { store }: Pick<Surroundings, 'store'>,
  live: LiveBook,
  seat: SeatId,
  platform: string,
  sha256: string,
): Promise<Result<null>> {
  if (!isOf(live, platform, sha256)) return refuse('evidence-unknown');
  return await store.saveDraft(live.id, seat, placeOf(platform), sha256, '');
}

/** SHA-256 of each revision that this seat has opened here. */
export const openedBy = async (
  { store }: Pick<Surroundings, 'store'>,
  live: LiveBook,
  seat: SeatId,
  platform: string,
): Promise<readonly string[]> => (await store.readDrafts(live.id, seat, placeOf(platform))).map(({ item }) => item);

const mayBeNamed = ({ state }: LiveBook, platform: string): boolean =>
  state.minutes.cut === undefined && mayNameOpenings(state, platform);

/** States what may be stated now and has not been yet, for the seat whose key this machine holds. */
export async function stateOpenings(around: Surroundings, live: LiveBook): Promise<void> {
  const seat = deskSeat(live);
  if (seat === undefined) return;
  const { openings } = stateAhead(live);
  for (const platform of Object.keys(live.state.platforms)) {
    if (!mayBeNamed(live, platform)) continue;
    const said = openings[seat]?.[platform] ?? {};
    const kept = await openedBy(around, live, seat, platform);
    const opened = kept.filter((sha256) => !Object.hasOwn(said, sha256)).slice(0, MOST) as Hash[];
    if (opened.length === 0) continue;
    const body = { _salt: newSalt(around), platform, opened };
    // What is refused (a recused seat, one without a vote) stays on this machine, and nothing waits for it.
    await say(around, live, seat, async () => ({ kind: 'evidence-opened', body }));
  }
}
