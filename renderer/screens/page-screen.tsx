// The screens beside a session: the new-session form, the library of criteria sets, joining, checking a file, settings.
import type { ReactNode } from 'react';
import type { Route } from '../state/route.ts';
import { CheckFileScreen } from './check-file-screen.tsx';
import { CompareScreen } from './compare-screen.tsx';
import { JoinScreen } from './join-screen.tsx';
import { LibraryScreen } from './library-screen.tsx';
import { LoadSetScreen } from './load-set-screen.tsx';
import { NewSessionScreen } from './new-session-screen.tsx';
import { SetScreen } from './set-screen.tsx';
import { SettingsScreen } from './settings-screen.tsx';

export function PageScreen({ route }: { readonly route: Route & { readonly at: 'page' | 'join' } }): ReactNode {
  if (route.at === 'join') return <JoinScreen key={route.code} code={route.code} />;
  switch (route.page) {
    case 'new':
      return <NewSessionScreen key={route.item ?? ''} item={route.item} />;
    case 'library':
      if (route.pair !== undefined) return <CompareScreen pair={route.pair} />;
      if (route.item === 'load') return <LoadSetScreen />;
      return route.item === undefined ? <LibraryScreen /> : <SetScreen key={route.item} keyOf={route.item} />;
    case 'check':
      return <CheckFileScreen />;
    case 'settings':
      return <SettingsScreen />;
  }
}
