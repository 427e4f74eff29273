// An invented library: drafts, promulgated sets and samples with long names, and what reading files of each kind would give.
import type {
  CriteriaFileReport,
  FileFinding,
  LibraryOutputs,
  LibraryRow,
  PackSignature,
} from '../../shared/contract/criteria-library.ts';
import type { CriteriaSet, Criterion } from '../../shared/criteria/criteria-set.ts';
import { wordFinding } from '../../shared/lang/finding-words.ts';
import { hex } from './given.ts';
import { givenSet, LIBRARY } from './given-criteria.ts';

const SIGNED: PackSignature = {
  name: 'Nguyễn Phước Bảo Ngọc Quỳnh Trâm',
  organisation: 'Cục Chuyển đổi số quốc gia, Bộ Khoa học và Công nghệ',
  issuer: 'Ban Cơ yếu Chính phủ - Chứng thực chữ ký số chuyên dùng công vụ',
  serial: '4f0a91c2d3e4b5a6978877665544332211',
  validFrom: '2025-01-05T00:00:00.000Z',
  validTo: '2028-01-05T00:00:00.000Z',
  signedAt: '2026-10-02T03:12:00.000Z',
  trusted: false,
};

const row = (at: number, { state, ...part }: Partial<LibraryRow>): LibraryRow => ({
  key: hex(0x2b0 + at, 16),
  state: state ?? 'draft',
  id: 'khung-co-ban',
  version: '1.0',
  sample: false,
  name: { vi: 'Bộ tiêu chí cơ bản', en: 'Basic criteria' },
  groups: 6,
  criteria: 30,
  errors: 0,
  from: 'written',
  ...(state === 'shipped' ? {} : { savedAt: `2026-11-${String(10 + at)}T02:30:00.000Z` }),
  consulted: 0,
  answered: 0,
  text: 'Có kế hoạch kiểm thử tải và kết quả kiểm thử của 12 tháng gần nhất\nAvailability over the last twelve months',
  ...part,
});

const DECISION = { number: '1230/QĐ-BKHCN', date: '2026-10-01', body: 'Bộ Khoa học và Công nghệ' };

export const ROWS: readonly LibraryRow[] = [
  row(0, {
    name: {
      vi: 'Bộ tiêu chí đánh giá nền tảng số quốc gia về định danh, xác thực và chia sẻ dữ liệu tổ chức, áp dụng cho doanh nghiệp làm chủ công nghệ lõi',
      en: 'Criteria for the national platform of identification, authentication and sharing of organisations’ data, for enterprises with core technology of their own',
    },
    id: 'nen-tang-dinh-danh-to-chuc-doanh-nghiep',
    version: '2.0-du-thao-3',
    groups: 6,
    criteria: 120,
    errors: 14,
    consulted: 12,
    answered: 7,
    basedOn: { key: hex(0x2b3, 16), version: '1.0' },
  }),
  row(1, { id: '', version: '', name: { vi: '', en: '' }, groups: 1, criteria: 1, errors: 5 }),
  row(2, { id: 'ho-so-cong-viec', name: { vi: 'Nền tảng hồ sơ công việc', en: 'Work files platform' }, consulted: 4 }),
  row(3, {
    state: 'promulgated',
    id: 'nen-tang-dinh-danh-to-chuc-doanh-nghiep',
    name: { vi: 'Bộ tiêu chí đánh giá nền tảng định danh tổ chức', en: 'Identification of organisations' },
    promulgation: DECISION,
    consulted: 9,
    answered: 9,
    signature: SIGNED,
    from: 'pack',
  }),
  row(4, {
    state: 'promulgated',
    id: 'hop-truc-tuyen',
    name: { vi: 'Bộ tiêu chí nền tảng họp trực tuyến', en: 'Online meeting platforms' },
    promulgation: {
      number: '45/2026/QĐ-UBND',
      date: '2026-03-15',
      body: 'Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu và các đơn vị sáp nhập',
    },
    consulted: 3,
    answered: 3,
    signature: { ...SIGNED, trusted: true },
  }),
  row(5, {
    key: LIBRARY.sha256,
    state: 'shipped',
    sample: true,
    id: 'mau-1230',
    version: '0.1',
    name: LIBRARY.name,
    sha256: LIBRARY.sha256,
    from: 'shipped',
  }),
  row(6, {
    key: '9'.repeat(64),
    state: 'shipped',
    sample: true,
    id: 'toi-thieu-224',
    version: '0.1',
    name: { vi: 'Bộ tiêu chí mẫu: yêu cầu tối thiểu', en: 'Sample: minimum requirements' },
    groups: 1,
    criteria: 10,
    from: 'shipped',
  }),
];

