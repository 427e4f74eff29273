// The files in what was dropped or pasted, those in folders too, each with its path; nothing of a file is read.
import type { GivenFile } from './uploads.ts';

/** Deeper folders than this are not entered: a drive dropped by mistake. */
const DEEPEST = 12;
const MOST = 5_000;

const fileOf = (entry: FileSystemFileEntry): Promise<File | undefined> =>
  new Promise((resolve) => entry.file(resolve, () => resolve(undefined)));

/** A reader gives a folder in parts, until it gives none. */
const partOf = (reader: FileSystemDirectoryReader): Promise<readonly FileSystemEntry[]> =>
  new Promise((resolve) => reader.readEntries(resolve, () => resolve([])));

async function walk(entry: FileSystemEntry, deep: number, found: GivenFile[]): Promise<void> {
  if (found.length >= MOST) return;
  if (entry.isFile) {
    const file = await fileOf(entry as FileSystemFileEntry);
    if (file !== undefined) found.push({ file, path: entry.fullPath.replace(/^\//, '') });
    return;
  }
  if (!entry.isDirectory || deep >= DEEPEST) return;
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const inside: FileSystemEntry[] = [];
  for (let part = await partOf(reader); part.length > 0; part = await partOf(reader)) inside.push(...part);
  inside.sort((a, b) => a.name.localeCompare(b.name, 'vi', { numeric: true }));
  for (const each of inside) await walk(each, deep + 1, found);
}

/** To be called in the event itself: afterwards the browser has forgotten what was dropped. */
export async function filesIn(data: DataTransfer): Promise<readonly GivenFile[]> {
  const items = [...data.items].filter(({ kind }) => kind === 'file');
  const given = items.map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  const found: GivenFile[] = [];
  for (const { entry, file } of given) {
    if (entry !== null) await walk(entry, 0, found);
    else if (file !== null) found.push({ file, path: file.name });
  }
  return found;
}

/** Of a picker: a folder's files carry their place in it. */
export const pickedFiles = (files: Iterable<File>): readonly GivenFile[] =>
  [...files].map((file) => ({ file, path: file.webkitRelativePath === '' ? file.name : file.webkitRelativePath }));
