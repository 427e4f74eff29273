// A long step on the file of the minutes, in words while it is taken: which one, of how many.
import type { ReactNode } from 'react';
import type { MinutesWork } from '../../shared/contract/views.ts';
import { useSession } from '../state/session.ts';
import { useView } from '../state/use-view.ts';
import { useWords } from '../state/words.ts';

/** As the recording device takes them (electron/host/minutes-file.ts). */
const SEALING: readonly MinutesWork[] = ['cutting', 'laying-out', 'reserving', 'keeping', 'recording'];
const SIGNING: readonly MinutesWork[] = ['laying-out', 'stamping', 'signing', 'keeping', 'recording'];

export function WorkWords(): ReactNode {
  const session = useSession();
  const { t } = useWords();
  const view = useView('minutes', { book: session.book });
  const work = view?.ok === true ? view.value.work : undefined;
  const steps = session.minutes.file === undefined ? SEALING : SIGNING;
  const step = work === undefined ? 0 : steps.indexOf(work) + 1;
  return (
    <div className="work" role="status">
      {work === undefined || step === 0 ? null : (
        <>
          <p className="small">{t('work.step', { step, all: steps.length, what: t(`work.${work}`) })}</p>
          <progress max={steps.length} value={step} aria-label={t('work.label')} />
        </>
      )}
    </div>
  );
}
