// A page that shows any screen with given views, to be looked at; it is never part of the product.
// gallery.html?phase=scoring&as=seat&members=15&criteria=120&lang=en&theme=dark#/session/…
import '../../renderer/state/jitless.ts';
import { createRoot } from 'react-dom/client';
import { App } from '../../renderer/app.tsx';
import { readSettings, settingsStore } from '../../renderer/state/settings.ts';
import { PHASES } from '../../shared/contract/views.ts';
import { givenHouse } from './given-house.ts';

const asked = new URLSearchParams(location.search);
const settings = settingsStore(undefined);
settings.change(readSettings(JSON.stringify({ language: asked.get('lang'), theme: asked.get('theme') ?? 'light' })));
const house = givenHouse(
  {
    phase: PHASES.find((phase) => phase === asked.get('phase')) ?? 'prepare',
    as: asked.get('as') === 'seat' ? 'seat' : 'desk',
    members: Number(asked.get('members') ?? 7),
    criteria: Number(asked.get('criteria') ?? 30),
    kind: asked.get('kind') === 'rehearsal' ? 'rehearsal' : 'session',
  },
  asked.get('who') === 'stranger' ? 'stranger' : undefined,
);
const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<App house={house} settings={settings} />);
