// Invented people and platforms for rehearsals and demonstrations; no name here is anybody's.
import type { SessionForm } from '../../shared/contract/methods.ts';

type Member = SessionForm['members'][number];

const NAMES = [
  'Nguyễn Phước Bảo Ngọc Quỳnh Trâm',
  'Lý Xuân Trường',
  'Trần Thị Hưởng',
  'Đặng Quỳnh Ngữ',
  'Phạm Ẩn Dật',
  'Võ Hữu Nghĩa',
  'Hoàng Thị Kiều Oanh',
  'Đỗ Trọng Tuệ',
  'Bùi Đức Thắng',
  'Ngô Thị Mỹ Hạnh',
  'Lữ Ỷ Lan',
  'Dương Thùy Vỹ',
  'Hồ Quốc Khánh',
  'Vũ Thị Ánh Tuyết',
  'Huỳnh Chí Dũng',
] as const;
const POSITIONS = [
  'Cục trưởng',
  'Phó Cục trưởng',
  'Chuyên viên chính',
  'Trưởng phòng',
  'Giảng viên',
  'Chuyên gia độc lập',
  'Phó Trưởng phòng',
] as const;
const UNITS = [
  'Cục Chuyển đổi số (diễn tập)',
  'Trung tâm Kiểm định (diễn tập)',
  'Viện Nghiên cứu Số (diễn tập)',
  'Trường Đại học Mẫu (diễn tập)',
] as const;

const roleAt = (at: number): Member['role'] =>
  (['chair', 'vice-chair', 'secretary', 'reviewer', 'reviewer'] as const)[at] ?? 'member';

/** Chair, vice-chair, secretary-member, two reviewers, then members. */
export const rehearsalMembers = (count: number): readonly Member[] =>
  Array.from({ length: count }, (_, at) => {
    const again = Math.floor(at / NAMES.length);
    return {
      name: `${NAMES[at % NAMES.length] ?? ''}${again > 0 ? ` ${again + 1}` : ''}`,
      position: POSITIONS[at % POSITIONS.length] ?? '',
      unit: UNITS[at % UNITS.length] ?? '',
      role: roleAt(at),
    };
  });

export const rehearsalPlatform = (
  number: number,
  measured: SessionForm['platforms'][number]['measured'],
): SessionForm['platforms'][number] => ({
  name: `Nền tảng số Mẫu ${number} (diễn tập)`,
  owner: 'Cơ quan chủ quản Mẫu',
  enterprise: 'Công ty Nền tảng Mẫu',
  address: `https://nen-tang-mau-${number}.example`,
  evidence: [],
  measured: [...measured],
});
