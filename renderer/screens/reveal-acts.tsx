// The desk's acts on a round: close it, reveal it, end it where the quorum is lost, set a sheet aside with a reason.
import { type ReactNode, useState } from 'react';
import { entitledIn, isIn } from '../../shared/contract/poll-sheets.ts';
import type { PollView } from '../../shared/contract/views.ts';
import { ActButton, Button } from '../parts/button.tsx';
import { TextLine } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import { Section } from '../parts/page.tsx';
import { useHouse } from '../state/house.ts';
import { nameOf, useSession } from '../state/session.ts';
import { useWords } from '../state/words.ts';
import { VoidRound } from './reveal-void.tsx';

export function DeskActs({ poll }: { readonly poll: PollView }): ReactNode {
  const session = useSession();
  const { client } = useHouse();
  const { t } = useWords();
  const left = entitledIn(poll).filter((sheet) => !isIn(sheet.state) && sheet.state !== 'late');
  const { book } = session;
  const close = session.may?.close[poll.poll];
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
          why={close === undefined || close.possible ? undefined : close.why}
          act={() => client.call('round.close', { book, poll: poll.poll })}
        >
          {t('reveal.close')}
        </ActButton>
        {poll.quorumHolds ? null : <VoidRound poll={poll} />}
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
