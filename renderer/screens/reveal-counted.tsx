// The counted round: what it came to, then matrix, deliberation and general comments, one at a time.
import { type ReactNode, useCallback, useState } from 'react';
import type { PlatformView, PollView, ResultsView } from '../../shared/contract/views.ts';
import type { CriteriaSet } from '../../shared/criteria/criteria-set.ts';
import { ActButton } from '../parts/button.tsx';
import { ChartPatterns } from '../parts/chart-patterns.tsx';
import { Shown } from '../parts/page.tsx';
import { Pick } from '../parts/pick.tsx';
import { useHouse } from '../state/house.ts';
import { nameOf, useSession } from '../state/session.ts';
import { useView } from '../state/use-view.ts';
import { useWords } from '../state/words.ts';
import { MatrixPart } from './matrix-part.tsx';
import { OutcomePart } from './outcome-part.tsx';
import { TalkPart } from './talk-part.tsx';

type Counted = ResultsView['platforms'][number];

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
              <Result platform={platform} counted={counted} set={set} />
            );
          }}
        </Shown>
      )}
    </Shown>
  );
}

function Result(props: {
  readonly platform: PlatformView;
  readonly counted: Counted;
  readonly set: CriteriaSet;
}): ReactNode {
  const { platform, counted, set } = props;
  const session = useSession();
  const { client } = useHouse();
  const { t } = useWords();
  const [pane, setPane] = useState<'matrix' | 'talk' | 'comments'>('matrix');
  const { seats } = session;
  // The session is told anew at each change in the room; the names stay, and the table with them.
  const names = JSON.stringify(seats.map(({ seat, name }) => [seat, name]));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the names are what the session is asked for
  const name = useCallback((seat: string) => nameOf(session, seat), [names]);
  const comments = counted.sheets.filter(({ comment }) => (comment ?? '').trim() !== '');
  const again = session.possible?.openRound[platform.platform];
  const parts = { set, result: counted.result, sheets: counted.sheets, platform, nameOf: name };
  const panes = (
    <Pick
      hideLabel={true}
      label={t('reveal.panes')}
      value={pane}
      options={[
        { value: 'matrix', label: t('matrix.title') },
        { value: 'talk', label: t('talk.title') },
        ...(comments.length === 0
          ? []
          : [{ value: 'comments' as const, label: `${t('matrix.comment')} (${comments.length})` }]),
      ]}
      onChange={setPane}
    />
  );
  const more =
    again?.possible === true && platform.conclusion === undefined ? (
      <ActButton
        doing={t('scoring.opening')}
        act={() => client.call('round.open', { book: session.book, platform: platform.platform })}
      >
        {t('reveal.again', { name: platform.name })}
      </ActButton>
    ) : null;
  return (
    <>
      <ChartPatterns />
      <OutcomePart set={set} result={counted.result} />
      {pane === 'matrix' ? (
        <MatrixPart
          {...parts}
          lead={
            <>
              {panes}
              {more}
            </>
          }
        />
      ) : (
        <div className="row">
          {panes}
          {more}
        </div>
      )}
      {pane === 'talk' ? <TalkPart {...parts} /> : null}
      {pane === 'comments' ? (
        <ul className="comments">
          {comments.map(({ seat, comment }) => (
            <li key={seat} className="quote">
              <p className="small strong">{name(seat)}</p>
              <p className="prose">{comment}</p>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
