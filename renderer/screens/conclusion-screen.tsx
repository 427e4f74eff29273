// The council's conclusion: what was computed, the text put to the council, the vote on it, reserved opinions.
import { type ReactNode, useState } from 'react';
import type { PlatformView } from '../../shared/contract/views.ts';
import { ActButton, Button } from '../parts/button.tsx';
import { TextBlock } from '../parts/field.tsx';
import { Page, Section } from '../parts/page.tsx';
import { useHouse } from '../state/house.ts';
import { isDesk, roundOf, useSession } from '../state/session.ts';
import { useView } from '../state/use-view.ts';
import { useWords } from '../state/words.ts';
import { ReservationPart } from './reservation-part.tsx';
import { VotePart } from './vote-part.tsx';

export function ConclusionScreen(): ReactNode {
  const session = useSession();
  const { t } = useWords();
  return (
    <Page title={t('conclusion.title')}>
      {session.platforms.map((platform) => (
        <Platform key={platform.platform} platform={platform} />
      ))}
    </Page>
  );
}

function Platform({ platform }: { readonly platform: PlatformView }): ReactNode {
  const session = useSession();
  const { t, of } = useWords();
  const results = useView('results', { book: session.book });
  const [isChanging, setChanging] = useState(false);
  const result =
    results?.ok === true
      ? results.value.platforms.filter((each) => each.platform === platform.platform).at(-1)?.result
      : undefined;
  const poll = roundOf(session, platform.platform);
  const { conclusion } = platform;
  const isOpen = session.meeting.closedAt === undefined && session.readOnly === undefined;
  if (poll?.step !== 'counted' || result === undefined)
    return (
      <Section title={platform.name}>
        <p className="soft">{t('conclusion.notyet')}</p>
      </Section>
    );
  const outcome = of(result.outcome.name);
  return (
    <Section title={platform.name}>
      <div>
        <p className="soft small">{t('conclusion.computed')}</p>
        <p className="outcome">{outcome}</p>
      </div>
      {isDesk(session) && isOpen && (conclusion === undefined || isChanging) ? (
        <Put
          platform={platform}
          first={conclusion?.text ?? first(platform.name, result.outcome.name.vi)}
          onDone={() => setChanging(false)}
        />
      ) : null}
      {conclusion === undefined && !isDesk(session) ? <p className="soft">{t('conclusion.none')}</p> : null}
      {conclusion === undefined || isChanging ? null : (
        <>
          <h3>{t('conclusion.standing')}</h3>
          <blockquote className="paper-text prose">{conclusion.text}</blockquote>
          <p className="soft small breaks">{t('conclusion.sha', { hash: conclusion.sha256.slice(0, 16) })}</p>
          {isDesk(session) && isOpen && conclusion.poll === undefined ? (
            <div>
              <Button small={true} onPress={() => setChanging(true)}>
                {t('conclusion.change')}
              </Button>
            </div>
          ) : null}
          <VotePart conclusion={conclusion} />
          <ReservationPart conclusion={conclusion} isOpen={isOpen} />
        </>
      )}
    </Section>
  );
}

/** A first wording, in the language of the minutes; the council proposes, it does not recognise. */
const first = (platform: string, outcome: string): string => `${outcome} đối với ${platform}.`;

function Put(props: {
  readonly platform: PlatformView;
  readonly first: string;
  readonly onDone: () => void;
}): ReactNode {
  const session = useSession();
  const { client } = useHouse();
  const { t } = useWords();
  const [text, setText] = useState(props.first);
  return (
    <div className="stack tight">
      <TextBlock
        label={t('conclusion.text')}
        hint={t('conclusion.text.hint')}
        value={text}
        onChange={setText}
        maxLength={10_000}
        rows={4}
      />
      <ActButton
        kind="main"
        doing={t('conclusion.putting')}
        isDisabled={text.trim() === ''}
        act={() =>
          client.call('conclusion.put', {
            book: session.book,
            platform: props.platform.platform,
            text: text.trim(),
          })
        }
        onDone={props.onDone}
      >
        {t('conclusion.put')}
      </ActButton>
    </div>
  );
}
