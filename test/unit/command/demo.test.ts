// The demonstration from end to end, as an official would run it, judged by tools that know nothing of our code.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { makeFolder, removeFolder } from '../../helpers/temp-folder.ts';
import { toolOrSkip } from '../../helpers/tools.ts';
import { inFolder, pdfsig, run as runIn, signaturesIn } from '../signing/signing-tools.ts';
import { hoidong, type Ran } from './run-command.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000 });

const LABELS = [
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'Độc lập - Tự do - Hạnh phúc',
  'BIÊN BẢN',
  'Thời gian bắt đầu:',
  'Địa điểm:',
  'Thành phần tham dự:',
  'Chủ trì (chủ tọa):',
  'Thư ký (người ghi biên bản):',
  'Nội dung:',
  'Căn cứ và điều kiện họp',
  'Cuộc họp kết thúc vào',
  'THƯ KÝ',
  'CHỦ TỌA',
  'Nơi nhận:',
  '- Lưu: VT, HSHĐ.',
  'Phụ lục I',
  'Phụ lục II',
  'Phụ lục III',
  'Phụ lục IV',
] as const;

/** 12 groups of 10. */
const longSet = (): string =>
  [
    'id: dai-120',
    'version: "1"',
    'name_vi: Bộ tiêu chí dài',
    'name_en: A long set',
    'marks: [dat, khong_dat]',
    'outcome_rules:',
    '  - {when: all_met, outcome: dat, vi: Đáp ứng, en: Met}',
    '  - {when: otherwise, outcome: khong_dat, vi: Chưa đáp ứng, en: Not met}',
    'groups:',
    ...Array.from({ length: 12 }, (_, group) => [
      `- id: N${group + 1}`,
      `  vi: Nhóm tiêu chí thứ ${group + 1}`,
      `  en: Group ${group + 1}`,
      '  criteria:',
      ...Array.from({ length: 10 }, (_, at) => {
        const id = `N${group + 1}-${String(at + 1).padStart(2, '0')}`;
        return `  - {id: ${id}, kind: pass_fail, vi: "Tiêu chí ${id} về độ sẵn sàng và khả năng kết nối", en: "Criterion ${id}"}`;
      }),
    ]).flat(),
    '',
  ].join('\n');

type Demo = { readonly ran: Ran; readonly out: string; readonly pdf: Uint8Array; readonly roots: string };
let folder: string;
const demos = new Map<string, Demo>();

async function demo(name: string, ...words: readonly string[]): Promise<Demo> {
  const out = path.join(folder, name);
  const ran = await hoidong(['demo', '--out', out, ...words]);
  if (ran.code !== 0) throw new Error(`demo ${name} ended with ${ran.code}: ${ran.err}`);
  const roots = path.join(out, 'roots.pem');
  return { ran, out, pdf: readFileSync(path.join(out, 'bien-ban.pdf')), roots: readFileSync(roots, 'utf8') };
}

const named = (name: string): Demo => {
  const found = demos.get(name);
  if (found === undefined) throw new Error(`demo ${name} did not run`);
  return found;
};

beforeAll(async () => {
  folder = makeFolder('demo');
  const evidence = path.join(folder, 'minh-chung');
  mkdirSync(evidence);
  writeFileSync(path.join(evidence, 'bao-cao-quy-1.txt'), 'Mức độ sẵn sàng 99,5%.\n');
  writeFileSync(path.join(evidence, 'rong.bin'), new Uint8Array());
  writeFileSync(path.join(folder, 'dai.yaml'), longSet());
  demos.set('7 x 30', await demo('nho', '--evidence', evidence));
  demos.set('15 x 120', await demo('lon', '--members', '15', '--set', path.join(folder, 'dai.yaml')));
  for (const [name, { ran, pdf }] of demos)
    console.log(`demo ${name}: ${ran.seconds.toFixed(1)} s, ${Math.round(pdf.length / 1024)} KiB`);
});
afterAll(() => removeFolder(folder));

const sizes = ['7 x 30', '15 x 120'] as const;
const tool = (name: string, args: readonly string[], pdf: Uint8Array): string =>
  inFolder({ 'file.pdf': pdf }, (at) => runIn(name, [...args], at));

