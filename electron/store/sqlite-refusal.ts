// Tells what an error of SQLite or of the disk means for the one who works: a refusal with a code, or a fault.
import { type Refusal, refusal } from '../../shared/base/result.ts';

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** A store that has failed to write must not go on: after a failed fsync nobody knows what is on the disk. */
export const isLasting = (found: Refusal | undefined): boolean =>
  found?.code === 'store-damaged' || found?.code === 'store-failed';

/**
 * @returns `store-full`, `store-in-use`, `store-damaged`, `store-unreachable` or `store-failed {file, detail}`;
 *   undefined for what is none of these: a fault of the program
 */
export function diskRefusal(error: unknown, file: string): Refusal | undefined {
  const code = codeOf(error);
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') return refusal('store-full', { file });
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return refusal('store-in-use', { file });
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return refusal('store-damaged', { file });
  if (/^(SQLITE_(CANTOPEN|READONLY|PERM|AUTH)|EACCES|EPERM|EROFS|ENOENT|ENOTDIR)/.test(code))
    return refusal('store-unreachable', { file, detail: code });
  if (code.startsWith('SQLITE_IOERR') || code === 'EIO') return refusal('store-failed', { file, detail: code });
  return undefined;
}
