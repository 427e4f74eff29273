// The window on the wall as an application of its own: one link, one view, no controls.
import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react';
import { type LastingClient, lastingClient } from '../shared/contract/lasting-client.ts';
import type { Link } from '../shared/contract/link.ts';
import { Notice } from './parts/notice.tsx';
import { ProjectorScreen } from './screens/projector-screen.tsx';
import { PLACE, readSettings, type SettingsStore, useSettings } from './state/settings.ts';
import { useDressed } from './state/use-dressed.ts';
import { useViewOf } from './state/use-view.ts';
import { ChosenProvider, useWords } from './state/words.ts';

type Props = {
  readonly token: string;
  readonly connect: () => Promise<Link>;
  readonly settings: SettingsStore;
};
type Entered = { readonly client: LastingClient; readonly book: string };

export function ProjectorRoot({ token, connect, settings: store }: Props): ReactNode {
  const settings = useSettings(store);
  // The wall has measures of its own.
  useDressed({ language: settings.language, theme: settings.theme });
  const [entered, setEntered] = useState<Entered | undefined>(undefined);
  const [isOld, setOld] = useState(false);
  useEffect(() => {
    // It has no controls of its own: language and background are what the desk's window chooses.
    const onChange = ({ key, newValue }: StorageEvent): void => {
      if (key === PLACE) store.change(readSettings(newValue));
    };
    addEventListener('storage', onChange);
    return () => removeEventListener('storage', onChange);
  }, [store]);
  useEffect(() => {
    // The desk turns this window to another book: the entry reads the new pass.
    const onFragment = (): void => {
      if (location.hash.startsWith('#projector=')) location.reload();
    };
    addEventListener('hashchange', onFragment);
    return () => removeEventListener('hashchange', onFragment);
  }, []);
  useEffect(() => {
    const client: LastingClient = lastingClient({
      connect,
      enter: async ({ call }) => {
        const result = await call('projector.enter', { token });
        if (result.ok) setEntered({ client, book: result.value.book });
        else if (result.refusal.code === 'wrong-projector-token') setOld(true);
        return result;
      },
      wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    });
    return () => client.close();
  }, [connect, token]);
  return (
    <ChosenProvider value={{ settings, change: store.change }}>
      {entered === undefined ? <Standing isOld={isOld} /> : <Wall {...entered} />}
    </ChosenProvider>
  );
}

function Standing({ isOld }: { readonly isOld: boolean }): ReactNode {
  const { t } = useWords();
  return (
    <main className="wall">
      <h1>{t('projector.title')}</h1>
      <p role="status">{t(isOld ? 'projector.old' : 'start.opening')}</p>
    </main>
  );
}

function Wall({ client, book }: Entered): ReactNode {
  const { t } = useWords();
  const view = useViewOf(client, 'projector', { book });
  const state = useSyncExternalStore(client.onState, () => client.state);
  useEffect(() => {
    if (view?.ok === true) document.title = `${t('projector.title')} · ${view.value.subject}`;
  }, [view, t]);
  if (view?.ok !== true) return <Standing isOld={false} />;
  return (
    <>
      {state.word === 'lost' || state.word === 'refused' ? <Notice tone="warn">{t('projector.lost')}</Notice> : null}
      <ProjectorScreen view={view.value} />
    </>
  );
}
