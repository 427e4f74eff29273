// Where a folder keeps its wrapped data key: beside the values that are stored under it.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileName } from './open-file.ts';

export const KEY_FILE = 'data-key.json';
/** There as soon as anything was stored. */
export const STORE_FILE = fileName('book');

/** True where the folder's values can be read only with a key from the system's key store. */
export const isCovered = (folder: string): boolean => existsSync(join(folder, KEY_FILE));
