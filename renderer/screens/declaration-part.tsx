// My own conflict-of-interest declaration, one answer per platform, signed with the key of my seat; a conflict may be added later.
import { type ReactNode, useState } from 'react';
import type { SeatView } from '../../shared/contract/views.ts';
import { votes } from '../../shared/council/roles.ts';
import { ActButton, Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { Section } from '../parts/page.tsx';
import { type Answers, declaredOf, isAnswered, isRecused } from '../state/recusal.ts';
import { seatOf, useAuthor, useSession } from '../state/session.ts';
import { useWords } from '../state/words.ts';
import { InterestAnswers } from './declaration-form.tsx';
import { LaterConflict } from './recusal-part.tsx';

export function DeclarationPart(): ReactNode {
  const session = useSession();
  const author = useAuthor();
  const { t } = useWords();
  const mine = seatOf(session, session.me.seat);
  const [answers, setAnswers] = useState<Answers>({});
  const [isSent, setSent] = useState(false);
  if (author === undefined || mine === undefined || !votes(mine.role) || mine.replacedBy !== undefined) return null;
  const open = session.platforms.filter(({ platform }) => mine.declared[platform] === undefined);
  if (open.length === 0) return <Declared seat={mine} />;
  const answered = open.filter(({ platform }) => isAnswered(answers[platform]));
  const clear = { is: 'clear', criteria: [] } as const;
  return (
    <Section title={t('declare.title')} words={t('declare.words')}>
      {open.length < 2 ? null : (
        <div className="row">
          <Button onPress={() => setAnswers(Object.fromEntries(open.map(({ platform }) => [platform, clear])))}>
            {t('declare.all.clear', { count: open.length })}
          </Button>
          <span className="soft small">{t('declare.all.words')}</span>
        </div>
      )}
      <InterestAnswers
        platforms={open}
        answers={answers}
        onAnswer={(platform, answer) => setAnswers((all) => ({ ...all, [platform]: answer }))}
      />
      <div className="row">
        <ActButton
          kind="main"
          doing={t('declare.sending')}
          isDisabled={answered.length < open.length}
          act={() => author.declare(declaredOf(open, answers))}
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

function Declared({ seat }: { readonly seat: SeatView }): ReactNode {
  const session = useSession();
  const { t } = useWords();
  const conflicts = session.platforms.filter((platform) => isRecused(platform, seat.seat));
  const partly = session.platforms.filter(({ platform }) => (seat.barred[platform] ?? []).length > 0);
  return (
    <Section title={t('declare.title')}>
      <Notice tone="done">
        <p>{t('declare.done')}</p>
        {conflicts.map(({ platform, name }) => (
          <p key={platform}>{t('attendance.declared.conflict', { name })}</p>
        ))}
        {partly.map(({ platform, name }) => (
          <p key={platform}>{t('recusal.some', { name, criteria: (seat.barred[platform] ?? []).join(', ') })}</p>
        ))}
      </Notice>
      <LaterConflict seat={seat} />
    </Section>
  );
}
