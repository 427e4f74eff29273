// One acceptance suite for ciphers and device keys: Node's, the page's in Node, the page's in a real Chromium, and across.
import { randomBytes } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeCiphers } from '../../electron/seal/node-ciphers.ts';
import { newDeviceSecret, nodeVerify, openDevice } from '../../electron/seal/node-keys.ts';
import { pageCiphers } from '../../renderer/seal/page-ciphers.ts';
import { newPageSecret, openPageKeys, pageVerify } from '../../renderer/seal/page-keys.ts';
import { fromHex, toBase64, toHex, utf8 } from '../../shared/base/bytes.ts';
import type { BookId, FeedId, PollId, SeatId } from '../../shared/base/ids.ts';
import { xor } from '../../shared/book/fitting-key.ts';
import { ballotAad, type SealPlace, shareInfo } from '../../shared/seal/seal-ballot.ts';
import { type ServedPages, servePages } from '../browser/page-author-bundle.ts';
import { isMissing } from '../helpers/tools.ts';
import { type Side, sideOf } from './ciphers-side.ts';

const subtle = globalThis.crypto.subtle;
const names = ['Node', 'page in Node', 'page in Chromium'] as const;
type Name = (typeof names)[number];

const node = sideOf({
  ciphers: nodeCiphers,
  newDevice: async () => openDevice(newDeviceSecret()),
  verify: nodeVerify,
});
const pageInNode = sideOf({
  ciphers: pageCiphers(globalThis.crypto),
  newDevice: async () => await openPageKeys(subtle, await newPageSecret(subtle)),
  verify: pageVerify(subtle),
});

let pages: ServedPages | undefined;
let tab: Page | undefined;

/** Calls cross as JSON; a rejection in the page is a rejection here. */
const pageInChromium = new Proxy({} as Side, {
  get:
    (_, operation: string) =>
    async (...args: readonly unknown[]) =>
      await tab?.evaluate(
        async ([name, given]) => {
          const { side } = globalThis as unknown as { side: Record<string, (...a: unknown[]) => Promise<unknown>> };
          return await side[name as string]?.(...(given as unknown[]));
        },
        [operation, args] as const,
      ),
});

const sides: Record<Name, Side> = { Node: node, 'page in Node': pageInNode, 'page in Chromium': pageInChromium };
const here = isMissing('chromium') ? names.slice(0, 2) : names;

beforeAll(async () => {
  pages = await servePages(new URL('./ciphers-page.ts', import.meta.url).pathname);
  tab = await pages?.open();
}, 60_000);
afterAll(async () => await pages?.close());

const bytes = (length: number) => toHex(randomBytes(length));
const text = (words: string) => toHex(utf8(words));
const place: SealPlace = {
  book: bytes(32) as BookId,
  feed: bytes(16) as FeedId,
  seq: 7,
  seat: bytes(8) as SeatId,
  poll: bytes(8) as PollId,
};
const flipped = (hex: string, at: number) => {
  const changed = fromHex(hex);
  changed[at] = (changed[at] ?? 0) ^ 1;
  return toHex(changed);
};

it.skipIf(isMissing('chromium'))(
  '[CI8] a real Chromium takes part, and private keys made in it cannot be taken out',
  async () => {
    expect(await tab?.evaluate('isExtractable()')).toBe(false);
    expect(await tab?.evaluate('isSecureContext')).toBe(true);
  },
);

