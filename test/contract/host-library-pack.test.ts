// A pack at the host: signed, written, loaded again, and every way in which it may have been changed on its way.
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { manifestOf, signPack, writePack } from '../../electron/exports/write-pack.ts';
import { openPkcs12 } from '../../electron/signing/pkcs12.ts';
import { fromUtf8, toHex } from '../../shared/base/bytes.ts';
import { canonical } from '../../shared/base/canonical.ts';
import type { Client } from '../../shared/contract/client.ts';
import { packedBytes, type SetPack } from '../../shared/contract/set-pack.ts';
import { codeOf, deskOf, granted, type Room, room } from './host-room.ts';
import {
  DECISION,
  exportOf,
  inForce,
  OWN,
  own,
  readBytes,
  rowOf,
  saved,
  signerNamed,
  upload,
} from './library-given.ts';

const SCAN = 'quyết định đã quét';
const CONSULTED = [
  {
    ...{ key: 1, body: 'Vụ Pháp chế', sentOn: '2026-01-15', letter: '7/CV', answeredOn: '2026-01-30' },
    ...{ answer: 'Nhất trí.\nĐề nghị sửa p1.', handled: 'Đã sửa p1.' },
  },
];
const sha256 = (bytes: Uint8Array): string => toHex(createHash('sha256').update(bytes).digest());

/** In force after consultation, with its scanned decision. */
async function decided(at: Room, desk: Client): Promise<string> {
  const key = await saved(desk);
  granted(await desk.call('library.consult', { key, consultations: CONSULTED }));
  const file = { sha256: await upload(at, SCAN), name: 'Quyết định 15.pdf' };
  granted(await desk.call('library.promulgate', { key, promulgation: DECISION, file }));
  return key;
}
async function signedPack(signer: Awaited<ReturnType<typeof signerNamed>>) {
  const at = await room();
  const desk = await deskOf(at);
  const key = await decided(at, desk);
  granted(await desk.call('library.sign', { key, pkcs12: signer.pkcs12, password: signer.password }));
  const { bytes, name } = await exportOf(at, desk, key, 'pack');
  return { at, desk, key, bytes, name };
}
const asPack = (bytes: Uint8Array): SetPack => JSON.parse(fromUtf8(bytes)) as SetPack;
const codes = ({ findings }: Awaited<ReturnType<typeof readBytes>>) => findings.map(({ code }) => code);
/** All that the library keeps, and nothing else does. */
async function keptIn({ headless: { store } }: Room): Promise<unknown> {
  const list = await store.readSetting('criteria-library');
  const { keys = [] } = JSON.parse(list ?? '{}') as { keys?: readonly string[] };
  const book = '0'.repeat(64) as never;
  const texts = await Promise.all(keys.map(async (key) => await store.readDrafts(book, 'desk', `criteria-set/${key}`)));
  return { list, texts, mappings: await store.readSetting('criteria/mappings') };
}

test('[LB20] only what is in force is signed, with the right password, and the signature names who signed', async () => {
  const at = await room();
  const desk = await deskOf(at);
  const { pkcs12, password } = await signerNamed('Trần Thị Hưởng');
  const sign = async (key: string, more: object = {}) =>
    codeOf(await desk.call('library.sign', { key, pkcs12, password, ...more }));
  expect(await sign(await saved(desk))).toBe('set-not-promulgated');
  expect(await sign('nobody')).toBe('set-unknown');
  const key = await decided(at, desk);
  const before = await keptIn(at);
  expect(await sign(key, { password: 'sai' })).toBe('pkcs12-wrong-password');
  expect(await sign(key, { pkcs12: Buffer.from('rác').toString('base64url') })).not.toBe('ok');
  const { pkcs12: old, password: its } = await signerNamed('Đã hết hạn', 'p256', new Date('2020-01-01T00:00:00Z'));
  expect(await sign(key, { pkcs12: old, password: its })).toBe('certificate-not-valid-now');
  expect(await keptIn(at)).toEqual(before);
  const hash = (await rowOf(desk, key))?.sha256;

  expect(await sign(key)).toBe('ok');
  expect(await rowOf(desk, key)).toMatchObject({
    sha256: hash,
    signature: {
      name: 'Trần Thị Hưởng',
      organisation: 'Cục A',
      trusted: false,
      signedAt: expect.stringMatching(/^2026-11-23T/),
    },
  });
  // Neither key file nor password is kept, and the same hand may sign anew.
  const kept = JSON.stringify(await keptIn(at));
  expect([kept.includes(pkcs12.slice(0, 80)), kept.includes(password)]).toEqual([false, false]);
  const { pkcs12: another, password: word } = await signerNamed('Người ký thay', 'rsa3072');
  expect(await sign(key, { pkcs12: another, password: word })).toBe('ok');
  expect((await rowOf(desk, key))?.signature?.name).toBe('Người ký thay');
});

