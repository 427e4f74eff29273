// No alteration of a signed file passes, each is refused with a reason a person can act on, and cheap enough to try hundreds.
import { beforeAll, describe, expect, test } from 'vitest';
import { assembleCms } from '../../../electron/signing/cms.ts';
import { readCms } from '../../../electron/signing/cms-read.ts';
import { signPdf } from '../../../electron/signing/sign-pdf.ts';
import type { ThrowAwayCertificates } from '../../../electron/signing/throw-away-certificates.ts';
import { verifyPdf } from '../../../electron/signing/verify-pdf.ts';
import { seeded } from '../../helpers/seed.ts';
import {
  codesOf,
  makePki,
  must,
  now,
  reserved,
  secretary,
  signaturesIn,
  signedAt,
  signedTwice,
  signerOf,
  verifyOwn,
} from './signing-tools.ts';
import { attacks, signRegardless } from './tampering.ts';

let pki: ThrowAwayCertificates;
let pdf: Uint8Array;
beforeAll(async () => {
  pki = await makePki();
  pdf = await signedTwice(pki);
});

const FLIPS = 500;

/** The other value that the same key might have made: the order of P-256 less s. */
function twinOf(value: Uint8Array): Uint8Array {
  const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
  const rLength = value[3] ?? 0;
  const r = value.subarray(2, 4 + rLength);
  const s = BigInt(`0x${Buffer.from(value.subarray(6 + rLength)).toString('hex')}`);
  const high = Buffer.from(`00${(order - s).toString(16).padStart(64, '0')}`, 'hex');
  return Buffer.concat([new Uint8Array([0x30, r.length + 2 + high.length]), r, new Uint8Array([2, high.length]), high]);
}

describe('tampering', () => {
  test.each(Object.entries(attacks))('[PS6] refused with a reason: %s', async (_, { attack, reason }) => {
    const altered = await attack(pdf);
    expect(Buffer.from(altered).equals(pdf)).toBe(false);
    const report = await verifyOwn(altered, pki);
    expect(report.accepted).toBe(false);
    expect(codesOf(report)).toContain(reason);
  });

  test.each(Object.entries(attacks))('[PS6] refused in open form too: %s', async (_, { attack }) => {
    const altered = await attack(pdf);
    const report = await verifyPdf(altered, { roots: [pki.root], at: now, strict: false });
    expect(report.accepted).toBe(false);
  });

  test('[PS6] a file cut back to an earlier signature is a genuine file with fewer signatures', async () => {
    const ends = [
      ...Buffer.from(pdf)
        .toString('latin1')
        .matchAll(/%%EOF\n/g),
    ].map(({ index }) => index + 6);
    const report = await verifyOwn(pdf.subarray(0, ends.at(-2)), pki);
    expect(report.signatures.map(({ field }) => field)).toEqual(['ThuKy']);
    expect(report.emptyFields).toEqual(['ThanhVien1', 'ChuToa']);
    expect(report.accepted).toBe(true);
  });

  test('[PS6] a program that knows no locks signs after the chair: the chair’s signature says so', async () => {
    const later = await signRegardless(pdf, await signerOf(pki, 1), 'ThanhVien1', signedAt);
    for (const strict of [true, false]) {
      const report = await verifyPdf(later, { roots: [pki.root], at: now, strict });
      expect(report.signatures.every(({ intact }) => intact)).toBe(true);
      expect(report.signatures.find(({ field }) => field === 'ChuToa')?.problems).toEqual([
        { code: 'signed-after-lock', params: { field: 'ChuToa' } },
      ]);
      expect(report.accepted).toBe(false);
    }
  });
});

