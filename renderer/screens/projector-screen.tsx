// The window on the wall: one thing at a time in large type, and nothing that is not said aloud.
import type { ReactNode } from 'react';
import type { ProjectorView } from '../../shared/contract/projector-view.ts';
import { Tag } from '../parts/page.tsx';
import { useWords } from '../state/words.ts';
import { Adjourned, Election, Floor } from './projector-council.tsx';
import { Bar, Dots, Tally } from './projector-parts.tsx';
import { VoteOnWall } from './projector-vote.tsx';

type Shown = { readonly view: ProjectorView };

export function ProjectorScreen({ view }: Shown): ReactNode {
  const { t } = useWords();
  return (
    <main className={view.kind === 'rehearsal' ? 'wall rehearsal' : 'wall'} id="main">
      <header className="wall-head">
        <p>{view.council}</p>
        <div className="row">
          {view.kind === 'rehearsal' ? <Tag tone="warn">{t('tag.rehearsal')}</Tag> : null}
          {view.sample ? <Tag tone="warn">{t('tag.sample')}</Tag> : null}
          <p className="strong">{t(`phase.${view.phase}`)}</p>
        </div>
      </header>
      <div className="wall-body" aria-live="polite">
        {view.adjourned === undefined ? <Stage view={view} /> : <Adjourned view={view} />}
        {view.adjourned === undefined ? <Floor view={view} /> : null}
      </div>
      <footer className="wall-foot">
        <p>{view.subject}</p>
        <p>{t('projector.present', { present: view.quorum.present, appointed: view.quorum.appointed })}</p>
      </footer>
    </main>
  );
}

function Stage({ view }: Shown): ReactNode {
  switch (view.phase) {
    case 'prepare':
    case 'attendance':
      return view.election === undefined ? <Gathering view={view} /> : <Election view={view} />;
    case 'scoring':
    case 'reveal':
      return view.round === undefined && view.election !== undefined ? <Election view={view} /> : <Round view={view} />;
    case 'conclusion':
      return view.conclusion === undefined ? <Round view={view} /> : <Conclusion view={view} />;
    case 'minutes':
    case 'signing':
    case 'done':
      return <Ending view={view} phase={view.phase} />;
  }
}

function Gathering({ view }: Shown): ReactNode {
  const { t } = useWords();
  const { quorum } = view;
  return (
    <>
      <h1>{view.subject}</h1>
      <p className="wall-large">{t('projector.joined', { joined: view.joined, seats: view.seats })}</p>
      {view.phase === 'prepare' ? null : (
        <>
          <p className="wall-large">
            {t('projector.present', { present: quorum.present, appointed: quorum.appointed })}
          </p>
          <Dots filled={quorum.present} all={quorum.appointed} needed={quorum.needed} />
          <p className={quorum.holds ? 'wall-word met' : 'wall-word warn'}>
            {quorum.holds
              ? t('projector.quorum.holds', { needed: quorum.needed })
              : t('projector.quorum.short', { more: Math.max(1, quorum.needed - quorum.present) })}
          </p>
        </>
      )}
    </>
  );
}

function PlatformLine({ view }: Shown): ReactNode {
  const { t } = useWords();
  const { platform } = view;
  if (platform === undefined) return null;
  return (
    <>
      {platform.of === 1 ? null : (
        <p className="wall-word">{t('projector.platform', { number: platform.number, of: platform.of })}</p>
      )}
      <h1>{platform.name}</h1>
    </>
  );
}

function Round({ view }: Shown): ReactNode {
  const { t, of } = useWords();
  const { round, criterion, outcome } = view;
  const step =
    round === undefined
      ? t('projector.round.next')
      : round.voided === true
        ? t('projector.round.voided', { round: round.number })
        : round.inCommittee === true
          ? t('projector.counting', { round: round.number })
          : t(`projector.round.${round.step}`, { round: round.number });
  const isUnderWay = round !== undefined && round.voided !== true && round.step !== 'counted';
  return (
    <>
      <PlatformLine view={view} />
      <p className={round?.voided === true ? 'wall-large warn' : 'wall-word'}>
        {step}
        {round?.most === undefined || round.most < 2 ? null : ` ${t('projector.round.most', { most: round.most })}`}
      </p>
      {round?.voided === true ? <p className="wall-word">{t('projector.round.voided.words')}</p> : null}
      {round?.inCommittee === true ? (
        <>
          <p className="wall-large">{t('projector.counting.words')}</p>
          <p className="wall-word">{t('projector.counting.hidden')}</p>
        </>
      ) : null}
      {isUnderWay ? (
        <>
          <p className="wall-large">{t('projector.cast', { cast: round.cast, entitled: round.entitled })}</p>
          <Bar done={round.cast} all={round.entitled} />
          {round.step === 'open' ? <p className="wall-word">{t('projector.round.open.words')}</p> : null}
        </>
      ) : null}
      {outcome === undefined || criterion !== undefined ? null : (
        <>
          <p className="wall-word">{t('projector.outcome')}</p>
          <p className="wall-large">{of(outcome.name)}</p>
          <p className="wall-word">
            {t('projector.outcome.criteria', { met: outcome.met, notMet: outcome.notMet, leftOut: outcome.leftOut })}
          </p>
        </>
      )}
      <Criterion view={view} />
    </>
  );
}

function Criterion({ view }: Shown): ReactNode {
  const { t, of } = useWords();
  const { criterion } = view;
  if (criterion === undefined) return null;
  const { id, number, result } = criterion;
  return (
    <section className="wall-criterion" aria-label={t('projector.criterion', { id, number, of: criterion.of })}>
      <p className="wall-word">
        {t('projector.criterion', { id, number, of: criterion.of })} · {of(criterion.group)}
      </p>
      <p className="wall-statement">{of(criterion.statement)}</p>
      {result === undefined ? null : <Tally result={result} />}
    </section>
  );
}

function Conclusion({ view }: Shown): ReactNode {
  const { t } = useWords();
  const { conclusion } = view;
  if (conclusion === undefined) return null;
  return (
    <>
      <PlatformLine view={view} />
      <p className="wall-word">{t('projector.conclusion')}</p>
      <p className="wall-statement">{conclusion.text}</p>
      <VoteOnWall vote={conclusion} put={t('projector.conclusion.put')} />
    </>
  );
}

function Ending(props: Shown & { readonly phase: 'minutes' | 'signing' | 'done' }): ReactNode {
  const { t } = useWords();
  return (
    <>
      <h1>{props.view.subject}</h1>
      <p className="wall-large">{t(`projector.${props.phase}`)}</p>
    </>
  );
}
