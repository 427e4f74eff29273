// Deliberation: what divides the council first, what it agrees on in one act, and the criterion at hand with who said what.
import { type ReactNode, useMemo, useState } from 'react';
import type { PlatformView, PollView } from '../../shared/contract/views.ts';
import type { CriteriaSet } from '../../shared/criteria/criteria-set.ts';
import type { CriterionResult, PlatformResult } from '../../shared/results/result-types.ts';
import type { Place } from '../evidence/cite-words.ts';
import { ChartSpread } from '../parts/chart-spread.tsx';
import { useFollow } from '../state/follow.tsx';
import { useHouse } from '../state/house.ts';
import { isDesk, isSitting, useSession } from '../state/session.ts';
import { useKeys } from '../state/use-keys.ts';
import { usePointed } from '../state/use-pointed.ts';
import { useStatements } from '../state/use-statements.ts';
import { useWords } from '../state/words.ts';
import { inOrder, type Order } from './matrix-order.ts';
import { OrderPick, useOrderKeys } from './order-pick.tsx';
import { PointsSpread } from './points-spread.tsx';
import { RemarkPart } from './remark-part.tsx';
import { SaidList } from './said-list.tsx';
import type { Sheet } from './sheet-columns.ts';
import { SidePane } from './side-pane.tsx';
import { TalkBar } from './talk-bar.tsx';
import { TalkList } from './talk-list.tsx';
import { TalkNote } from './talk-note.tsx';
import { SettleAgreed, SettleOne } from './talk-settle.tsx';

export function TalkPart(props: {
  readonly set: CriteriaSet;
  readonly result: PlatformResult;
  readonly sheets: readonly Sheet[];
  readonly platform: PlatformView;
  readonly poll: PollView;
  /** Criterion to begin with; '' for the one that divides most. */
  readonly first: string;
}): ReactNode {
  const { set, result, sheets, platform, poll, first } = props;
  const session = useSession();
  const { client } = useHouse();
  const { talk, isFollowing, leave } = useFollow();
  const { t } = useWords();
  const words = useStatements(set);
  const [order, setOrder] = useState<Order>('spread');
  useOrderKeys((change) => setOrder((now) => change(now)));
  const ordered = useMemo(() => inOrder(order, result.criteria, result), [result, order]);
  // By disagreement the unanimous ones stand folded below; in the other orders nothing is set apart.
  const divided = order === 'spread' ? ordered.filter(({ dissent }) => dissent > 0) : ordered;
  const agreed = order === 'spread' ? ordered.filter(({ dissent }) => dissent === 0) : [];
  const [chosen, setAt] = useState(first);
  const at = isFollowing ? (talk?.criterion ?? chosen) : chosen;
  const [place, setPlace] = useState<Place | undefined>(undefined);
  usePointed(platform.platform, at === '' ? undefined : at);
  const current = result.criteria.find(({ criterion }) => criterion === at) ?? divided[0] ?? agreed[0];
  const go = (criterion: string): void => {
    if (isFollowing) leave();
    setAt(criterion);
    setPlace(undefined);
    document.getElementById(`talk-${criterion}`)?.scrollIntoView({ block: 'nearest' });
  };
  const done = new Set(poll.discussed);
  const mayAct = isDesk(session) && isSitting(session) && session.readOnly === undefined;
  const settle = async (criteria: readonly string[]) =>
    await client.call('criteria.discuss', { book: session.book, poll: poll.poll, criteria: [...criteria] });
  useKeys(({ act }) => {
    if (act === 'settle') {
      if (!mayAct || current === undefined || done.has(current.criterion)) return false;
      void settle([current.criterion]);
      return true;
    }
    if (act !== 'next' && act !== 'previous') return false;
    const index = divided.findIndex(({ criterion }) => criterion === current?.criterion);
    const next = divided[Math.min(Math.max(0, index + (act === 'next' ? 1 : -1)), divided.length - 1)];
    if (next !== undefined) go(next.criterion);
    return true;
  });
  const isDivided = ({ dissent }: CriterionResult): boolean => dissent > 0;
  const all = result.criteria.filter(isDivided);
  const left = result.criteria.filter(({ criterion }) => !done.has(criterion));
  return (
    <section className="talk-part" aria-label={t('talk.title')}>
      <TalkBar left={left.filter(isDivided).length} />
      <div className="talk">
        <div className="talk-list">
          <div className="talk-head">
            <div className="row">
              <h3 className="grow">{all.length === 0 ? t('talk.none') : t('talk.divided', { count: all.length })}</h3>
              <p className="small soft" role="status">
                {t('talk.discussed', { done: result.criteria.length - left.length, all: result.criteria.length })}
              </p>
            </div>
            <div className="row top">
              <OrderPick order={order} onOrder={setOrder} />
              {mayAct ? <SettleAgreed agreed={left.filter((row) => !isDivided(row))} settle={settle} /> : null}
            </div>
          </div>
          <TalkList rows={divided} words={words} at={current?.criterion} done={done} onGo={go} />
          {agreed.length === 0 ? null : (
            <details>
              <summary>{t('talk.agreed', { count: agreed.length })}</summary>
              <TalkList rows={agreed} words={words} at={current?.criterion} done={done} onGo={go} />
            </details>
          )}
        </div>
        {current === undefined ? null : (
          <SidePane
            key={current.criterion}
            title={t('scoring.criterion', { id: current.criterion })}
            words={words.get(current.criterion) ?? ''}
            head={
              <Division row={current} denominator={result.denominator}>
                <SettleOne
                  isDone={done.has(current.criterion)}
                  mayAct={mayAct}
                  settle={async () => await settle([current.criterion])}
                />
              </Division>
            }
            place={place}
            evidence={platform.evidence}
            onFileClose={() => setPlace(undefined)}
          >
            <div className="talk-cols">
              <SaidList
                criterion={current.criterion}
                sheets={sheets}
                passMark={result.points?.passMark}
                evidence={platform.evidence}
                onPlace={setPlace}
              />
              <div className="stack">
                <RemarkPart platform={platform.platform} criterion={current.criterion} />
                {mayAct ? <TalkNote criterion={current.criterion} /> : null}
              </div>
            </div>
          </SidePane>
        )}
      </div>
    </section>
  );
}

function Division(props: {
  readonly row: CriterionResult;
  readonly denominator: PlatformResult['denominator'];
  readonly children: ReactNode;
}): ReactNode {
  const { row, denominator, children } = props;
  const { t } = useWords();
  return (
    <div className="division">
      {row.points === undefined ? <ChartSpread row={row} /> : <PointsSpread row={row} />}
      <p className="small">
        {row.points === undefined ? t(`results.tally.${denominator}`, { met: row.met, of: row.of }) : null}{' '}
        <strong className={`verdict-tag ${row.verdict}`}>{t(`verdict.${row.verdict}`)}</strong>
      </p>
      {children}
    </div>
  );
}
