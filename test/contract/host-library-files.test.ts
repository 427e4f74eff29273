// Files into the library and out of it: a dry run keeps nothing, the same set is not kept twice, every format comes back.
import { expect, test } from 'vitest';
import { EXPORT_FORMATS } from '../../shared/contract/criteria-library.ts';
import { tempFolder } from '../helpers/temp-folder.ts';
import { codeOf, deskOf, granted, openRoom, type Room, room, SET_HASH } from './host-room.ts';
import {
  DECISION,
  DRAFT,
  exportOf,
  fileAt,
  inForce,
  own,
  readBytes,
  rowOf,
  saved,
  UNSOUND,
  upload,
} from './library-given.ts';

const YAML = `id: tu-tep
version: "3"
name_vi: Bộ từ tệp
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
`;
const FROZEN = `${YAML}promulgation:\n  number: 15/QĐ\n  date: 2026-11-20\n  body: Cục A\n`;
const accept = async (at: Room, desk: Awaited<ReturnType<typeof deskOf>>, name: string, text: string) =>
  await desk.call('library.accept', { sha256: await upload(at, text), name });

test('[LB9] a dry run says what a file would give, and keeps nothing', async () => {
  const at = await room();
  const desk = await deskOf(at);
  const good = await readBytes(at, desk, 'bộ.yaml', YAML);
  expect(good).toMatchObject({ file: 'bộ.yaml', format: 'hoidong', set: { id: 'tu-tep', groups: [{ id: 'g' }] } });
  expect(good.sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(good.known).toBeUndefined();
  const bad = await readBytes(at, desk, 'bộ.yaml', YAML.replace('pass_fail', 'passfail'));
  expect(bad.set).toBeUndefined();
  expect(bad.findings).toMatchObject([{ severity: 'error', code: 'kind-unknown', line: 17 }]);
  expect(await own(desk)).toEqual([]);
  expect(codeOf(await desk.call('library.read-file', { sha256: '0'.repeat(64), name: 'a.yaml' }))).toBe('blob-missing');
  const roots = 'không phải PEM';
  const asked = { sha256: await upload(at, YAML), name: 'a.yaml', roots };
  expect(codeOf(await desk.call('library.read-file', asked))).toBe('roots-unreadable');
});

test('[LB9] what was only looked at is swept with every other file that nothing names; a decision is not', async () => {
  const folder = tempFolder('library');
  const first = await openRoom(folder);
  const desk = await deskOf(first);
  const looked = await upload(first, YAML);
  granted(await desk.call('library.read-file', { sha256: looked, name: 'a.yaml' }));
  const decision = await upload(first, 'quyết định');
  const key = await saved(desk);
  const file = { sha256: decision, name: 'qd.pdf' };
  granted(await desk.call('library.promulgate', { key, promulgation: DECISION, file }));
  await first.headless.close();
  const days = 3 * 24 * 60 * 60 * 1_000;
  const later = await room({ now: () => new Date(Date.now() + days) }, folder);
  expect(await later.headless.store.hasBlob(looked)).toBe(false);
  expect(await later.headless.store.hasBlob(decision)).toBe(true);
});

test('[LB10] accepted it is a draft, or frozen where it carries its decision; a refused file changes nothing', async () => {
  const at = await room();
  const desk = await deskOf(at);
  const draft = granted(await accept(at, desk, 'a.yaml', YAML));
  expect(await rowOf(desk, draft.key)).toMatchObject({ state: 'draft', from: 'hoidong', id: 'tu-tep' });
  const frozen = granted(await accept(at, desk, 'a.yaml', FROZEN));
  expect(await rowOf(desk, frozen.key)).toMatchObject({ state: 'promulgated', from: 'hoidong' });
  expect(codeOf(await desk.call('library.save', { key: frozen.key, draft: DRAFT }))).toBe('set-frozen');
  const before = await own(desk);
  expect(await accept(at, desk, 'a.yaml', YAML.replace('pass_fail', 'x'))).toMatchObject({
    refusal: { code: 'set-file-refused', params: { file: 'a.yaml', count: 1 } },
  });
  expect(codeOf(await accept(at, desk, 'a.yaml', FROZEN.replace('Nhóm', 'Khác')))).toBe('set-version-taken');
  expect(codeOf(await accept(at, desk, 'a.yaml', `sample: true\n${FROZEN}`))).toBe('set-sample');
  expect(await own(desk)).toEqual(before);
});

test('[LB10] the same set is told, and not kept twice: of this machine, or shipped', async () => {
  const at = await room();
  const desk = await deskOf(at);
  const { key } = granted(await accept(at, desk, 'a.yaml', YAML));
  // NFD, other line ends and a comment: another file, and the same set.
  const same = `# khác\r\n${YAML.normalize('NFD').replaceAll('\n', '\r\n')}`;
  expect((await readBytes(at, desk, 'b.yaml', same)).known).toBe(key);
  expect(granted(await accept(at, desk, 'b.yaml', same)).key).toBe(key);
  const { bytes } = await exportOf(at, desk, SET_HASH, 'yaml');
  const shipped = await readBytes(at, desk, 'c.yaml', bytes);
  expect(shipped.known).toBe(SET_HASH);
  const kept = await desk.call('library.accept', { sha256: await upload(at, bytes), name: 'c.yaml' });
  expect(granted(kept)).toEqual({ key: SET_HASH, savedAt: '' });
  expect(await own(desk)).toHaveLength(1);
});

test('[LB11] a mapping that was chosen is remembered for the next sheet with the same headings', async () => {
  const at = await room();
  const desk = await deskOf(at);
  const sheet = (statement: string) => `Cột A;Cột B;Cột C\nAn toàn;x1;${statement}\n`;
  const guessed = await readBytes(at, desk, 'bảng.csv', sheet('Có sao lưu'));
  const { table } = guessed;
  expect(table?.mapped).toBe('guessed');
  const columns = (['group-vi', 'id', 'vi'] as const).map((field, column) => ({ field, column: column + 1 }));
  const mapping = { sheet: table?.mapping.sheet ?? '', headerRow: 1, columns };
  const first = await upload(at, sheet('Có sao lưu'));
  const chosen = granted(await desk.call('library.read-file', { sha256: first, name: 'bảng.csv', mapping }));
  expect(chosen.table?.mapped).toBe('chosen');
  expect(chosen.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  granted(await desk.call('library.accept', { sha256: first, name: 'bảng.csv', mapping }));
  const next = await readBytes(at, desk, 'bảng tháng sau.csv', sheet('Có nhật ký'));
  expect(next.table).toMatchObject({ mapped: 'remembered', mapping: { columns } });
  expect(next.set?.groups[0]?.criteria[0]?.statement.vi).toBe('Có nhật ký');
});

test('[LB12] every format is written under an address, and read back it is the same set', async () => {
  const at = await room();
  const desk = await deskOf(at);
  const { key, sha256 } = await inForce(desk);
  for (const format of EXPORT_FORMATS) {
    const { bytes, name, left } = await exportOf(at, desk, key, format);
    expect(name, format).toMatch(/^cuc-a-1\.0\./);
    const read = await readBytes(at, desk, name, bytes);
    const codes = format === 'oscal' ? ['kept-as-own'] : [];
    expect({ format, sha256: read.sha256, left: left.map(({ code }) => code) }).toEqual({
      format,
      sha256,
      left: codes,
    });
  }
  const draft = await saved(desk, UNSOUND);
  expect(codeOf(await desk.call('library.export', { key: draft, format: 'yaml' }))).toBe('set-unsound');
  expect(codeOf(await desk.call('library.export', { key: await saved(desk), format: 'pack' }))).toBe(
    'set-not-promulgated',
  );
  expect(codeOf(await desk.call('library.export', { key: SET_HASH, format: 'pack' }))).toBe('set-not-promulgated');
});

test('[LB12] what a format cannot carry besides the set is said', async () => {
  const at = await room();
  const desk = await deskOf(at);
  const key = await saved(desk);
  const asked = { key: 1, body: 'Bộ B', sentOn: '', letter: '', answeredOn: '', answer: '', handled: '' };
  granted(await desk.call('library.consult', { key, consultations: [asked] }));
  expect((await exportOf(at, desk, key, 'yaml')).left).toMatchObject([
    { severity: 'warning', code: 'pack-decision-left' },
  ]);
});

test('[LB13] the sheet to fill in comes in both languages, as a workbook and as CSV', async () => {
  const at = await room();
  const desk = await deskOf(at);
  for (const format of ['xlsx', 'csv'] as const)
    for (const language of ['vi', 'en'] as const) {
      const { url, name } = granted(await desk.call('library.template', { format, language }));
      expect(name).toMatch(new RegExp(`\\.${format}$`));
      const read = await readBytes(at, desk, name, await fileAt(at, url));
      expect([format, language, read.table?.mapped]).toEqual([format, language, 'template']);
    }
});