export const GIVEN_LIBRARY: LibraryOutputs['library.list'] = { rows: ROWS, leftOut: [] };

const LEVELS = [0, 40, 70, 100].map((points, at) => ({
  points,
  name: {
    vi: ['Không có', 'Có một phần', 'Có, chưa kiểm tra', 'Có và đã kiểm tra'][at] ?? '',
    en: ['None', 'In part', 'There, untested', 'There and tested'][at] ?? '',
  },
}));

const varied = (criterion: Criterion, at: number): Criterion => {
  const common = {
    ...criterion,
    ...(at % 7 === 0 ? { mustPass: true as const } : {}),
    ...(at % 9 === 4 ? { appliesWhen: [{ criterion: 'G1-01', mark: 'met' as const }] } : {}),
    ...(at % 6 === 0 ? { guidance: { vi: 'Xem biên bản nghiệm thu.', en: 'See the acceptance record.' } } : {}),
  };
  if (common.kind === 'measured')
    return at % 20 === 4
      ? { ...common, threshold: null }
      : { ...common, formula: 'giờ hoạt động chia tổng số giờ của 12 tháng' };
  return at % 11 === 3 ? { ...common, kind: 'points', levels: LEVELS, pass: 70 } : common;
};

export function loadedSet(count: number, part: Partial<CriteriaSet> = {}): CriteriaSet {
  const set = givenSet(count);
  let at = 0;
  const groups = set.groups.map((group) => ({ ...group, criteria: group.criteria.map((each) => varied(each, at++)) }));
  return { ...set, groups, sample: false, id: 'dinh-danh-to-chuc', version: '2.0', ...part };
}

const worded = (finding: Omit<FileFinding, 'vi' | 'en'>): FileFinding => ({
  ...finding,
  vi: wordFinding(finding, 'vi'),
  en: wordFinding(finding, 'en'),
});

const SHEET = 'Bộ tiêu chí đánh giá (bản gửi lấy ý kiến lần 2)';

/** Errors and warnings by turns, each in a cell of its own. */
export const sheetFindings = (count: number): readonly FileFinding[] =>
  Array.from({ length: count }, (_, at): FileFinding => {
    const place = {
      sheet: SHEET,
      row: at + 3,
      column: (at % 9) + 1,
      path: `groups[${at % 6}].criteria[${at % 20}].id`,
    };
    switch (at % 4) {
      case 0:
        return worded({ ...place, severity: 'error', code: 'id-malformed', params: { id: `Tiêu chí ${at} (mới)` } });
      case 1:
        return worded({
          ...place,
          severity: 'error',
          code: 'threshold-malformed',
          params: { threshold: '99,5 phần trăm' },
        });
      case 2:
        return worded({ ...place, severity: 'warning', code: 'threshold-open', params: { id: `G1-${at}` } });
      default:
        return worded({ ...place, severity: 'error', code: 'field-missing', params: { key: 'vi' } });
    }
  });

