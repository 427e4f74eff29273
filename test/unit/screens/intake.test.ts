// Evidence on its way in: uploads in few lanes, what is refused before it leaves, same files, revisions, lists.
import { expect, test } from 'vitest';
import { applyList, matchList } from '../../../renderer/state/evidence-list.ts';
import {
  type Intake,
  likelyOriginals,
  numbersOf,
  originalsOf,
  pastedName,
  reviseBy,
  type Standing,
  takeIn,
  titleWithFolder,
} from '../../../renderer/state/intake.ts';
import { FILE_LIMIT, openUploads, type TakenIn, type Uploads } from '../../../renderer/state/uploads.ts';
import { ok, type Result, refuse } from '../../../shared/base/result.ts';
import { isSecretLabel, nameBearsSecretMark } from '../../../shared/book/secret-mark.ts';

const hash = (name: string): string => Buffer.from(name).toString('hex').padEnd(64, '0').slice(0, 64);
const fileOf = (name: string, size = 10): File => {
  const file = new File([new Uint8Array(Math.min(size, 10))], name);
  Object.defineProperty(file, 'size', { value: size });
  return file;
};
const given = (path: string, size = 10) => ({ file: fileOf(path.split('/').at(-1) ?? '', size), path });

type Sent = { readonly name: string; readonly end: (result: Result<{ sha256: string; size: number }>) => void };
const opened = (room = 500) => {
  const sending: Sent[] = [];
  const taken: TakenIn[] = [];
  const uploads = openUploads({
    upload: async (file, name, more) =>
      await new Promise((resolve) => {
        const end: Sent['end'] = (result) => {
          sending.splice(
            sending.findIndex((each) => each.name === name),
            1,
          );
          resolve(result);
        };
        more?.signal?.addEventListener('abort', () => end(refuse('upload-failed', { name })));
        more?.onSent?.(Math.floor(file.size / 2));
        sending.push({ name, end });
      }),
    look: async () => 'application/pdf',
    taken: (files) => {
      taken.push(...files);
      return files.map(({ name }) => (name.startsWith('trùng') ? 'Trùng với Minh chứng 1' : undefined));
    },
    room: () => room - taken.length,
    most: room,
    later: (act) => setImmediate(act),
  });
  return { uploads, sending, taken };
};
const soon = async (): Promise<void> => {
  for (let turn = 0; turn < 8; turn++) await new Promise((next) => setImmediate(next));
};
const finish = async ({ sending }: ReturnType<typeof opened>, name: string): Promise<void> => {
  sending.find((each) => each.name === name)?.end(ok({ sha256: hash(name), size: 10 }));
  await soon();
};
const stepsOf = (uploads: Uploads) => uploads.now().lines.map(({ path, step, why }) => [path, step, why?.code]);

test('[IT5] three files are under way at once and are taken in the order of the choice; what waits is one line', async () => {
  const at = opened();
  at.uploads.add(Array.from({ length: 300 }, (_, n) => given(`t${n}.pdf`)));
  await soon();
  expect(at.sending.map(({ name }) => name)).toEqual(['t0.pdf', 't1.pdf', 't2.pdf']);
  expect(at.uploads.now()).toMatchObject({ all: { files: 300, bytes: 3_000 }, done: { files: 0, bytes: 15 } });
  expect(at.uploads.now().lines).toHaveLength(3);
  expect(at.uploads.now().waiting).toHaveLength(297);
  await finish(at, 't1.pdf');
  await finish(at, 't2.pdf');
  expect(at.taken).toEqual([]);
  await finish(at, 't0.pdf');
  expect(at.taken.map(({ name }) => name)).toEqual(['t0.pdf', 't1.pdf', 't2.pdf']);
  expect(at.taken[0]).toMatchObject({ path: 't0.pdf', mediaType: 'application/pdf', sha256: hash('t0.pdf') });
  at.uploads.stopAll();
  await soon();
  expect(at.sending).toEqual([]);
  expect(at.uploads.now()).toMatchObject({ isRunning: false, mayRetry: 297 });
});

test('[IT5] a large file goes alone; one is stopped by itself; what failed is tried again, what cannot go is not', async () => {
  const at = opened();
  at.uploads.add([given('lớn.mp4', 200 * 1024 * 1024), given('a.pdf'), given('b.pdf')]);
  await soon();
  expect(at.sending.map(({ name }) => name)).toEqual(['lớn.mp4']);
  at.uploads.stop(1);
  await soon();
  expect(at.sending.map(({ name }) => name)).toEqual(['a.pdf', 'b.pdf']);
  at.sending.find(({ name }) => name === 'a.pdf')?.end(refuse('store-full'));
  await soon();
  await finish(at, 'b.pdf');
  at.uploads.add([given('rỗng.txt', 0), given('quá.bin', FILE_LIMIT + 1), given('vừa.bin', FILE_LIMIT)]);
  await soon();
  expect(stepsOf(at.uploads)).toEqual([
    ['lớn.mp4', 'stopped', undefined],
    ['a.pdf', 'refused', 'store-full'],
    ['rỗng.txt', 'refused', 'evidence-empty'],
    ['quá.bin', 'refused', 'evidence-too-large'],
    ['vừa.bin', 'sending', undefined],
  ]);
  expect(at.uploads.now().mayRetry).toBe(2);
  at.uploads.retry();
  await finish(at, 'vừa.bin');
  await finish(at, 'lớn.mp4');
  await finish(at, 'a.pdf');
  expect(at.taken.map(({ name }) => name)).toEqual(['b.pdf', 'lớn.mp4', 'a.pdf', 'vừa.bin']);
});

