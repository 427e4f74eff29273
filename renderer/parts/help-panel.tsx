// Help over the screen, at one key, open at the page that fits it; closes with Esc.
import type { ReactNode } from 'react';
import { type HelpId, helpFor } from '../help/help-pages.ts';
import type { Route } from '../state/route.ts';
import { useView } from '../state/use-view.ts';
import { useChosen, useWords } from '../state/words.ts';
import { DialogFrame } from './dialog-frame.tsx';
import { plain } from './find-panel.tsx';
import { late } from './late.tsx';

const help = late(
  async () => (await import('./help-view.tsx')).HelpView,
  ({ words }) => <p role="status">{words.t('help.opening')}</p>,
);

export function HelpPanel(props: {
  readonly route: Route;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const { route } = props;
  const { t } = useWords();
  return (
    <DialogFrame title={t('help.title')} isOpen={props.isOpen} onClose={props.onClose} wide={true}>
      {route.at === 'session' && route.phase === undefined ? (
        <OfSession book={route.book} />
      ) : (
        <Pages start={pageAt(route)} />
      )}
    </DialogFrame>
  );
}

const pageAt = (route: Route): HelpId => {
  if (route.at === 'session') return helpFor(route.phase ?? 'prepare');
  if (route.at === 'page' && route.page === 'library' && route.item !== undefined && route.item !== 'load')
    return 'set';
  return helpFor(route.at === 'page' ? route.page : route.at);
};

/** The address names no step: the session shows where it stands. */
function OfSession({ book }: { readonly book: string }): ReactNode {
  const view = useView('session', { book });
  return view === undefined ? null : <Pages start={helpFor(view.ok ? view.value.phase : 'home')} />;
}

function Pages({ start }: { readonly start: HelpId }): ReactNode {
  const words = useWords();
  const { settings } = useChosen();
  return <help.Part start={start} words={words} settings={settings} plain={plain} />;
}
