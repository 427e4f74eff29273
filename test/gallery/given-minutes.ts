// Minutes and log of the invented session: prose, locked facts, and where they came from.
import type { LogView, MinutesView } from '../../shared/contract/views.ts';
import type { Minutes, Paragraph, Part } from '../../shared/minutes/content.ts';
import { hex } from './given.ts';
import { NAMES, seatId } from './given-session.ts';

const fact = (name: string, value: string, ...entries: readonly number[]): Part => ({
  fact: name,
  value,
  ...(entries.length === 0 ? {} : { entries: entries.map((each) => hex(each, 64)) }),
});
const said = (id: string, ...parts: readonly Part[]): Paragraph => ({ id, parts });

export const givenContent: Minutes = {
  form: 'hoidong/minutes/1',
  kind: 'session',
  superior: 'BỘ KHOA HỌC VÀ CÔNG NGHỆ',
  council: 'HỘI ĐỒNG ĐÁNH GIÁ NỀN TẢNG SỐ',
  number: 'Số: …/BB-HĐĐG',
  title: 'BIÊN BẢN',
  subject: 'Họp Hội đồng đánh giá Nền tảng số quốc gia về định danh, xác thực và chia sẻ dữ liệu tổ chức năm 2026',
  fields: [
    {
      id: 'start',
      label: 'Thời gian bắt đầu:',
      paragraphs: [said('start', fact('start', '09 giờ 00 phút, ngày 23 tháng 11 năm 2026', 62), '.')],
    },
    {
      id: 'place',
      label: 'Địa điểm:',
      paragraphs: [said('place', 'Phòng họp tầng 5, 18 Nguyễn Du, Hà Nội.')],
    },
    {
      id: 'quorum',
      label: 'Thành phần tham dự:',
      paragraphs: [
        said(
          'p1',
          'Thành viên Hội đồng có mặt: ',
          fact('present', '06', 61, 62),
          ' trên ',
          fact('appointed', '07', 60),
          ' thành viên, gồm:',
        ),
        ...NAMES.map((name, at) => said(`m${at}`, `${at + 1}. Ông/Bà `, fact(`member.${at}`, name, 61), ';')),
      ],
    },
    {
      id: 'presiding',
      label: 'Chủ trì (chủ tọa):',
      paragraphs: [said('presiding', 'Ông/Bà ', fact('presiding', NAMES[0], 62), ', Chủ tịch Hội đồng.')],
    },
    {
      id: 'course',
      label: 'Nội dung (theo diễn biến cuộc họp):',
      paragraphs: [
        { id: 'h1', parts: ['1. Kết quả đánh giá'], heading: true },
        said(
          'r1',
          'Số phiếu phát ra ',
          fact('issued', '05', 63),
          ', thu về ',
          fact('returned', '05', 63),
          ', hợp lệ ',
          fact('valid', '05', 63),
          '. Có ',
          fact('met', '24', 63),
          ' trên ',
          fact('criteria', '30', 60),
          ' tiêu chí được xác định là Đạt.',
        ),
        { id: 'h2', parts: ['2. Thảo luận'], heading: true },
        said('d1', 'Các thành viên trao đổi về phương án dự phòng và nhật ký diễn tập phục hồi quý III.'),
        { id: 'h3', parts: ['3. Kết luận'], heading: true },
        said('c1', 'Hội đồng thống nhất: ', fact('conclusion', 'chưa đáp ứng tiêu chí', 64), '.'),
      ],
    },
  ],
  closing: {
    id: 'closing',
    parts: ['Phiên họp kết thúc lúc ', fact('end', '11 giờ 30 phút, ngày 23 tháng 11 năm 2026'), './.'],
  },
  signatories: [
    { field: 'ThuKy', title: 'THƯ KÝ', role: '', name: NAMES[2] },
    { field: 'ChuToa', title: 'CHỦ TỌA', role: 'CHỦ TỊCH HỘI ĐỒNG', name: NAMES[0] },
  ],
  recipients: ['- Như trên;', '- Lưu: VT, HSHĐ.'],
  appendices: [],
  mark: '0123456789abcdef',
};

export const givenMinutes: MinutesView = {
  minutes: givenContent,
  missing: [{ code: 'conclusion-missing', params: { platform: 'Nền tảng số Mẫu' } }],
  prose: {
    number: '',
    presentation: 'Đại diện đơn vị cung cấp trình bày kiến trúc, kết quả vận hành 12 tháng và kế hoạch mở rộng.',
    discussion: 'Các thành viên trao đổi về phương án dự phòng và nhật ký diễn tập phục hồi quý III.',
    recommendation: 'Đề nghị hoàn thiện nhật ký diễn tập phục hồi trước ngày 15/12/2026.',
    recipients: ['- Như trên;', '- Lưu: VT, HSHĐ.'],
  },
  stale: false,
  changes: [],
  edited: false,
};

const KINDS = [
  'book-opened',
  'seat-appointed',
  'meeting-opened',
  'attendance-marked',
  'interest-declared',
  'poll-opened',
  'ballot-cast',
  'ballot-reopened',
  'ballot-cast',
  'round-closed',
  'kind-of-tomorrow',
];

export const givenLog: LogView = {
  rows: KINDS.map((kind, at) => ({
    at: `2026-11-23T02:${String(at * 4).padStart(2, '0')}:00.000Z`,
    seat: seatId(at % 3),
    kind,
    feed: hex(5 + (at % 3), 32),
    seq: at + 1,
    via: at % 3 === 2 ? 'app' : 'page',
    hash: hex(60 + at, 64),
    ...(at === 8 ? { refused: 'not-present' } : {}),
  })),
};