test('[IT6] a name with a mark of state secrets never leaves; system files are left out; a file that went away is said', async () => {
  const at = opened();
  const gone = given('mất.pdf');
  Object.defineProperty(gone.file, 'slice', {
    value: () => ({ arrayBuffer: async () => Promise.reject(new Error()) }),
  });
  at.uploads.add([
    given('Hồ sơ/Tối mật/a.pdf'),
    given('BC_TuyetMat.docx'),
    given('x/Thumbs.db'),
    given('~$a.docx'),
    gone,
  ]);
  await soon();
  expect(at.sending).toEqual([]);
  expect(stepsOf(at.uploads)).toEqual([
    ['Hồ sơ/Tối mật/a.pdf', 'refused', 'evidence-name-secret'],
    ['BC_TuyetMat.docx', 'refused', 'evidence-name-secret'],
    ['mất.pdf', 'refused', 'evidence-unreadable'],
  ]);
  expect(at.uploads.now()).toMatchObject({ leftOut: 2, mayRetry: 1 });
  at.uploads.add([given('trùng.pdf')]);
  await soon();
  await finish(at, 'trùng.pdf');
  expect(at.uploads.now().lines.at(-1)).toMatchObject({ step: 'told', told: 'Trùng với Minh chứng 1' });
});

test('[IT5] more than there is room for is said once, and what fits is taken', async () => {
  const at = opened(2);
  at.uploads.add(['a', 'b', 'c', 'd'].map((name) => given(`${name}.pdf`)));
  await soon();
  expect(at.sending.map(({ name }) => name)).toEqual(['a.pdf', 'b.pdf']);
  expect(at.uploads.now().lines.at(-1)?.why).toEqual({ code: 'evidence-too-many', params: { most: 2, count: 2 } });
});

test('[IT6] marks of state secrets are known in titles, names of files and columns, and nothing else is taken for one', () => {
  const secret = [
    'BÁO CÁO_TỐI-MẬT.pdf',
    'tuyet-mat.pdf',
    'ToiMat_2026.docx',
    '[Mật] a.pdf',
    'a (MẬT).pdf',
    'MẬT_Báo cáo.pdf',
    'Tuyệt mật/1.pdf',
  ];
  for (const name of secret) expect([name, nameBearsSecretMark(name)]).toEqual([name, true]);
  const plain = [
    'Quy định bảo mật.pdf',
    'Mật khẩu mẫu.txt',
    'mat-bang.pdf',
    'Bí mật kinh doanh.docx',
    'automatic.pdf',
    'Tới mặt bằng.pdf',
    'format.csv',
  ];
  for (const name of plain) expect([name, nameBearsSecretMark(name)]).toEqual([name, false]);
  for (const label of ['Mật', 'MAT', ' tối mật ', 'Tuyệt  mật', 'Secret']) expect(isSecretLabel(label)).toBe(true);
  for (const label of ['Công khai', 'Lưu hành nội bộ', 'Nội bộ', '', 'bảo mật'])
    expect(isSecretLabel(label)).toBe(false);
});

const came = (path: string, more: Partial<TakenIn> = {}): TakenIn => ({
  name: path.split('/').at(-1) ?? '',
  path,
  size: 10,
  sha256: hash(path),
  ...more,
});
const STANDING: readonly Standing[] = [
  { number: 4, title: 'Báo cáo tải', sha256s: [hash('cũ'), hash('cũ hơn')], evidence: 'e4' },
  { number: 2, title: 'Sơ đồ', sha256s: [hash('sơ đồ')], platform: 'Nền tảng B' },
];
const taking = (files: readonly TakenIn[], now: Intake = { rows: [], nextKey: 1 }) =>
  takeIn(now, files, STANDING, new Date(0));

test('[IT7] the same bytes are known in this platform whatever they are called, also as an old revision; elsewhere they may be', () => {
  const { next, same } = taking([
    came('A/mới.pdf'),
    came('bản sao.pdf', { sha256: hash('A/mới.pdf') }),
    came('x.pdf', { sha256: hash('cũ hơn') }),
    came('y.png', { sha256: hash('sơ đồ') }),
  ]);
  expect(same.map((each) => each?.number)).toEqual([undefined, 5, 4, undefined]);
  expect(next.rows.map(({ title, fileName, key }) => [key, title, fileName])).toEqual([
    [1, 'mới', 'A/mới.pdf'],
    [2, 'y', 'y.png'],
  ]);
  expect(numbersOf(next.rows, STANDING)).toEqual([5, 6]);
});

