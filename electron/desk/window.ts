// The main window: where it stood last, shown when there is something to see, with a page that can do nothing by itself.
import { fileURLToPath } from 'node:url';
import { BrowserWindow, type BrowserWindowConstructorOptions, nativeTheme, screen } from 'electron';
import { fittedBounds, LEAST } from './fitted-bounds.ts';
import type { KeptState } from './kept-state.ts';

/** The page's ground, light and dark, so that nothing flashes before its first picture (renderer/look/tokens.css). */
const GROUND = { light: '#f3f3f1', dark: '#131415' } as const;
export const ground = (): string => (nativeTheme.shouldUseDarkColors ? GROUND.dark : GROUND.light);

/** The bundle beside main's: dist/preload/preload.cjs. */
const PRELOAD = fileURLToPath(new URL('../preload/preload.cjs', import.meta.url));

/** The same for every window. Much of it is the default; said here, so that no new default undoes it. */
export const pagePreferences = (
  isPackaged: boolean,
): NonNullable<BrowserWindowConstructorOptions['webPreferences']> => ({
  preload: PRELOAD,
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  // Dictionaries would be fetched from the internet.
  spellcheck: false,
  devTools: !isPackaged,
});

/** Its place is remembered a moment after it was moved, and when it closes. */
function remember(window: BrowserWindow, kept: KeptState): void {
  let soon: NodeJS.Timeout | undefined;
  const note = (): void => {
    clearTimeout(soon);
    if (window.isDestroyed() || window.isMinimized() || window.isFullScreen()) return;
    kept.change({ bounds: window.getNormalBounds(), maximized: window.isMaximized() });
  };
  const later = (): void => {
    clearTimeout(soon);
    soon = setTimeout(note, 500);
  };
  window.on('resize', later).on('move', later).on('maximize', later).on('unmaximize', later).on('close', note);
  window.on('closed', () => clearTimeout(soon));
}

/** How long a page may take to bring to the disk what was typed last; fields wait half a second for more words. */
const LAST_WORDS = 1_000;

/** The window is gone from sight at once, its page a moment later: losing the focus makes it save what is typed. */
function closeGently(window: BrowserWindow): void {
  let isLeaving = false;
  window.on('close', (event) => {
    if (isLeaving) return;
    isLeaving = true;
    event.preventDefault();
    window.hide();
    setTimeout(() => window.destroy(), LAST_WORDS);
  });
}

export function openWindow(around: {
  readonly kept: KeptState;
  readonly isPackaged: boolean;
  readonly title: string;
  readonly url: string;
  /** False for a page where nobody can type. */
  readonly hasWork: boolean;
  /** A page that crashed is opened again; this tells the person. */
  readonly onGone: () => void;
}): BrowserWindow {
  const { kept } = around;
  const areas = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map(({ workArea }) => workArea);
  const window = new BrowserWindow({
    ...fittedBounds(kept.now().bounds, areas),
    minWidth: LEAST.width,
    minHeight: LEAST.height,
    show: false,
    backgroundColor: ground(),
    title: around.title,
    webPreferences: pagePreferences(around.isPackaged),
  });
  window.once('ready-to-show', () => {
    if (kept.now().maximized) window.maximize();
    window.show();
  });
  const paint = (): void => window.setBackgroundColor(ground());
  nativeTheme.on('updated', paint);
  window.on('closed', () => nativeTheme.removeListener('updated', paint));
  // Once for each page that was there: one that breaks while it is loaded would break for ever.
  let isLoaded = false;
  window.webContents.on('did-finish-load', () => {
    isLoaded = true;
  });
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    if (isLoaded) window.webContents.reload();
    isLoaded = false;
    around.onGone();
  });
  remember(window, kept);
  if (around.hasWork) closeGently(window);
  void window.loadURL(around.url).catch(() => {});
  return window;
}
