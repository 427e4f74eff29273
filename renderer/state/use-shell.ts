// The desk's page and the window around it: does what the menu asks, and tells what the person has chosen here.
import { useEffect, useRef, useState } from 'react';
import { SHELL_ACTS, type ShellAct } from '../../shared/contract/shell-view.ts';
import { useHouse } from './house.ts';
import { useRoute } from './route.ts';
import type { Settings } from './settings.ts';
import { storeFor } from './use-view.ts';
import { type Chosen, useChosen } from './words.ts';

/** A choice of the menu as a change of the settings; undefined for every other command. */
export function choiceOf(act: ShellAct): Partial<Settings> | undefined {
  switch (act) {
    case 'language-vi':
      return { language: 'vi' };
    case 'language-en':
      return { language: 'en' };
    case 'theme-system':
      return { theme: 'system' };
    case 'theme-light':
      return { theme: 'light' };
    case 'theme-dark':
      return { theme: 'dark' };
    default:
      return undefined;
  }
}

type Acts = { readonly onHelp: () => void; readonly onFind: () => void; readonly onProjector: () => void };

function obey(act: ShellAct, { onHelp, onFind, onProjector }: Acts, change: Chosen['change']): void {
  const choice = choiceOf(act);
  if (choice !== undefined) change(choice);
  else if (act === 'help') onHelp();
  else if (act === 'find') onFind();
  else if (act === 'projector') onProjector();
  else location.hash = `#${act}`;
}

/** Only at the desk: whoever sits in a browser has no window of ours. */
export function useShell(toolbar: Omit<Acts, 'onProjector'>): void {
  const { client, who } = useHouse();
  const { settings, change } = useChosen();
  const { language, theme } = settings;
  const route = useRoute();
  const [isHeard, setHeard] = useState(false);
  const onProjector = (): void => {
    if (route.at === 'session') void client.call('projector.open', { book: route.book });
  };
  const latest = useRef((_: ShellAct): void => {});
  useEffect(() => {
    latest.current = (act) => obey(act, { ...toolbar, onProjector }, change);
  });
  useEffect(() => {
    if (who !== 'desk') return;
    const store = storeFor(client);
    let seen: number | undefined;
    return store.subscribe('shell', {}, () => {
      const told = store.now('shell', {});
      if (told?.ok !== true) return;
      const { place, command } = told.value;
      // What was asked before this page was there was asked of another.
      const isNew = seen !== undefined && command !== undefined && command.number > seen;
      seen = command?.number ?? 0;
      setHeard(place === 'window');
      // A newer program may know commands that this page does not.
      if (isNew && SHELL_ACTS.includes(command.act)) latest.current(command.act);
    });
  }, [client, who]);
  useEffect(() => {
    if (isHeard) void client.call('shell.chosen', { language, theme });
  }, [client, isHeard, language, theme]);
}
