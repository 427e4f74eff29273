// Reads a file of the recording device stretch by stretch; a ticket that has run out is asked for anew.
import { ok, type Result } from '../../shared/base/result.ts';

/** Gives an address of the bytes; the ticket in it is short-lived, so it may be asked for again. */
export type Address = () => Promise<Result<{ readonly url: string }>>;

export type ByteSource = {
  /** Bytes in all. */
  readonly length: number;
  /** The beginning, as it came with the first answer; the whole where the server does not cut. */
  readonly first: Uint8Array;
  /** Bytes `begin` to `end`, the latter left out. Rejects where they cannot be had, also with a new ticket. */
  readonly read: (begin: number, end: number) => Promise<Uint8Array>;
  readonly stop: () => void;
};

/** Bytes asked for at once: a page of a scanned file in a few requests. */
export const STRETCH = 256 * 1024;
/** First request: a short file is then here as a whole. */
const HEAD = 1024 * 1024;
/** The list of objects, the pages and the fonts lie at the end of most files, and are read backwards: asked for at once. */
const TAIL = 2 * 1024 * 1024;

/** Statuses of a ticket that is no longer good. */
const isSpent = (status: number): boolean => [401, 403, 404, 410].includes(status);

/**
 * Refuses where no address is given; rejects where the bytes do not come.
 *
 * @param tailBytes how much of the end is asked for at once; 0 for what is read from its beginning on
 */
export async function openBytes(addressOf: Address, tailBytes = TAIL): Promise<Result<ByteSource>> {
  const gone = new AbortController();
  const given = await addressOf();
  if (!given.ok) return given;
  let address = given.value.url;
  const ask = async (begin: number, end: number): Promise<Response> =>
    await fetch(address, { headers: { range: `bytes=${begin}-${end - 1}` }, signal: gone.signal });
  const answer = async (begin: number, end: number): Promise<Response> => {
    const first = await ask(begin, end);
    if (!isSpent(first.status)) return first;
    const fresh = await addressOf();
    if (fresh.ok) address = fresh.value.url;
    return fresh.ok ? await ask(begin, end) : first;
  };
  const bytesOf = async (given: Response): Promise<Uint8Array> => {
    if (!given.ok) throw new Error(`status ${given.status}`);
    return new Uint8Array(await given.arrayBuffer());
  };
  const head = await answer(0, HEAD);
  const first = await bytesOf(head);
  const total = /\/(\d+)$/.exec(head.headers.get('content-range') ?? '')?.[1];
  const length = head.status === 206 && total !== undefined ? Number(total) : first.length;
  const tailFrom = Math.max(first.length, length - tailBytes);
  const tail = tailFrom < length ? answer(tailFrom, length).then(bytesOf) : undefined;
  // Who asks for it learns why it did not come.
  tail?.catch(() => {});
  return ok({
    length,
    first,
    read: async (begin, end) => {
      if (end <= first.length) return first.slice(begin, end);
      if (tail !== undefined && begin >= tailFrom) return (await tail).slice(begin - tailFrom, end - tailFrom);
      return await bytesOf(await answer(begin, end));
    },
    stop: () => gone.abort(),
  });
}