test('[IT7] the same name with other bytes is offered as a revision, of the book or of the form; chosen, it keeps the number', () => {
  const { next } = taking([came('bao_cao_tai.PDF'), came('khác.pdf'), came('v2/khác.pdf')]);
  const originals = originalsOf(next.rows, STANDING);
  const likely = (row: number) => likelyOriginals(next.rows, originals).get(row);
  expect(likely(1)).toMatchObject({ value: 'e4', number: 4 });
  expect(likely(2)).toBeUndefined();
  expect(likely(3)).toMatchObject({ value: 'row 2', number: 6 });
  const item = {
    evidence: 'e4',
    number: 4,
    title: 'Báo cáo tải',
    kind: 'survey',
    supplier: 'X',
    label: 'public',
    criteria: ['a', 'b'],
  };
  const revised = reviseBy(next.rows, 1, 'e4', [item as never]);
  expect(revised[0]).toMatchObject({
    revises: 'e4',
    title: 'Báo cáo tải',
    kind: 'survey',
    supplier: 'X',
    criteria: 'a, b',
  });
  expect(numbersOf(revised, STANDING)).toEqual([4, 5, 6]);
  expect(reviseBy(revised, 1, '', [])[0]?.revises).toBeUndefined();
  const put = reviseBy(revised, 3, 'row 2', []);
  expect(put.map(({ key, fileName, title }) => [key, fileName, title])).toEqual([
    [1, 'bao_cao_tai.PDF', 'Báo cáo tải'],
    [2, 'v2/khác.pdf', 'khác'],
  ]);
  expect(put[1]?.sha256).toBe(hash('v2/khác.pdf'));
});

test('[IT7] folders go before a title when asked for, once; a pasted picture gets a name of its own', () => {
  const [row] = taking([came('Phụ lục/Biên bản/12.pdf')]).next.rows;
  if (row === undefined) throw new Error('no row');
  const title = titleWithFolder(row);
  expect(title).toBe('Phụ lục / Biên bản / 12');
  expect(titleWithFolder({ ...row, title })).toBe(title);
  expect(pastedName('image.png', new Date('2026-11-24T03:04:05'), 'Ảnh dán')).toBe('Ảnh dán 24-11-2026 03.04.05.png');
  expect(pastedName('sơ đồ.png', new Date(0), 'Ảnh dán')).toBe('sơ đồ.png');
});

test('[IT8] a list finds its files by hash, path, name or stem without diacritics; what matches nothing, or more than one, is told', () => {
  const { next } = taking(
    ['A/Báo cáo.pdf', 'B/Báo cáo.pdf', 'Sơ đồ.PNG', 'Đo tải.xlsx', 'thừa.txt'].map((path) => came(path)),
  );
  const row = (n: number, file: string, more: object = {}) => ({
    row: n,
    file,
    sha256: '',
    title: '',
    kind: '',
    supplier: '',
    date: '',
    label: '',
    criteria: [],
    ...more,
  });
  const list = [
    row(2, 'so do', {
      title: 'Sơ đồ hệ thống',
      kind: 'kết quả kiểm thử',
      label: 'PUBLIC',
      date: '2026-09-30',
      criteria: ['a', 'b'],
    }),
    row(3, 'b\\bao cao.pdf'),
    row(4, 'Báo cáo.pdf'),
    row(5, '', { sha256: hash('Đo tải.xlsx').toUpperCase(), supplier: ' Trung  tâm ' }),
    row(6, 'không có.pdf'),
    row(7, 'Sơ đồ.png'),
    row(8, 'thừa.txt', { label: 'Mật' }),
  ];
  const matches = matchList(list, next.rows);
  expect(matches.matched.map((each) => [each.row.row, each.key])).toEqual([
    [2, 3],
    [3, 2],
    [5, 4],
  ]);
  expect(matches.unmatched.map((each) => [each.row.row, each.why])).toEqual([
    [4, 'several'],
    [6, 'none'],
    [7, 'twice'],
    [8, 'secret'],
  ]);
  expect(matches.untold).toEqual([1, 5]);
  const applied = applyList(next.rows, matches);
  expect(applied[2]).toMatchObject({
    title: 'Sơ đồ hệ thống',
    kind: 'test-result',
    label: 'public',
    date: '30/09/2026',
    criteria: 'a, b',
  });
  expect(applied[3]).toMatchObject({ title: 'Đo tải', supplier: 'Trung tâm' });
  expect(applied[0]).toEqual(next.rows[0]);
});
