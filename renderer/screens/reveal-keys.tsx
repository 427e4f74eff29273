// After the reveal: whose keys are still on their way, and what can be done for a device that is lost.
import { type ReactNode, useState } from 'react';
import type { PollView } from '../../shared/contract/views.ts';
import { ActButton, Button } from '../parts/button.tsx';
import { Section } from '../parts/page.tsx';
import { useHouse } from '../state/house.ts';
import { isDesk, nameOf, useAuthor, useSession } from '../state/session.ts';
import { useWords } from '../state/words.ts';

export function WaitingKeys({ poll }: { readonly poll: PollView }): ReactNode {
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
