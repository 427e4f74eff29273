// A stored file as bytes that can be read anywhere in it.
import type { ReadableBytes } from '../imports/readable-bytes.ts';
import type { Store } from '../store/open-store.ts';

/** What cannot be read, because the file is gone or cut, comes as no bytes. */
export const blobBytes = (store: Pick<Store, 'openBlob'>, sha256: string, size: number): ReadableBytes => ({
  size,
  read: async (start, end) => {
    if (start >= Math.min(end, size)) return new Uint8Array();
    const opened = await store.openBlob(sha256, { start, end: Math.min(end, size) - 1 });
    if (!opened.ok) return new Uint8Array();
    const chunks: Uint8Array[] = [];
    for await (const chunk of opened.value.stream) chunks.push(chunk as Uint8Array);
    return Buffer.concat(chunks);
  },
});
