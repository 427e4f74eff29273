// The files of an asar archive, flat: path, size, and whether the file lies beside the archive instead of in it.
import { getRawHeader } from '@electron/asar';
import { z } from 'zod';

export type Packed = { readonly file: string; readonly size: number; readonly isOutside: boolean };

type Entry = { readonly files?: Readonly<Record<string, Entry>>; readonly size?: number; readonly unpacked?: boolean };
const entry: z.ZodType<Entry> = z.lazy(() =>
  z.object({
    files: z.record(z.string(), entry).exactOptional(),
    size: z.number().exactOptional(),
    unpacked: z.boolean().exactOptional(),
  }),
);

/** Files with forward slashes and without a leading one, sorted. */
export function filesOf(asar: string): Packed[] {
  const all: Packed[] = [];
  const walk = (files: Readonly<Record<string, Entry>>, under: string): void => {
    for (const [name, { files: inner, size = 0, unpacked = false }] of Object.entries(files))
      if (inner === undefined) all.push({ file: under + name, size, isOutside: unpacked });
      else walk(inner, `${under}${name}/`);
  };
  walk(entry.parse(getRawHeader(asar).header).files ?? {}, '');
  return all.sort((a, b) => (a.file < b.file ? -1 : 1));
}
