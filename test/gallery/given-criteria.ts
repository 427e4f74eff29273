// An invented criteria set of any size, with statements of different lengths and all kinds of criteria.
import type { LibrarySet } from '../../shared/contract/methods.ts';
import type { CriteriaView } from '../../shared/contract/views.ts';
import { type CriteriaSet, type Criterion, criteriaOf } from '../../shared/criteria/criteria-set.ts';

const STATEMENTS: readonly (readonly [string, string])[] = [
  ['Có mô tả kiến trúc tổng thể và các thành phần của nền tảng', 'The architecture and its parts are described'],
  [
    'Vận hành trên hạ tầng điện toán đám mây và cung cấp dịch vụ cho nhiều cơ quan, đơn vị cùng lúc',
    'Runs on cloud infrastructure and serves many agencies at once',
  ],
  ['Mở rộng được quy mô bằng cách bổ sung hạ tầng, không phải phát triển lại', 'Scales by adding infrastructure'],
  [
    'Có giao diện kết nối, chia sẻ dữ liệu theo tiêu chuẩn, tài liệu kỹ thuật công bố đầy đủ và được cập nhật theo từng phiên bản phát hành của nền tảng',
    'Offers documented, standard interfaces for sharing data, kept up to date with every release of the platform',
  ],
  ['Mức độ sẵn sàng hoạt động trong 12 tháng gần nhất', 'Availability over the last twelve months'],
  ['Có quy trình phát triển, vận hành, sao lưu và phục hồi', 'Development, operation, backup and recovery are ruled'],
  ['Hồ sơ xác định cấp độ an toàn hệ thống thông tin đã được phê duyệt', 'The security level has been approved'],
  [
    'Có phương án bảo vệ dữ liệu cá nhân, sao lưu và phục hồi được ban hành, áp dụng và kiểm tra định kỳ trên toàn bộ nền tảng',
    'Personal data is protected, backed up and restored under a plan that is in force and regularly tried',
  ],
  ['Dữ liệu người dùng được lưu trữ tại Việt Nam theo quy định', 'User data is kept in Viet Nam as the law asks'],
  ['Thời gian phản hồi trung bình của trang chủ', 'Mean response time of the start page'],
  ['Tài liệu hướng dẫn sử dụng, đào tạo và chuyển giao bằng tiếng Việt', 'Manuals and training in Vietnamese'],
  ['Chuyển đổi được sang nền tảng khác mà không mất dữ liệu', 'Data can be moved to another platform whole'],
];
const GROUPS: readonly (readonly [string, string])[] = [
  ['Kỹ thuật của nền tảng số', 'Technique of the platform'],
  ['An toàn, an ninh mạng và bảo vệ dữ liệu cá nhân', 'Security and personal data'],
  ['Kết nối, chia sẻ dữ liệu', 'Connection and sharing of data'],
  ['Mức độ phổ biến', 'Popularity'],
  ['Năng lực của đơn vị cung cấp', 'The supplier'],
  ['Hiệu quả kinh tế - xã hội', 'Economic and social effect'],
];
const MOST_IN_GROUP = 20;

const pick = <T>(list: readonly T[], at: number): T => list[at % list.length] as T;

function criterionAt(at: number, inGroup: number): Criterion {
  const [vi, en] = pick(STATEMENTS, at);
  const again = at < STATEMENTS.length ? '' : ` (${Math.floor(at / STATEMENTS.length) + 1})`;
  const common = {
    id: `G${Math.floor(at / inGroup) + 1}-${String((at % inGroup) + 1).padStart(2, '0')}`,
    statement: { vi: `${vi}${again}`, en: `${en}${again}` },
    evidence: { vi: 'quy trình; nhật ký diễn tập phục hồi', en: 'procedures; recovery drill log' },
    tags: at === 0 ? ['popularity'] : [],
    notApplicable: at % 3 === 0,
  };
  return at % 10 === 4
    ? { ...common, kind: 'measured', unit: '%', comparator: '>=', threshold: '99.5' }
    : { ...common, kind: 'pass-fail' };
}

export function givenSet(count: number): CriteriaSet {
  const groups = Math.max(1, Math.min(GROUPS.length, Math.ceil(count / 5)));
  const inGroup = Math.min(MOST_IN_GROUP, Math.ceil(count / groups));
  return {
    v: 1,
    id: 'mau',
    version: '0.1',
    sample: true,
    name: {
      vi: 'Bộ tiêu chí mẫu theo sáu nhóm của khung tiêu chí cơ bản',
      en: 'Sample criteria set after the six groups',
    },
    legalBasis: ['Quyết định số 1230/QĐ-BTTTT ngày 10 tháng 7 năm 2023'],
    outcomes: [
      { when: { is: 'all-met' }, outcome: 'met', name: { vi: 'Đề nghị công nhận', en: 'Propose recognition' } },
      { when: { is: 'otherwise' }, outcome: 'not', name: { vi: 'Chưa đáp ứng tiêu chí', en: 'Criteria not met' } },
    ],
    groups: Array.from({ length: groups }, (_, group) => ({
      id: `G${group + 1}`,
      name: { vi: pick(GROUPS, group)[0], en: pick(GROUPS, group)[1] },
      criteria: Array.from({ length: Math.max(0, Math.min(inGroup, count - group * inGroup)) }, (__, at) =>
        criterionAt(group * inGroup + at, inGroup),
      ),
    })),
  };
}

export const givenCriteria = (count: number): CriteriaView => ({
  set: givenSet(count),
  thresholds: { 'G1-05': { threshold: '99.5', source: 'Quyết định số 45/QĐ-CĐS ngày 02/10/2026' } },
});

export const LIBRARY: LibrarySet = {
  sha256: '8'.repeat(64),
  id: 'mau',
  version: '0.1',
  sample: true,
  state: 'shipped',
  name: givenSet(30).name,
  groups: 6,
  criteria: 30,
  codes: criteriaOf(givenSet(30)).map(({ id }) => id),
  open: [{ criterion: 'G1-05', statement: { vi: 'Mức độ sẵn sàng', en: 'Availability' }, unit: '%', comparator: '>=' }],
  measured: [
    {
      criterion: 'G1-05',
      statement: { vi: 'Mức độ sẵn sàng', en: 'Availability' },
      unit: '%',
      comparator: '>=',
      threshold: null,
    },
  ],
};
