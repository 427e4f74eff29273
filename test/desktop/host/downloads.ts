// Downloads: each is told to the session's `will-download`, whose listener says where it goes, or that it does not.
import type { EventEmitter } from 'node:events';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import type { SaveDialogReturnValue } from 'electron';
import { app } from './app.ts';
import { allContents } from './contents.ts';
import { dialog } from './dialog.ts';
import { type DownloadFacts, DownloadItem } from './download-item.ts';
import { preventable } from './preventable.ts';
import { fromChromium, handlerOf, originOf } from './scheme.ts';
import { defaultSession } from './session.ts';
import { beforeEnd, browser } from './started.ts';
import { strict } from './strict.ts';
import { BrowserWindow } from './window.ts';

/** The item, once its place is known; undefined where it goes nowhere. Without a place Electron asks the user. */
async function placed(facts: DownloadFacts, contents: object | undefined, stop: () => void) {
  const item = new DownloadItem(facts, stop);
  const event = preventable({});
  defaultSession.emit('will-download', event, strict('DownloadItem', item), contents);
  if (event.defaultPrevented) item.cancel();
  if (item.getState() === 'progressing' && item.getSavePath() === '') {
    const window = BrowserWindow.fromWebContents(contents);
    const answer: SaveDialogReturnValue = await dialog.showSaveDialog(window, item.getSaveDialogOptions());
    if (answer.canceled) item.cancel();
    else item.setSavePath(answer.filePath);
  }
  return item.getState() === 'progressing' ? item : undefined;
}

/** RFC 6266: the name in UTF-8 before the plain one, and either before the page's own. */
function fileNameIn(headers: Headers, given: string, url: string): string {
  const disposition = headers.get('content-disposition') ?? '';
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  const plain = /filename="?([^";]+)/i.exec(disposition)?.[1];
  const found = encoded === undefined ? plain : decodeURIComponent(encoded);
  return basename(found ?? (given || (URL.parse(url)?.pathname ?? ''))) || 'download';
}

/** Bytes of the app's own scheme. Chromium asks the network for a download, past what holds requests back. */
async function saveOwn(url: string, given: string, contents: object): Promise<void> {
  const leaving = new AbortController();
  const origin = originOf(url);
  const request = new Request(url, { headers: { referer: `${origin}/` }, signal: leaving.signal });
  const response: Response | undefined = await handlerOf(url)?.(request);
  if (!response) return;
  const { headers } = response;
  const facts = { url, headers, fileName: fileNameIn(headers, given, url) };
  const item = await placed(facts, contents, () => leaving.abort());
  if (!item) return void (await response.body?.cancel());
  if (!response.ok) return item.end('interrupted');
  const total = Number(headers.get('content-length') ?? 0);
  const source = Readable.fromWeb((response.body ?? new Blob().stream()) as ReadableStream<Uint8Array>);
  async function* counted(): AsyncGenerator<Uint8Array> {
    let received = 0;
    for await (const chunk of source as AsyncIterable<Uint8Array>) {
      received += chunk.length;
      item?.progress(received, total);
      yield chunk;
    }
  }
  await writeFile(item.getSavePath(), counted(), { signal: leaving.signal }).then(
    () => item.end('completed'),
    () => item.end('interrupted'),
  );
}

/** Of every window, from its first page on. */
app.on('web-contents-created', (_event: unknown, contents: EventEmitter) => {
  contents.on('standin-download', (url: string, name: string) => {
    saveOwn(url, name, contents).catch((error: unknown) => console.error('electron-on-chromium: download:', error));
  });
});

/** Bytes the page itself has made (`blob:`): Chromium saves them into a folder of ours. */
export async function takeDownloads(): Promise<void> {
  const { cdp } = await browser;
  const folder = mkdtempSync(join(tmpdir(), 'standin-downloads-'));
  beforeEnd(() => rmSync(folder, { recursive: true, force: true }));
  const ended = new Map<string, PromiseWithResolvers<boolean>>();
  const endOf = (guid: string): PromiseWithResolvers<boolean> => {
    const end = ended.get(guid) ?? Promise.withResolvers<boolean>();
    ended.set(guid, end);
    return end;
  };
  cdp.root.on('Browser.downloadProgress', ({ guid, state }) => {
    if (state !== 'inProgress') endOf(guid).resolve(state === 'completed');
  });
  cdp.root.on('Browser.downloadWillBegin', ({ guid, url, suggestedFilename, frameId }) => {
    const stop = (): void => void cdp.root.send('Browser.cancelDownload', { guid }).catch(() => {});
    const contents = [...allContents].find(({ frames }) => frames.has(frameId));
    const facts = { url: fromChromium(url), fileName: basename(suggestedFilename), headers: new Headers() };
    void placed(facts, contents, stop).then(async (item) => {
      const isWhole = await endOf(guid).promise;
      const file = join(folder, guid);
      if (item && isWhole) copyFileSync(file, item.getSavePath());
      item?.end(isWhole ? 'completed' : 'interrupted');
      rmSync(file, { force: true });
    });
  });
  await cdp.root.send('Browser.setDownloadBehavior', {
    behavior: 'allowAndName',
    downloadPath: folder,
    eventsEnabled: true,
  });
}
