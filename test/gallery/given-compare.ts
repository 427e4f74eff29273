// Two versions of one set with every kind of change in it, and the sessions that used either.
import type { LibraryRecord, LibraryRow, SetUse } from '../../shared/contract/criteria-library.ts';
import type { CriteriaSet, Criterion } from '../../shared/criteria/criteria-set.ts';
import { hex } from './given.ts';
import { loadedSet, ROWS } from './given-library.ts';

export const OLDER = hex(0x2b3, 16);
export const NEWER = hex(0x2b0, 16);
const HASHES = { older: hex(41, 64), newer: hex(42, 64) } as const;

function reviewed(criterion: Criterion, at: number): readonly Criterion[] {
  const { vi, en } = criterion.statement;
  switch (at) {
    case 1:
      return [{ ...criterion, statement: { vi: vi.replace('nhiều', 'ít nhất 10'), en } }];
    case 2:
      return [{ ...criterion, id: 'G1-02a' }];
    case 4:
    case 14:
      return [criterion.kind === 'measured' ? { ...criterion, threshold: '99.9', comparator: '>' } : criterion];
    case 6:
      return [{ ...criterion, mustPass: true, notApplicable: !criterion.notApplicable, tags: ['an-toan'] }];
    case 8:
      return [];
    case 9:
      return [
        { ...criterion, appliesWhen: [{ criterion: 'G1-01', mark: 'met' }] },
        {
          ...criterion,
          id: 'G2-99',
          statement: { vi: 'Có nhật ký truy cập, lưu ít nhất 12 tháng', en: 'Access logs kept for twelve months' },
        },
      ];
    case 12:
      return [{ ...criterion, guidance: { vi: 'Xem biên bản nghiệm thu và nhật ký.', en: 'See the record.' } }];
    default:
      return [criterion];
  }
}

/** The later version of any set. */
export function nextOf(set: CriteriaSet): CriteriaSet {
  let at = 0;
  return {
    ...set,
    version: '3.0-du-thao-lay-y-kien-lan-2',
    legalBasis: [...set.legalBasis, 'Nghị định số 224/2026/NĐ-CP ngày 01/8/2026 của Chính phủ'],
    groups: set.groups.map((group, place) => ({
      ...group,
      ...(place === 0 ? { name: { vi: `${group.name.vi} và kiến trúc`, en: group.name.en } } : {}),
      criteria: group.criteria.flatMap((criterion) => reviewed(criterion, at++)),
    })),
  };
}

const recordOf = (key: string, sha256: string, set: CriteriaSet): LibraryRecord => ({
  row: { ...(ROWS.find((row) => row.key === key) as LibraryRow), sha256, version: set.version, errors: 0 },
  set,
  consultations: [],
});

export const compared = (count: number): { readonly before: LibraryRecord; readonly after: LibraryRecord } => {
  const set = loadedSet(count);
  return { before: recordOf(OLDER, HASHES.older, set), after: recordOf(NEWER, HASHES.newer, nextOf(set)) };
};

const use = (at: number, part: Partial<SetUse>): SetUse => ({
  book: hex(0xa0 + at, 64),
  subject:
    'Đánh giá nền tảng số quốc gia về định danh, xác thực và chia sẻ dữ liệu tổ chức, doanh nghiệp, hộ kinh doanh (đợt 2)',
  kind: 'session',
  version: '2.0',
  sha256: HASHES.older,
  openedAt: `2026-10-${String(10 + at)}T02:00:00.000Z`,
  ballots: 14,
  sealed: true,
  ...part,
});
export const USES: readonly SetUse[] = [
  use(0, {}),
  use(1, { subject: 'Họp thử', kind: 'rehearsal', ballots: 0, sealed: false }),
  use(2, { subject: 'Họp đợt 3', version: '3.0', sha256: HASHES.newer, ballots: 5, sealed: false }),
  use(3, { subject: 'Họp đợt 1', version: '1.0', sha256: hex(43, 64) }),
];
