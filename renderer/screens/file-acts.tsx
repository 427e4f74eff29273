// A file of the minutes to take away: saved under a name that says what it is, and printed page by page.
import type { ReactNode } from 'react';
import { ok, type Result } from '../../shared/base/result.ts';
import type { SessionView } from '../../shared/contract/views.ts';
import { minutesFileName } from '../../shared/minutes/file-name.ts';
import { ActButton } from '../parts/button.tsx';
import { useHouse } from '../state/house.ts';
import { saveAs } from '../state/save-as.ts';
import { useSession } from '../state/session.ts';
import { useWords } from '../state/words.ts';

export const fileName = ({ meeting, kind, rules }: SessionView, sha256: string, isDraft = false): string =>
  minutesFileName({ kind, body: rules.body, openedAt: meeting.openedAt, sha256, isDraft });

export function FileActs(props: {
  readonly sha256: string;
  readonly isSmall?: boolean;
  readonly isDraft?: boolean;
  readonly onSaved?: () => void;
}): ReactNode {
  const { sha256, isSmall = false, isDraft = false, onSaved } = props;
  const session = useSession();
  const { openBlob } = useHouse();
  const { t } = useWords();
  const name = fileName(session, sha256, isDraft);
  /** The address is asked for when it is wanted: it is short-lived. */
  const save = async (): Promise<Result<null>> => {
    const opened = await openBlob(session.book, sha256);
    if (!opened.ok) return opened;
    saveAs(opened.value.url, name);
    return ok(null);
  };
  const print = async (): Promise<Result<null>> => {
    const { printPdf } = await import('./print-pdf.ts');
    return await printPdf(() => openBlob(session.book, sha256));
  };
  return (
    <>
      <ActButton small={isSmall} doing={t('file.saving')} act={save} onDone={() => onSaved?.()}>
        {t(isDraft ? 'file.save.draft' : 'signing.download')}
      </ActButton>
      <ActButton small={isSmall} doing={t('file.printing')} act={print}>
        {t('file.print')}
      </ActButton>
    </>
  );
}