test('[LB21] a pack keeps set, consultations, decision and signature, byte for byte from one library to the next', async () => {
  const { desk, key, bytes, name, at } = await signedPack(await signerNamed('Trần Thị Hưởng'));
  expect(name).toBe('cuc-a-1.0.hdset');
  const here = granted(await desk.call('library.open', { key }));
  expect(await readBytes(at, desk, name, bytes)).toMatchObject({ known: key });

  const there = await room();
  const other = await deskOf(there);
  const before = await keptIn(there);
  const report = await readBytes(there, other, name, bytes);
  expect(report).toMatchObject({
    ...{ format: 'pack', set: { ...OWN, promulgation: DECISION }, sha256: here.row.sha256, consultations: CONSULTED },
    signature: { name: 'Trần Thị Hưởng', trusted: false },
  });
  expect(codes(report)).toEqual(['pack-untrusted', 'threshold-open']);
  expect(report.known).toBeUndefined();
  expect(await keptIn(there)).toEqual(before);

  const take = async () =>
    granted(await other.call('library.accept', { sha256: await upload(there, bytes), name })).key;
  const taken = await take();
  expect(await take()).toBe(taken);
  expect(await own(other)).toHaveLength(1);
  const record = granted(await other.call('library.open', { key: taken }));
  expect(record.row).toMatchObject({ ...here.row, key: taken, from: 'pack', savedAt: expect.any(String) });
  expect(record).toMatchObject({ set: here.set, consultations: CONSULTED });
  expect(record.decisionFile).toMatchObject({ name: 'Quyết định 15.pdf', sha256: sha256(Buffer.from(SCAN)) });
  expect((await readBytes(there, other, name, bytes)).known).toBe(taken);
  expect(Buffer.from((await exportOf(there, other, taken, 'pack')).bytes)).toEqual(Buffer.from(bytes));
  // Another's signature is never put away for one's own.
  const { pkcs12, password } = await signerNamed('Kẻ khác');
  expect(codeOf(await other.call('library.sign', { key: taken, pkcs12, password }))).toBe('set-signed-by-others');
});

test('[LB22] of a pack any changed, cut or added byte refuses it, and the library is as it was', async () => {
  const { bytes } = await signedPack(await signerNamed('Trần Thị Hưởng'));
  const at = await room();
  const desk = await deskOf(at);
  await saved(desk);
  const before = await keptIn(at);
  const changed = (place: number): Uint8Array => {
    const other = new Uint8Array(bytes);
    other[place] = (other[place] ?? 0) ^ (place % 2 === 0 ? 1 : 0x20);
    return other;
  };
  const places = Array.from({ length: Math.ceil(bytes.length / 997) }, (_, each) => each * 997);
  expect(places.length).toBeGreaterThan(4);
  const spoilt = [
    ...places.map(changed),
    changed(bytes.length - 1),
    bytes.subarray(0, -1),
    Buffer.concat([bytes, Buffer.from(' ')]),
  ];
  for (const [number, each] of spoilt.entries()) {
    const report = await readBytes(at, desk, 'bộ.hdset', each);
    expect(report.set, `${number}`).toBeUndefined();
    expect(
      report.findings.some(({ severity }) => severity === 'error'),
      `${number}`,
    ).toBe(true);
  }
  for (const each of spoilt.slice(-2))
    expect(codeOf(await desk.call('library.accept', { sha256: await upload(at, each), name: 'bộ.hdset' }))).toBe(
      'set-file-refused',
    );
  expect(await keptIn(at)).toEqual(before);
}, 60_000);