describe.each(sizes)('%s', (name) => {
  it('[DM1] writes minutes, roots and book, and tells the outcome and how to check', async () => {
    const { ran, out, roots } = named(name);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toContain('bien-ban.pdf');
    expect(roots).toContain('BEGIN CERTIFICATE');
    const book = JSON.parse(readFileSync(path.join(out, 'book.json'), 'utf8')) as { format: string };
    expect(book.format).toBe('hoidong/extract/1');
  });

  it('[DM2] pdfsig: both signatures valid, certificates trusted, the last one over the total document', (context) => {
    for (const wanted of ['pdfsig', 'certutil']) toolOrSkip(context, wanted);
    const { pdf, roots } = named(name);
    const said = pdfsig(pdf, roots);
    expect(said.match(/Signature Validation: Signature is Valid\./g)).toHaveLength(2);
    expect(said.match(/Certificate Validation: Certificate is Trusted\./g)).toHaveLength(2);
    expect(said.trimEnd()).toMatch(/Total document signed[^#]*$/u);
  });

  it('[DM2] openssl accepts both as CAdES over exactly their ranges', (context) => {
    toolOrSkip(context, 'openssl');
    const { pdf, roots } = named(name);
    const signatures = signaturesIn(pdf);
    expect(signatures).toHaveLength(2);
    for (const { cms, content } of signatures)
      inFolder({ 'sig.der': cms, 'content.bin': content, 'roots.pem': roots }, (at) => {
        const files = ['-in', 'sig.der', '-inform', 'DER', '-content', 'content.bin', '-CAfile', 'roots.pem'];
        runIn('openssl', ['cms', '-verify', '-cades', '-binary', '-purpose', 'any', ...files, '-out', 'out.bin'], at);
        expect(readFileSync(path.join(at, 'out.bin')).equals(Buffer.from(content))).toBe(true);
      });
  });

  it('[DM3] qpdf finds nothing to say; every font is embedded', (context) => {
    for (const wanted of ['qpdf', 'pdffonts']) toolOrSkip(context, wanted);
    const { pdf } = named(name);
    expect(tool('qpdf', ['--check', 'file.pdf'], pdf)).toContain('No syntax or stream encoding errors');
    const fonts = tool('pdffonts', ['file.pdf'], pdf).trimEnd().split('\n').slice(2);
    expect(fonts.length).toBeGreaterThan(1);
    for (const font of fonts) expect(font.trim().split(/\s+/u).slice(-5, -2), font).toEqual(['yes', 'yes', 'yes']);
  });

  it('[DM4] the text comes out in the order of form 1.9, in NFC, on pages that all carry words', (context) => {
    toolOrSkip(context, 'pdftotext');
    const text = tool('pdftotext', ['-layout', 'file.pdf', '-'], named(name).pdf);
    expect(text.normalize('NFC')).toBe(text);
    const plain = text.replace(/[ \t]+/gu, ' ');
    let from = 0;
    for (const label of LABELS) {
      const at = plain.indexOf(label, from);
      expect(at, label).toBeGreaterThanOrEqual(from);
      from = at + 1;
    }
    // Beyond the running head, the number, the mark and the letters of the watermark.
    const bare = plain
      .split('\f')
      .slice(0, -1)
      .map((page) => (page.match(/\p{L}{2,}/gu) ?? []).length);
    expect(Math.min(...bare)).toBeGreaterThan(25);
  });

  it('[DM5] verify holds, in words and as one line of JSON, in another time zone and language too', async () => {
    const { out } = named(name);
    const words = ['verify', path.join(out, 'bien-ban.pdf'), '--roots', path.join(out, 'roots.pem')];
    const ran = await hoidong(words);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).not.toContain('✗');
    const json = await hoidong([...words, '--json'], { TZ: 'America/St_Johns', LANG: 'de_DE.UTF-8', LC_ALL: 'C' });
    expect(json).toMatchObject({ code: 0, err: '' });
    expect(json.out.trimEnd().split('\n')).toHaveLength(1);
    const report = JSON.parse(json.out) as { ok: boolean; findings: { en: string }[] };
    expect(report.ok).toBe(true);
    expect(report.findings.map(({ en }) => en).join('\n')).toContain('the same, byte for byte');
  });
});

describe('the small one', () => {
  it('[DM5] verify without roots: exit 1 and the reason, the report still on standard output', async () => {
    const file = path.join(named('7 x 30').out, 'bien-ban.pdf');
    const ran = await hoidong(['verify', file, '--lang', 'en']);
    expect(ran).toMatchObject({ code: 1, err: '' });
    expect(ran.out).toContain('no path to a given root');
    const json = await hoidong(['verify', file, '--json']);
    expect(json.code).toBe(1);
    expect(JSON.parse(json.out)).toMatchObject({ ok: false, holds: false });
  });

  it('[DM5] verify of its book', async () => {
    const ran = await hoidong(['verify', path.join(named('7 x 30').out, 'book.json'), '--lang', 'en']);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toContain('The book is intact');
  });

  it('[DM6] no cell of a table is cut inside a date or a head word', (context) => {
    toolOrSkip(context, 'pdftotext');
    for (const name of sizes) {
      const text = tool('pdftotext', ['-layout', 'file.pdf', '-'], named(name).pdf);
      expect(text).not.toMatch(/\d\d\/\d\d\/\d{1,3}(?!\d)/u);
    }
  });

  it('[DM6] the number of a document is printed in one piece', (context) => {
    toolOrSkip(context, 'pdftotext');
    const text = tool('pdftotext', ['-layout', 'file.pdf', '-'], named('7 x 30').pdf);
    expect(text).toMatch(/Quyết +định +số +12\/QĐ-CQM +ngày/u);
  });

  it('[DM6] is marked as a rehearsal on every page', (context) => {
    toolOrSkip(context, 'pdftotext');
    const pages = tool('pdftotext', ['file.pdf', '-'], named('7 x 30').pdf).split('\f').slice(0, -1);
    expect(pages.filter((page) => !page.includes('DIỄN TẬP – KHÔNG CÓ GIÁ TRỊ'))).toEqual([]);
  });
});
