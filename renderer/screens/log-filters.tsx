// What the log is narrowed to: words, kind of act, seat, phase, refused only; each list offers what is there.
import type { ReactNode } from 'react';
import { PHASES, type Phase } from '../../shared/contract/phases.ts';
import { Choice, TextLine } from '../parts/field.tsx';
import { Tick } from '../parts/pick.tsx';
import { useFactWords } from '../state/fact-words.ts';
import { nameOf, useSession } from '../state/session.ts';
import { useWords } from '../state/words.ts';
import type { LogFilter, ReadyRow } from './log-sift.ts';

export function LogFilters(props: {
  readonly rows: readonly ReadyRow[];
  readonly filter: LogFilter;
  readonly onFilter: (filter: LogFilter) => void;
}): ReactNode {
  const { rows, filter, onFilter } = props;
  const session = useSession();
  const { t } = useWords();
  const factWords = useFactWords();
  const kinds = [...new Set(rows.map(({ row }) => row.kind))].map((kind) => ({ value: kind, label: factWords(kind) }));
  const seats = [...new Set(rows.map(({ row }) => row.seat))].map((seat) => ({
    value: seat,
    label: nameOf(session, seat),
  }));
  const there = new Set(rows.map(({ phase }) => phase));
  const phases = PHASES.filter((phase) => there.has(phase)).map((phase) => ({
    value: phase,
    label: t(`phase.${phase}`),
  }));
  const all = { value: '', label: t('log.all') } as const;
  return (
    <div className="log-filters">
      <TextLine label={t('log.filter')} value={filter.text} onChange={(text) => onFilter({ ...filter, text })} />
      <Choice<string>
        label={t('log.what')}
        value={filter.kind}
        options={[all, ...kinds.sort((a, b) => a.label.localeCompare(b.label))]}
        onChange={(kind) => onFilter({ ...filter, kind })}
      />
      <Choice<string>
        label={t('log.who')}
        value={filter.seat}
        options={[all, ...seats]}
        onChange={(seat) => onFilter({ ...filter, seat })}
      />
      <Choice<Phase | ''>
        label={t('log.phase')}
        value={filter.phase}
        options={[all, ...phases]}
        onChange={(phase) => onFilter({ ...filter, phase })}
      />
      <Tick
        label={t('log.refused.only')}
        isOn={filter.refusedOnly}
        onChange={(refusedOnly) => onFilter({ ...filter, refusedOnly })}
      />
    </div>
  );
}
