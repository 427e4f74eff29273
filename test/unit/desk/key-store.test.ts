// The data key: made where the system keeps secrets, opened only there, and what is stored under it.
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openDataKey, type SafeStorage } from '../../../electron/desk/key-store.ts';
import { coverUnder } from '../../../electron/seal/cover.ts';
import { KEY_FILE } from '../../../electron/store/key-file.ts';
import { openStore } from '../../../electron/store/open-store.ts';
import { seeded } from '../../helpers/seed.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';

/** A key store of one user on one machine: opens what it wrapped, and nothing of another. */
function system(more: { backend?: string; isThere?: boolean; isBlind?: boolean } = {}) {
  let key = randomBytes(32);
  let before: Uint8Array | undefined;
  const wrapping: string[] = [];
  const unwrap = (under: Uint8Array, wrapped: Buffer): string =>
    Buffer.from(coverUnder(under, randomBytes).unprotect(wrapped, 'system')).toString();
  const safeStorage: SafeStorage = {
    isAsyncEncryptionAvailable: async () => more.isThere ?? true,
    encryptStringAsync: async (text) => {
      wrapping.push(text);
      return Buffer.from(coverUnder(key, randomBytes).protect(Buffer.from(text), 'system'));
    },
    decryptStringAsync: async (wrapped) => {
      if (more.isBlind === true) throw new Error('Error while decrypting the ciphertext');
      try {
        return { result: unwrap(key, wrapped), shouldReEncrypt: false };
      } catch (error) {
        if (before === undefined) throw error;
        return { result: unwrap(before, wrapped), shouldReEncrypt: true };
      }
    },
    getSelectedStorageBackend: () => more.backend ?? 'gnome_libsecret',
  };
  return {
    safeStorage,
    wrapping,
    turn: () => {
      before = key;
      key = randomBytes(32);
    },
    forget: () => {
      before = undefined;
    },
  };
}

const open = (folder: string, safeStorage: SafeStorage, platform: NodeJS.Platform = 'linux') =>
  openDataKey({ folder, safeStorage, platform, random: randomBytes });
const pairOf = async (folder: string, safeStorage: SafeStorage) => {
  const opened = await open(folder, safeStorage);
  if (!opened.ok || opened.value.pair === undefined) throw new Error('no pair');
  return opened.value.pair;
};
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString();

describe('covering', () => {
  test('[DK8] what was covered is read again under its own key and place only', () => {
    const [own, other] = [coverUnder(randomBytes(32), randomBytes), coverUnder(randomBytes(32), randomBytes)];
    const covered = own.protect(Buffer.from('điểm số'), 'draft/a');
    expect(text(own.unprotect(covered, 'draft/a'))).toBe('điểm số');
    expect(Buffer.from(covered).includes('điểm')).toBe(false);
    expect(() => own.unprotect(covered, 'draft/b')).toThrow();
    expect(() => other.unprotect(covered, 'draft/a')).toThrow();
    expect(text(own.unprotect(own.protect(new Uint8Array(), ''), ''))).toBe('');
  });

  test('[DK8] the same value is never covered the same way twice', () => {
    const pair = coverUnder(randomBytes(32), randomBytes);
    const seen = new Set(
      Array.from({ length: 200 }, () => Buffer.from(pair.protect(Buffer.from('met'), 'p')).toString('hex')),
    );
    expect(seen.size).toBe(200);
  });

  test('[DK8] whatever bit is turned, and wherever it is cut, it is not read', () => {
    const random = seeded('covered values');
    const pair = coverUnder(randomBytes(32), randomBytes);
    for (let round = 0; round < 300; round++) {
      const covered = Buffer.from(pair.protect(random.bytes(random.integer(0, 60)), 'place'));
      const turned = Buffer.from(covered);
      const at = random.integer(0, turned.length - 1);
      turned[at] = (turned[at] ?? 0) ^ (1 << random.integer(0, 7));
      expect(() => pair.unprotect(turned, 'place')).toThrow();
      expect(() => pair.unprotect(covered.subarray(0, random.integer(0, covered.length - 1)), 'place')).toThrow();
    }
  });
});

