// What every line of a draft shows: its name, and the button that throws it away.
import type { ReactNode } from 'react';
import type { DraftCard } from '../../shared/contract/views.ts';
import { ActButton } from '../parts/button.tsx';
import { useHouse } from '../state/house.ts';
import { useWords, type Words } from '../state/words.ts';

export const draftName = ({ t }: Words, { subject }: DraftCard): string =>
  subject === '' ? t('home.draft.nameless') : subject;

export function DiscardDraft({ card }: { readonly card: DraftCard }): ReactNode {
  const words = useWords();
  const { client } = useHouse();
  const { t } = words;
  return (
    <ActButton
      kind="quiet"
      small={true}
      doing={t('home.draft.discard')}
      label={t('home.draft.discard.of', { name: draftName(words, card) })}
      act={() => client.call('session.draft.discard', { draft: card.draft })}
    >
      {t('home.draft.discard')}
    </ActButton>
  );
}
