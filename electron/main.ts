// Entry of the desktop application: builds the window around the host, and takes both down in order.
import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import {
  app,
  type BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  protocol,
  safeStorage,
  session,
  shell as system,
} from 'electron';
import { ok, type Refusal, type Result, refusal } from '../shared/base/result.ts';
import { LANGUAGES, say, sentences } from '../shared/lang/say.ts';
import { answerScheme, registerScheme } from './desk/app-protocol.ts';
import { askWhereToSave } from './desk/downloads.ts';
import { acceptIpcLinks } from './desk/ipc-links.ts';
import { openKeptState } from './desk/kept-state.ts';
import { openDataKey } from './desk/key-store.ts';
import { menuTemplate } from './desk/menu.ts';
import { guardNavigation } from './desk/navigation.ts';
import { ORIGIN, PAGE, SCHEME } from './desk/own-page.ts';
import { guardSession } from './desk/permissions.ts';
import { openProjectorWindow } from './desk/projector-window.ts';
import { quitInOrder } from './desk/quit-in-order.ts';
import { type OpenedShell, openShell } from './desk/shell.ts';
import { dataFolder, pageAsked } from './desk/start-words.ts';
import { answerStopped, stoppedPage } from './desk/stopped-page.ts';
import { openWindow } from './desk/window.ts';
import { consoleLog, type Headless, openHeadless, places } from './headless.ts';
import { whereOf } from './host/faults.ts';
import { answerAsked } from './room/answer-asked.ts';
import { openStaticFiles, type Page } from './room/static-files.ts';

const log = consoleLog((line) => process.stderr.write(`${line}\n`));
const note = (what: string) => (error: unknown) => {
  const isError = error instanceof Error;
  log.error(what, { kind: isError ? error.name : typeof error, at: isError ? whereOf(error) : '' });
};
// Nothing of a book changes outside a save, so what nobody caught is noted and the meeting goes on.
process.on('uncaughtException', note('uncaught'));
process.on('unhandledRejection', note('uncaught'));

type Opened = Headless & { readonly shell: OpenedShell; readonly page: Page };

// Before the application is ready; afterwards Electron takes none of it.
app.enableSandbox();
app.setAppUserModelId('vn.hoidong.desktop');
const data = dataFolder(process.env, app.getPath('userData'));
takeFolders();
registerScheme(protocol);

let main: BrowserWindow | undefined;
let host: Opened | undefined;
let endLinks = (): void => {};

/** The key, the page, the store, the door; refuses as each of them does. */
async function openAll(kept: ReturnType<typeof openKeptState>, dress: () => void): Promise<Result<Opened>> {
  const key = await openDataKey({ folder: data, safeStorage, platform: process.platform, random: randomBytes });
  if (!key.ok) return key;
  const { pair, why } = key.value;
  const worries = [
    ...(why === undefined ? [] : [refusal('data-not-covered', { keystore: why })]),
    ...(app.commandLine.hasSwitch('no-sandbox') ? [refusal('sandbox-off')] : []),
  ];
  for (const { code, params } of worries) log.info(code, params);
  const wall = openProjectorWindow({ main: () => main, isPackaged: app.isPackaged, title: () => nameIn(kept) });
  const shell = openShell({
    machine: { covered: pair !== undefined, worries },
    kept,
    onChosen: dress,
    openProjector: wall.show,
  });
  const page = await openStaticFiles(places.renderer);
  if (!page.ok) return page;
  const opened = await openHeadless({
    data,
    log,
    shell,
    door: { port: kept.now().port, orAnyPort: true },
    ...(pair === undefined ? {} : { protect: pair }),
  });
  if (!opened.ok) return opened;
  if (opened.value.door !== undefined) kept.change({ port: opened.value.door.port });
  return ok({ ...opened.value, shell, page: page.value });
}

const nameIn = (kept: ReturnType<typeof openKeptState>): string => sentences(kept.now().language)('app.name');

async function start(): Promise<void> {
  await app.whenReady();
  const kept = openKeptState(data);
  const words = () => sentences(kept.now().language);
  app.setAboutPanelOptions({ applicationName: nameIn(kept), applicationVersion: app.getVersion() });
  guardSession(session.defaultSession);
  askWhereToSave(session.defaultSession, {
    words,
    folder: () => app.getPath('documents'),
    tellFailed: (name) => tell(words()('save.failed', { name }), words()('save.failed.words')),
  });
  /** What follows the page's choice of language and background. */
  const dress = (): void => {
    const { language, theme } = kept.now();
    nativeTheme.themeSource = theme;
    const template = menuTemplate({
      chosen: { language, theme },
      platform: process.platform,
      isPackaged: app.isPackaged,
      hasHost: host !== undefined,
      command: (act) => host?.shell.command(act),
    });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  };
  const opened = await openAll(kept, dress);
  if (opened.ok) {
    const { shell, page, blobs, tickets } = opened.value;
    host = opened.value;
    protocol.handle(
      SCHEME,
      answerScheme((asked) => answerAsked({ page, blobs, tickets }, asked), opened.value.host.fault),
    );
    endLinks = acceptIpcLinks(ipcMain, opened.value.serve, (word) => log.info('text refused', { word })).close;
    const first = pageAsked(process.argv);
    if (first !== undefined) shell.command(first);
  } else {
    log.error(opened.refusal.code);
    const page = stoppedPage(opened.refusal, data, kept.now().language);
    protocol.handle(
      SCHEME,
      answerScheme(answerStopped(page), () => ''),
    );
  }
  dress();
  main = openWindow({
    kept,
    isPackaged: app.isPackaged,
    title: nameIn(kept),
    hasWork: opened.ok,
    url: opened.ok ? `${PAGE}#desk=${opened.value.deskToken}` : `${ORIGIN}/stopped`,
    onGone: () => tell(words()('page.gone'), words()('page.gone.words')),
  });
  main.on('closed', () => {
    main = undefined;
    // The wall says nothing without the desk.
    app.quit();
  });
}

function takeFolders(): void {
  try {
    mkdirSync(data, { recursive: true });
    app.setPath('userData', data);
    // What the browser part keeps (the page's own store, caches) lies apart from books and keys.
    app.setPath('sessionData', path.join(data, 'window'));
  } catch (error) {
    note('folder')(error);
    stop(refusal('store-unreachable', { file: data, detail: (error as NodeJS.ErrnoException).code ?? '' }));
  }
}

/** Where not even a window can be had. */
function stop(why: Refusal): void {
  dialog.showErrorBox('Hội đồng', LANGUAGES.map((language) => say(language, why)).join('\n\n'));
  app.exit(1);
}

/** Nobody waits for the answer. */
function tell(message: string, detail: string): void {
  const box = { type: 'warning' as const, message, detail };
  void (main === undefined ? dialog.showMessageBox(box) : dialog.showMessageBox(main, box)).catch(note('dialog'));
}

if (app.requestSingleInstanceLock()) {
  guardNavigation(app, { openOutside: (url) => void system.openExternal(url).catch(note('outside')) });
  quitInOrder(app, async () => {
    endLinks();
    await host?.close().catch(note('close'));
  });
  app.on('second-instance', (_event, argv) => {
    if (main?.isMinimized() === true) main.restore();
    main?.show();
    main?.focus();
    const page = pageAsked(argv);
    if (page !== undefined) host?.shell.command(page);
  });
  start().catch((error: unknown) => {
    note('start')(error);
    stop(refusal('start-failed'));
  });
} else app.quit();
