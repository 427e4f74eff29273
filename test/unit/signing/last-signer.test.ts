// The last signer holds a key and may do more than sign: what else he did is told by the signatures before his.
import { beforeAll, describe, expect, test } from 'vitest';
import { onlySignings } from '../../../electron/signing/own-increments.ts';
import type { Revision } from '../../../electron/signing/revisions.ts';
import { readRevisions } from '../../../electron/signing/revisions.ts';
import { signPdf } from '../../../electron/signing/sign-pdf.ts';
import type { ThrowAwayCertificates } from '../../../electron/signing/throw-away-certificates.ts';
import {
  chair,
  codesOf,
  makePki,
  must,
  reserved,
  secretary,
  signedTwice,
  signerOf,
  verifyOwn,
} from './signing-tools.ts';
import { attacks } from './tampering.ts';

let pki: ThrowAwayCertificates;
let first: Uint8Array;
beforeAll(async () => {
  pki = await makePki();
  first = must(await signPdf(await reserved(), await signerOf(pki, 0), secretary));
});

describe('a change under the last signature', () => {
  const names = [
    'text drawn on a page',
    'a comment on a page',
    'another attachment under the same name',
    'another title',
  ];

  test.each(names)('[PS6] %s, then signed by the chair, is told by the secretary’s signature', async (name) => {
    const { attack, reason } = attacks[name] ?? {};
    if (attack === undefined) throw new Error(`no attack: ${name}`);
    const pdf = must(await signPdf(await attack(first), await signerOf(pki, 1), chair));
    const report = await verifyOwn(pdf, pki);
    const [ofSecretary, ofChair] = report.signatures;
    expect(ofSecretary?.problems.map(({ code }) => code)).toContain(reason);
    expect(ofChair).toMatchObject({ field: 'ChuToa', intact: true, covers: 'whole-file', problems: [] });
    expect(codesOf(report)).toContain('increment-not-a-signing');
    expect(report.accepted).toBe(false);
  });
});

describe('the text of an increment', () => {
  /** One field in two revisions, the texts of its dictionary as given. */
  const twoRevisions = (was: string, now: string, more = ''): readonly [Uint8Array, readonly Revision[]] => {
    const [one, two] = [`5 0 obj\n<<\n${was}\n>>\nendobj\n`, `5 0 obj\n<<\n${now}\n>>\nendobj\n${more}`];
    const bytes = Buffer.from(one + two, 'latin1');
    const common = { size: 6, identity: '' };
    const later = new Map([[5, one.length], ...(more === '' ? [] : [[4, one.length] as const])]);
    return [
      bytes,
      [
        { ...common, start: 0, end: one.length, objects: new Map([[5, 0]]) },
        { ...common, start: one.length, end: bytes.length, objects: later },
      ],
    ];
  };
  const judge = (was: string, now: string, more?: string): boolean => {
    const [bytes, revisions] = twoRevisions(was, now, more);
    return onlySignings(bytes, revisions, revisions[0]?.end ?? 0);
  };
  const field = '/Type /Annot\n/FT /Sig\n/Rect [0 0 9 9]\n/AP <<\n/N 3 0 R\n>>';
  const filled = field.replace('3 0 R', '7 0 R');

  test('[PS6] a field that gets its value and its look is a signing', () => {
    expect(judge(field, `${filled}\n/V 8 0 R`)).toBe(true);
    expect(judge(field, `${field}\n/V 8 0 R`)).toBe(true);
  });

  test('[PS6] keys written twice, moved fields, other kinds and second rewritten objects are not', () => {
    expect(judge(field, filled)).toBe(false);
    expect(judge(field, `${filled}\n/V 8 0 R\n/Rect [0 0 600 800]`)).toBe(false);
    expect(judge(field, `${filled}\n/V 8 0 R\n/V 9 0 R`)).toBe(false);
    expect(judge(field, `${filled}\n/AP <<\n/N 9 0 R\n>>\n/V 8 0 R`)).toBe(false);
    expect(judge(field, `${filled.replace('9 9', '9 8')}\n/V 8 0 R`)).toBe(false);
    expect(judge(field.replace('/Sig', '/Tx'), `${filled.replace('/Sig', '/Tx')}\n/V 8 0 R`)).toBe(false);
    expect(judge(`${field}\n/V 2 0 R`, `${filled}\n/V 8 0 R`)).toBe(false);
    expect(judge(field, `${filled}\n/V 8 0 R`, '4 0 obj\n<<\n>>\nendobj\n')).toBe(false);
  });

  test('[PS6] our own files have one revision for each step, and nothing between or after them', async () => {
    const pdf = await signedTwice(pki);
    const revisions = readRevisions(pdf);
    expect(revisions).toHaveLength(4);
    expect(revisions?.at(-1)?.end).toBe(pdf.length);
    for (const tail of [' ', '\n', '%%EOF\n', '\nstartxref\n0\n%%EOF\n'])
      expect(readRevisions(Buffer.concat([pdf, Buffer.from(tail)]))).toBeUndefined();
    expect(readRevisions(pdf.subarray(0, pdf.length - 1))).toBeUndefined();
  });
});
