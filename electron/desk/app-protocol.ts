// The window's own scheme: the built page, files and uploads, by the same code that answers a browser at the door.
import { Readable } from 'node:stream';
import { type Answer, type Asked, plainAnswer } from '../room/asked.ts';
import { ORIGIN, SCHEME } from './own-page.ts';

/** The part of `Electron.Protocol` that is used. */
export type SchemeTable = {
  registerSchemesAsPrivileged(schemes: { scheme: string; privileges: Record<string, boolean> }[]): void;
  handle(scheme: string, handler: (request: Request) => Promise<Response>): void;
};

/**
 * Before the application is ready. An origin of its own, a secure context, and nothing more: neither past the content
 * policy, nor reachable from other origins, nor for service workers.
 */
export const registerScheme = (protocol: Pick<SchemeTable, 'registerSchemesAsPrivileged'>): void =>
  protocol.registerSchemesAsPrivileged([
    {
      scheme: SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
    },
  ]);

/** A page of ours sends its own origin, or none; a page of others cannot hide its own. */
function askedBy(request: Request): Asked {
  const url = new URL(request.url);
  const origin = request.headers.get('origin');
  const site = request.headers.get('sec-fetch-site');
  const isOurs = origin === null || origin === ORIGIN;
  return {
    method: request.method,
    target: `${url.pathname}${url.search}`,
    header: (name) => request.headers.get(name) ?? undefined,
    isOwn: isOurs,
    isNotForeign: isOurs && [null, 'same-origin', 'none'].includes(site),
    body: () => request.body ?? Readable.from([]),
  };
}

function responseOf({ status, headers, body }: Answer, method: string): Response {
  if (body === undefined || method === 'HEAD') return new Response(null, { status, headers });
  if (!(body instanceof Readable)) return new Response(new Uint8Array(body), { status, headers });
  // A page that stops reading ends the stream, and with it the file.
  return new Response(Readable.toWeb(body) as ReadableStream<Uint8Array>, { status, headers });
}

/**
 * What handles a request of the scheme: never rejects.
 *
 * @param fault gives a fault its number
 */
export const answerScheme =
  (answer: (asked: Asked) => Promise<Answer>, fault: (error: unknown) => string) =>
  async (request: Request): Promise<Response> => {
    if (new URL(request.url).host !== 'desk') return responseOf(plainAnswer(403, 'no such host'), request.method);
    try {
      return responseOf(await answer(askedBy(request)), request.method);
    } catch (error) {
      return responseOf(plainAnswer(500, JSON.stringify({ fault: fault(error) })), request.method);
    }
  };
