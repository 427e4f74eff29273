// A holder's share of a foreign sealed ballot or opinion, unwrapped as a page would do it.
import { nodeCiphers } from '../../electron/seal/node-ciphers.ts';
import { toBase64 } from '../../shared/base/bytes.ts';
import type { BookId, FeedId, PlatformId, PollId, SeatId } from '../../shared/base/ids.ts';
import { ballotAad, shareInfo } from '../../shared/seal/seal-ballot.ts';
import type { PageSeat } from './host-seat.ts';

type Shown = { readonly head: string; readonly body: string };
type Sealed = { readonly shares: readonly { readonly holder: string; readonly wrapped: string }[] };

/** @param of the poll of a ballot, the platform of an opinion */
export async function shareOf(page: PageSeat, { head, body }: Shown, of: string): Promise<string> {
  const { feed, seq, seat } = JSON.parse(head) as { feed: FeedId; seq: number; seat: SeatId };
  const mine = (JSON.parse(body) as Sealed).shares.find(({ holder }) => holder === page.seat);
  const aad = ballotAad({ book: page.book as BookId, feed, seq, seat, poll: of as PollId | PlatformId });
  const wrapped = nodeCiphers.fromBase64(mine?.wrapped ?? '');
  return toBase64(await page.device.unwrap(wrapped, shareInfo(aad, page.seat)));
}
