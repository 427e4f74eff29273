// `hoidong criteria pack`: a set in force as a signed pack, which `check` reads and refuses when a byte is another.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it, vi } from 'vitest';
import { nodeCiphers } from '../../../electron/seal/node-ciphers.ts';
import { makeThrowAwayCertificates } from '../../../electron/signing/throw-away-certificates.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';
import { hoidong } from './run-command.ts';

vi.setConfig({ testTimeout: 60_000 });

const SET = (promulgation: string) => `id: cuc-a
version: "1"
name_vi: Bộ của Cục A
outcome_rules:
  - when: all_met
    outcome: dat
    vi: Đạt
  - when: otherwise
    outcome: khong
    vi: Không đạt
groups:
  - id: g
    vi: Nhóm
    criteria:
      - id: a
        vi: Có cổng dữ liệu
        kind: pass_fail
${promulgation}`;
const IN_FORCE = SET('promulgation:\n  number: 15/QĐ\n  date: 2026-11-20\n  body: Cục A\n');

async function given() {
  const folder = tempFolder('pack');
  const put = (name: string, text: string | Uint8Array): string => {
    const file = path.join(folder, name);
    writeFileSync(file, text);
    return file;
  };
  const person = { name: 'Nguyễn Văn A', organisation: 'Cục A' };
  const { signers } = await makeThrowAwayCertificates([person], { at: new Date(), random: nodeCiphers.random });
  const p12 = put('a.p12', signers[0]?.pkcs12 ?? '');
  const password = put('a.txt', `${signers[0]?.password}\n`);
  return { put, p12, password, set: put('set.yaml', IN_FORCE), out: path.join(folder, 'set.hdset') };
}
const codes = (out: string): readonly string[] =>
  (JSON.parse(out) as { findings: { code: string }[] }).findings.map(({ code }) => code);

it('[LB14] a set in force is packed and signed, and the pack is checked like any other file', async () => {
  const { put, p12, password, set, out } = await given();
  const packed = await hoidong(['criteria', 'pack', set, '--p12', p12, '--password-file', password, '--out', out]);
  expect(packed).toMatchObject({ code: 0, out: `${out}\n` });
  const checked = await hoidong(['criteria', 'check', out, '--json']);
  expect(JSON.parse(checked.out)).toMatchObject({ ok: true, id: 'cuc-a', groups: 1, criteria: 1 });
  expect(codes(checked.out)).toContain('pack-untrusted');
  const bytes = readFileSync(out);
  bytes[600] = (bytes[600] ?? 0) ^ 1;
  const flipped = await hoidong(['criteria', 'check', put('b.hdset', bytes), '--json']);
  expect([flipped.code, JSON.parse(flipped.out).ok]).toEqual([1, false]);
  // Never over a file that is there.
  const again = await hoidong(['criteria', 'pack', set, '--out', out]);
  expect([again.code, again.err]).toEqual([1, expect.stringContaining('set.hdset')]);
});

it('[LB14] without a certificate it is unsigned, which the check says; a draft or a wrong password packs nothing', async () => {
  const { put, p12, set, out } = await given();
  const unsigned = await hoidong(['criteria', 'pack', set, '--out', out, '--json']);
  expect(JSON.parse(unsigned.out)).toMatchObject({
    ok: true,
    signed: false,
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect(codes((await hoidong(['criteria', 'check', out, '--json'])).out)).toContain('pack-unsigned');
  const other = `${out}.hdset`;
  const draft = await hoidong(['criteria', 'pack', put('draft.yaml', SET('')), '--out', other, '--json']);
  expect([draft.code, JSON.parse(draft.out).refusal.code]).toEqual([1, 'set-not-promulgated']);
  const wrong = put('wrong.txt', 'sai');
  const words = ['criteria', 'pack', set, '--p12', p12, '--password-file', wrong, '--out', other, '--json'];
  const refused = await hoidong(words);
  expect([refused.code, JSON.parse(refused.out).refusal.code]).toEqual([1, 'pkcs12-wrong-password']);
  expect((await hoidong(['criteria', 'pack', set, '--p12', p12, '--out', other])).code).toBe(2);
  expect((await hoidong(['criteria', 'check', set, '--p12', p12])).code).toBe(2);
});
