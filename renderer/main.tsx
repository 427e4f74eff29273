// Entry of the page: reads who this is, then shows the application.
import './state/jitless.ts';
import './look/fonts.css';
import './look/tokens.css';
import './look/base.css';
import './look/parts.css';
import './look/prepare.css';
import './look/intake.css';
import './look/frame.css';
import './look/scoring.css';
import './look/evidence.css';
import './look/paper.css';
import './look/signing.css';
import './look/print.css';
import './look/projector.css';
import './look/library.css';
import './look/set.css';
import './look/guide.css';
import './look/help.css';
import { createRoot } from 'react-dom/client';
import { openPageSeats } from './author/page-seats.ts';
import { ownLink } from './link/own-link.ts';
import { ProjectorRoot } from './projector-root.tsx';
import { Root } from './root.tsx';
import { fetchEnglish, withEnglish } from './state/english.ts';
import { holdDrops } from './state/hold-drops.ts';
import { takePass } from './state/pass.ts';
import { takeProjectorPass } from './state/projector-pass.ts';
import { settingsStore } from './state/settings.ts';

/** A browser may bar the store of a page altogether: reading the name of it throws. */
function storeOf(name: 'localStorage' | 'sessionStorage'): Storage | undefined {
  try {
    return window[name];
  } catch {
    return undefined;
  }
}

const place = storeOf('sessionStorage');
const settings = withEnglish(settingsStore(storeOf('localStorage')));
if (settings.now().language === 'en') await fetchEnglish();
const element = document.getElementById('root');
const wall = takeProjectorPass(location, history, place);
holdDrops(window);
if (element !== null && wall !== undefined)
  createRoot(element).render(<ProjectorRoot token={wall} connect={ownLink} settings={settings} />);
else await openHouse();

async function openHouse(): Promise<void> {
  const seats = await openPageSeats({
    indexedDB,
    crypto,
    storage: navigator.storage as StorageManager | undefined,
    place: { locks: navigator.locks, channel: (name) => new BroadcastChannel(name) },
    now: () => new Date().toISOString(),
  });
  const pass = takePass(location, history, place);
  if (element !== null)
    createRoot(element).render(<Root seats={seats} pass={pass} place={place} settings={settings} />);
}
