// My own conflict-of-interest declaration, one answer per platform, signed with the key of my seat.
import { type ReactNode, useState } from 'react';
import { votes } from '../../shared/council/roles.ts';
import { ActButton, Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { Section } from '../parts/page.tsx';
import { Pick } from '../parts/pick.tsx';
import { seatOf, useAuthor, useSession } from '../state/session.ts';
import { useWords } from '../state/words.ts';

type Answer = 'clear' | 'conflict';

export function DeclarationPart(): ReactNode {
  const session = useSession();
  const author = useAuthor();
  const { t } = useWords();
  const mine = seatOf(session, session.me.seat);
  const [answers, setAnswers] = useState<Readonly<Record<string, Answer>>>({});
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
      {open.length < 2 ? null : (
        <div className="row">
          <Button
            onPress={() => setAnswers(Object.fromEntries(open.map(({ platform }) => [platform, 'clear' as const])))}
          >
            {t('declare.all.clear', { count: open.length })}
          </Button>
          <span className="soft small">{t('declare.all.words')}</span>
        </div>
      )}
      {open.map(({ platform, name, owner, enterprise }) => (
        <div key={platform} className="stack tight">
          <Pick
            label={name}
            value={answers[platform] ?? ''}
            options={[
              { value: 'clear', label: t('declare.clear') },
              { value: 'conflict', label: t('declare.conflict') },
            ]}
            onChange={(answer) => setAnswers((all) => ({ ...all, [platform]: answer }))}
          />
          {owner === '' && enterprise === '' ? null : (
            <p className="soft small">{[owner, enterprise].filter(Boolean).join(' · ')}</p>
          )}
        </div>
      ))}
      <div className="row">
        <ActButton
          kind="main"
          doing={t('declare.sending')}
          isDisabled={answered.length < open.length}
          act={() => author.declare(declared)}
          onDone={() => setSent(true)}
        >
          {t('declare.send')}
        </ActButton>
        {answered.length < open.length && open.length > 1 ? (
          <span className="soft small">{t('declare.left', { count: open.length - answered.length })}</span>
        ) : null}
      </div>
      {isSent ? <p role="status">{t('state.sending')}</p> : null}
    </Section>
  );
}
