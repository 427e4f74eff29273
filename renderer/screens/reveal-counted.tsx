// The counted round: what it came to, then matrix, deliberation, results, rounds and general comments, one at a time.
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import type { PlatformView, PollView, ResultsView } from '../../shared/contract/views.ts';
import type { CriteriaSet } from '../../shared/criteria/criteria-set.ts';
import { ChartPatterns } from '../parts/chart-patterns.tsx';
import { Shown } from '../parts/page.tsx';
import { Pick } from '../parts/pick.tsx';
import { useFollow } from '../state/follow.tsx';
import { nameOf, useSession } from '../state/session.ts';
import { ShowCriterionProvider } from '../state/show-criterion.ts';
import { useView } from '../state/use-view.ts';
import { useWords } from '../state/words.ts';
import { MatrixPart } from './matrix-part.tsx';
import { OpenedPart } from './opened-part.tsx';
import { OutcomePart } from './outcome-part.tsx';
import { ResultsPart } from './results-part.tsx';
import { RoundAgain } from './round-again.tsx';
import { RoundsPart } from './rounds-part.tsx';
import { columnsOf } from './sheet-columns.ts';
import { TalkPart } from './talk-part.tsx';

type Counted = ResultsView['platforms'][number];
type Pane = 'matrix' | 'talk' | 'results' | 'rounds' | 'comments' | 'opened';

export function RevealCounted(props: { readonly platform: PlatformView; readonly poll: PollView }): ReactNode {
  const { platform, poll } = props;
  const session = useSession();
  const { t } = useWords();
  const results = useView('results', { book: session.book });
  const criteria = useView('criteria', { book: session.book });
  return (
    <Shown of={results} what={t('matrix.title')}>
      {(view) => (
        <Shown of={criteria} what={t('scoring.tree')}>
          {({ set }) => {
            const own = view.platforms.filter((each) => each.platform === platform.platform);
            const counted = own.find((each) => each.poll === poll.poll) ?? own.at(-1);
            return counted === undefined ? (
              <p className="soft">{t('state.waiting', { what: t('matrix.title') })}</p>
            ) : (
              <Result platform={platform} poll={poll} counted={counted} set={set} />
            );
          }}
        </Shown>
      )}
    </Shown>
  );
}

function Result(props: {
  readonly platform: PlatformView;
  readonly poll: PollView;
  readonly counted: Counted;
  readonly set: CriteriaSet;
}): ReactNode {
  const { platform, poll, counted, set } = props;
  const session = useSession();
  const { isFollowing, leave } = useFollow();
  const { t } = useWords();
  const [chosen, setPane] = useState<Pane>('matrix');
  const pane = isFollowing ? 'talk' : chosen;
  const [asked, setAsked] = useState('');
  const show = useCallback((criterion: string): void => {
    setAsked(criterion);
    setPane('talk');
  }, []);
  const { seats } = session;
  // The session is told anew at each change in the room; the names stay, and the table with them.
  const names = JSON.stringify(seats.map(({ seat, name }) => [seat, name]));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the names are what the session is asked for
  const name = useCallback((seat: string) => nameOf(session, seat), [names]);
  const sheets = useMemo(() => columnsOf(counted.sheets, counted.opinions, { name, t }), [counted, name, t]);
  const comments = sheets.filter(({ comment }) => (comment ?? '').trim() !== '');
  const parts = { set, result: counted.result, sheets, platform };
  const panes = (
    <Pick
      hideLabel={true}
      label={t('reveal.panes')}
      value={pane}
      options={[
        { value: 'matrix', label: t('matrix.title') },
        { value: 'talk', label: t('talk.title') },
        { value: 'results', label: t('results.pane') },
        ...(counted.history.length === 0 ? [] : [{ value: 'rounds' as const, label: t('rounds.title') }]),
        ...(comments.length === 0
          ? []
          : [{ value: 'comments' as const, label: `${t('matrix.comment')} (${comments.length})` }]),
        ...(platform.openings.length === 0 ? [] : [{ value: 'opened' as const, label: t('opened.title') }]),
      ]}
      onChange={(next) => {
        if (isFollowing) leave();
        setPane(next);
      }}
    />
  );
  return (
    <ShowCriterionProvider value={show}>
      <ChartPatterns />
      <OutcomePart
        set={set}
        result={counted.result}
        margin={counted.margin}
        isBrief={pane === 'talk'}
        onMore={() => {
          if (isFollowing) leave();
          setPane('results');
        }}
      />
      {pane === 'matrix' ? (
        <MatrixPart {...parts} lead={panes} />
      ) : (
        <div className="row">
          {panes}
          {pane === 'talk' ? <RoundAgain platform={platform} round={counted.round} /> : null}
        </div>
      )}
      {pane === 'talk' ? <TalkPart key={asked} {...parts} poll={poll} first={asked} /> : null}
      {pane === 'results' ? <ResultsPart set={set} counted={counted} sheets={sheets} /> : null}
      {pane === 'rounds' ? <RoundsPart set={set} counted={counted} nameOf={name} /> : null}
      {pane === 'opened' ? <OpenedPart platform={platform} /> : null}
      {pane === 'comments' ? (
        <ul className="comments">
          {comments.map(({ id, name: who, comment }) => (
            <li key={id} className="quote">
              <p className="small strong">{who}</p>
              <p className="prose">{comment}</p>
            </li>
          ))}
        </ul>
      ) : null}
    </ShowCriterionProvider>
  );
}