describe('single bytes', () => {
  const flipped = (at: number, mask: number): Uint8Array => {
    const copy = new Uint8Array(pdf);
    copy[at] = (copy[at] ?? 0) ^ mask;
    return copy;
  };

  test(`[PS6] any of ${FLIPS} seeded changes of one byte is refused, with a reason`, async () => {
    const random = seeded('byte flips');
    const started = performance.now();
    const passed: string[] = [];
    for (let round = 0; round < FLIPS; round += 1) {
      const [at, mask] = [random.integer(0, pdf.length - 1), random.integer(1, 255)];
      const report = await verifyOwn(flipped(at, mask), pki);
      if (report.accepted || codesOf(report).length === 0) passed.push(`${at} ^ ${mask}`);
    }
    expect(passed).toEqual([]);
    expect(performance.now() - started).toBeLessThan(60_000);
  }, 120_000);

  test('[PS6] every byte at the edges of each /Contents counts, also its case and its padding', async () => {
    const text = Buffer.from(pdf).toString('latin1');
    const passed: number[] = [];
    let tried = 0;
    for (const found of text.matchAll(/\/Contents <([0-9a-f]+)>/g)) {
      const [open, close] = [found.index + 10, found.index + found[0].length - 1];
      const padding = /(?:00)*$/.exec(found[1] ?? '')?.[0].length ?? 0;
      const boundary = close - padding;
      const near = (middle: number, reach: number) =>
        Array.from({ length: 2 * reach + 1 }, (_, step) => middle - reach + step);
      const edges = new Set([...near(open, 64), ...near(close, 64), ...near(boundary, 64)]);
      for (const at of edges)
        for (const mask of [0x01, 0x20]) {
          tried += 1;
          if ((await verifyOwn(flipped(at, mask), pki)).accepted) passed.push(at);
        }
    }
    expect(tried).toBeGreaterThan(700);
    expect(passed).toEqual([]);
  }, 120_000);

  test('[PS6] the twin of an ECDSA value, (r, n - s), verifies as well and is refused all the same', async () => {
    const one = must(await signPdf(await reserved(), await signerOf(pki, 1), secretary));
    const [signature] = signaturesIn(one);
    const read = readCms(signature?.cms ?? new Uint8Array());
    const [leaf, issuing] = [pki.signers[1]?.certificate ?? new Uint8Array(), pki.issuing];
    const rest = { attributes: read.attributes, algorithm: 'ecdsa-p256', path: [leaf, issuing] } as const;
    const replaced = (value: Uint8Array): Uint8Array => {
      const bytes = Buffer.from(one);
      const cms = Buffer.from(assembleCms({ ...rest, signature: value })).toString('hex');
      bytes.write(cms.padEnd((signature?.cms.length ?? 0) * 2, '0'), bytes.indexOf('/Contents <') + 11, 'latin1');
      return new Uint8Array(bytes);
    };
    expect(Buffer.from(replaced(read.signature)).equals(one)).toBe(true);
    const altered = replaced(twinOf(read.signature));
    expect((await verifyPdf(altered, { roots: [pki.root], at: now, strict: false })).accepted).toBe(true);
    expect(codesOf(await verifyOwn(altered, pki))).toEqual(['cms-not-own-form']);
  });
});

describe('hostile bytes', () => {
  test('[PS7] nothing makes the verifier throw', async () => {
    const random = seeded('hostile bytes');
    const texts = ['', '%PDF-', '%PDF-1.7\n', '%PDF-1.7\nstartxref\n0\n%%EOF\n', '%PDF-1.7\nstartxref\n9\n%%EOF\n'];
    const bytes = [...texts.map((text) => Buffer.from(text)), random.bytes(4096), pdf.subarray(0, 5000)];
    for (const strict of [true, false])
      for (const hostile of bytes) {
        const report = await verifyPdf(new Uint8Array(hostile), { roots: [], at: now, strict });
        expect(report.accepted).toBe(false);
        expect(report.problems).not.toEqual([]);
      }
  });

  test('[PS7] hundreds of random mutilations are reported, in open form as well', async () => {
    const random = seeded('mutilations');
    for (let round = 0; round < 200; round += 1) {
      const copy = Buffer.from(pdf);
      for (let times = random.integer(1, 40); times > 0; times -= 1) {
        const at = random.integer(0, copy.length - 60);
        random.chance(50) ? copy.set(random.bytes(random.integer(1, 50)), at) : copy.copyWithin(at, at + 50, at + 60);
      }
      const report = await verifyPdf(new Uint8Array(copy), { roots: [pki.root], at: now, strict: false });
      expect(report.accepted).toBe(false);
    }
  }, 60_000);
});
