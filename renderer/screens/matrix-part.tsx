// The matrix with its tools: ordered by disagreement at one key, filtered, and what was said beside it at a press.
import { type KeyboardEvent, type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import type { PlatformView } from '../../shared/contract/views.ts';
import type { CriteriaSet } from '../../shared/criteria/criteria-set.ts';
import type { PlatformResult } from '../../shared/results/result-types.ts';
import type { Place } from '../evidence/cite-words.ts';
import { Button } from '../parts/button.tsx';
import { Tick } from '../parts/pick.tsx';
import { usePointed } from '../state/use-pointed.ts';
import { useStatements } from '../state/use-statements.ts';
import { useWords } from '../state/words.ts';
import { inOrder, type Order } from './matrix-order.ts';
import type { Opened } from './matrix-row.tsx';
import { MatrixTable } from './matrix-table.tsx';
import { OrderPick, useOrderKeys } from './order-pick.tsx';
import { SaidList } from './said-list.tsx';
import type { Sheet } from './sheet-columns.ts';
import { SidePane } from './side-pane.tsx';

type Props = {
  readonly set: CriteriaSet;
  readonly result: PlatformResult;
  readonly sheets: readonly Sheet[];
  readonly platform: PlatformView;
  /** Stands before the tools, on their line. */
  readonly lead: ReactNode;
};

export function MatrixPart({ set, result, sheets, platform, lead }: Props): ReactNode {
  const { t } = useWords();
  const [order, setOrder] = useState<Order>('set');
  const [isOnly, setOnly] = useState(false);
  const [opened, setOpened] = useState<Opened | undefined>(undefined);
  const [place, setPlace] = useState<Place | undefined>(undefined);
  usePointed(platform.platform, opened?.criterion);
  const zone = useRef<HTMLDivElement>(null);
  useOrderKeys(setOrder);
  const words = useStatements(set);
  const rows = useMemo(() => {
    const ordered = inOrder(order, result.criteria, result);
    return isOnly ? ordered.filter((each) => each.dissent > 0) : ordered;
  }, [result, order, isOnly]);
  const open = useCallback((next: Opened): void => {
    setPlace(undefined);
    setOpened((now) => (now?.criterion === next.criterion && now.sheet === next.sheet ? undefined : next));
  }, []);
  const close = (): void => {
    setOpened(undefined);
    setPlace(undefined);
    zone.current?.querySelector<HTMLElement>('tbody [tabindex="0"]')?.focus();
  };
  const leave = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || opened === undefined) return;
    event.preventDefault();
    if (place === undefined) close();
    else setPlace(undefined);
  };
  const differing = result.criteria.filter(({ dissent }) => dissent > 0).length;
  const one = sheets.find(({ id }) => id === opened?.sheet);
  return (
    <section className="matrix-part" aria-label={t('matrix.title')}>
      <div className="row matrix-tools">
        {lead}
        <span className="grow" />
        <Tick label={t('matrix.only', { count: differing })} isOn={isOnly} onChange={setOnly} />
        <OrderPick order={order} onOrder={setOrder} />
      </div>
      <p className="unseen" id="matrix-keys">
        {t('matrix.keys')}
      </p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Escape closes what stands beside, wherever the focus is */}
      <div
        ref={zone}
        className="matrix-zone"
        data-side={opened === undefined ? undefined : place === undefined ? 'said' : 'file'}
        onKeyDown={leave}
      >
        <div className="matrix-box">
          {rows.length === 0 ? (
            <p className="soft pad">{t('matrix.none')}</p>
          ) : (
            <MatrixTable
              rows={rows}
              words={words}
              sheets={sheets}
              isPoints={result.points !== undefined}
              opened={opened}
              onOpen={open}
            />
          )}
        </div>
        {opened === undefined ? null : (
          <SidePane
            key={opened.criterion}
            title={t('scoring.criterion', { id: opened.criterion })}
            words={words.get(opened.criterion) ?? ''}
            place={place}
            evidence={platform.evidence}
            onFileClose={() => setPlace(undefined)}
            onClose={close}
          >
            {one === undefined ? null : (
              <div className="row">
                <p className="strong">{one.name}</p>
                <span className="grow" />
                <Button small={true} kind="quiet" onPress={() => setOpened({ criterion: opened.criterion })}>
                  {t('matrix.said.all')}
                </Button>
              </div>
            )}
            <SaidList
              criterion={opened.criterion}
              sheets={one === undefined ? sheets : [one]}
              passMark={result.points?.passMark}
              evidence={platform.evidence}
              onPlace={setPlace}
            />
          </SidePane>
        )}
      </div>
    </section>
  );
}
