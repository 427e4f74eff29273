// Messages between the store and its worker: rows travel packed, large buffers are handed over, the rest is cloned.
import type { MessagePort, Transferable, Worker } from 'node:worker_threads';
import { type PackedRows, packRows, unpackRows } from './pack-rows.ts';
import type { Answer, Request } from './requests.ts';
import type { RowRun } from './row.ts';

/** Smaller buffers are cheaper to copy than to hand over. */
const WORTH_IT = 16_384;

type Port = Pick<MessagePort | Worker, 'postMessage'>;
type Packed<T> = { readonly message: T; readonly rows?: PackedRows };

/**
 * The buffers of all byte arrays in a message, to any depth of plain objects and lists. What is posted to or from the
 * worker never lies in a shared pool, so the whole buffer may go.
 */
function buffersOf(value: unknown, found: Transferable[] = []): Transferable[] {
  if (ArrayBuffer.isView(value)) {
    const { buffer } = value;
    if (buffer instanceof ArrayBuffer && buffer.byteLength >= WORTH_IT) found.push(buffer);
  } else if (typeof value === 'object' && value !== null)
    for (const part of Object.values(value)) buffersOf(part, found);
  return found;
}

const post = (port: Port, message: unknown): void => port.postMessage(message, buffersOf(message));

export function postRequest(port: Port, request: Request): void {
  const packed: Packed<Request> =
    request.name === 'append'
      ? { message: { ...request, input: { ...request.input, runs: [] } }, rows: packRows(request.input.runs) }
      : { message: request };
  post(port, packed);
}

export function requestOf({ message, rows }: Packed<Request>): Request {
  if (!rows || message.name !== 'append') return message;
  return { ...message, input: { ...message.input, runs: unpackRows(rows) } };
}

const holdsRows = ({ name }: Answer): boolean => name === 'readFeeds' || name === 'readForks';

export function postAnswers(port: Port, answers: readonly Answer[]): void {
  post(
    port,
    answers.map((answer): Packed<Answer> => {
      if (!holdsRows(answer) || !('result' in answer) || !answer.result.ok) return { message: answer };
      const rows = packRows(answer.result.value as readonly RowRun[]);
      return { message: { ...answer, result: { ok: true, value: null } }, rows };
    }),
  );
}

export function answersOf(packed: readonly Packed<Answer>[]): Answer[] {
  return packed.map(({ message, rows }) =>
    rows ? { id: message.id, name: message.name, result: { ok: true, value: unpackRows(rows) } } : message,
  );
}
