// What was printed is PDF/A-3b as far as structure tells, the same everywhere, and the guard sees when it is not.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { assertPdfA } from '../../../electron/minutes/pdfa-guard.ts';
import { renderMinutes } from '../../../electron/minutes/render-minutes.ts';
import { sampleAttachments, sampleMinutes } from './layout-sample.ts';
import { faces, inputOf, lacks, printed, run } from './layout-tools.ts';

vi.setConfig({ testTimeout: 60_000 });

const packages: { dependencies: { pdfmake: string } } = JSON.parse(
  readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'),
);
const noTools = lacks('pdffonts', 'pdfinfo', 'pdfdetach', 'qpdf');
const minutes = sampleMinutes({ members: 7, criteria: 30 });

describe.skipIf(noTools)('the printed file, seen by other tools', () => {
  it('[MP5] every font is embedded, subset and mapped to Unicode', async () => {
    const { pdf } = await printed(sampleMinutes({ members: 7, criteria: 30, kind: 'rehearsal' }));
    const rows = run('pdffonts', ['FILE'], pdf).trim().split('\n').slice(2);
    expect(rows).toHaveLength(4);
    for (const row of rows) expect(row).toMatch(/\+Tinos-\w+ +CID TrueType +Identity-H +yes yes yes/);
  });

  it('[MP5] qpdf finds nothing wrong; the file names its language, title and version', async () => {
    const { pdf, pages } = await printed(minutes);
    expect(run('qpdf', ['--check', 'FILE'], pdf)).toContain('No syntax or stream encoding errors found');
    const info = run('pdfinfo', ['-isodates', 'FILE'], pdf);
    expect(info).toMatch(/PDF version: +1\.7/);
    expect(info).toMatch(/Creator: +Hội đồng 0\.1\.0/);
    expect(info).toContain(`Pages:           ${pages}`);
    expect(info).toContain(`pdfmake ${packages.dependencies.pdfmake}`);
    expect(info).toContain('BIÊN BẢN – Họp Hội đồng');
  });

  it('[MP5] the attached texts come out byte for byte, under their names', async () => {
    const { pdf } = await printed(minutes);
    const list = run('pdfdetach', ['-list', 'FILE'], pdf);
    for (const [at, { name, text }] of sampleAttachments.entries()) {
      expect(list).toContain(name);
      expect(run('qpdf', ['FILE', `--show-attachment=${name}`], pdf), String(at)).toBe(text);
    }
  });

  it('[MP5] a title with the signs of XML leaves the metadata readable', async () => {
    const { pdf } = await printed({ ...minutes, subject: 'Họp về nền tảng “A & B” <bản thử>' });
    expect(run('pdfinfo', ['FILE'], pdf)).toContain('A ＆ B');
    expect(run('pdfinfo', ['-meta', 'FILE'], pdf)).not.toMatch(/A & B|<bản/);
  });
});

