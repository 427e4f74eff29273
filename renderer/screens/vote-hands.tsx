// A vote by raised hands: the secretary counts the hands in the room and enters them; everybody else reads that it is so.
import { type ReactNode, useState } from 'react';
import { entitledIn } from '../../shared/contract/poll-sheets.ts';
import type { PollView } from '../../shared/contract/views.ts';
import { ActButton } from '../parts/button.tsx';
import { TextLine } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import { Pick } from '../parts/pick.tsx';
import { useHouse } from '../state/house.ts';
import { isAttending, isDesk, nameOf, seatOf, useSession } from '../state/session.ts';
import { useWords } from '../state/words.ts';
import { CloseVote } from './vote-close.tsx';
import { TieRule, useLine } from './vote-rule.tsx';

const CHOICES = ['agree', 'disagree', 'abstain'] as const;
type Choice = (typeof CHOICES)[number];

export function VoteHands({ poll }: { readonly poll: PollView }): ReactNode {
  const session = useSession();
  const { t } = useWords();
  const there = entitledIn(poll).filter(({ seat }) => {
    const at = seatOf(session, seat);
    return at !== undefined && isAttending(session, at);
  }).length;
  const line = useLine(there);
  const { hands } = poll;
  return (
    <>
      <p>{t('vote.hands.open', { there })}</p>
      <p className="soft small">
        {line.words}. <TieRule />
      </p>
      {hands === undefined ? null : (
        <Notice tone="note">
          <p role="status">
            {t('conclusion.vote.count', {
              agree: hands.agree,
              disagree: hands.disagree,
              abstain: hands.abstain,
              of: hands.agree + hands.disagree + hands.abstain,
            })}
          </p>
          {hands.presiding === null ? null : (
            <p>{t('vote.hands.presided', { choice: t(`choice.${hands.presiding}`).toLowerCase() })}</p>
          )}
        </Notice>
      )}
      {isDesk(session) ? (
        <>
          <Enter poll={poll} there={there} />
          {hands === undefined ? null : <CloseVote poll={poll} waiting={0} />}
        </>
      ) : (
        <p className="soft">{t('vote.hands.members')}</p>
      )}
    </>
  );
}

const whole = (text: string): number | undefined => (/^\d{1,3}$/.test(text.trim()) ? Number(text.trim()) : undefined);

function Enter({ poll, there }: { readonly poll: PollView; readonly there: number }): ReactNode {
  const session = useSession();
  const { client } = useHouse();
  const { t } = useWords();
  const [typed, setTyped] = useState<Readonly<Record<Choice, string>>>({ agree: '', disagree: '', abstain: '' });
  const [presiding, setPresiding] = useState<Choice | 'none' | ''>('');
  const { meeting, book } = session;
  const [agree, disagree, abstain] = CHOICES.map((choice) => whole(typed[choice]));
  const isWhole = agree !== undefined && disagree !== undefined && abstain !== undefined;
  const raised = isWhole ? agree + disagree + abstain : undefined;
  const mayPreside = meeting.presiding !== undefined && poll.entitled.includes(meeting.presiding);
  return (
    <div className="stack tight hands-form">
      <div className="row top">
        {CHOICES.map((choice) => (
          <TextLine
            key={choice}
            label={t(`choice.${choice}`)}
            value={typed[choice]}
            numeric={true}
            maxLength={3}
            onChange={(text) => setTyped((now) => ({ ...now, [choice]: text }))}
          />
        ))}
      </div>
      {mayPreside ? (
        <Pick
          label={t('vote.hands.presiding', { name: nameOf(session, meeting.presiding) })}
          value={presiding}
          options={[
            ...CHOICES.map((value) => ({ value, label: t(`choice.${value}`) })),
            { value: 'none' as const, label: t('vote.hands.unknown') },
          ]}
          onChange={setPresiding}
        />
      ) : null}
      <p className="small soft" role="status">
        {raised === undefined
          ? t('vote.hands.there', { there })
          : raised === there
            ? t('vote.hands.fit', { raised, there })
            : t('vote.hands.off', { raised, there })}
      </p>
      <ActButton
        kind={poll.hands === undefined ? 'main' : 'plain'}
        doing={t('vote.hands.enter')}
        isDisabled={raised !== there || (mayPreside && presiding === '')}
        act={() =>
          client.call('hands.count', {
            book,
            poll: poll.poll,
            agree: agree ?? 0,
            disagree: disagree ?? 0,
            abstain: abstain ?? 0,
            presiding: presiding === '' || presiding === 'none' ? null : presiding,
          })
        }
      >
        {t(poll.hands === undefined ? 'vote.hands.enter' : 'vote.hands.again')}
      </ActButton>
    </div>
  );
}
