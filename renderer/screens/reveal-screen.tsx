// Closing the round, revealing, waiting for keys; then the result and the matrix.
import { type ReactNode, useState } from 'react';
import type { PlatformView, PollView } from '../../shared/contract/views.ts';
import { ActButton, Button } from '../parts/button.tsx';
import { TextLine } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import { Section, Shown } from '../parts/page.tsx';
import { PlatformPick } from '../parts/platform-pick.tsx';
import { useHouse } from '../state/house.ts';
import { entitledIn, isDesk, isIn, nameOf, roundOf, useAuthor, useSession } from '../state/session.ts';
import { useView } from '../state/use-view.ts';
import { useWords } from '../state/words.ts';
import { MatrixPart } from './matrix-part.tsx';
import { OutcomePart } from './outcome-part.tsx';

export function RevealScreen(): ReactNode {
  const session = useSession();
  const { t } = useWords();
  const [chosen, setChosen] = useState('');
  const first =
    session.platforms.find(({ platform }) => {
      const step = roundOf(session, platform)?.step;
      return step !== undefined && step !== 'counted';
    }) ??
    session.platforms.find(({ platform }) => roundOf(session, platform) !== undefined) ??
    session.platforms[0];
  const platform = session.platforms.find((each) => each.platform === chosen) ?? first;
  if (platform === undefined) return null;
  const poll = roundOf(session, platform.platform);
  return (
    <div className="page full">
      <div className="row">
        <h1>{t('reveal.title')}</h1>
        <span className="grow" />
        <PlatformPick value={platform.platform} onChange={setChosen} />
      </div>
      <p className="strong">
        {platform.name}
        {poll === undefined ? null : (
          <span className="soft">
            {' '}
            · {t('scoring.round', { round: poll.round })} · {t(`step.${poll.step}`)}
          </span>
        )}
      </p>
      {poll === undefined ? (
        <Notice tone="note">
          <p>{t('scoring.notopen')}</p>
        </Notice>
      ) : (
        <Stage platform={platform} poll={poll} />
      )}
    </div>
  );
}

function Stage({ platform, poll }: { readonly platform: PlatformView; readonly poll: PollView }): ReactNode {
  const session = useSession();
  if (poll.step === 'counted') return <Counted platform={platform} poll={poll} />;
  return (
    <>
      <Sealed />
      {isDesk(session) ? <DeskActs poll={poll} /> : null}
      {poll.step === 'revealed' ? <WaitingKeys poll={poll} /> : null}
    </>
  );
}

function Sealed(): ReactNode {
  const { t } = useWords();
  return (
    <Notice tone="note">
      <p className="strong">{t('reveal.sealed')}</p>
      <p>{t('reveal.sealed.words')}</p>
    </Notice>
  );
}

function DeskActs({ poll }: { readonly poll: PollView }): ReactNode {
  const session = useSession();
  const { client } = useHouse();
  const { t } = useWords();
  const left = entitledIn(poll).filter((sheet) => !isIn(sheet.state) && sheet.state !== 'late');
  const { book } = session;
  if (poll.step === 'open')
    return (
      <Section title={t('reveal.close')} words={t('reveal.close.words')}>
        {left.length === 0 ? null : (
          <Notice tone="warn">
            <p>
              {t('reveal.left', {
                count: left.length,
                names: left.map(({ seat }) => nameOf(session, seat)).join(', '),
              })}
            </p>
          </Notice>
        )}
        <ActButton
          kind={left.length === 0 ? 'main' : 'plain'}
          doing={t('reveal.closing')}
          act={() => client.call('round.close', { book, poll: poll.poll })}
        >
          {t('reveal.close')}
        </ActButton>
      </Section>
    );
  if (poll.step !== 'closed') return null;
  return (
    <Section title={t('reveal.reveal')} words={t('reveal.reveal.words')}>
      <ActButton
        kind="main"
        doing={t('reveal.revealing')}
        act={() => client.call('round.reveal', { book, poll: poll.poll })}
      >
        {t('reveal.reveal')}
      </ActButton>
      {poll.sheets.map((sheet) =>
        sheet.ballot === undefined || sheet.state !== 'counted' ? null : (
          <SetAside key={sheet.seat} poll={poll.poll} ballot={sheet.ballot} name={nameOf(session, sheet.seat)} />
        ),
      )}
    </Section>
  );
}

