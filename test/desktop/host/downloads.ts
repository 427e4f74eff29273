// Downloads: each is told to the session's `will-download`, whose listener says where it goes, or that it does not.
import { EventEmitter } from 'node:events';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { SaveDialogOptions, SaveDialogReturnValue } from 'electron';
import { answered } from './answer-request.ts';
import type { Protocol } from './cdp.ts';
import { allContents } from './contents.ts';
import { dialog } from './dialog.ts';
import { preventable } from './preventable.ts';
import { fromChromium } from './scheme.ts';
import { defaultSession } from './session.ts';
import { beforeEnd, browser } from './started.ts';
import { strict } from './strict.ts';
import { BrowserWindow } from './window.ts';

type State = 'progressing' | 'completed' | 'cancelled' | 'interrupted';
type Progress = Protocol.Browser.downloadProgressPayload;

class DownloadItem extends EventEmitter {
  readonly #url: string;
  readonly #fileName: string;
  readonly #stop: () => void;
  #path = '';
  #options: SaveDialogOptions = {};
  #state: State = 'progressing';
  #received = 0;
  #total = 0;

  constructor(url: string, fileName: string, stop: () => void) {
    super();
    this.#url = url;
    this.#fileName = fileName;
    this.#stop = stop;
  }
  getURL(): string {
    return this.#url;
  }
  getURLChain(): string[] {
    return [this.#url];
  }
  getFilename(): string {
    return this.#fileName;
  }
  getMimeType(): string {
    return (answered.get(this.#url)?.get('content-type') ?? '').split(';')[0] ?? '';
  }
  getContentDisposition(): string {
    return answered.get(this.#url)?.get('content-disposition') ?? '';
  }
  hasUserGesture(): boolean {
    return true;
  }
  getState(): State {
    return this.#state;
  }
  getReceivedBytes(): number {
    return this.#received;
  }
  getTotalBytes(): number {
    return this.#total;
  }
  setSavePath(path: string): void {
    this.#path = path;
  }
  getSavePath(): string {
    return this.#path;
  }
  setSaveDialogOptions(options: SaveDialogOptions): void {
    this.#options = options;
  }
  getSaveDialogOptions(): SaveDialogOptions {
    return this.#options;
  }
  isPaused(): boolean {
    return false;
  }
  cancel(): void {
    if (this.#state !== 'progressing') return;
    this.#stop();
    this.#end('cancelled');
  }
  #end(state: State): void {
    this.#state = state;
    this.emit('done', {}, state);
  }
  /** For the stand-in: the bytes lie in a file of Chromium's, and go where the app wants them. */
  progress({ state, receivedBytes, totalBytes }: Progress, file: string): void {
    if (this.#state !== 'progressing') return;
    this.#received = receivedBytes;
    this.#total = totalBytes;
    if (state === 'inProgress') return void this.emit('updated', {}, 'progressing');
    if (state === 'canceled') return void this.#end('interrupted');
    try {
      copyFileSync(file, this.#path);
      this.#end('completed');
    } catch {
      this.#end('interrupted');
    }
  }
}

/** Where the app names no place, Electron asks the user; here whoever has put a function in place of the dialog. */
async function placeOf(item: DownloadItem, window: unknown): Promise<string> {
  if (item.getSavePath() !== '') return item.getSavePath();
  const answer: SaveDialogReturnValue = await dialog.showSaveDialog(window, item.getSaveDialogOptions());
  return answer.canceled ? '' : answer.filePath;
}

/** Takes every download of the browser from now on. */
export async function takeDownloads(): Promise<void> {
  const { cdp } = await browser;
  const folder = mkdtempSync(join(tmpdir(), 'standin-downloads-'));
  beforeEnd(() => rmSync(folder, { recursive: true, force: true }));
  const progress = new Map<string, Progress>();
  const placed = new Map<string, DownloadItem>();

  const pass = (guid: string): void => {
    const [item, told] = [placed.get(guid), progress.get(guid)];
    if (item && told) item.progress(told, join(folder, guid));
    if (item && told && told.state !== 'inProgress') rmSync(join(folder, guid), { force: true });
  };
  cdp.root.on('Browser.downloadWillBegin', ({ guid, url, suggestedFilename, frameId }) => {
    const stop = (): void => void cdp.root.send('Browser.cancelDownload', { guid }).catch(() => {});
    const item = new DownloadItem(fromChromium(url), basename(suggestedFilename), stop);
    const contents = [...allContents].find(({ frames }) => frames.has(frameId));
    const event = preventable({});
    defaultSession.emit('will-download', event, strict('DownloadItem', item), contents);
    if (event.defaultPrevented) return item.cancel();
    void placeOf(item, BrowserWindow.fromWebContents(contents)).then((path) => {
      if (path === '') return item.cancel();
      item.setSavePath(path);
      placed.set(guid, item);
      pass(guid);
    });
  });
  cdp.root.on('Browser.downloadProgress', (told) => {
    progress.set(told.guid, told);
    pass(told.guid);
  });
  await cdp.root.send('Browser.setDownloadBehavior', {
    behavior: 'allowAndName',
    downloadPath: folder,
    eventsEnabled: true,
  });
}
