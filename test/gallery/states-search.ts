// States of search in the text of evidence: hits in several files while others are still read, all read, and no hit.
import { ok } from '../../shared/base/result.ts';
import type { ReadingView, SearchHit } from '../../shared/contract/evidence-methods.ts';
import { hex, PLATFORM, type States } from './given.ts';
import { EVIDENCE } from './given-evidence.ts';

const hit = (at: number, page: number | undefined, ...around: string[]): SearchHit => {
  const item = EVIDENCE[at];
  return {
    platform: PLATFORM,
    evidence: item?.evidence ?? '',
    sha256: item?.sha256 ?? '',
    number: item?.number ?? 0,
    title: item?.title ?? '',
    around,
    ...(page === undefined ? {} : { page }),
  };
};
const HITS: readonly SearchHit[] = [
  hit(0, 1, '1. Phạm vi ', 'kiểm thử tải', ': 1.000 người dùng đồng thời trong 60 phút'),
  hit(
    0,
    12,
    '…trung tâm dữ liệu dự phòng theo kịch bản ',
    'kiểm thử tải',
    ' đỉnh, thời gian phản hồi trung bình 1,8 giây, tỷ lệ lỗi 0,02 % trên tổng số yêu cầu được gửi tới…',
  ),
  hit(0, 347, 'Phụ lục 4. Nhật ký ', 'kiểm thử tải', ''),
  hit(2, undefined, '…người dùng hỏi vì sao ', 'kiểm thử', ' khi hệ thống đang chịu ', 'tải', ' lớn…'),
];
const UNREAD: ReadingView['unread'] = [
  { sha256: hex(501, 64), code: 'reading-kind' },
  { sha256: hex(503, 64), code: 'reading-no-text' },
];

export const searchStates: States = {
  'search-hits': {
    views: { reading: () => ({ done: 12, total: 40, unread: UNREAD }) },
    answers: { 'evidence.search': () => ok({ hits: HITS, more: true }) },
  },
  'search-read': {
    views: { reading: () => ({ done: 40, total: 40, unread: [] }) },
    answers: { 'evidence.search': () => ok({ hits: HITS, more: false }) },
  },
  'search-none': {
    views: { reading: () => ({ done: 3, total: 40, unread: [] }) },
    answers: { 'evidence.search': () => ok({ hits: [], more: false }) },
  },
};