describe.each(here)('%s', (name) => {
  const side = sides[name];

  it('[CI1] hashes as FIPS 180-4 says, over parts as over the whole', async () => {
    expect(await side.sha256([text('abc')])).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(await side.sha256([text('a'), '', text('bc')])).toBe(await side.sha256([text('abc')]));
  });

  it('[CI1] draws random bytes of the length asked, never twice the same', async () => {
    expect(fromHex(await side.random(32))).toHaveLength(32);
    expect(await side.random(16)).not.toBe(await side.random(16));
  });

  it('[CI2] unfolds what it folded, empty and long', async () => {
    for (const plain of ['', text('phiếu'), bytes(200_000), text('đạt '.repeat(50_000))])
      expect(await side.inflate(await side.deflate(plain), 1_000_000)).toBe(plain);
  });

  it('[CI2] stops an envelope that unfolds past the limit, and takes one that ends on it', async () => {
    const exact = toHex(deflateRawSync(new Uint8Array(4_096)));
    expect(fromHex(await side.inflate(exact, 4_096))).toHaveLength(4_096);
    await expect(side.inflate(exact, 4_095)).rejects.toThrow();
    const bomb = toHex(deflateRawSync(new Uint8Array(64 * 1024 * 1024)));
    await expect(side.inflate(bomb, 4 * 1024 * 1024)).rejects.toThrow();
  });

  it('[CI2] rejects what is no deflate stream, ends too early or goes on after its end', async () => {
    await expect(side.inflate('ffffffffffff', 1_000)).rejects.toThrow();
    const whole = await side.deflate(bytes(5_000));
    await expect(side.inflate(whole.slice(0, 2_000), 100_000)).rejects.toThrow();
    await expect(side.inflate(`${whole}00`, 100_000)).rejects.toThrow();
  });

  it('[CI3] AES-256-GCM gives the known answer and rejects another key, nonce, AAD or one flipped bit', async () => {
    // NIST GCM test case 14: zero key, zero nonce, one zero block.
    const [zero32, zero12, zero16] = [new Uint8Array(32), new Uint8Array(12), new Uint8Array(16)].map(toHex);
    expect(await side.encrypt(zero32 ?? '', zero12 ?? '', zero16 ?? '', '')).toBe(
      'cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919',
    );
    const [key, nonce, aad, plain] = [bytes(32), bytes(12), bytes(20), bytes(100)];
    const sealed = await side.encrypt(key, nonce, plain, aad);
    expect(await side.decrypt(key, nonce, sealed, aad)).toBe(plain);
    await expect(side.decrypt(flipped(key, 0), nonce, sealed, aad)).rejects.toThrow();
    await expect(side.decrypt(key, flipped(nonce, 0), sealed, aad)).rejects.toThrow();
    await expect(side.decrypt(key, nonce, sealed, flipped(aad, 19))).rejects.toThrow();
    for (const at of [0, 99, 115]) await expect(side.decrypt(key, nonce, flipped(sealed, at), aad)).rejects.toThrow();
  });

  it('[CI4] writes and reads base64url without padding, short and long, in its one spelling', async () => {
    expect(await side.toBase64('fbff')).toBe('-_8');
    for (const length of [0, 1, 2, 3, 32, 4_999, 50_000]) {
      const drawn = bytes(length);
      expect(await side.toBase64(drawn)).toBe(toBase64(fromHex(drawn)));
      expect(await side.fromBase64(await side.toBase64(drawn))).toBe(drawn);
    }
    for (const text of ['-_9', 'A', '-_8=', '+/8', ' -_8', `${'A'.repeat(5_000)} `, `${'A'.repeat(5_001)}B`])
      await expect(side.fromBase64(text)).rejects.toThrow();
  });

  it('[CI5] a wrapped share opens for its holder and under its own info only', async () => {
    const [holder, other] = [await side.newDevice(), await side.newDevice()];
    const [share, info] = [bytes(32), bytes(80)];
    const wrapped = await side.wrap(holder.kem, info, share);
    expect(fromHex(wrapped)).toHaveLength(80);
    expect(await side.unwrap(holder.id, wrapped, info)).toBe(share);
    await expect(side.unwrap(other.id, wrapped, info)).rejects.toThrow();
    await expect(side.unwrap(holder.id, wrapped, flipped(info, 0))).rejects.toThrow();
    await expect(side.unwrap(holder.id, flipped(wrapped, 79), info)).rejects.toThrow();
    expect(await side.wrap(holder.kem, info, share)).not.toBe(wrapped);
  });
});

describe.each(here.flatMap((from) => here.map((to) => [from, to] as const)))('from %s to %s', (from, to) => {
  const [author, reader] = [sides[from], sides[to]];

  it('[CI6] a signature made here verifies there, and nothing but it', async () => {
    const [device, other, message] = [await author.newDevice(), await author.newDevice(), bytes(120)];
    const sig = await author.sign(device.id, message);
    expect(await reader.verify(device.key, message, sig)).toBe(true);
    expect(await reader.verify(other.key, message, sig)).toBe(false);
    expect(await reader.verify(device.key, flipped(message, 3), sig)).toBe(false);
    expect(await reader.verify(device.key, message, flipped(sig, 40))).toBe(false);
  });

  it('[CI7] a ballot sealed here opens there with its key, and with both shares, under no other entry', async () => {
    const holders = [await reader.newDevice(), await reader.newDevice()];
    const seats = [bytes(8), bytes(8)] as SeatId[];
    const named = holders.map(({ kem }, at) => ({ seat: seats[at] as SeatId, kem: toBase64(fromHex(kem)) }));
    const plaintext = `{"_salt":"AAAAAAAAAAAAAAAAAAAAAA","comment":"${'Đạt, có minh chứng. '.repeat(400)}"}`;
    const { key, body } = await author.seal(place, plaintext, named);
    expect(await reader.open(place, body.envelope, key, body.commit)).toEqual({ ok: true, value: plaintext });
    const elsewhere = await reader.open({ ...place, seq: 8 }, body.envelope, key, body.commit);
    expect(elsewhere).toMatchObject({ ok: false, refusal: { code: 'envelope-broken' } });
    const halves = await Promise.all(
      body.shares.map(async ({ holder, wrapped }, at) => {
        const info = toHex(shareInfo(ballotAad(place), holder));
        return fromHex(await reader.unwrap(holders[at]?.id ?? -1, await reader.fromBase64(wrapped), info));
      }),
    );
    expect(toHex(xor(halves[0] ?? new Uint8Array(), halves[1] ?? new Uint8Array()))).toBe(key);
  });
});
