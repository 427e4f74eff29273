// Files that have come in part: kept in a folder until they are whole, so that a cut costs nothing but what was on its way.
import { createHmac } from 'node:crypto';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import { diskRefusal } from '../store/sqlite-refusal.ts';
import type { Replica } from './replica.ts';

/** One file on its way, claimed by one link. */
export type Partial = {
  /** Bytes that are here. */
  readonly at: () => number;
  readonly write: (bytes: Uint8Array) => Promise<Result<null>>;
  /** Hands the whole file over; what is not what was promised is dropped. Refuses as `putFile` does. */
  readonly finish: () => Promise<Result<unknown>>;
  /** Another link may claim it; what has come is kept. */
  readonly leave: () => Promise<void>;
};

export type Partials = {
  /** Undefined where another link is fetching it. Refuses `store-full`, `store-unreachable`. */
  readonly claim: (sha256: string, size: number) => Promise<Result<Partial> | undefined>;
  /** Told after a file was left or has come, until stopped. */
  readonly onFree: (told: (sha256: string, isWhole: boolean) => void) => () => void;
};

const ENDING = '.part';
/** Parts that nobody has asked for in so long are of no book that is still here. */
const OLDEST_MS = 30 * 24 * 60 * 60 * 1_000;

/** A disk that is full or gone is a refusal; anything else is a fault. */
function diskWord(error: unknown): Result<never> {
  const found = diskRefusal(error, 'blobs');
  if (!found) throw error;
  return { ok: false, refusal: found };
}

/**
 * @param secret keeps names in the folder from telling which files are fetched
 * @param now the moment, for sweeping what was left long ago
 */
export async function openPartials(
  folder: string,
  secret: Uint8Array,
  replica: Pick<Replica, 'putFile'>,
  now: Date,
): Promise<Partials> {
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder)) {
    const found = await stat(join(folder, name)).catch(() => undefined);
    if (name.endsWith(ENDING) && found && now.getTime() - found.mtimeMs > OLDEST_MS) await rm(join(folder, name));
  }
  const pathOf = (sha256: string) =>
    join(folder, createHmac('sha256', secret).update(sha256).digest('hex').slice(0, 32) + ENDING);
  const claimed = new Set<string>();
  const listeners = new Set<(sha256: string, isWhole: boolean) => void>();

  async function opened(sha256: string, size: number): Promise<Partial> {
    const path = pathOf(sha256);
    let handle = await open(path, 'a+');
    let at = (await handle.stat()).size;
    if (at > size) {
      await handle.truncate(0);
      at = 0;
    }
    let isOpen = true;
    const free = (isWhole: boolean): void => {
      claimed.delete(sha256);
      for (const told of [...listeners]) told(sha256, isWhole);
    };
    const shut = async (): Promise<boolean> => {
      if (!isOpen) return false;
      isOpen = false;
      await handle.close();
      return true;
    };
    return {
      at: () => at,
      write: async (bytes) => {
        try {
          await handle.appendFile(bytes);
          at += bytes.length;
          return ok(null);
        } catch (error) {
          // Half of it may have come to the disk, and the next piece must stand where it belongs.
          await handle.truncate(at).catch(() => undefined);
          return diskWord(error);
        }
      },
      finish: async () => {
        if (!(await shut())) return refuse('blob-missing', { sha256 });
        let isWhole = false;
        try {
          handle = await open(path, 'r');
          const put = await replica.putFile(sha256, size, handle.createReadStream());
          isWhole = put.ok;
          // Kept only where another try with the same bytes may end otherwise: the disk was full.
          if (put.ok || put.refusal.code === 'blob-mismatch' || put.refusal.code === 'blob-too-large')
            await rm(path, { force: true });
          return put;
        } catch (error) {
          return diskWord(error);
        } finally {
          free(isWhole);
        }
      },
      leave: async () => {
        if (await shut()) free(false);
      },
    };
  }

  return {
    claim: async (sha256, size) => {
      if (claimed.has(sha256)) return undefined;
      claimed.add(sha256);
      try {
        return ok(await opened(sha256, size));
      } catch (error) {
        claimed.delete(sha256);
        return diskWord(error);
      }
    },
    onFree: (told) => {
      listeners.add(told);
      return () => void listeners.delete(told);
    },
  };
}
