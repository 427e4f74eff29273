// Reserved opinions: word for word with the name in the minutes; they do not change the result.
import { type ReactNode, useState } from 'react';
import type { ConclusionView } from '../../shared/contract/views.ts';
import { ActButton } from '../parts/button.tsx';
import { TextBlock } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import { nameOf, useAuthor, useSession } from '../state/session.ts';
import { useWords } from '../state/words.ts';

export function ReservationPart(props: { readonly conclusion: ConclusionView; readonly isOpen: boolean }): ReactNode {
  const { conclusion, isOpen } = props;
  const session = useSession();
  const author = useAuthor();
  const { t } = useWords();
  const [text, setText] = useState('');
  const mine = conclusion.reservations.some(({ seat }) => seat === session.me.seat);
  const mayReserve = isOpen && author !== undefined && !mine;
  return (
    <div className="stack tight">
      <h3>{t('conclusion.reserve')}</h3>
      <p className="soft small">{t('conclusion.reserve.words')}</p>
      {conclusion.reservations.map((each) => (
        <p key={each.seat} className="quote">
          <span className="strong">{nameOf(session, each.seat)}: </span>
          <span className="prose">{each.text}</span>
        </p>
      ))}
      {conclusion.reservations.length === 0 ? <p className="soft">{t('conclusion.reserve.none')}</p> : null}
      {mine ? (
        <Notice tone="done">
          <p>{t('conclusion.reserve.mine')}</p>
        </Notice>
      ) : null}
      {mayReserve ? (
        <>
          <TextBlock label={t('conclusion.reserve.text')} value={text} onChange={setText} maxLength={20_000} />
          <ActButton
            doing={t('conclusion.reserve.sending')}
            isDisabled={text.trim() === ''}
            act={() => author.reserve(conclusion.conclusion, conclusion.sha256, text.trim())}
            onDone={() => setText('')}
          >
            {t('conclusion.reserve.send')}
          </ActButton>
        </>
      ) : null}
    </div>
  );
}
