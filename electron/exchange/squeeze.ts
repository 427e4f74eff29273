// Runs under zstd where that makes them shorter; sealed ballots do not shrink, rulings and opened texts do.
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { RunText } from '../../shared/book/book.ts';
import { DEPTH_LIMIT, isDeeper, MESSAGE_LIMIT, runList } from './messages.ts';

/** Below this no frame pays for itself. */
const WORTH = 512;
const LEVEL = 3;

/**
 * What every run says again, so that one ballot alone gains by it too. It belongs to the protocol: another text here is
 * another protocol.
 */
const BEFORE = Buffer.from(
  JSON.stringify([
    {
      feed: '',
      from: 1,
      entries: [
        {
          head: '{"at":"2026-11-24T01:00:00.000Z","book":"","feed":"","kind":"ballot-cast","seat":"","seen":{"hash":"","seq":1},"seq":1,"v":1,"via":"app"}',
          body: '{"commit":"","envelope":"","poll":"","shares":[{"commit":"","holder":"","key":"","wrapped":""}]}',
        },
      ],
      commits: [{ seq: 1, sig: '' }],
    },
  ]),
);

/** `units` is what both sides count: the length of the list as JSON. */
type Squeezed = { readonly units: number } & ({ readonly text: string } | { readonly zstd: string });

/** The list as JSON, or under zstd where a hundredth is saved although text links carry that as base64url. */
export function squeeze(list: readonly RunText[]): Squeezed {
  const text = JSON.stringify(list);
  const units = text.length;
  if (units < WORTH) return { units, text };
  const params = { [constants.ZSTD_c_compressionLevel]: LEVEL };
  const small = zstdCompressSync(text, { params, dictionary: BEFORE });
  const length = Math.ceil((small.length * 4) / 3);
  return length * 100 <= units * 99 ? { units, zstd: small.toString('base64url') } : { units, text };
}

/** Undefined for what is no list of runs, or unfolds past what a message may hold. */
export function unsqueeze(zstd: string): { readonly list: readonly RunText[]; readonly units: number } | undefined {
  try {
    const text = zstdDecompressSync(Buffer.from(zstd, 'base64url'), {
      dictionary: BEFORE,
      maxOutputLength: 3 * MESSAGE_LIMIT,
    }).toString();
    if (text.length > MESSAGE_LIMIT || isDeeper(text, DEPTH_LIMIT)) return undefined;
    const list = runList.safeParse(JSON.parse(text)).data;
    return list && { list, units: text.length };
  } catch {
    return undefined;
  }
}
