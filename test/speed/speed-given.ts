// A council of fifteen with 120 criteria, played through the real host to the count, and a PDF of 400 pages among its evidence.
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { meetingClock } from '../../electron/command/meeting-clock.ts';
import { dice } from '../../electron/command/played-marks.ts';
import { gather, hold } from '../../electron/command/played-meeting.ts';
import { type Marks, must } from '../../electron/command/played-table.ts';
import { librarySet, openHeadless } from '../../electron/headless.ts';
import { rehearsalPlatform } from '../../electron/host/rehearsal-people.ts';
import { pdfAssets } from '../../pdf-assets.vite.ts';
import type { SessionForm } from '../../shared/contract/methods.ts';
import { type CriteriaSet, type Criterion, criteriaOf } from '../../shared/criteria/criteria-set.ts';
import { sessionForm } from '../helpers/played.ts';
import { makeFolder, removeFolder } from '../helpers/temp-folder.ts';
import { longPdf } from './speed-pdf.ts';

export const MEMBERS = 17;
/** One is away and one has a conflict. */
export const VOTING = MEMBERS - 2;
export const CRITERIA = 120;
export const PAGES = 400;
export const TITLE = 'Hồ sơ kiểm thử và vận hành';
const NOTE = 'Ghi chú ngắn';

const STATEMENT =
  'Có phương án bảo vệ dữ liệu cá nhân, sao lưu và phục hồi được ban hành, áp dụng và kiểm tra định kỳ trên toàn bộ nền tảng';

/** Six groups of twenty. */
export const largeSet = (): CriteriaSet => ({
  v: 1,
  id: 'lon',
  version: '1',
  sample: true,
  name: { vi: 'Bộ tiêu chí lớn', en: 'Large set' },
  legalBasis: [],
  outcomes: [
    { when: { is: 'all-met' }, outcome: 'met', name: { vi: 'Đề nghị công nhận', en: 'Propose recognition' } },
    { when: { is: 'otherwise' }, outcome: 'not', name: { vi: 'Chưa đáp ứng tiêu chí', en: 'Criteria not met' } },
  ],
  groups: Array.from({ length: 6 }, (_, group) => ({
    id: `G${group + 1}`,
    name: { vi: `Nhóm ${group + 1}: Kỹ thuật và an toàn`, en: `Group ${group + 1}` },
    criteria: Array.from(
      { length: CRITERIA / 6 },
      (_, at): Criterion => ({
        kind: 'pass-fail',
        id: `G${group + 1}-${String(at + 1).padStart(2, '0')}`,
        statement: { vi: `${STATEMENT} (${group * 20 + at + 1})`, en: `Data is protected (${group * 20 + at + 1})` },
        tags: [],
        notApplicable: at % 5 === 0,
      }),
    ),
  })),
});

/** One in five criteria divides the council; whoever differs says why and cites a page. */
const marksOf =
  (set: CriteriaSet): Marks =>
  (platform, seat) => {
    const roll = dice([...seat].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) >>> 0, 7));
    const file = platform.evidence[0];
    return Object.fromEntries(
      criteriaOf(set).map(({ id }, at) => {
        if (at % 5 !== 0 || roll(4) > 0) return [id, { mark: 'met' }];
        const cites = file
          ? [{ evidence: file.evidence as never, sha256: file.sha256 as never, page: 1 + roll(PAGES) }]
          : [];
        return [id, { mark: 'not-met', remark: 'Chưa thấy nhật ký diễn tập phục hồi của quý III.', cites }];
      }),
    );
  };

/** The client's pages as the product has them, in a folder of their own. */
export async function buildPages(folder: string): Promise<string> {
  await build({
    configFile: false,
    root: path.resolve(import.meta.dirname, '../../renderer'),
    base: './',
    logLevel: 'error',
    plugins: [react(), pdfAssets()],
    build: { outDir: folder, emptyOutDir: true, target: 'chrome146', modulePreload: false, assetsInlineLimit: 0 },
  });
  return folder;
}

const FILE = {
  kind: 'test-result' as const,
  supplier: 'Trung tâm Mẫu',
  date: '2026-03-01',
  label: 'public' as const,
  criteria: [],
};

export type Stage = {
  /** The desk's address with its pass. */
  readonly desk: string;
  readonly book: string;
  /** Bytes of the long PDF. */
  readonly size: number;
  readonly close: () => Promise<void>;
};

export async function openStage(): Promise<Stage> {
  const folder = makeFolder('speed');
  await mkdir(path.join(folder, 'pages'));
  const set = largeSet();
  const library = { sets: [librarySet(set)], leftOut: [] };
  const clock = meetingClock(new Date('2026-03-05T01:30:00.000Z'));
  const log = { error: (what: string) => console.error(what), info: () => {} };
  const renderer = await buildPages(path.join(folder, 'pages'));
  const headless = must(
    await openHeadless({
      data: path.join(folder, 'data'),
      log,
      now: clock.now,
      criteria: library,
      door: { port: 0, renderer },
    }),
    'open',
  );
  const keep = async (bytes: Uint8Array) =>
    must(await headless.store.putBlob([bytes], { maxBytes: 200_000_000 }), 'putBlob');
  const file = await keep(await longPdf(PAGES));
  const note = await keep(Buffer.from('Không có gì thêm.'));
  const form = sessionForm(set, { members: MEMBERS }, [
    {
      ...rehearsalPlatform(1, []),
      evidence: [
        { ...FILE, sha256: file.sha256 as SessionForm['criteria'], title: TITLE },
        { ...FILE, sha256: note.sha256 as SessionForm['criteria'], title: NOTE },
      ],
    },
  ]);
  const meeting = await gather(headless, form, { clock, marks: marksOf(set) });
  await hold(meeting);
  return {
    desk: `${headless.door?.origin}/#desk=${headless.deskToken}`,
    book: meeting.book,
    size: file.size,
    close: async () => {
      await headless.close();
      removeFolder(folder);
    },
  };
}
