// Reads a file of the recording device stretch by stretch; a ticket that has run out is asked for anew.
import type { Result } from '../../shared/base/result.ts';

/** Gives a fresh address of the same bytes; the ticket in it is short-lived. */
export type Renew = () => Promise<Result<{ readonly url: string }>>;

export type ByteSource = {
  /** Bytes in all. */
  readonly length: number;
  /** The beginning, as it came with the first answer; the whole where the server does not cut. */
  readonly first: Uint8Array;
  /** Bytes `begin` to `end`, the latter left out. Rejects where they cannot be had, also with a new ticket. */
  readonly read: (begin: number, end: number) => Promise<Uint8Array>;
  readonly stop: () => void;
};

/** Bytes asked for at once: a page of a scanned file in a few requests, the head of any file in one. */
export const STRETCH = 128 * 1024;

/** Statuses of a ticket that is no longer good. */
const isSpent = (status: number): boolean => [401, 403, 404, 410].includes(status);

export async function openBytes(url: string, renew: Renew): Promise<ByteSource> {
  const gone = new AbortController();
  let address = url;
  const ask = async (begin: number, end: number): Promise<Response> =>
    await fetch(address, { headers: { range: `bytes=${begin}-${end - 1}` }, signal: gone.signal });
  const answer = async (begin: number, end: number): Promise<Response> => {
    const first = await ask(begin, end);
    if (!isSpent(first.status)) return first;
    const fresh = await renew();
    if (fresh.ok) address = fresh.value.url;
    return fresh.ok ? await ask(begin, end) : first;
  };
  const bytesOf = async (given: Response): Promise<Uint8Array> => {
    if (!given.ok) throw new Error(`status ${given.status}`);
    return new Uint8Array(await given.arrayBuffer());
  };
  const head = await answer(0, STRETCH);
  const first = await bytesOf(head);
  const total = /\/(\d+)$/.exec(head.headers.get('content-range') ?? '')?.[1];
  return {
    length: head.status === 206 && total !== undefined ? Number(total) : first.length,
    first,
    read: async (begin, end) => await bytesOf(await answer(begin, end)),
    stop: () => gone.abort(),
  };
}
