// The evidence of the pictures: which file of assets/evidence stands behind each invented hash.
import type { EvidenceView } from '../../shared/contract/views.ts';
import { hex } from './given.ts';

/** Minutes that were put to the council, the sealed file, and the live page: one and the same PDF is shown for all. */
export const MINUTES_FILES = [hex(99, 64), hex(98, 64), hex(97, 64)] as const;

const GIVEN = [
  ['Báo cáo kiểm thử tải quý III', 'application/pdf', 'bao-cao-van-hanh-dien-tap.pdf', ['G1-01']],
  ['Sơ đồ triển khai', 'image/png', 'kiem-thu-tai-dien-tap.png', []],
  ['Nhật ký diễn tập phục hồi', 'text/plain', 'khao-sat-nguoi-dung-dien-tap.txt', ['G1-02', 'G2-01']],
  ['Gói dữ liệu khảo sát', 'application/zip', '', []],
] as const;

export const EVIDENCE: readonly EvidenceView[] = GIVEN.map(([title, mediaType, , criteria], at) => ({
  evidence: hex(at + 500, 16),
  number: at + 1,
  revision: 1,
  sha256: hex(at + 500, 64),
  size: 3_400_000,
  mediaType,
  title,
  kind: 'test-result',
  supplier: 'Trung tâm Kiểm định',
  date: '2026-10-05',
  label: 'internal',
  criteria,
  earlier: [],
}));

/** Name of the file in assets/evidence by hash; an empty one is served as no bytes at all. */
export const FILE_OF: ReadonlyMap<string, { readonly file: string; readonly mediaType: string }> = new Map(
  GIVEN.map(([, mediaType, file], at) => [hex(at + 500, 64), { file, mediaType }]),
);
