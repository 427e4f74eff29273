// Deliberation: what divides the council first, what it agrees on in one line, and the criterion at hand with who said what.
import { type ReactNode, useMemo, useState } from 'react';
import type { PlatformView } from '../../shared/contract/views.ts';
import type { CriteriaSet } from '../../shared/criteria/criteria-set.ts';
import type { CriterionResult, PlatformResult } from '../../shared/results/result-types.ts';
import type { Place } from '../evidence/evidence-pane.tsx';
import { ChartSpread } from '../parts/chart-spread.tsx';
import { isDesk, useSession } from '../state/session.ts';
import { useKeys } from '../state/use-keys.ts';
import { usePointed } from '../state/use-pointed.ts';
import { useStatements } from '../state/use-statements.ts';
import { useWords } from '../state/words.ts';
import { byDissent } from './matrix-order.ts';
import type { Sheet } from './matrix-row.tsx';
import { SaidList } from './said-list.tsx';
import { SidePane } from './side-pane.tsx';
import { TalkNote } from './talk-note.tsx';

export function TalkPart(props: {
  readonly set: CriteriaSet;
  readonly result: PlatformResult;
  readonly sheets: readonly Sheet[];
  readonly platform: PlatformView;
  readonly nameOf: (seat: string) => string;
}): ReactNode {
  const { set, result, sheets, platform, nameOf } = props;
  const session = useSession();
  const { t } = useWords();
  const words = useStatements(set);
  const divided = useMemo(() => byDissent(result.criteria).filter(({ dissent }) => dissent > 0), [result]);
  const agreed = result.criteria.filter(({ dissent }) => dissent === 0);
  const [at, setAt] = useState('');
  const [place, setPlace] = useState<Place | undefined>(undefined);
  usePointed(platform.platform, at === '' ? undefined : at);
  const current = result.criteria.find(({ criterion }) => criterion === at) ?? divided[0] ?? agreed[0];
  const go = (criterion: string): void => {
    setAt(criterion);
    setPlace(undefined);
    document.getElementById(`talk-${criterion}`)?.scrollIntoView({ block: 'nearest' });
  };
  useKeys(({ act }) => {
    if (act !== 'next' && act !== 'previous') return false;
    const index = divided.findIndex(({ criterion }) => criterion === current?.criterion);
    const next = divided[Math.min(Math.max(0, index + (act === 'next' ? 1 : -1)), divided.length - 1)];
    if (next !== undefined) go(next.criterion);
    return true;
  });
  const mayNote = isDesk(session) && session.meeting.closedAt === undefined && session.readOnly === undefined;
  return (
    <section className="talk" aria-label={t('talk.title')}>
      <div className="talk-list">
        <h3>{divided.length === 0 ? t('talk.none') : t('talk.divided', { count: divided.length })}</h3>
        <List rows={divided} words={words} at={current?.criterion} onGo={go} />
        {agreed.length === 0 ? null : (
          <details>
            <summary>{t('talk.agreed', { count: agreed.length })}</summary>
            <List rows={agreed} words={words} at={current?.criterion} onGo={go} />
          </details>
        )}
      </div>
      {current === undefined ? null : (
        <SidePane
          key={current.criterion}
          title={t('scoring.criterion', { id: current.criterion })}
          words={words.get(current.criterion) ?? ''}
          head={<Division row={current} />}
          place={place}
          evidence={platform.evidence}
          onFileClose={() => setPlace(undefined)}
        >
          <div className="talk-cols">
            <SaidList
              criterion={current.criterion}
              sheets={sheets}
              evidence={platform.evidence}
              nameOf={nameOf}
              onPlace={setPlace}
            />
            {mayNote ? <TalkNote criterion={current.criterion} /> : null}
          </div>
        </SidePane>
      )}
    </section>
  );
}

function Division({ row }: { readonly row: CriterionResult }): ReactNode {
  const { t } = useWords();
  return (
    <div className="division">
      <ChartSpread row={row} />
      <p className="small">
        {t('talk.division', { met: row.met, of: row.of })}{' '}
        <strong className={`verdict-tag ${row.verdict}`}>{t(`verdict.${row.verdict}`)}</strong>
      </p>
    </div>
  );
}

function List(props: {
  readonly rows: readonly CriterionResult[];
  readonly words: ReadonlyMap<string, string>;
  readonly at: string | undefined;
  readonly onGo: (criterion: string) => void;
}): ReactNode {
  const { t } = useWords();
  return (
    <ul>
      {props.rows.map((row) => (
        <li key={row.criterion}>
          <button
            id={`talk-${row.criterion}`}
            type="button"
            className="talk-row"
            aria-current={row.criterion === props.at ? 'true' : undefined}
            onClick={() => props.onGo(row.criterion)}
          >
            <span className="tree-id">{row.criterion}</span>
            <span className="matrix-words">{props.words.get(row.criterion)}</span>
            <ChartSpread row={row} />
            <span className={`verdict-tag ${row.verdict}`}>{t(`verdict.${row.verdict}`)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
