// One small file of each kind that the viewer shows, made by code, and what the recording device would read of office files.
import { ok, type Result } from '../../shared/base/result.ts';
import type { PlainPart } from '../../shared/contract/evidence-methods.ts';
import type { EvidenceView } from '../../shared/contract/views.ts';
import { hex } from './given.ts';
import { EVIDENCE } from './given-evidence.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A second of a low tone, 8 bits, 8,000 a second (RIFF WAVE). */
function tone(): Uint8Array {
  const bytes = new Uint8Array(44 + 8_000);
  const view = new DataView(bytes.buffer);
  bytes.set(utf8('RIFF'), 0);
  view.setUint32(4, 36 + 8_000, true);
  bytes.set(utf8('WAVEfmt '), 8);
  for (const [at, value] of [
    [16, 16],
    [24, 8_000],
    [28, 8_000],
    [40, 8_000],
  ] as const)
    view.setUint32(at, value, true);
  for (const [at, value] of [
    [20, 1],
    [22, 1],
    [32, 1],
    [34, 8],
  ] as const)
    view.setUint16(at, value, true);
  bytes.set(utf8('data'), 36);
  for (let at = 0; at < 8_000; at++) bytes[44 + at] = 128 + Math.round(40 * Math.sin(at / 6));
  return bytes;
}

const MARKDOWN = `# Báo cáo vận hành quý III

Đơn vị vận hành **đã thực hiện** kiểm thử tải; xem [nhật ký](https://noi-khac.example/nhat-ky).

1. Kiểm thử tải: 5.000 người dùng đồng thời
2. Diễn tập phục hồi dữ liệu
   - bản sao lưu ngày
   - bản sao lưu tuần

| Hạng mục | Kết quả | Ngày |
|---|---|---|
| Thời gian phản hồi | 0,8 giây | 12/09/2026 |
| Phục hồi | 3 giờ 40 phút | 15/09/2026 |

![Biểu đồ](https://noi-khac.example/bieu-do.png)

<script>document.title = 'x'</script>

> Ý kiến của bên giám sát: đạt yêu cầu.
`;
const CSV = `Họ và tên,Đơn vị,Số lần dùng,Ghi chú\n${Array.from(
  { length: 400 },
  (_, at) =>
    `Nguyễn Phước Bảo Ngọc Quỳnh Trâm ${at + 1},Trung tâm Kiểm định chất lượng phần mềm,${at * 7},"=HYPERLINK(""https://noi-khac.example"",""mở"")"`,
).join('\n')}\n`;
const DRAWING =
  '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">\n  <script>fetch("https://noi-khac.example")</script>\n  <circle r="9"/>\n</svg>\n';
const LONG_TEXT = 'Nhật ký hệ thống: tiếp nhận yêu cầu, xử lý, trả kết quả.\n'.repeat(12_000);
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const WORDS = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const FILES: Readonly<Record<string, readonly [title: string, mediaType: string, bytes: () => Uint8Array]>> = {
  markdown: ['Báo cáo vận hành quý III.md', 'text/plain', () => utf8(MARKDOWN)],
  csv: ['Danh sách người dùng.csv', 'text/plain', () => utf8(CSV)],
  drawing: ['Sơ đồ mạng.svg', 'image/svg+xml', () => utf8(DRAWING)],
  log: ['Nhật ký hệ thống', 'text/plain', () => utf8(LONG_TEXT)],
  sound: ['Ghi âm buổi kiểm thử', 'audio/wav', tone],
  sheet: ['Bảng kết quả kiểm thử', SHEET, () => new Uint8Array(10)],
  words: ['Biên bản kiểm thử', WORDS, () => new Uint8Array(10)],
  video: ['Quay màn hình kiểm thử', 'video/mp4', () => new Uint8Array(4_000)],
  broken: ['Báo cáo hỏng', 'application/pdf', () => utf8('%PDF-1.7\nhỏng')],
};
export const VIEWER_KINDS = Object.keys(FILES);

const hashOf = (kind: string): string => hex(700 + VIEWER_KINDS.indexOf(kind), 64);

export const viewerEvidence = (kind: string): EvidenceView => {
  const [title = '', mediaType = ''] = FILES[kind] ?? [];
  const first = EVIDENCE[0];
  if (first === undefined) throw new Error('no evidence is given');
  return {
    ...first,
    evidence: hex(700 + VIEWER_KINDS.indexOf(kind), 16),
    sha256: hashOf(kind),
    size: 1_240_000,
    mediaType,
    title,
    criteria: ['G1-01'],
  };
};

/** By hash, for the server. */
export const VIEWER_FILES: ReadonlyMap<string, { readonly bytes: () => Uint8Array; readonly mediaType: string }> =
  new Map(Object.entries(FILES).map(([kind, [, mediaType, bytes]]) => [hashOf(kind), { bytes, mediaType }]));

export function plainAnswer({ sha256, part, from }: { sha256: string; part: number; from: number }): Result<PlainPart> {
  if (sha256 === hashOf('sheet'))
    return ok({
      of: 'sheet',
      sheets: ['Kết quả', 'Tổng hợp theo đơn vị vận hành và bên giám sát'],
      part,
      rows: Array.from({ length: 60 }, (_, at) => [
        `KT-${from + at + 1}`,
        'Kiểm thử tải với 5.000 người dùng đồng thời trong 30 phút',
        `${(at * 13) % 100},5`,
        at % 4 === 0 ? 'Không đạt' : 'Đạt',
      ]),
      from,
      total: 240,
    });
  return ok({
    of: 'blocks',
    from: 0,
    total: 6,
    blocks: [
      { is: 'heading', level: 1, text: 'Biên bản kiểm thử tải' },
      {
        is: 'paragraph',
        text: 'Hôm nay, các bên thống nhất kết quả kiểm thử như sau, theo kế hoạch đã được phê duyệt.',
      },
      { is: 'heading', level: 2, text: 'Kết quả' },
      { is: 'item', depth: 0, text: 'Thời gian phản hồi: 0,8 giây' },
      { is: 'item', depth: 1, text: 'đo tại trung tâm dữ liệu chính' },
      {
        is: 'table',
        rows: [
          ['Hạng mục', 'Kết quả'],
          ['Phục hồi dữ liệu', '3 giờ 40 phút'],
        ],
      },
    ],
  });
}
