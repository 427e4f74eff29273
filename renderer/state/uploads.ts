// Files on their way to the host: one after the other, each with how far it is, and each can be stopped by itself.
import { useCallback, useEffect, useRef, useState } from 'react';
import { type Refusal, refusal } from '../../shared/base/result.ts';
import { useHouse } from './house.ts';

export type TakenIn = { readonly name: string; readonly size: number; readonly sha256: string };
export type Upload = {
  readonly key: number;
  readonly name: string;
  readonly size: number;
  readonly sent: number;
  readonly step: 'waiting' | 'sending' | 'stopped' | 'refused' | 'same';
  readonly why?: Refusal;
  /** Where the same file already stands, in words. */
  readonly same?: string;
};
export type Uploads = {
  readonly list: readonly Upload[];
  readonly add: (files: readonly File[]) => void;
  /** Stops one that waits or is being sent. */
  readonly stop: (key: number) => void;
  /** Takes a line away that only tells something. */
  readonly dismiss: (key: number) => void;
};

/** The most the host takes of one file (electron/host, `upload.open`), bytes. */
export const FILE_LIMIT = 2 * 1024 * 1024 * 1024;

type Queued = { readonly key: number; readonly file: File; readonly stop: AbortController };

/** @param taken gives where the file already stands, by its hash, and takes it in where it does not */
export function useUploads(taken: (file: TakenIn) => string | undefined): Uploads {
  const { upload } = useHouse();
  const [list, setList] = useState<readonly Upload[]>([]);
  const queue = useRef<Queued[]>([]);
  const all = useRef<Map<number, AbortController>>(new Map());
  const isRunning = useRef<boolean>(false);
  const lastKey = useRef<number>(0);
  const latest = useRef(taken);
  useEffect(() => {
    latest.current = taken;
  });
  useEffect(() => {
    const going = all.current;
    return () => {
      for (const each of going.values()) each.abort();
    };
  }, []);
  const put = useCallback((key: number, part: Partial<Upload>): void => {
    setList((now) => now.map((each) => (each.key === key ? { ...each, ...part } : each)));
  }, []);
  const drop = useCallback((key: number): void => setList((now) => now.filter((each) => each.key !== key)), []);
  const run = useCallback(async (): Promise<void> => {
    if (isRunning.current) return;
    isRunning.current = true;
    for (let one = queue.current.shift(); one !== undefined; one = queue.current.shift()) {
      const { key, file, stop } = one;
      if (stop.signal.aborted) continue;
      put(key, { step: 'sending' });
      const sent = await upload(file, file.name, {
        signal: stop.signal,
        onSent: (bytes) => put(key, { sent: bytes }),
      }).catch(() => undefined);
      all.current.delete(key);
      if (stop.signal.aborted) continue;
      if (sent === undefined || !sent.ok) {
        put(key, { step: 'refused', why: sent?.refusal ?? refusal('upload-failed', { name: file.name }) });
        continue;
      }
      const same = latest.current({ name: file.name, size: sent.value.size, sha256: sent.value.sha256 });
      if (same === undefined) drop(key);
      else put(key, { step: 'same', same });
    }
    isRunning.current = false;
  }, [upload, put, drop]);
  const add = useCallback(
    (files: readonly File[]): void => {
      const lines = files.map((file): Upload => {
        lastKey.current += 1;
        const line = { key: lastKey.current, name: file.name.normalize('NFC'), size: file.size, sent: 0 };
        const why =
          file.size === 0
            ? refusal('evidence-empty', { name: file.name })
            : file.size > FILE_LIMIT
              ? refusal('blob-too-large', { maxBytes: FILE_LIMIT })
              : undefined;
        if (why !== undefined) return { ...line, step: 'refused', why };
        const stop = new AbortController();
        all.current.set(line.key, stop);
        queue.current.push({ key: line.key, file, stop });
        return { ...line, step: 'waiting' };
      });
      setList((now) => [...now, ...lines]);
      void run();
    },
    [run],
  );
  const stop = useCallback(
    (key: number): void => {
      all.current.get(key)?.abort();
      all.current.delete(key);
      put(key, { step: 'stopped' });
    },
    [put],
  );
  return { list, add, stop, dismiss: drop };
}
