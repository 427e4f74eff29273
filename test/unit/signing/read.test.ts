// What a minutes file gives back: its attachment, its first revision, its words; and files that others signed.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import { PDF } from '@libpdf/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { extendsFile } from '../../../electron/signing/extends-file.ts';
import { hostileReason } from '../../../electron/signing/hostile-guard.ts';
import { openApartReader } from '../../../electron/signing/read-apart.ts';
import { baseRevision, readAttachment, wordsOf } from '../../../electron/signing/read-pdf.ts';
import type { ThrowAwayCertificates } from '../../../electron/signing/throw-away-certificates.ts';
import { verifyPdf } from '../../../electron/signing/verify-pdf.ts';
import { toolOrSkip } from '../../helpers/tools.ts';
import {
  attachment,
  inFolder,
  makePki,
  must,
  now,
  refusalOf,
  reserved,
  run,
  samplePdf,
  signedTwice,
  signerOf,
  verifyOwn,
} from './signing-tools.ts';
import { attacks } from './tampering.ts';

let pki: ThrowAwayCertificates;
let pdf: Uint8Array;
beforeAll(async () => {
  pki = await makePki();
  pdf = await signedTwice(pki);
});

const attacked = async (name: string): Promise<Uint8Array> => {
  const { attack } = attacks[name] ?? {};
  if (attack === undefined) throw new Error(`no attack: ${name}`);
  return attack(pdf);
};

describe('attachments', () => {
  test('[PS12] the attachment comes out as it went in, from the first revision and the last alike', async () => {
    const found = must(await readAttachment(pdf, 'bien-ban.json', { maxBytes: 1000 }));
    expect(Buffer.from(found).toString('utf8')).toBe(attachment);
  });

  test('[PS12] one that was replaced later, is missing or is larger than allowed is refused', async () => {
    const limits = { maxBytes: 1000 };
    for (const name of ['another attachment under the same name', 'the data of the attachment itself'])
      expect(refusalOf(await readAttachment(await attacked(name), 'bien-ban.json', limits))).toBe('attachment-changed');
    expect(refusalOf(await readAttachment(pdf, 'khac.json', limits))).toBe('attachment-missing');
    expect(refusalOf(await readAttachment(pdf, 'bien-ban.json', { maxBytes: 10 }))).toBe('attachment-too-large');
    expect(refusalOf(await readAttachment(new Uint8Array(100), 'a', limits))).toBe('structure-not-own-form');
  });
});

describe('revisions', () => {
  test('[PS12] the base revision is the file as it was rendered', async () => {
    const base = await samplePdf();
    expect(Buffer.from(must(baseRevision(pdf))).equals(base)).toBe(true);
    expect(Buffer.from(must(baseRevision(base))).equals(base)).toBe(true);
    expect(refusalOf(baseRevision(new Uint8Array(10)))).toBe('structure-not-own-form');
  });

  test('[PS13] a signed file extends the one that was sent out, and says that it was only signed', async () => {
    const sent = await reserved();
    expect(must(await extendsFile(sent, pdf)).map(({ code }) => code)).toEqual([
      'field-signed',
      'field-signed',
      'certification-changed',
    ]);
  });

  test('[PS13] anything else is no extension, or says what else it changed', async () => {
    const sent = await reserved();
    expect(refusalOf(await extendsFile(sent, sent))).toBe('not-an-extension');
    expect(refusalOf(await extendsFile(pdf, sent))).toBe('not-an-extension');
    expect(refusalOf(await extendsFile(sent, await reserved(await samplePdf('Khác.'))))).toBe('not-an-extension');
    expect(refusalOf(await extendsFile(sent, Buffer.concat([sent, Buffer.from('\n')])))).toBe('not-an-extension');
    const other = Buffer.concat([sent, await samplePdf()]);
    expect(refusalOf(await extendsFile(sent, new Uint8Array(other)))).toBe('not-an-extension');
    const changed = must(await extendsFile(sent, await attacked('text drawn on a page')));
    expect(changed).toContainEqual({ code: 'page-changed', params: { page: 1 } });
  });
});

describe('words', () => {
  test('[PS12] the printed words are those that poppler reads, NFC, page by page', async (context) => {
    const tool = toolOrSkip(context, 'pdftotext');
    const pages = must(await wordsOf(pdf));
    const text = inFolder({ 'a.pdf': await samplePdf() }, (folder) => run(tool, ['-layout', 'a.pdf', '-'], folder));
    const expected = text.split('\f').map((page) =>
      page
        .normalize('NFC')
        .split(/\s+/)
        .filter((word) => word !== ''),
    );
    expect(pages.map((words) => [...words].sort())).toEqual(expected.slice(0, 2).map((words) => words.sort()));
    expect(pages[0]).toContain('Ẩn');
    expect(pages.flat().every((word) => word === word.normalize('NFC'))).toBe(true);
  });

  test('[PS12] one changed word is one different word', async () => {
    const [a, b] = [
      must(await wordsOf(await samplePdf())),
      must(await wordsOf(await samplePdf('Hội đồng kết luận: Hỏng.'))),
    ];
    const differing = a.flat().filter((word, at) => word !== b.flat()[at]);
    expect(differing).toEqual(['Đạt.']);
  });
});

