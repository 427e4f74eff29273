// A conflict that comes up in mid-meeting: declared by the member, with what it means; and the platform that is closed by it.
import { type ReactNode, useState } from 'react';
import type { PlatformView, SeatView } from '../../shared/contract/views.ts';
import { ActButton, Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { type Answers, declaredOf, isAnswered, mayAddConflict } from '../state/recusal.ts';
import { useAuthor, useSession } from '../state/session.ts';
import { useWords } from '../state/words.ts';
import { InterestAnswers } from './declaration-form.tsx';

/** Offers it for every platform on which it can still be said, or for the one in view. */
export function LaterConflict(props: { readonly seat: SeatView; readonly platform?: string }): ReactNode {
  const { seat, platform } = props;
  const session = useSession();
  const author = useAuthor();
  const { t } = useWords();
  const [answers, setAnswers] = useState<Answers | undefined>(undefined);
  const open = mayAddConflict(session, seat).filter((each) => platform === undefined || each.platform === platform);
  if (author === undefined || open.length === 0) return null;
  const close = () => setAnswers(undefined);
  if (answers === undefined)
    return (
      <div>
        <Button
          small={true}
          kind={platform === undefined ? 'plain' : 'quiet'}
          onPress={() => setAnswers(open.length === 1 && open[0] ? conflictOn(open[0].platform) : {})}
        >
          {t('recusal.later')}
        </Button>
      </div>
    );
  return (
    <section className="stack quote" aria-label={t('recusal.later')}>
      <InterestAnswers
        platforms={open}
        answers={answers}
        isAdded={true}
        onAnswer={(at, answer) => setAnswers((all) => ({ ...all, [at]: answer }))}
      />
      <ul className="plain-list small">
        <li>{t('recusal.means.closed')}</li>
        <li>{t('recusal.means.denominator')}</li>
        <li>{t('recusal.means.ballot')}</li>
        <li>{t('recusal.means.time')}</li>
        <li>{t('recusal.means.final')}</li>
      </ul>
      <div className="row">
        <ActButton
          kind="stop"
          doing={t('declare.sending')}
          isDisabled={!open.some((each) => isAnswered(answers[each.platform]))}
          act={() => author.declare(declaredOf(open, answers))}
          onDone={close}
        >
          {t('recusal.yes')}
        </ActButton>
        <Button kind="quiet" onPress={close}>
          {t('app.cancel')}
        </Button>
      </div>
    </section>
  );
}

const conflictOn = (platform: string): Answers => ({ [platform]: { is: 'conflict', criteria: [] } });

/** In the place of whatever a screen would show of a platform to a seat that is recused from it. */
export function ClosedPlatform({ platform }: { readonly platform: PlatformView }): ReactNode {
  const { t } = useWords();
  return (
    <div className="page">
      <Notice tone="note">
        <p>
          <strong>{t('recusal.closed', { name: platform.name })}</strong>
        </p>
        <p>{t('scoring.why.recused')}</p>
        <p>{t('recusal.closed.words')}</p>
      </Notice>
    </div>
  );
}