describe('the data key', () => {
  test('[DK8] a new folder gets one, wrapped by the system, the same at every start', async () => {
    const folder = tempFolder('key');
    const { safeStorage, wrapping } = system();
    const covered = (await pairOf(folder, safeStorage)).protect(Buffer.from('a'), 'p');
    const kept = readFileSync(join(folder, KEY_FILE), 'utf8');
    expect(text((await pairOf(folder, safeStorage)).unprotect(covered, 'p'))).toBe('a');
    expect([wrapping.length, readdirSync(folder)]).toEqual([1, [KEY_FILE]]);
    const [key = ''] = wrapping;
    expect(Buffer.from(key, 'base64')).toHaveLength(32);
    for (const form of [key, Buffer.from(key, 'base64').toString('hex'), Buffer.from(key).toString('base64')])
      expect(kept.includes(form)).toBe(false);
  });

  test('[DK8] drafts, cards and keys are not in clear anywhere in the folder', async () => {
    const folder = tempFolder('key');
    const { safeStorage } = system();
    const worker = new URL('../../../electron/store/store-worker.ts', import.meta.url);
    const words = ['HƯƠU-CAO-CỔ-draft', 'HƯƠU-CAO-CỔ-card', 'HƯƠU-CAO-CỔ-key'] as const;
    const book = 'a'.repeat(64) as never;
    const store = await openStore({ folder, worker, protect: await pairOf(folder, safeStorage) });
    if (!store.ok) throw new Error(store.refusal.code);
    await store.value.saveDraft(book, 's', 'p', 'i', words[0]);
    await store.value.saveCard(book, words[1]);
    await store.value.saveKey('k', 'i', Buffer.from(words[2]));
    await store.value.close();
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const bytes = files.map((entry) => readFileSync(join(entry.parentPath, entry.name)));
    expect(files.length).toBeGreaterThan(2);
    for (const word of words) expect(bytes.some((each) => each.includes(word))).toBe(false);
    const again = await openStore({ folder, worker, protect: await pairOf(folder, safeStorage) });
    if (!again.ok) throw new Error(again.refusal.code);
    expect(await again.value.readDrafts(book, 's', 'p')).toEqual([{ item: 'i', text: words[0] }]);
    await again.value.close();
  });

  test('[DK8] a system that has changed its own key wraps ours anew', async () => {
    const folder = tempFolder('key');
    const at = system();
    const covered = (await pairOf(folder, at.safeStorage)).protect(Buffer.from('a'), 'p');
    const old = readFileSync(join(folder, KEY_FILE), 'utf8');
    at.turn();
    expect(text((await pairOf(folder, at.safeStorage)).unprotect(covered, 'p'))).toBe('a');
    expect(readFileSync(join(folder, KEY_FILE), 'utf8')).not.toBe(old);
    at.forget();
    expect(text((await pairOf(folder, at.safeStorage)).unprotect(covered, 'p'))).toBe('a');
  });

  test('[DK9] without a key store, or with one that keeps no secret, data stay in clear and it is said', async () => {
    const none = tempFolder('key');
    expect(await open(none, system({ isThere: false }).safeStorage)).toEqual({
      ok: true,
      value: { why: 'no-key-store' },
    });
    expect(await open(none, system({ isBlind: true }).safeStorage)).toEqual({
      ok: true,
      value: { why: 'no-key-store' },
    });
    for (const backend of ['basic_text', 'unknown'])
      expect(await open(none, system({ backend }).safeStorage)).toEqual({ ok: true, value: { why: 'weak-key-store' } });
    expect(existsSync(join(none, KEY_FILE))).toBe(false);
    // The name of a backend means something on Linux only.
    expect((await open(none, system({ backend: 'basic_text' }).safeStorage, 'win32')).ok).toBe(true);
    expect(existsSync(join(none, KEY_FILE))).toBe(true);
  });

  test('[DK9] a folder begun in clear stays as it is', async () => {
    const folder = tempFolder('key');
    writeFileSync(join(folder, 'hoidong.db'), '');
    expect(await open(folder, system().safeStorage)).toEqual({ ok: true, value: { why: 'made-before' } });
    expect(readdirSync(folder)).toEqual(['hoidong.db']);
  });

  test('[DK9] a folder covered by another user or machine, or whose key is broken, is refused and not touched', async () => {
    const folder = tempFolder('key');
    await pairOf(folder, system().safeStorage);
    const file = join(folder, KEY_FILE);
    const kept = readFileSync(file, 'utf8');
    const elsewhere = { ok: false, refusal: { code: 'data-key-elsewhere', params: {} } };
    expect(await open(folder, system().safeStorage)).toEqual(elsewhere);
    expect(await open(folder, system({ isThere: false, isBlind: true }).safeStorage)).toEqual(elsewhere);
    expect(readFileSync(file, 'utf8')).toBe(kept);
    const own = system();
    for (const broken of ['', '{}', '{"v":2,"wrapped":""}', '{"v":1,"wrapped":"AAAA"}', kept.slice(0, 30)]) {
      writeFileSync(file, broken);
      expect(await open(folder, own.safeStorage), broken).toEqual(elsewhere);
      expect(readFileSync(file, 'utf8')).toBe(broken);
    }
    const short = await own.safeStorage.encryptStringAsync(randomBytes(16).toString('base64'));
    writeFileSync(file, JSON.stringify({ v: 1, wrapped: short.toString('base64') }));
    expect(await open(folder, own.safeStorage)).toEqual(elsewhere);
  });
});