function SetAside(props: { readonly poll: string; readonly ballot: string; readonly name: string }): ReactNode {
  const session = useSession();
  const { client } = useHouse();
  const { t } = useWords();
  const [note, setNote] = useState<string | undefined>(undefined);
  const title = t('reveal.aside', { name: props.name });
  if (note === undefined)
    return (
      <div>
        <Button kind="quiet" small={true} onPress={() => setNote('')}>
          {title}
        </Button>
      </div>
    );
  return (
    <div className="stack tight quote">
      <p className="strong">{title}</p>
      <TextLine label={t('reveal.aside.note')} value={note} onChange={setNote} maxLength={500} />
      <div className="row">
        <ActButton
          kind="stop"
          doing={title}
          isDisabled={note.trim() === ''}
          act={() =>
            client.call('ballot.set-aside', {
              book: session.book,
              poll: props.poll,
              ballot: props.ballot,
              note: note.trim(),
            })
          }
        >
          {t('reveal.aside.yes')}
        </ActButton>
        <Button kind="quiet" onPress={() => setNote(undefined)}>
          {t('app.cancel')}
        </Button>
      </div>
    </div>
  );
}

function WaitingKeys({ poll }: { readonly poll: PollView }): ReactNode {
  const session = useSession();
  const { t } = useWords();
  const counted = poll.sheets.filter((sheet) => sheet.state === 'counted');
  const waiting = counted.filter((sheet) => !sheet.opened);
  const opened = counted.length - waiting.length;
  const mayHold =
    session.rules.shares !== 'none' && (session.me.seatRole === 'chair' || session.me.seatRole === 'secretary');
  return (
    <Section title={t('reveal.keys')} words={t('reveal.keys.words', { opened, all: counted.length })}>
      <progress max={counted.length} value={opened} aria-label={t('reveal.keys')} />
      <ul className="stack tight">
        {waiting.map((sheet) => (
          <li key={sheet.seat} className="row">
            <span className="strong">{nameOf(session, sheet.seat)}</span>
            <span className="soft small">
              {t(session.seats.find(({ seat }) => seat === sheet.seat)?.here ? 'attendance.here' : 'attendance.away')}
            </span>
            {sheet.ballot !== undefined && mayHold ? (
              <GiveShare poll={poll.poll} ballot={sheet.ballot} name={nameOf(session, sheet.seat)} />
            ) : null}
            {isDesk(session) && sheet.ballot !== undefined ? (
              <GiveUp poll={poll.poll} ballot={sheet.ballot} name={nameOf(session, sheet.seat)} />
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** As a holder of shares, for a member whose device is lost: both holders together open the sheet. */
function GiveShare(props: { readonly poll: string; readonly ballot: string; readonly name: string }): ReactNode {
  const author = useAuthor();
  const { t } = useWords();
  if (author === undefined) return null;
  const title = t('reveal.share', { name: props.name });
  return (
    <ActButton small={true} doing={title} act={() => author.releaseShare(props.poll, props.ballot)}>
      {title}
    </ActButton>
  );
}

function GiveUp(props: { readonly poll: string; readonly ballot: string; readonly name: string }): ReactNode {
  const session = useSession();
  const { client } = useHouse();
  const { t } = useWords();
  const [isAsking, setAsking] = useState(false);
  const title = t('reveal.giveup', { name: props.name });
  if (!isAsking)
    return (
      <Button small={true} onPress={() => setAsking(true)}>
        {title}
      </Button>
    );
  return (
    <div className="stack tight quote">
      <p className="small">{t('reveal.giveup.words')}</p>
      <div className="row">
        <ActButton
          kind="stop"
          doing={title}
          act={() => client.call('ballot.give-up', { book: session.book, poll: props.poll, ballot: props.ballot })}
        >
          {t('reveal.giveup.yes')}
        </ActButton>
        <Button kind="quiet" onPress={() => setAsking(false)}>
          {t('app.cancel')}
        </Button>
      </div>
    </div>
  );
}

function Counted({ platform, poll }: { readonly platform: PlatformView; readonly poll: PollView }): ReactNode {
  const session = useSession();
  const { client } = useHouse();
  const { t } = useWords();
  const results = useView('results', { book: session.book });
  const criteria = useView('criteria', { book: session.book });
  const again = session.possible?.openRound[platform.platform];
  return (
    <Shown of={results} what={t('matrix.title')}>
      {(view) => {
        const own = view.platforms.filter((each) => each.platform === platform.platform);
        const mine = own.find((each) => each.poll === poll.poll) ?? own.at(-1);
        if (mine === undefined || criteria?.ok !== true) return <Sealed />;
        return (
          <>
            <OutcomePart result={mine.result} />
            <MatrixPart
              set={criteria.value.set}
              result={mine.result}
              sheets={mine.sheets}
              nameOf={(seat) => nameOf(session, seat)}
            />
            {again?.possible === true && platform.conclusion === undefined ? (
              <ActButton
                doing={t('scoring.opening')}
                act={() => client.call('round.open', { book: session.book, platform: platform.platform })}
              >
                {t('reveal.again', { name: platform.name })}
              </ActButton>
            ) : null}
          </>
        );
      }}
    </Shown>
  );
}
