// The window on the wall: one at a time, full screen on another display where there is one, awake as long as it is open.
import { BrowserWindow, powerSaveBlocker, screen } from 'electron';
import { PAGE } from './own-page.ts';
import { ground, pagePreferences } from './window.ts';

export type ProjectorWindow = {
  /** Opens it, or turns the open one to this fragment of the page. */
  readonly show: (fragment: string) => void;
  readonly close: () => void;
};

export function openProjectorWindow(around: {
  /** The main window, on whose display the wall is not. */
  readonly main: () => BrowserWindow | undefined;
  readonly isPackaged: boolean;
  readonly title: () => string;
}): ProjectorWindow {
  let wall: BrowserWindow | undefined;
  let turns = 0;

  function make(): BrowserWindow {
    const main = around.main();
    const own = main === undefined ? screen.getPrimaryDisplay() : screen.getDisplayMatching(main.getBounds());
    const other = screen.getAllDisplays().find(({ id }) => id !== own.id);
    const window = new BrowserWindow({
      // Without another display: a window of its own, for whoever moves it or shares it.
      ...(other?.bounds ?? { width: 1280, height: 720 }),
      fullscreen: other !== undefined,
      show: false,
      backgroundColor: ground(),
      title: around.title(),
      autoHideMenuBar: true,
      webPreferences: pagePreferences(around.isPackaged),
    });
    // The person goes on working in the main window.
    window.once('ready-to-show', () => window.showInactive());
    const awake = powerSaveBlocker.start('prevent-display-sleep');
    window.on('closed', () => {
      powerSaveBlocker.stop(awake);
      if (wall === window) wall = undefined;
    });
    return window;
  }

  return {
    show: (fragment) => {
      wall ??= make();
      turns += 1;
      // With a new fragment alone the page would not be loaded, and stay who it was.
      void wall.loadURL(`${PAGE}?${turns}${fragment}`).catch(() => {});
      if (wall.isMinimized()) wall.restore();
    },
    close: () => wall?.close(),
  };
}