describe('a file signed by another program', () => {
  /** Object streams, cross-reference streams, PKCS#7 with a signing time, a field of the program's own. */
  async function signedElsewhere(qpdf: string): Promise<Uint8Array> {
    const packed = inFolder({ 'a.pdf': await samplePdf() }, (folder) => {
      run(qpdf, ['--object-streams=generate', 'a.pdf', 'b.pdf'], folder);
      return new Uint8Array(readFileSync(path.join(folder, 'b.pdf')));
    });
    const document = await PDF.load(packed);
    const own = await signerOf(pki, 0, 'rsa-pkcs1');
    const signer = {
      certificate: own.certificate,
      certificateChain: [...own.chain],
      keyType: 'RSA' as const,
      signatureAlgorithm: 'RSASSA-PKCS1-v1_5' as const,
      sign: own.sign,
    };
    const words = { reason: 'Đồng ý', signingTime: now, subFilter: 'adbe.pkcs7.detached' as const };
    const { bytes } = await document.sign({ signer, ...words });
    return bytes;
  }

  test('[PS14] is reported honestly in open form, and refused as a file of ours', async (context) => {
    const bytes = await signedElsewhere(toolOrSkip(context, 'qpdf'));
    const report = await verifyPdf(bytes, { roots: [pki.root], at: now, strict: false });
    expect(report.signatures).toHaveLength(1);
    expect(report.signatures[0]).toMatchObject({
      intact: true,
      trusted: true,
      algorithm: 'rsa-pkcs1',
      covers: 'whole-file',
      signer: { name: 'Lý Xuân Trường' },
      problems: [],
      revocation: 'not-checked',
    });
    expect(report.accepted).toBe(true);
    const strict = await verifyOwn(bytes, pki);
    expect(strict.problems).toEqual([{ code: 'structure-not-own-form', params: {} }]);
  });

  test('[PS14] a change after it is told', async (context) => {
    const document = await PDF.load(await signedElsewhere(toolOrSkip(context, 'qpdf')));
    document.setTitle('Khác');
    const changed = await document.save({ incremental: true });
    const report = await verifyPdf(changed, { roots: [pki.root], at: now, strict: false });
    expect(report.signatures[0]).toMatchObject({ intact: true, covers: 'revision' });
    expect(report.signatures[0]?.laterChanges).toContainEqual({ code: 'information-changed', params: {} });
    expect(report.accepted).toBe(false);
  });
});

describe('hostile files', () => {
  const bomb = deflateSync(Buffer.alloc(100 * 1024 * 1024));
  const withStream = (dict: string, data: Uint8Array): Uint8Array =>
    Buffer.concat([
      Buffer.from(`%PDF-1.7\n1 0 obj\n<<${dict}>>\nstream\n`),
      data,
      Buffer.from('\nendstream\nendobj\n'),
    ]);
  const twice = Buffer.concat([deflateSync(Buffer.alloc(10)), bomb]);

  test.each([
    ['an object stream that inflates without end', '/Type /ObjStm /Filter /FlateDecode', bomb, 'inflation'],
    ['the same with its name in disguise', '/Type /Obj#53tm /Filter [ /FlateDecode ]', bomb, 'inflation'],
    ['a second member behind a small one', '/Type/ObjStm/Filter/FlateDecode', twice, 'inflation'],
    ['filters in a row', '/Type/ObjStm/Filter[/FlateDecode/FlateDecode]', bomb, 'filter'],
    ['a table whose entries take no bytes', '/Type/XRef/W[0 0 0]/Index[0 999999999]', new Uint8Array(9), 'entries'],
  ])('[PS7] %s is not opened', async (_, dict, data, what) => {
    const file = withStream(dict, data);
    expect(hostileReason(file)).toEqual({ code: 'pdf-too-complex', params: { what } });
    const report = await verifyPdf(file, { roots: [], at: now, strict: false });
    expect(report.problems).toEqual([{ code: 'pdf-too-complex', params: { what } }]);
  });

  test('[PS7] page content is measured too before words are read', async () => {
    const file = withStream('/Length 9 /Filter /FlateDecode', bomb);
    expect(hostileReason(file)).toBeUndefined();
    expect(refusalOf(await wordsOf(file))).toBe('pdf-too-complex');
  });
});

describe('reading apart', () => {
  const worker = new URL('../../../electron/signing/apart-worker.ts', import.meta.url);

  test('[PS7] a worker gives the same report, words and attachment', async () => {
    const reader = openApartReader({ worker });
    const options = { roots: [pki.root], at: now, strict: true };
    expect(await reader.verify(pdf, options)).toEqual(await verifyPdf(pdf, options));
    expect(await reader.words(pdf)).toEqual(await wordsOf(pdf));
    const limits = { maxBytes: 1000 };
    const [apart, here] = [
      await reader.attachment(pdf, 'bien-ban.json', limits),
      await readAttachment(pdf, 'bien-ban.json', limits),
    ];
    expect(Buffer.from(must(apart)).equals(must(here))).toBe(true);
  });

  test('[PS7] what exhausts time or memory is refused, and the next file is read', async () => {
    const options = { roots: [pki.root], at: now, strict: true };
    const hasty = openApartReader({ worker, timeLimit: 1 });
    expect((await hasty.verify(pdf, options)).problems).toEqual([
      { code: 'pdf-too-complex', params: { what: 'time' } },
    ]);
    const table = `xref\n0 900000\n${'0000000009 00000 n \n'.repeat(900_000)}`;
    const hungry = Buffer.from(`%PDF-1.7\n${table}trailer\n<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n`);
    const narrow = openApartReader({ worker, heap: 64 });
    expect((await narrow.verify(hungry, { ...options, strict: false })).problems).toEqual([
      { code: 'pdf-too-complex', params: { what: 'memory' } },
    ]);
    expect((await openApartReader({ worker }).verify(pdf, options)).accepted).toBe(true);
  });
});
