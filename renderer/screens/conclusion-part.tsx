// The conclusion on one platform: what was computed, the text put to the council, the vote on it, reserved opinions.
import { type ReactNode, useId, useState } from 'react';
import { entitledIn, isIn } from '../../shared/contract/poll-sheets.ts';
import type { ConclusionView, PlatformView } from '../../shared/contract/views.ts';
import { proposedConclusion } from '../../shared/minutes/conclusion-words.ts';
import type { PlatformResult } from '../../shared/results/result-types.ts';
import { ActButton, Button } from '../parts/button.tsx';
import { TextBlock } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import { useHouse } from '../state/house.ts';
import { writeRoute } from '../state/route.ts';
import { isClosedHere, isDesk, isShown, isSitting, roundOf, useSession, voidedOf } from '../state/session.ts';
import { useWords } from '../state/words.ts';
import { ComputedPart } from './computed-part.tsx';
import { HashWords } from './hash-words.tsx';
import { ReservationPart } from './reservation-part.tsx';
import { VoidedRounds } from './rounds-voided.tsx';
import { useResult } from './use-result.ts';
import { VotePart } from './vote-part.tsx';

export function ConclusionPart({ platform }: { readonly platform: PlatformView }): ReactNode {
  const session = useSession();
  const heading = useId();
  const result = useResult(platform.platform);
  const round = roundOf(session, platform.platform);
  return (
    <section className="section" aria-labelledby={heading} id={`conclusion-${platform.platform}`} tabIndex={-1}>
      <h2 id={heading}>{platform.name}</h2>
      {isClosedHere(session, platform) ? null : <VoidedRounds voided={voidedOf(session, platform.platform)} />}
      {isClosedHere(session, platform) ? (
        <Closed platform={platform} />
      ) : round !== undefined && isShown(round) && result !== undefined ? (
        <Counted platform={platform} result={result} />
      ) : (
        <NotCounted platform={platform} />
      )}
    </section>
  );
}

/** A recused member hears the conclusion with the minutes. */
function Closed({ platform }: { readonly platform: PlatformView }): ReactNode {
  const { t } = useWords();
  return (
    <>
      <p>{t('recusal.closed', { name: platform.name })}</p>
      <p className="soft small">{t('recusal.closed.words')}</p>
    </>
  );
}

/** What is missing, and the way to where it is mended. */
function NotCounted({ platform }: { readonly platform: PlatformView }): ReactNode {
  const session = useSession();
  const { t } = useWords();
  const poll = roundOf(session, platform.platform);
  const left = poll === undefined ? [] : entitledIn(poll).filter(({ state }) => !isIn(state));
  const words =
    poll === undefined
      ? t('conclusion.missing.round')
      : poll.step === 'open'
        ? left.length > 0
          ? t('conclusion.missing.sheets', { count: left.length })
          : t('conclusion.missing.close')
        : poll.step === 'revealed'
          ? t('conclusion.missing.keys')
          : poll.step === 'counted'
            ? t('conclusion.missing.count')
            : t('conclusion.missing.reveal');
  const phase = poll === undefined || left.length > 0 ? 'scoring' : 'reveal';
  return (
    <Notice tone="note">
      <p>{t('conclusion.notyet')}</p>
      <p>
        {words} <a href={writeRoute({ at: 'session', book: session.book, phase })}>{t(`phase.${phase}`)}</a>
      </p>
    </Notice>
  );
}

function Counted(props: { readonly platform: PlatformView; readonly result: PlatformResult }): ReactNode {
  const { platform, result } = props;
  const session = useSession();
  const { t } = useWords();
  const [isChanging, setChanging] = useState(false);
  const { conclusion } = platform;
  const isOpen = session.meeting.closedAt === undefined && session.readOnly === undefined;
  const mayPut = isDesk(session) && isSitting(session) && isOpen;
  const isVoided = session.polls.some((poll) => poll.poll === conclusion?.poll && poll.voided !== undefined);
  const proposed = proposedConclusion(platform.name, result, session.rules);
  return (
    <div className="conclusion-cols">
      <ComputedPart result={result} />
      <div className="stack">
        {mayPut && (conclusion === undefined || isChanging) ? (
          <Put
            platform={platform}
            proposed={proposed}
            first={conclusion?.text ?? proposed}
            onDone={() => setChanging(false)}
            {...(conclusion === undefined ? {} : { onCancel: () => setChanging(false) })}
          />
        ) : null}
        {conclusion === undefined && !mayPut ? (
          <Notice tone="note">
            <p>{t(isOpen ? 'conclusion.none' : 'conclusion.none.closed')}</p>
          </Notice>
        ) : null}
        {conclusion === undefined || isChanging ? null : (
          <>
            <Standing conclusion={conclusion} />
            {mayPut && (conclusion.poll === undefined || isVoided) ? (
              <div>
                <Button small={true} onPress={() => setChanging(true)}>
                  {t('conclusion.change')}
                </Button>
              </div>
            ) : null}
            <VotePart conclusion={conclusion} />
            {conclusion.passed === false && isOpen ? (
              <div className="stack tight">
                <p>{t('conclusion.another.words')}</p>
                {mayPut ? (
                  <div>
                    <Button onPress={() => setChanging(true)}>{t('conclusion.another')}</Button>
                  </div>
                ) : null}
              </div>
            ) : null}
            <ReservationPart conclusion={conclusion} isOpen={isOpen} />
          </>
        )}
      </div>
    </div>
  );
}

/** The very words that are voted on. */
function Standing({ conclusion }: { readonly conclusion: ConclusionView }): ReactNode {
  const { t } = useWords();
  return (
    <div className="stack tight">
      <h3>{t('conclusion.standing')}</h3>
      <blockquote className="paper-text prose" lang="vi">
        {conclusion.text}
      </blockquote>
      <p className="soft small">
        {t('conclusion.sha')} <HashWords hash={conclusion.sha256} length={16} />
      </p>
    </div>
  );
}

function Put(props: {
  readonly platform: PlatformView;
  readonly proposed: string;
  readonly first: string;
  readonly onDone: () => void;
  readonly onCancel?: () => void;
}): ReactNode {
  const { platform, proposed, first, onDone, onCancel } = props;
  const session = useSession();
  const { client } = useHouse();
  const { t } = useWords();
  const [text, setText] = useState(first);
  return (
    <div className="stack tight">
      <TextBlock
        label={t('conclusion.text')}
        hint={t('conclusion.text.hint')}
        value={text}
        onChange={setText}
        maxLength={10_000}
        rows={5}
      />
      <div className="row top">
        <ActButton
          kind="main"
          doing={t('conclusion.putting')}
          isDisabled={text.trim() === ''}
          act={() =>
            client.call('conclusion.put', { book: session.book, platform: platform.platform, text: text.trim() })
          }
          onDone={onDone}
        >
          {t('conclusion.put')}
        </ActButton>
        <Button kind="quiet" isDisabled={text === proposed} onPress={() => setText(proposed)}>
          {t('conclusion.propose')}
        </Button>
        {onCancel === undefined ? null : (
          <Button kind="quiet" onPress={onCancel}>
            {t('app.cancel')}
          </Button>
        )}
      </div>
      <p className="soft small">{text === proposed ? t('conclusion.proposed') : t('conclusion.own')}</p>
    </div>
  );
}
