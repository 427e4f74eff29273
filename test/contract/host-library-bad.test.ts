// Bad criteria files brought to a real host: looked at and refused, with the library left exactly as it was.
import { expect, test } from 'vitest';
import type { Client } from '../../shared/contract/client.ts';
import { draftOfSet } from '../../shared/criteria/set-draft.ts';
import { BAD_SETS } from '../unit/imports/bad-sets.ts';
import { codeOf, deskOf, granted, type Room, room, SET } from './host-room.ts';

/** Some of what can be wrong, of every format: reading a file takes a worker of its own. */
const SOME = BAD_SETS.filter((_, at) => at % 8 === 0);

const saved = async (desk: Client, id: string): Promise<string> =>
  granted(await desk.call('library.save', { draft: draftOfSet({ ...SET, id, sample: false }) })).key;
const uploaded = async ({ headless }: Room, bytes: Uint8Array) =>
  granted(await headless.store.putBlob([bytes], { maxBytes: 64 * 1024 * 1024 })).sha256;

/** Every setting, the texts of every set of the library, and what the screen is told. */
async function keptIn({ headless: { store } }: Room, desk: Client) {
  const settings = await Promise.all(
    (await store.readSettings()).map(async (name) => [name, await store.readSetting(name)] as const),
  );
  const { rows } = granted(await desk.call('library.list', {}));
  const book = '0'.repeat(64) as never;
  const texts = rows.map(async ({ key }) => await store.readDrafts(book, 'desk', `criteria-set/${key}`));
  return { settings, rows, texts: await Promise.all(texts) };
}

test('[BD4] no bad file is taken in, and what the library holds stays as it was', { timeout: 240_000 }, async () => {
  const at = await room();
  const desk = await deskOf(at);
  await saved(desk, 'cua-cuc');
  const promulgation = { number: '12/QĐ', date: '2026-02-28', body: 'Cục Ví dụ' };
  granted(await desk.call('library.promulgate', { key: await saved(desk, 'cua-bo'), promulgation }));
  const before = await keptIn(at, desk);
  expect(before.rows.map(({ state }) => state)).toEqual(['shipped', 'draft', 'promulgated']);
  for (const [index, { file, code, bytes }] of SOME.entries()) {
    const given = { sha256: await uploaded(at, bytes()), name: file };
    expect(codeOf(await desk.call('library.accept', given as never)), file).toBe('set-file-refused');
    if (index % 4 !== 0) continue;
    const report = granted(await desk.call('library.read-file', given as never));
    expect(report.set, file).toBeUndefined();
    expect(report.findings[0]).toMatchObject({
      code,
      severity: 'error',
      vi: expect.any(String),
      en: expect.any(String),
    });
  }
  expect(SOME.length).toBeGreaterThanOrEqual(20);
  expect(await keptIn(at, desk)).toEqual(before);
  granted(await desk.call('library.save', { draft: draftOfSet({ ...SET, id: 'moi' }) }));
  expect(await keptIn(at, desk)).not.toEqual(before);
});
