// The shell on a stage of its own: a data folder, its window, what its pages complain of, and the contract over its own bridge.
import { randomUUID } from 'node:crypto';
import type { ElectronApplication, Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import type { Bridge } from '../../renderer/link/ipc-link.ts';
import type { Result } from '../../shared/base/result.ts';
import { type Client, openClient } from '../../shared/contract/client.ts';
import { linkEnd } from '../../shared/contract/link-end.ts';
import { readFrame, writeFrame } from '../../shared/contract/link-frames.ts';
import type { ViewName, Views } from '../../shared/contract/views.ts';
import { PATIENCE } from '../helpers/browser.ts';
import { makeFolder, removeFolder } from '../helpers/temp-folder.ts';
import { launch } from './launch.ts';

declare const hoidong: Bridge;

export type Stage = {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** Books, keys, files, and what the window remembers. */
  readonly data: string;
  /** Errors and warnings of pages, and every violation of the policy. */
  readonly faults: readonly string[];
  /** What the program printed. */
  readonly printed: () => string;
  readonly close: () => Promise<void>;
};

/** A page whose every complaint is written down. */
function listen(page: Page, faults: string[]): void {
  page.on('pageerror', (error) => faults.push(error.stack ?? error.message));
  page.on('crash', () => faults.push('crashed'));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(`${message.type()}: ${message.text()}`);
  });
}

/** @param data a folder that is kept by the caller, e.g. to start twice on it */
export async function openStage(data: string, env: Readonly<Record<string, string>> = {}): Promise<Stage> {
  const { app, page, close } = await launch({ env: { HOIDONG_DATA: data, ...env } });
  const faults: string[] = [];
  let printed = '';
  for (const stream of [app.process().stdout, app.process().stderr])
    stream?.on('data', (text: Buffer) => {
      printed += text.toString();
    });
  await app.context().addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      console.error(`securitypolicyviolation ${violatedDirective} ${blockedURI}`),
    );
  });
  for (const each of app.windows()) listen(each, faults);
  app.on('window', (each) => listen(each, faults));
  // The first page was there before anybody listened.
  await page.reload();
  await page.getByRole('heading').first().waitFor({ timeout: PATIENCE });
  return { app, page, data, faults, printed: () => printed, close };
}

/** Inside a test: gone with it. */
export async function tempStage(env: Readonly<Record<string, string>> = {}): Promise<Stage> {
  const data = makeFolder('shell');
  onTestFinished(() => removeFolder(data));
  const stage = await openStage(data, env);
  onTestFinished(async () => await stage.close());
  return stage;
}

/** The contract over the two functions that the page has, from here: a link of its own beside the page's. */
export async function clientOver(page: Page): Promise<Client> {
  const name = `spec.${randomUUID().slice(0, 8)}`;
  const say = (word: 'open' | 'text' | 'close', text = ''): void => {
    page.evaluate((frame) => hoidong.send(frame), writeFrame(word, name, text)).catch(() => {});
  };
  const end = linkEnd({ send: (text) => say('text', text), close: () => say('close') });
  const hear = `hear_${name.replaceAll(/\W/g, '_')}`;
  await page.exposeFunction(hear, (text: string) => {
    const frame = readFrame(text);
    if (frame?.link !== name) return;
    if (frame.word === 'text') end.receive(frame.text);
    else end.end();
  });
  await page.evaluate((own) => {
    hoidong.onText((text) => Reflect.get(globalThis, own)(text));
  }, hear);
  say('open');
  return openClient(end.link);
}

/** As the desk, which the page itself is: by the pass that it keeps for its tab. */
export async function deskOver(page: Page): Promise<Client> {
  const token = await page.evaluate(() => sessionStorage.getItem('hoidong.desk') ?? '');
  const desk = await clientOver(page);
  granted(await desk.call('desk.enter', { token }));
  return desk;
}

export function granted<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

/** The first value of a view that holds what is asked. */
export async function seen<V extends ViewName>(
  client: Client,
  view: V,
  params: Views[V]['params'],
  holds: (value: Views[V]['value']) => boolean = () => true,
): Promise<Views[V]['value']> {
  return await new Promise((shown, failed) => {
    const late = setTimeout(() => failed(new Error(`the view ${view} did not get there`)), PATIENCE);
    const stop = client.watch(view, params, (told) => {
      if (!told.ok || !holds(told.value)) return;
      clearTimeout(late);
      queueMicrotask(() => stop());
      shown(told.value);
    });
  });
}
