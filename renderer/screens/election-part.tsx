// Electing the counting committee: three members and its head as the chair proposes them, the vote, and what it came to.
import { type ReactNode, useState } from 'react';
import type { ElectionView } from '../../shared/contract/council-views.ts';
import { ActButton, Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { Section } from '../parts/page.tsx';
import { Pick, Tick } from '../parts/pick.tsx';
import { useHouse } from '../state/house.ts';
import { isAttending, isDesk, isSitting, nameOf, useSession, votingSeats } from '../state/session.ts';
import { useWords } from '../state/words.ts';
import { VoteBox } from './vote-box.tsx';
import { TieRule } from './vote-rule.tsx';

const SIZE = 3;

/** Nothing where the rules know no committee. */
export function ElectionPart(): ReactNode {
  const session = useSession();
  const { t } = useWords();
  const { rules, committee, elections, meeting } = session;
  const [isAgain, setAgain] = useState(false);
  if (rules.committee !== 'three' || meeting.openedAt === undefined) return null;
  const last = elections.at(-1);
  const mayPut = isDesk(session) && isSitting(session) && committee === undefined;
  if (committee !== undefined)
    return (
      <Section title={t('election.title')}>
        <p>
          <Names members={committee.members} head={committee.head} />
        </p>
        {last === undefined ? null : <Vote election={last} />}
      </Section>
    );
  const isPutting = last === undefined || isAgain;
  return (
    <Section title={t('election.title')} words={t('election.words')}>
      {isPutting && mayPut ? (
        <Propose onDone={() => setAgain(false)} {...(last === undefined ? {} : { onCancel: () => setAgain(false) })} />
      ) : null}
      {isPutting && !mayPut ? <p className="soft">{t('election.none')}</p> : null}
      {last === undefined || isAgain ? null : (
        <>
          <p>
            {t('election.proposed')} <Names members={last.members} head={last.head} />
          </p>
          <Vote election={last} />
          {mayPut && (last.poll === undefined || last.passed === false) ? (
            <div>
              <Button small={true} onPress={() => setAgain(true)}>
                {t('election.again')}
              </Button>
            </div>
          ) : null}
        </>
      )}
    </Section>
  );
}

function Names({ members, head }: { readonly members: readonly string[]; readonly head: string }): ReactNode {
  const session = useSession();
  const { t } = useWords();
  const rest = members.filter((seat) => seat !== head).map((seat) => nameOf(session, seat));
  return (
    <>
      <strong>{nameOf(session, head)}</strong> ({t('election.head')}), {rest.join(', ')}.
    </>
  );
}

function Propose(props: { readonly onDone: () => void; readonly onCancel?: () => void }): ReactNode {
  const { onDone, onCancel } = props;
  const session = useSession();
  const { client } = useHouse();
  const { t } = useWords();
  const [members, setMembers] = useState<readonly string[]>([]);
  const [head, setHead] = useState('');
  const there = votingSeats(session).filter((seat) => isAttending(session, seat));
  const may = session.may?.putElection;
  const turn = (seat: string, isOn: boolean): void => {
    setMembers((now) => (isOn ? [...now, seat] : now.filter((each) => each !== seat)));
    if (!isOn && head === seat) setHead('');
  };
  return (
    <div className="stack tight">
      <fieldset className="plain-set">
        <legend className="small strong">{t('election.members', { count: members.length })}</legend>
        {there.map(({ seat, name, role }) => (
          <Tick
            key={seat}
            label={name}
            hint={t(`role.${role}`)}
            isOn={members.includes(seat)}
            isDisabled={!members.includes(seat) && members.length >= SIZE}
            onChange={(isOn) => turn(seat, isOn)}
          />
        ))}
      </fieldset>
      {members.length === SIZE ? (
        <Pick
          label={t('election.head.pick')}
          value={head}
          options={members.map((seat) => ({ value: seat, label: nameOf(session, seat) }))}
          onChange={setHead}
        />
      ) : null}
      <div className="row top">
        <ActButton
          kind="main"
          doing={t('election.put')}
          isDisabled={members.length !== SIZE || head === ''}
          why={may === undefined || may.possible ? undefined : may.why}
          act={() => client.call('election.put', { book: session.book, members: [...members], head })}
          onDone={onDone}
        >
          {t('election.put')}
        </ActButton>
        {onCancel === undefined ? null : (
          <Button kind="quiet" onPress={onCancel}>
            {t('app.cancel')}
          </Button>
        )}
      </div>
    </div>
  );
}

function Vote({ election }: { readonly election: ElectionView }): ReactNode {
  const session = useSession();
  const { client } = useHouse();
  const { t } = useWords();
  const poll = session.polls.find((each) => each.poll === election.poll);
  if (poll === undefined || poll.voided !== undefined)
    return (
      <>
        {poll === undefined ? null : (
          <Notice tone="warn">
            <p>{t('vote.voided')}</p>
          </Notice>
        )}
        {isDesk(session) ? (
          <div className="stack tight">
            <ActButton
              kind="main"
              doing={t('conclusion.vote.open')}
              act={() => client.call('election.vote.open', { book: session.book, election: election.election })}
            >
              {t('election.vote.open')}
            </ActButton>
            <p className="soft small">
              {t(session.rules.vote === 'hands' ? 'vote.how.hands' : 'vote.how.open')} <TieRule />
            </p>
          </div>
        ) : (
          <p className="soft">{t('conclusion.vote.notopen')}</p>
        )}
      </>
    );
  return (
    <VoteBox
      poll={poll}
      about={election.sha256}
      passed={election.passed}
      count={election.count}
      votes={[]}
      words={{ passed: t('election.passed'), failed: t('election.failed') }}
    />
  );
}
