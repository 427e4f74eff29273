// The numbered sheets of a round as one PDF: made, saved, printed.
import { type ReactNode, useState } from 'react';
import { ok, type Result } from '../../shared/base/result.ts';
import type { PollView } from '../../shared/contract/views.ts';
import { ActButton } from '../parts/button.tsx';
import { useHouse } from '../state/house.ts';
import { saveAs } from '../state/save-as.ts';
import { useSession } from '../state/session.ts';
import { useWords } from '../state/words.ts';

type Made = { readonly sha256: string; readonly pages: number; readonly of: string };

export function PaperPrint({ poll }: { readonly poll: PollView }): ReactNode {
  const session = useSession();
  const { client, openBlob } = useHouse();
  const { t } = useWords();
  /** Made for these numbers; another sheet issued makes it old. */
  const numbers = JSON.stringify(poll.paper);
  const [made, setMade] = useState<Made | undefined>(undefined);
  if (made === undefined || made.of !== numbers)
    return (
      <ActButton
        doing={t('paper.print.making')}
        act={() => client.call('paper.print', { book: session.book, poll: poll.poll })}
        onDone={({ sha256, pages }) => setMade({ sha256, pages, of: numbers })}
      >
        {t('paper.print.make', { count: Object.keys(poll.paper).length })}
      </ActButton>
    );
  const { sha256, pages } = made;
  const print = async (): Promise<Result<null>> => {
    const { printPdf } = await import('./print-pdf.ts');
    return await printPdf(() => openBlob(session.book, sha256));
  };
  const save = async (): Promise<Result<null>> => {
    const opened = await openBlob(session.book, sha256);
    if (!opened.ok) return opened;
    saveAs(opened.value.url, `phieu-giay-vong-${poll.round}.pdf`);
    return ok(null);
  };
  return (
    <>
      <ActButton kind="main" doing={t('file.printing')} act={print}>
        {t('paper.print', { pages })}
      </ActButton>
      <ActButton doing={t('file.saving')} act={save}>
        {t('paper.print.save')}
      </ActButton>
    </>
  );
}