describe('the same bytes', () => {
  const script = `
    import { createHash } from 'node:crypto';
    import { renderMinutes } from './electron/minutes/render-minutes.ts';
    import { faces, inputOf } from './test/unit/minutes/layout-tools.ts';
    import { sampleMinutes } from './test/unit/minutes/layout-sample.ts';
    const result = await renderMinutes(inputOf(sampleMinutes({ members: 7, criteria: 30 })), faces);
    process.stdout.write(createHash('sha256').update(result.value.pdf).digest('hex'));
  `;
  const inProcess = (zone: string): string =>
    execFileSync(process.execPath, ['--input-type=module-typescript', '--no-warnings', '-e', script], {
      cwd: fileURLToPath(new URL('../../../', import.meta.url)),
      env: { ...process.env, TZ: zone },
      encoding: 'utf8',
    });

  it('[MP6] equal input gives equal bytes in another process and another time zone', () => {
    const hashes = ['UTC', 'Asia/Ho_Chi_Minh'].map(inProcess);
    expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(new Set(hashes).size).toBe(1);
  });

  it('[MP6] renders at the same time do not mix', async () => {
    const alone = await printed(minutes);
    const other = sampleMinutes({ members: 3, criteria: 5 });
    const [first, , second] = await Promise.all([printed(minutes), printed(other), printed(minutes)]);
    expect(Buffer.from(first.pdf).equals(alone.pdf)).toBe(true);
    expect(Buffer.from(second.pdf).equals(alone.pdf)).toBe(true);
  });

  it('[MP6] another mark or date gives another file identifier', async () => {
    const identifier = (pdf: Uint8Array) => /\/ID \[<([0-9a-f]{32})>/.exec(Buffer.from(pdf).toString('latin1'))?.[1];
    const one = await printed(minutes);
    const two = await printed({ ...minutes, mark: '0000000000000000 · 0000000000000000' });
    expect(identifier(one.pdf)).not.toBe(identifier(two.pdf));
  });
});

describe('guard', () => {
  /** Same length, so that the table of objects stays right. */
  const changed = (pdf: Uint8Array, from: string, to: string): Uint8Array => {
    const text = Buffer.from(pdf).toString('latin1');
    expect(from).toHaveLength(to.length);
    expect(text).toContain(from);
    return Buffer.from(text.replace(from, to), 'latin1');
  };

  it.each([
    ['header', '%PDF-1.7', '%PDF-1.3', 'header'],
    ['part', '<pdfaid:part>3<', '<pdfaid:part>2<', 'part 3'],
    ['level', '<pdfaid:conformance>B<', '<pdfaid:conformance>A<', 'level B'],
    ['output intent', '/GTS_PDFA1', '/GTS_PDFX1', 'GTS_PDFA1'],
    ['identifier', '/ID [<', '/IE [<', 'identifier'],
    ['font', '/FontFile2', '/FontFile9', 'not embedded'],
    ['relationship', '/AFRelationship /Source', '/AFRelationship /Either', 'relationship'],
    ['media type', '/application#2Fjson', '/application#2Ffoam', 'no type'],
    ['name tree', '/EmbeddedFiles', '/EmbeddedFilet', 'not named'],
    ['language', '/Lang (vi-VN)', '/Lang (en-US)', 'language'],
    ['end', 'startxref', 'startxrex', 'end of file'],
  ])('[MP5] throws when the %s is wrong', async (_what, from, to, word) => {
    const { pdf } = await printed(minutes);
    expect(() => assertPdfA(changed(pdf, from, to), sampleAttachments)).toThrow(word);
  });

  it('[MP5] throws on an encrypted file', async () => {
    const { pdf } = await printed(minutes);
    const text = Buffer.from(pdf)
      .toString('latin1')
      .replace(/trailer\n<<\n/, 'trailer\n<<\n/Encrypt 1 0 R\n');
    expect(() => assertPdfA(Buffer.from(text, 'latin1'), sampleAttachments)).toThrow('encrypted');
  });

  it('[MP5] throws when an attachment holds other bytes or one is missing', async () => {
    const { pdf, pages } = await printed(minutes);
    expect(assertPdfA(pdf, sampleAttachments)).toBe(pages);
    const others = sampleAttachments.map((one, at) => (at === 1 ? { ...one, text: '{}' } : one));
    expect(() => assertPdfA(pdf, others)).toThrow('other bytes');
    expect(() => assertPdfA(pdf, sampleAttachments.slice(1))).toThrow('attachments instead of');
  });

  it('[MP5] throws on a shifted object', async () => {
    const { pdf } = await printed(minutes);
    const text = Buffer.from(pdf).toString('latin1').replace('%PDF-1.7\n', '%PDF-1.7\n\n');
    expect(() => assertPdfA(Buffer.from(text, 'latin1'), sampleAttachments)).toThrow();
  });

  it('[MP5] too much attached is refused, a bad name is a fault', async () => {
    const big = {
      ...sampleAttachments[0],
      name: 'lon.json',
      text: 'x'.repeat(64 * 1024 * 1024 + 1),
      description: 'lớn',
      relationship: 'Data' as const,
    };
    const refused = await renderMinutes({ ...inputOf(minutes), attachments: [big] }, faces);
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'attachments-too-large' } });
    const bad = { ...big, name: '../x.json', text: '{}' };
    await expect(renderMinutes({ ...inputOf(minutes), attachments: [bad] }, faces)).rejects.toThrow('name');
  });
});