export const lineFindings: readonly FileFinding[] = [
  worded({
    severity: 'warning',
    code: 'english-missing',
    path: 'groups[2].criteria[1].en',
    line: 214,
    params: { count: 18 },
  }),
  worded({
    severity: 'warning',
    code: 'threshold-open',
    path: 'groups[0].criteria[4].threshold',
    line: 61,
    params: { id: 'G1-05' },
  }),
  worded({ severity: 'warning', code: 'key-unknown', path: 'groups[3].owner', line: 402, params: { key: 'owner' } }),
];

const HEADINGS = [
  'TT',
  'Nhóm tiêu chí',
  'Mã',
  'Nội dung tiêu chí',
  'Cách chấm',
  'Ngưỡng',
  'Đơn vị',
  'Minh chứng',
  'Ghi chú',
];

export const TABLE: NonNullable<CriteriaFileReport['table']> = {
  sheets: [
    {
      name: SHEET,
      rows: [
        ['PHỤ LỤC', '', '', '', '', '', '', '', ''],
        HEADINGS,
        ...Array.from({ length: 10 }, (_, at) => [
          String(at + 1),
          'Kỹ thuật của nền tảng số',
          `A${at + 1}`,
          'Có giao diện kết nối, chia sẻ dữ liệu theo tiêu chuẩn, tài liệu kỹ thuật công bố đầy đủ và được cập nhật theo từng phiên bản',
          at % 3 === 0 ? 'đo' : 'đạt/không đạt',
          at % 3 === 0 ? '99,5' : '',
          at % 3 === 0 ? '%' : '',
          'quy trình; nhật ký diễn tập phục hồi',
          '',
        ]),
      ],
      rowCount: 122,
      columnCount: 9,
    },
    { name: 'Hướng dẫn', rows: [['Cách điền bảng']], rowCount: 14, columnCount: 1 },
  ],
  mapping: {
    sheet: SHEET,
    headerRow: 2,
    columns: [
      { field: 'group-vi', column: 2 },
      { field: 'id', column: 3 },
      { field: 'vi', column: 4 },
      { field: 'kind', column: 5 },
      { field: 'threshold', column: 6 },
      { field: 'unit', column: 7 },
      { field: 'evidence-vi', column: 8 },
    ],
  },
  mapped: 'guessed',
};

export const READY: CriteriaFileReport = {
  file: 'bo-tieu-chi.yaml',
  format: 'hoidong',
  set: loadedSet(30),
  sha256: hex(31, 64),
  findings: lineFindings,
  leftOut: [],
};

export const REFUSED_SHEET: CriteriaFileReport = {
  file: 'bang.xlsx',
  format: 'xlsx',
  findings: sheetFindings(60),
  leftOut: [],
  table: TABLE,
};

export const OSCAL_120: CriteriaFileReport = {
  file: 'catalog.json',
  format: 'oscal',
  set: loadedSet(120, { attribution: 'NIST, public domain' }),
  sha256: hex(32, 64),
  findings: [],
  leftOut: Array.from({ length: 24 }, (_, at) => `back-matter.resources[${at}]`),
};

export const PACK: CriteriaFileReport = {
  file: 'dinh-danh-2.0.hdset',
  format: 'pack',
  set: loadedSet(30, { promulgation: DECISION }),
  sha256: hex(33, 64),
  findings: [],
  leftOut: [],
  signature: SIGNED,
  consultations: [
    {
      key: 1,
      body: 'Bộ Công an (Cục An ninh mạng và phòng, chống tội phạm sử dụng công nghệ cao)',
      sentOn: '2026-07-02',
      letter: '812/CĐS-NT ngày 02/7/2026',
      answeredOn: '2026-07-20',
      answer: 'Đề nghị bổ sung tiêu chí về nhật ký truy cập và thời gian lưu nhật ký.',
      handled: 'Tiếp thu: bổ sung tiêu chí G2-04.',
    },
    {
      key: 2,
      body: 'Hiệp hội Phần mềm và Dịch vụ công nghệ thông tin Việt Nam',
      sentOn: '2026-07-02',
      letter: '813/CĐS-NT',
      answeredOn: '',
      answer: '',
      handled: '',
    },
  ],
};
