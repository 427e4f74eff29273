// The window's program as the host sees it: what it says of this machine, the newest command of its menu, its wall.
import type { ShellAct, ShellView } from '../../shared/contract/shell-view.ts';
import type { Shell } from '../host/surroundings.ts';
import type { KeptState } from './kept-state.ts';

export type OpenedShell = Shell & {
  /** A command for the page. One that comes before there is a page waits for it; of several, the last. */
  readonly command: (act: ShellAct) => void;
};

export function openShell(around: {
  readonly machine: Pick<ShellView, 'covered' | 'worries'>;
  readonly kept: KeptState;
  /** The page has chosen a language or a background. */
  readonly onChosen: () => void;
  readonly openProjector: (fragment: string) => void;
}): OpenedShell {
  let command: ShellView['command'];
  let early: ShellAct | undefined;
  let isHeard = false;
  const listeners = new Set<() => void>();
  const give = (act: ShellAct): void => {
    if (!isHeard) {
      early = act;
      return;
    }
    command = { number: (command?.number ?? 0) + 1, act };
    for (const told of [...listeners]) told();
  };
  return {
    view: () => ({ place: 'window', ...around.machine, ...(command === undefined ? {} : { command }) }),
    onChange: (told) => {
      listeners.add(told);
      return () => void listeners.delete(told);
    },
    chosen: (choice) => {
      around.kept.change(choice);
      around.onChosen();
      // A page tells its choice once it has seen the view: from then on it hears.
      isHeard = true;
      if (early !== undefined) give(early);
      early = undefined;
    },
    openProjector: around.openProjector,
    command: give,
  };
}
