// How far each seat is: done or not, how many marked; never a value.
import type { ReactNode } from 'react';
import { entitledIn, isIn } from '../../shared/contract/poll-sheets.ts';
import type { PollView } from '../../shared/contract/views.ts';
import { ChartProgress } from '../parts/chart-progress.tsx';
import { Icon, type IconName } from '../parts/icon.tsx';
import { nameOf, seatOf, useSession } from '../state/session.ts';
import { useWords } from '../state/words.ts';
import { ViaLegend, ViaWord } from './via-word.tsx';

type SheetOf = PollView['sheets'][number];

export function ProgressPart({ poll }: { readonly poll: PollView }): ReactNode {
  const { t } = useWords();
  return (
    <div className="page">
      <div className="stack tight">
        <h2>{t('progress.title')}</h2>
        <p className="soft">{t('progress.words')}</p>
      </div>
      <SeatProgress poll={poll} />
    </div>
  );
}

/** Who is done and who is not, seat by seat. */
export function SeatProgress({ poll }: { readonly poll: PollView }): ReactNode {
  const session = useSession();
  const { t } = useWords();
  const entitled = entitledIn(poll);
  const files = session.platforms.find((each) => each.platform === poll.platform)?.evidence.length ?? 0;
  const outside = poll.sheets.filter((sheet) => sheet.state === 'not-entitled');
  const done = entitled.filter((sheet) => isIn(sheet.state)).length;
  return (
    <section className="progress-part" aria-label={t('progress.title')}>
      <div className="progress-sum">
        <p className="outcome" role="status">
          {t('progress.summary', { done, all: entitled.length })}
        </p>
        <ChartProgress done={done} all={entitled.length} isIn={false} />
      </div>
      <table className="progress-table">
        <thead>
          <tr>
            <th scope="col">{t('attendance.member')}</th>
            <th scope="col">{t('progress.sheet')}</th>
            <th scope="col">{t('progress.marked')}</th>
          </tr>
        </thead>
        <tbody>
          {entitled.map((sheet) => (
            <SeatRow key={sheet.seat} sheet={sheet} all={session.criteria.count} files={files} />
          ))}
        </tbody>
      </table>
      <ViaLegend via={entitled.flatMap(({ via }) => via ?? [])} />
      {outside.length === 0 ? null : (
        <p className="small soft">
          {t('progress.outside', { names: outside.map(({ seat }) => nameOf(session, seat)).join(', ') })}
        </p>
      )}
    </section>
  );
}

const signOf = (sheet: SheetOf): IconName => (isIn(sheet.state) ? 'met' : sheet.state === 'late' ? 'warn' : 'none');

function SeatRow(props: { readonly sheet: SheetOf; readonly all: number; readonly files: number }): ReactNode {
  const { sheet, all, files } = props;
  const session = useSession();
  const { t } = useWords();
  const isDone = isIn(sheet.state);
  const seat = seatOf(session, sheet.seat);
  const words =
    sheet.marked === undefined ? t('progress.unknown') : t('progress.marked.of', { done: sheet.marked, all });
  return (
    <tr>
      <th scope="row">
        {nameOf(session, sheet.seat)}
        {seat === undefined ? null : <span className="soft small"> · {t(`role.${seat.role}`)}</span>}
      </th>
      <td className={isDone ? 'is-in' : undefined}>
        <Icon name={signOf(sheet)} /> {t(`sheet.${sheet.state}`)}
        {sheet.via === undefined ? null : (
          <>
            {' · '}
            <ViaWord via={sheet.via} />
          </>
        )}
        {sheet.reopened === 0 ? null : (
          <span className="soft small"> · {t('progress.reopened', { count: sheet.reopened })}</span>
        )}
      </td>
      <td>
        <span className="progress-cell">
          <ChartProgress done={sheet.marked ?? 0} all={all} isIn={isDone} />
          <span className="small">
            {isDone ? t('progress.done') : words}
            {sheet.openedFiles === undefined ? null : (
              <span className="soft">
                {' '}
                · {t('opened.progress', { opened: Math.min(sheet.openedFiles, files), all: files })}
              </span>
            )}
          </span>
        </span>
      </td>
    </tr>
  );
}
