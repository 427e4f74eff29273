// The window's program as the host sees it: what it says of this machine, the newest command of its menu, its wall.
import type { ShellAct, ShellView } from '../../shared/contract/shell-view.ts';
import type { Shell } from '../host/surroundings.ts';
import type { KeptState } from './kept-state.ts';

export type OpenedShell = Shell & {
  /** A command for the page; the one before it, if no page has taken it yet, is forgotten. */
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
  const listeners = new Set<() => void>();
  return {
    view: () => ({ place: 'window', ...around.machine, ...(command === undefined ? {} : { command }) }),
    onChange: (told) => {
      listeners.add(told);
      return () => void listeners.delete(told);
    },
    chosen: (choice) => {
      around.kept.change(choice);
      around.onChosen();
    },
    openProjector: around.openProjector,
    command: (act) => {
      command = { number: (command?.number ?? 0) + 1, act };
      for (const told of listeners) told();
    },
  };
}
