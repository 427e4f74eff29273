// The door's HTTP requests and responses as what is asked and answered.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { answerAsked, type Behind } from './answer-asked.ts';
import { type Answer, type Asked, plainAnswer } from './asked.ts';
import { isNotForeign, isOwnOrigin } from './own-origin.ts';

const askedBy = (request: IncomingMessage): Asked => ({
  method: request.method ?? '',
  target: request.url ?? '',
  header: (name) => request.headers[name]?.toString(),
  isOwn: isOwnOrigin(request),
  isNotForeign: isNotForeign(request),
  // A request that is destroyed takes its connection, and our answer, with it.
  body: () => request.iterator({ destroyOnReturn: false }),
});

async function give(request: IncomingMessage, response: ServerResponse, answer: Answer): Promise<void> {
  const { status, body } = answer;
  const headers = { ...answer.headers, ...(answer.isLast === true ? { connection: 'close' } : {}) };
  if (body instanceof Readable) {
    response.writeHead(status, headers);
    // A reader that leaves in the middle is no fault. Where the store fails in the middle, pipeline cuts the connection,
    // so that the reader sees too few bytes rather than wrong ones.
    await pipeline(body, response).catch(() => {});
    // Where the reader had left before the first byte, pipeline has not touched the body: its file would stay open.
    body.destroy();
  } else if (body === undefined) response.writeHead(status, headers).end();
  else {
    response.writeHead(status, { ...headers, 'content-length': body.length });
    response.end(request.method === 'HEAD' ? undefined : body);
  }
}

/** What listens to `request`: never throws, never rejects. */
export function answerRequests(
  behind: Behind & {
    readonly isOwnName: (request: IncomingMessage) => boolean;
    /** Gives a fault its number. */
    readonly fault: (error: unknown) => string;
  },
): (request: IncomingMessage, response: ServerResponse) => void {
  return async (request, response) => {
    try {
      const answer = behind.isOwnName(request)
        ? await answerAsked(behind, askedBy(request))
        : plainAnswer(421, 'not a name of this machine');
      await give(request, response, answer);
    } catch (error) {
      // Whoever asked has left: no fault of ours, and nobody to tell.
      const hasLeft = request.destroyed && !request.complete;
      const number = hasLeft ? '' : behind.fault(error);
      if (hasLeft || response.headersSent) response.destroy();
      else await give(request, response, plainAnswer(500, JSON.stringify({ fault: number })));
    }
  };
}
