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
import { ok, type Refusal, refusal } from '../shared/base/result.ts';
import { sentences } from '../shared/lang/say.ts';
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
import { type OpenedShell, openShell } from './desk/shell.ts';
import { dataFolder, pageAsked } from './desk/start-words.ts';
import { answerStopped, stoppedPage } from './desk/stopped-page.ts';
import { openWindow } from './desk/window.ts';
import { consoleLog, type Headless, openHeadless, places } from './headless.ts';
import { answerAsked } from './room/answer-asked.ts';
import { openStaticFiles } from './room/static-files.ts';

const log = consoleLog((line) => process.stderr.write(`${line}\n`));

/** Before the application is ready; afterwards Electron takes none of it. */
app.enableSandbox();
const data = dataFolder(process.env, app.getPath('userData'));
mkdirSync(data, { recursive: true });
app.setPath('userData', data);
// What the browser part keeps (the page's own store, caches) lies apart from books and keys.
app.setPath('sessionData', path.join(data, 'window'));
registerScheme(protocol);

let main: BrowserWindow | undefined;
let stop: () => Promise<void> = async () => {};

async function openHost(shellOf: (machine: Parameters<typeof openShell>[0]['machine']) => OpenedShell, port: number) {
  const key = await openDataKey({ folder: data, safeStorage, platform: process.platform, random: randomBytes });
  if (!key.ok) return key;
  const { pair, why } = key.value;
  const worries: Refusal[] = [
    ...(why === undefined ? [] : [refusal('data-not-covered', { keystore: why })]),
    ...(app.commandLine.hasSwitch('no-sandbox') ? [refusal('sandbox-off')] : []),
  ];
  for (const { code, params } of worries) log.info(code, params);
  const shell = shellOf({ covered: pair !== undefined, worries });
  const page = await openStaticFiles(places.renderer);
  if (!page.ok) return page;
  const opened = await openHeadless({
    data,
    log,
    shell,
    door: { port, orAnyPort: true },
    ...(pair === undefined ? {} : { protect: pair }),
  });
  return opened.ok ? ok({ ...opened.value, shell, page: page.value }) : opened;
}

async function start(): Promise<void> {
  await app.whenReady();
  const kept = openKeptState(data);
  const words = () => sentences(kept.now().language);
  nativeTheme.themeSource = kept.now().theme;
  guardSession(session.defaultSession);
  askWhereToSave(session.defaultSession, {
    words,
    folder: () => app.getPath('documents'),
    tellFailed: (name) => tell(words()('save.failed', { name }), words()('save.failed.words')),
  });
  const wall = openProjectorWindow({
    main: () => main,
    isPackaged: app.isPackaged,
    title: () => words()('app.name'),
  });
  const opened = await openHost(
    (machine) => openShell({ machine, kept, onChosen: dress, openProjector: wall.show }),
    kept.now().port,
  );
  const host: (Headless & { readonly shell: OpenedShell }) | undefined = opened.ok ? opened.value : undefined;

  /** What follows the page's choice of language and background. */
  function dress(): void {
    const { language, theme } = kept.now();
    nativeTheme.themeSource = theme;
    Menu.setApplicationMenu(
      Menu.buildFromTemplate(
        menuTemplate({
          chosen: { language, theme },
          platform: process.platform,
          isPackaged: app.isPackaged,
          hasHost: host !== undefined,
          command: (act) => host?.shell.command(act),
        }),
      ),
    );
  }
  dress();

  const answer = opened.ok
    ? answerScheme((asked) => answerAsked({ ...opened.value }, asked), opened.value.host.fault)
    : answerScheme(answerStopped(stoppedPage(opened.refusal, data, kept.now().language)), () => '');
  protocol.handle(SCHEME, answer);
  if (host !== undefined) {
    if (host.door !== undefined) kept.change({ port: host.door.port });
    const links = acceptIpcLinks(ipcMain, host.serve, (word) => log.info('text refused', { word }));
    stop = async () => {
      links.close();
      await host.close();
    };
  }
  const first = pageAsked(process.argv);
  main = openWindow({
    kept,
    isPackaged: app.isPackaged,
    title: words()('app.name'),
    url: host === undefined ? `${ORIGIN}/stopped` : `${PAGE}#desk=${host.deskToken}`,
    onGone: () => tell(words()('page.gone'), words()('page.gone.words')),
  });
  main.on('closed', () => {
    main = undefined;
    wall.close();
  });
  if (first !== undefined) host?.shell.command(first);
  app.on('second-instance', (_event, argv) => {
    if (main?.isMinimized() === true) main.restore();
    main?.show();
    main?.focus();
    const page = pageAsked(argv);
    if (page !== undefined) host?.shell.command(page);
  });
}

/** Nobody waits for the answer. */
function tell(message: string, detail: string): void {
  const box = { type: 'warning' as const, message, detail };
  void (main === undefined ? dialog.showMessageBox(box) : dialog.showMessageBox(main, box));
}

/** Links end with their windows; then books are kept, the door shut and the store closed, and only then the process ends. */
function quitInOrder(): void {
  let isDown = false;
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    if (isDown) return;
    event.preventDefault();
    const down = stop();
    stop = async () => {};
    void down
      .catch((error: unknown) => log.error('close', { kind: error instanceof Error ? error.name : typeof error }))
      .finally(() => {
        isDown = true;
        app.quit();
      });
  });
}

if (app.requestSingleInstanceLock()) {
  guardNavigation(app, { openOutside: (url) => void system.openExternal(url) });
  quitInOrder();
  start().catch((error: unknown) => {
    log.error('start', { kind: error instanceof Error ? error.name : typeof error });
    dialog.showErrorBox('Hội đồng', error instanceof Error ? error.message : String(error));
    app.exit(1);
  });
} else app.quit();