test('[LB23] who signed is told: another name, a root that vouches, nobody at all, a signature that is of something else', async () => {
  const signer = await signerNamed('Trần Thị Hưởng');
  const { bytes } = await signedPack(signer);
  const pack = asPack(bytes);
  const at = await room();
  const desk = await deskOf(at);
  const read = async (given: Uint8Array | string, roots?: string) =>
    await readBytes(at, desk, 'bộ.hdset', given, roots);

  const vouched = await read(bytes, signer.rootPem);
  expect(vouched.signature).toMatchObject({ name: 'Trần Thị Hưởng', trusted: true });
  expect(codes(vouched)).toEqual(['threshold-open']);

  // Words changed and signed again by somebody who calls himself the same: his own root does not vouch.
  const forger = await signerNamed('Kẻ mạo danh');
  const own = granted(await openPkcs12(Buffer.from(forger.pkcs12, 'base64url'), forger.password));
  const set = { ...OWN, promulgation: DECISION, name: { vi: 'Bộ đã sửa', en: 'Changed' } };
  const manifest = manifestOf({ set, consultations: CONSULTED }, pack.manifest.signedAt);
  const cms = granted(await signPack(manifest, own));
  const forged = await read(granted(writePack(manifest, { cms })), signer.rootPem);
  expect(forged).toMatchObject({
    signature: { name: 'Kẻ mạo danh', trusted: false },
    set: { name: { vi: 'Bộ đã sửa' } },
  });
  expect(codes(forged)).toEqual(['pack-untrusted', 'threshold-open']);

  // The signature taken off, and with it the time of signing: it is told as what nobody signed.
  const { signature: _, manifest: whole, ...rest } = pack;
  const { signedAt: _at, ...unsigned } = whole;
  const bare = canonical({ ...rest, manifest: unsigned, sha256: sha256(packedBytes(unsigned)) });
  const nobody = await read(bare);
  expect([nobody.signature, nobody.set?.id, codes(nobody)]).toEqual([
    undefined,
    'cuc-a',
    ['pack-unsigned', 'threshold-open'],
  ]);
  // Taken off alone, or put on other words: refused.
  for (const wrong of [
    canonical({ ...rest, manifest: whole }),
    granted(writePack(manifest, { cms: Buffer.from(pack.signature ?? '', 'base64url') })),
  ])
    expect(codes(await read(wrong))).toEqual(['pack-signature-broken']);
  // Words changed with their sum, the old signature kept.
  const altered = { ...whole, consultations: [] };
  const sums = canonical({ ...pack, manifest: altered, sha256: sha256(packedBytes(altered)) });
  expect(codes(await read(sums))).toEqual(['pack-signature-broken']);
  expect(codes(await read(canonical({ ...pack, manifest: altered })))).toEqual(['pack-changed']);
});

test('[LB24] a pack of a newer version is named as such; one without a promulgation is none', async () => {
  const at = await room();
  const desk = await deskOf(at);
  const { key } = await inForce(desk);
  const { bytes, name } = await exportOf(at, desk, key, 'pack');
  const newer = fromUtf8(bytes).replace('hoidong/set-pack/1', 'hoidong/set-pack/2');
  expect((await readBytes(at, desk, name, newer)).findings).toMatchObject([
    { code: 'pack-newer', params: { format: 'hoidong/set-pack/2' } },
  ]);
  const draft = granted(writePack(manifestOf({ set: OWN, consultations: [] })));
  expect((await readBytes(at, desk, name, draft)).findings).toMatchObject([{ code: 'pack-broken', severity: 'error' }]);
  // Read by what it holds, whatever it is called.
  expect(await readBytes(at, desk, 'bộ.txt', bytes)).toMatchObject({ format: 'pack', known: key });
});

test('[LB25] the same id and version by another text is not taken in beside the one in force', async () => {
  const at = await room();
  const desk = await deskOf(at);
  await inForce(desk);
  const before = await keptIn(at);
  const set = { ...OWN, promulgation: { ...DECISION, number: '16/QĐ-CA' } };
  const bytes = granted(writePack(manifestOf({ set, consultations: [] })));
  const accepted = await desk.call('library.accept', { sha256: await upload(at, bytes), name: 'b.hdset' });
  expect(codeOf(accepted)).toBe('set-version-taken');
  expect(await keptIn(at)).toEqual(before);
});
