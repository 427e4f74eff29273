// In which order the home screen tells of sessions and drafts: what waits for somebody first, what is over last.
import type { Card, DraftCard, HomeView, Waiting } from '../../shared/contract/views.ts';

export type HomeItem =
  | { readonly is: 'card'; readonly card: Card; readonly rank: number; readonly at: string }
  | { readonly is: 'draft'; readonly card: DraftCard; readonly rank: number; readonly at: string };

/** Lower is more urgent: people sit in the room, then a signature is missing, then a meeting is to come, then drafts. */
function rankOf({ for: what }: Waiting): number {
  if (what === 'nothing') return 5;
  if (what === 'opening' || what === 'adjourned') return 3;
  if (what.startsWith('signature-') || what === 'sealing') return 2;
  return 1;
}

export function homeItems({ cards, drafts }: HomeView): readonly HomeItem[] {
  const items: HomeItem[] = [
    ...cards.map((card) => ({
      is: 'card' as const,
      card,
      rank: rankOf(card.waits),
      at: card.meetingAt ?? card.openedAt,
    })),
    ...drafts.map((card) => ({ is: 'draft' as const, card, rank: 4, at: card.savedAt })),
  ];
  return items.sort((a, b) => a.rank - b.rank || (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}
