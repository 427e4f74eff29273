// My own conflict-of-interest declaration, one answer per platform.
import { type ReactNode, useState } from 'react';
import { votes } from '../../shared/council/roles.ts';
import { ActButton } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { Section } from '../parts/page.tsx';
import { Pick } from '../parts/pick.tsx';
import { seatOf, useAuthor, useSession } from '../state/session.ts';
import { useWords } from '../state/words.ts';

export function DeclarationPart(): ReactNode {
  const session = useSession();
  const author = useAuthor();
  const { t } = useWords();
  const mine = seatOf(session, session.me.seat);
  const [answers, setAnswers] = useState<Readonly<Record<string, 'clear' | 'conflict'>>>({});
  const [isSent, setSent] = useState(false);
  if (author === undefined || mine === undefined || !votes(mine.role)) return null;
  const open = session.platforms.filter(({ platform }) => mine.declared[platform] === undefined);
  const conflicts = session.platforms.filter(({ platform }) => mine.declared[platform] === true);
  if (open.length === 0)
    return (
      <Section title={t('declare.title')}>
        <Notice tone="done">
          <p>{t('declare.done')}</p>
          {conflicts.map(({ platform, name }) => (
            <p key={platform}>{t('attendance.declared.conflict', { name })}</p>
          ))}
        </Notice>
      </Section>
    );
  const answered = open.filter(({ platform }) => answers[platform] !== undefined);
  const declared = answered.map(({ platform }) => ({ platform, conflict: answers[platform] === 'conflict' }));
  return (
    <Section title={t('declare.title')} words={t('declare.words')}>
      {open.map(({ platform, name }) => (
        <Pick
          key={platform}
          label={name}
          value={answers[platform] ?? ''}
          options={[
            { value: 'clear', label: t('declare.clear') },
            { value: 'conflict', label: t('declare.conflict') },
          ]}
          onChange={(answer) => setAnswers((all) => ({ ...all, [platform]: answer }))}
        />
      ))}
      <ActButton
        kind="main"
        doing={t('declare.sending')}
        isDisabled={answered.length < open.length}
        act={() => author.declare(declared)}
        onDone={() => setSent(true)}
      >
        {t('declare.send')}
      </ActButton>
      {isSent ? <p role="status">{t('state.sending')}</p> : null}
    </Section>
  );
}
