// The count before its minutes stand: everybody sees who of the committee has reported, its members do their work.
import type { ReactNode } from 'react';
import type { PollView } from '../../shared/contract/views.ts';
import { ActButton } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { Notice } from '../parts/notice.tsx';
import { Section } from '../parts/page.tsx';
import { useHouse } from '../state/house.ts';
import { isDesk, nameOf, useSession } from '../state/session.ts';
import { useWords } from '../state/words.ts';
import { CountWork } from './count-work.tsx';

export function CountStage({ poll }: { readonly poll: PollView }): ReactNode {
  const session = useSession();
  const { client } = useHouse();
  const { t } = useWords();
  const { committee, me, book } = session;
  const reported = poll.committee?.reported ?? [];
  const differ = poll.committee?.differ ?? 0;
  const mine = me.seat !== undefined && committee?.members.includes(me.seat) === true;
  const may = session.may?.agreeCount[poll.poll];
  return (
    <>
      <Section title={t('count.title')} words={t('count.words')}>
        <ul className="row committee" aria-label={t('count.title')}>
          {(committee?.members ?? []).map((seat) => {
            const isIn = reported.includes(seat);
            return (
              <li key={seat} className={isIn ? 'is-in' : undefined}>
                <Icon name={isIn ? 'met' : 'none'} /> {nameOf(session, seat)}
                {seat === committee?.head ? <span className="soft small"> · {t('election.head')}</span> : null}
                <span className="small soft"> · {t(isIn ? 'count.reported' : 'count.notreported')}</span>
              </li>
            );
          })}
        </ul>
        {differ > 0 && !mine ? (
          <Notice tone="warn">
            <p className="strong">{t('count.differ', { count: differ })}</p>
            {isDesk(session) ? null : <p>{t('count.differ.words')}</p>}
          </Notice>
        ) : null}
        {isDesk(session) ? (
          <ActButton
            kind={reported.length > 1 && differ === 0 ? 'main' : 'plain'}
            doing={t('count.agree')}
            why={may === undefined || may.possible ? undefined : may.why}
            act={() => client.call('count.agree', { book, poll: poll.poll })}
          >
            {t('count.agree')}
          </ActButton>
        ) : null}
      </Section>
      {mine ? <CountWork poll={poll.poll} /> : <p className="soft">{t('count.others')}</p>}
    </>
  );
}
