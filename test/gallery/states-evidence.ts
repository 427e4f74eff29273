// States of the intake of evidence: three hundred rows, files that fail, revisions, a list set against the files.
import { FIRST_FORM, type FormState } from '../../renderer/state/session-form.ts';
import { ok, refuse } from '../../shared/base/result.ts';
import { EVIDENCE_KINDS } from '../../shared/book/rulings.ts';
import type { EvidenceView } from '../../shared/contract/views.ts';
import { hex, type States } from './given.ts';
import { LIBRARY } from './given-criteria.ts';

const TITLES = [
  'Báo cáo kiểm thử tải quý III năm 2026 của nền tảng định danh, xác thực và chia sẻ dữ liệu tổ chức',
  'Sơ đồ triển khai',
  'Nhật ký diễn tập phục hồi dữ liệu sau sự cố tại trung tâm dữ liệu dự phòng',
  'Biên bản kiểm tra an toàn thông tin cấp độ 4',
  'Kết quả khảo sát người dùng',
] as const;
const TYPES = [
  'application/pdf',
  'image/png',
  'text/plain',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/zip',
] as const;
const SUPPLIERS = ['Trung tâm Kiểm định', 'Tổng công ty Giải pháp nền tảng số Việt Nam', 'Cục Chuyển đổi số'] as const;
const titleAt = (at: number): string => `${TITLES[at % TITLES.length]} (${at + 1})`;

const rowAt = (at: number): FormState['platforms'][number]['evidence'][number] => ({
  key: 1_000 + at,
  sha256: hex(at + 1, 64) as never,
  fileName: `Phụ lục ${Math.floor(at / 50) + 1}/${TITLES[at % TITLES.length]?.toLowerCase().replace(/ /g, '-')}-${at + 1}.pdf`,
  size: 3_400_000 + at,
  mediaType: TYPES[at % TYPES.length] ?? '',
  title: titleAt(at),
  kind: EVIDENCE_KINDS[at % EVIDENCE_KINDS.length] ?? 'survey',
  supplier: SUPPLIERS[at % SUPPLIERS.length] ?? '',
  date: '05/10/2026',
  label: 'internal',
  criteria: at % 4 === 0 ? 'G1-01, G1-02' : '',
});

const formOf = (count: number): FormState => ({
  ...FIRST_FORM,
  criteria: LIBRARY.sha256 as never,
  platforms: [
    {
      key: 100,
      name: 'Nền tảng số quốc gia về định danh, xác thực và chia sẻ dữ liệu tổ chức',
      owner: 'Cục Chuyển đổi số quốc gia',
      enterprise: 'Tổng công ty Giải pháp nền tảng số Việt Nam',
      address: '',
      evidence: Array.from({ length: count }, (_, at) => rowAt(at)),
      measured: {},
    },
  ],
  nextKey: 5_000,
});

const itemAt = (at: number): EvidenceView => ({
  evidence: hex(at + 2_000, 16),
  number: at + 1,
  revision: at % 7 === 1 ? 3 : 1,
  sha256: hex(at + 500, 64),
  size: 3_400_000 + at * 100_000,
  mediaType: TYPES[at % TYPES.length] ?? '',
  title: titleAt(at),
  kind: EVIDENCE_KINDS[at % EVIDENCE_KINDS.length] ?? 'survey',
  supplier: SUPPLIERS[at % SUPPLIERS.length] ?? '',
  date: `2026-10-${String((at % 28) + 1).padStart(2, '0')}`,
  label: at % 3 === 0 ? 'public' : 'internal',
  criteria: at % 4 === 0 ? ['G1-01', 'G1-02'] : [],
  earlier:
    at % 7 === 1
      ? [1, 2].map((revision) => ({
          revision,
          sha256: hex(at * 10 + revision + 9_000, 64),
          size: 3_000_000 + revision,
          mediaType: 'application/pdf',
          title: `${TITLES[at % TITLES.length]} (bản nháp ${revision})`,
        }))
      : [],
});

const drafts = (count: number): NonNullable<States[string]['answers']> => ({
  'session.draft.read': () => ok({ form: formOf(count), savedAt: '2026-11-22T07:05:00.000Z' }),
  'session.draft.save': () => ok({ draft: hex(1, 16), savedAt: '2026-11-22T07:06:00.000Z' }),
  'evidence.look': () => ok({ mediaType: 'application/pdf', size: 9 }),
});

const LISTED = { kind: 'Kết quả kiểm thử', supplier: 'Trung tâm Kiểm định', date: '2026-09-30', criteria: ['G1-01'] };

let sent = 0;
const upload = async (file: Blob) => {
  sent += 1;
  return ok({ sha256: hex(40_000 + sent, 64), size: file.size });
};

export const evidenceStates: States = {
  'intake-300': { answers: drafts(300), house: { upload } },
  'intake-5': {
    answers: {
      ...drafts(5),
      'evidence.read-list': () =>
        ok({
          rows: [0, 1, 2, 7].map((at) => ({
            row: at + 2,
            file: at === 7 ? 'khong-co.pdf' : `${TITLES[at]?.replace(/ /g, '-')}-${at + 1}.pdf`,
            sha256: '',
            title: `Tên trong danh sách ${at + 1}`,
            label: at === 1 ? 'Tối mật' : 'Lưu hành nội bộ',
            ...LISTED,
          })),
          mapping: {
            sheet: 'Minh chứng',
            headerRow: 1,
            columns: [
              { field: 'file', column: 1 },
              { field: 'title', column: 2 },
              { field: 'kind', column: 3 },
              { field: 'supplier', column: 4 },
              { field: 'date', column: 5 },
              { field: 'label', column: 6 },
            ],
          },
          mapped: 'guessed',
          headings: ['Tệp đính kèm', 'Tên tài liệu', 'Loại', 'Đơn vị', 'Ngày', 'Phạm vi'],
          findings: [
            {
              severity: 'warning',
              row: 9,
              column: 5,
              vi: 'Ngày không đọc được: "quý III".',
              en: 'Not a date: "quý III".',
            },
          ],
        }),
    },
    house: { upload },
  },
  'upload-failing': {
    house: {
      upload: async (file, name) => (name.includes('7') ? await upload(file) : refuse('upload-failed', { name })),
    },
  },
  'evidence-300': {
    views: {
      session: (session) => ({
        ...session,
        platforms: session.platforms.map((platform) => ({
          ...platform,
          evidence: Array.from({ length: 300 }, (_, at) => itemAt(at)),
        })),
      }),
    },
  },
};
