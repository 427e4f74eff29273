// Answers every request of a page: from the app's own scheme, from this machine, or not at all.
import { bodyOf } from './body.ts';
import type { CdpSession, Protocol } from './cdp.ts';
import { hostRecord } from './place.ts';
import { fromChromium, handlerOf } from './scheme.ts';
import { isForbidden } from './web-request.ts';

type Paused = Protocol.Fetch.requestPausedPayload;

/** What the window that asks has to say about it. */
export type Asker = {
  /** False: the app does not let the page go there. */
  readonly mayGo: (asked: Paused, url: string) => boolean;
  /** An own page is about to be shown. */
  readonly arrive: (asked: Paused) => Promise<void>;
};

/** An own page is no https page to the app: headers that name it are mapped back. */
const headersOf = (headers: Readonly<Record<string, string>>): Headers => {
  const own = new Headers(headers);
  for (const name of ['origin', 'referer']) {
    const value = own.get(name);
    if (value !== null) own.set(name, name === 'origin' ? fromChromium(`${value}/`).slice(0, -1) : fromChromium(value));
  }
  return own;
};

async function askApp(url: string, { request }: Paused): Promise<Response | undefined> {
  const handler = handlerOf(url);
  if (!handler) return undefined;
  const body = bodyOf(request);
  const { method } = request;
  const given = body === undefined ? {} : { body };
  return await handler(new Request(url, { method, headers: headersOf(request.headers), ...given }));
}

/** The address of a machine that is always there: this one. */
const isLoopback = (url: string): boolean =>
  ['127.0.0.1', 'localhost', '[::1]'].includes(URL.parse(url)?.hostname ?? '');

export async function answerRequest(cdp: CdpSession, paused: Paused, asker: Asker): Promise<void> {
  const { requestId, request, resourceType } = paused;
  const fail = async (errorReason: Protocol.Network.ErrorReason): Promise<void> =>
    void (await cdp.send('Fetch.failRequest', { requestId, errorReason }));
  const url = fromChromium(request.url);
  if (resourceType === 'Document' && !asker.mayGo(paused, url)) return await fail('Aborted');
  let response: Response | undefined;
  try {
    response = await askApp(url, paused);
  } catch (error) {
    console.error('electron-on-chromium: protocol handler:', error);
    return await fail('Failed');
  }
  if (response) {
    if (resourceType === 'Document') await asker.arrive(paused);
    const body = Buffer.from(await response.arrayBuffer()).toString('base64');
    const responseHeaders = [...response.headers].map(([name, value]) => ({ name, value }));
    return void (await cdp.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: response.status,
      responseHeaders,
      body,
    }));
  }
  if (await isForbidden({ url, method: request.method, resourceType })) return await fail('BlockedByClient');
  if (/^(https?|wss?|file|ftp):/.test(url) && !isLoopback(url)) {
    // There is no network in this host, and no file: what asks for either is written down and fails.
    hostRecord.refused.push(url);
    return await fail('InternetDisconnected');
  }
  await cdp.send('Fetch.continueRequest', { requestId });
}
