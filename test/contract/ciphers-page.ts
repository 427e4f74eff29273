// The page of the acceptance suite of ciphers: the page's own primitives, reachable as `side` from the test.
import { pageCiphers } from '../../renderer/seal/page-ciphers.ts';
import { newPageSecret, openPageKeys, pageVerify } from '../../renderer/seal/page-keys.ts';
import { sideOf } from './ciphers-side.ts';

const { subtle } = crypto;
const side = sideOf({
  ciphers: pageCiphers(crypto),
  newDevice: async () => await openPageKeys(subtle, await newPageSecret(subtle)),
  verify: pageVerify(subtle),
});
Object.assign(globalThis, {
  side,
  isExtractable: async () => (await newPageSecret(subtle)).sign.privateKey.extractable,
});
