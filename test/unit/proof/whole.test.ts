// What `verifyFile` says of whole files: a good one, unfinished ones, other roots, files of others, and no file at all.
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { wholeBook } from '../../../shared/book/extract.ts';
import {
  type Authority,
  authority,
  bookOf,
  broken,
  type Checking,
  checking,
  type Finished,
  finished,
  sampleSet,
} from '../../helpers/played.ts';
import { seeded } from '../../helpers/seed.ts';
import { samplePdf } from '../signing/signing-tools.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 });

let played: Finished;
let other: Authority;
let proof: Checking;

beforeAll(async () => {
  proof = checking();
  played = await finished({ set: await sampleSet('mau-1230') });
  other = await authority(played.form);
});
afterAll(async () => {
  await proof?.renderer.close();
  await played?.close();
});

describe('minutes of ours', () => {
  it('[VF1] a finished file holds: signatures, path, devices, ballots, pages byte for byte', async () => {
    const report = await proof.check(played.pdf, played.authority.root);
    expect(broken(report)).toBe('');
    expect(report.holds).toBe(true);
    const said = report.findings.map(({ en }) => en).join('\n');
    expect(said).toMatch(/ThuKy: Trần Thị Hưởng.*: signature intact \(rsa-pss\)/u);
    expect(said).toMatch(/ChuToa: .*: signature intact \(ecdsa\)/u);
    expect(said).toContain('5 ballots opened again and recounted');
    expect(said).toContain('the same, byte for byte');
    expect(report.verdict.vi).toContain('Chưa kiểm tra được tình trạng thu hồi');
  });

  it('[VF2] without roots, or with those of somebody else, no path is found, and that is said', async () => {
    for (const roots of [[], [other.root]]) {
      const report = await proof.check(played.pdf, ...roots);
      expect(report.holds).toBe(false);
      expect(broken(report)).toMatch(/ThuKy: .*: no path to a given root/u);
      expect(broken(report)).toMatch(/ChuToa: .*: no path to a given root/u);
    }
  });

  it('[VF3] the secretary’s signature alone is not enough, and the empty field is named', async () => {
    const report = await proof.check(played.half, played.authority.root);
    expect(report.holds).toBe(false);
    expect(broken(report)).toBe('Not all have signed: field ChuToa is empty.');
  });

  it('[VF3] a sealed file that nobody signed does not hold', async () => {
    const report = await proof.check(played.sealed, played.authority.root);
    expect(report.holds).toBe(false);
    expect(broken(report)).toContain('no digital signature');
    expect(broken(report)).toContain('field ThuKy is empty');
    expect(broken(report)).toContain('field ChuToa is empty');
  });
});

describe('anything else', () => {
  it('[VF4] a PDF of others is not passed off as minutes', async () => {
    const report = await proof.check(await samplePdf(), played.authority.root);
    expect(report.holds).toBe(false);
    expect(report.findings.map(({ en }) => en).join('\n')).toContain('Not minutes of this application');
  });

  it('[VF4] empty, garbage, a bare PDF head, huge: an answer, never a fault', async () => {
    const random = seeded('garbage');
    const head = Buffer.from('%PDF-1.7\n');
    const files: Record<string, Uint8Array> = {
      empty: new Uint8Array(),
      zeros: new Uint8Array(100_000),
      noise: random.bytes(50_000),
      'noise behind a PDF head': Buffer.concat([head, random.bytes(50_000)]),
      'bare head': head,
      huge: Buffer.concat([head, new Uint8Array(80 * 1024 * 1024)]),
      'huge text': Buffer.alloc(70 * 1024 * 1024, '{"a":'),
      json: Buffer.from('{"format":"hoidong/extract/1"}'),
      nested: Buffer.from('['.repeat(200_000)),
    };
    for (const [name, bytes] of Object.entries(files)) {
      const report = await proof.check(bytes, played.authority.root);
      expect(report.holds, name).toBe(false);
      expect(
        report.findings.some(({ level }) => level === 'broken'),
        name,
      ).toBe(true);
      expect(report.verdict.vi, name).not.toBe('');
    }
  });

  it('[VF5] a book of its own holds; one changed byte in it, a hundred times, never does', async () => {
    const { book } = await bookOf(played);
    const text = Buffer.from(JSON.stringify(wholeBook(book)));
    expect((await proof.check(text)).holds).toBe(true);
    const random = seeded('book bytes');
    for (let round = 0; round < 100; round += 1) {
      const at = random.integer(0, text.length - 1);
      const bytes = Buffer.from(text);
      bytes[at] = (text[at] ?? 0) ^ random.integer(1, 255);
      expect((await proof.check(bytes)).holds, `byte ${at} of ${text.length}: ${text[at]} → ${bytes[at]}`).toBe(false);
    }
  });
});
