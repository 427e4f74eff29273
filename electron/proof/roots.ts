// Root certificates that a reader trusts, from PEM text (RFC 7468); nothing is trusted by default.
import { X509Certificate } from 'node:crypto';
import { ok, type Result, refuse } from '../../shared/base/result.ts';

const BLOCK = /-----BEGIN CERTIFICATE-----[\sA-Za-z0-9+/=]+-----END CERTIFICATE-----/g;
const MOST = 200;

/** Empty text gives no roots. Refuses roots-unreadable: what is given must be whole. */
export function rootsFrom(pem: string): Result<readonly Uint8Array[]> {
  const blocks = pem.match(BLOCK) ?? [];
  if (pem.trim() !== '' && (blocks.length === 0 || blocks.length > MOST))
    return refuse('roots-unreadable', { count: blocks.length });
  try {
    return ok(blocks.map((block) => new Uint8Array(new X509Certificate(block).raw)));
  } catch {
    return refuse('roots-unreadable', { count: blocks.length });
  }
}
