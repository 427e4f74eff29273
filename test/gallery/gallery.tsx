// A page that shows any screen with given views, to be looked at; it is never part of the product.
// gallery.html?phase=scoring&as=seat&members=15&criteria=120&state=sheet-full,link-lost&lang=en&theme=dark#/session/…
import '../../renderer/state/jitless.ts';
import { type ReactNode, useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from '../../renderer/app.tsx';
import { ProjectorScreen } from '../../renderer/screens/projector-screen.tsx';
import type { House } from '../../renderer/state/house.ts';
import { readSettings, settingsStore } from '../../renderer/state/settings.ts';
import { useViewOf } from '../../renderer/state/use-view.ts';
import { ChosenProvider } from '../../renderer/state/words.ts';
import { PHASES } from '../../shared/contract/phases.ts';
import { BOOK } from './given.ts';
import { givenHouse } from './given-house.ts';
import { stateOf } from './states.ts';
import { ViewerStage } from './viewer-stage.tsx';

const asked = new URLSearchParams(location.search);
const number = (name: string): object => (asked.has(name) ? { [name]: Number(asked.get(name)) } : {});
const settings = settingsStore(undefined);
settings.change(
  readSettings(
    JSON.stringify({
      language: asked.get('lang'),
      theme: asked.get('theme') ?? 'light',
      singleKeys: asked.get('keys') !== 'off',
    }),
  ),
);
const house = givenHouse(
  {
    phase: PHASES.find((phase) => phase === asked.get('phase')) ?? 'prepare',
    as: asked.get('as') === 'seat' ? 'seat' : 'desk',
    kind: asked.get('kind') === 'rehearsal' ? 'rehearsal' : 'session',
    ...number('me'),
    ...number('members'),
    ...number('criteria'),
    ...number('platforms'),
  },
  asked.get('who') === 'stranger' ? 'stranger' : undefined,
  (asked.get('state') ?? '').split(',').filter(Boolean).map(stateOf),
  // A spec that listens for what is told turns the session on by this event.
  (turn) =>
    addEventListener('gallery-turn', (event) => {
      const asked = PHASES.find((phase) => phase === (event as CustomEvent<unknown>).detail);
      if (asked !== undefined) turn(asked);
    }),
);
const root = document.getElementById('root');
const who = asked.get('who');
if (root !== null)
  createRoot(root).render(
    who === 'wall' ? (
      <Wall house={house} />
    ) : who === 'viewer' ? (
      <Viewer house={house} />
    ) : (
      <App house={house} settings={settings} />
    ),
  );

function Viewer({ house }: { readonly house: House }): ReactNode {
  useDressed();
  return (
    <ChosenProvider value={{ settings: settings.now(), change: settings.change }}>
      <ViewerStage house={house} file={Number(asked.get('file') ?? 0)} point={asked.get('point') ?? ''} />
    </ChosenProvider>
  );
}

/** What the application does by itself: language and background of the page. */
function useDressed(): void {
  useEffect(() => {
    document.documentElement.lang = settings.now().language;
    document.documentElement.dataset['theme'] = settings.now().theme;
  }, []);
}

/** The projector's own root opens a link; here its view is given. */
function Wall({ house }: { readonly house: House }): ReactNode {
  const view = useViewOf(house.client, 'projector', { book: BOOK });
  useDressed();
  return (
    <ChosenProvider value={{ settings: settings.now(), change: settings.change }}>
      {view?.ok === true ? <ProjectorScreen view={view.value} /> : null}
    </ChosenProvider>
  );
}
