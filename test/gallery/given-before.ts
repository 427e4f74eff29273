// An evaluation that went before: named, with long names, and what looking for one finds.
import type { OutputOf } from '../../shared/contract/methods.ts';
import type { BeforeView, PlatformView } from '../../shared/contract/views.ts';
import { hex } from './given.ts';

/** Of groups 1 to 3 all but each fourth are as they were; met, not met, left out by turns. */
export const BEFORE: BeforeView = (() => {
  const ids = [1, 2, 3, 4, 5, 6].flatMap((group) =>
    Array.from({ length: 20 }, (_, at) => `G${group}-${String(at + 1).padStart(2, '0')}`),
  );
  const verdicts = ['met', 'met', 'not-met', 'left-out'] as const;
  const isSame = (at: number): boolean => at % 4 !== 2;
  return {
    book: hex(0xb0, 64),
    at: '2025-11-20T02:00:00.000Z',
    version: '1.0',
    outcome: 'met',
    marks: Object.fromEntries(
      ids.flatMap((id, at) =>
        isSame(at) ? [[id, { verdict: verdicts[at % 4] ?? 'met', met: at % 4 === 0 ? 6 : 3, of: 7 }] as const] : [],
      ),
    ),
    changed: ids.filter((_, at) => !isSame(at)),
  };
})();

export const withBefore = (platform: PlatformView): PlatformView => ({ ...platform, before: BEFORE });

export const EARLIER: OutputOf<'platform.earlier'>['found'] = [
  {
    book: hex(0xb0, 64),
    subject: 'Họp Hội đồng đánh giá nền tảng số quốc gia về định danh, xác thực và chia sẻ dữ liệu tổ chức năm 2025',
    at: '2025-11-20T02:00:00.000Z',
    platform: hex(0xb1, 16),
    name: 'Nền tảng định danh tổ chức',
  },
  { book: hex(0xb2, 64), subject: 'Họp đợt 1', at: '', platform: hex(0xb3, 16), name: 'Nền tảng định danh tổ chức' },
];
