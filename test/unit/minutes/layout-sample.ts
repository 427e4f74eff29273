// Invented minutes of a plausible council, in the order of form 1.9, in any size: what the layout tests print.
import type { Appendix, Column, Minutes, Paragraph, Row, Table } from '../../../shared/minutes/content.ts';

const people = [
  'Nguyễn Phước Bảo Ngọc Quỳnh Trâm',
  'Trần Quốc Khánh',
  'Lê Thị Ánh Tuyết',
  'Phạm Hữu Nghĩa',
  'Hoàng Thị Kiều Oanh',
  'Huỳnh Đức Thắng',
  'Vũ Thùy Dương',
  'Võ Chí Dũng',
  'Đặng Thế Vỹ',
  'Bùi Xuân Trường',
  'Đỗ Thị Mỹ Hạnh',
  'Ngô Trọng Tuệ',
  'Tôn Nữ Hoàng Diệu Thiện Mỹ',
  'Lý Bảo Ngữ',
  'Dương Thị Hưởng',
] as const;

const criteria = [
  'Mức độ đáp ứng yêu cầu chức năng của nền tảng số',
  'Tính đầy đủ, hợp lệ của hồ sơ pháp lý và năng lực của đơn vị cung cấp',
  'Khả năng kết nối, chia sẻ dữ liệu qua nền tảng tích hợp, chia sẻ dữ liệu cấp quốc gia',
  'Bảo đảm an toàn hệ thống thông tin theo cấp độ đã được phê duyệt',
  'Bảo vệ dữ liệu cá nhân',
  'Thời gian phản hồi trung bình của trang chủ không quá 2 giây với 1.000 người dùng đồng thời',
  'Tài liệu hướng dẫn sử dụng, đào tạo và chuyển giao bằng tiếng Việt',
  'Khả năng mở rộng, bảo trì và chuyển đổi sang nền tảng khác',
] as const;

const fact = (value: string) => ({ fact: 'sample', value });
const paragraph = (id: string, ...parts: Paragraph['parts']): Paragraph => ({ id, parts });
const heading = (id: string, text: string): Paragraph => ({ id, parts: [text], heading: true });

/** Not a real hash, but it looks like one and is the same each time. */
export function hashLike(seed: number): string {
  let state = (seed * 2654435761 + 12345) >>> 0;
  let hex = '';
  while (hex.length < 64) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    hex += (state >>> 8).toString(16).padStart(6, '0');
  }
  return hex.slice(0, 64);
}

const roles = (members: number, at: number): string =>
  at === 0 ? 'Chủ tịch Hội đồng' : at === members - 1 ? 'Ủy viên, Thư ký Hội đồng' : 'Ủy viên';

const marks = (members: number, row: number): string[] =>
  Array.from({ length: members }, (_, at) => ((row * 7 + at * 5) % 11 === 0 ? 'K' : (row + at) % 17 === 0 ? '–' : 'Đ'));

function markTable(members: number, rows: number): Table {
  const columns: Column[] = [
    { label: 'TT', width: 'number', align: 'center' },
    { label: 'Tiêu chí', width: 'text', align: 'left' },
    ...Array.from({ length: members }, (_, at): Column => ({ label: `TV${at + 1}`, width: 'mark', align: 'center' })),
    { label: 'Đạt', width: 'number', align: 'center' },
    { label: 'Không đạt', width: 'number', align: 'center' },
    { label: 'Kết quả', width: 'short', align: 'center' },
  ];
  const body: Row[] = [];
  for (let row = 0; row < rows; row += 1) {
    if (row % 10 === 0)
      body.push({
        cells: [
          `Nhóm ${row / 10 + 1}. ${['Yêu cầu chức năng', 'An toàn thông tin', 'Vận hành và hỗ trợ'][(row / 10) % 3]}`,
        ],
        style: 'group',
      });
    const given = marks(members, row);
    const [met, not] = [given.filter((one) => one === 'Đ').length, given.filter((one) => one === 'K').length];
    body.push({
      cells: [
        `${Math.floor(row / 10) + 1}.${(row % 10) + 1}`,
        criteria[row % criteria.length] ?? '',
        ...given,
        String(met),
        String(not),
        met * 2 > members ? 'Đạt' : 'Không đạt',
      ],
    });
  }
  body.push({
    cells: ['', 'Số tiêu chí đạt', ...marks(members, 3).map(() => String(rows - 2)), '', '', ''],
    style: 'total',
  });
  return {
    caption: 'Bảng 1. Phiếu đánh giá của từng thành viên (Đ: Đạt; K: Không đạt; –: Không áp dụng)',
    columns,
    rows: body,
  };
}

function evidence(count: number): Appendix {
  return {
    number: 'II',
    title: 'DANH MỤC MINH CHỨNG',
    notes: ['Giá trị băm SHA-256 được tính trên nguyên tệp mà Hội đồng đã xem trong phiên họp.'],
    landscape: false,
    tables: [
      {
        columns: [
          { label: 'TT', width: 'number', align: 'center' },
          { label: 'Tên minh chứng', width: 'text', align: 'left' },
          { label: 'Số trang', width: 'short', align: 'center' },
          { label: 'SHA-256', width: 'hash', align: 'left' },
        ],
        rows: Array.from({ length: count }, (_, at) => ({
          cells: [
            String(at + 1),
            [
              'Hồ sơ đề xuất cấp độ an toàn hệ thống thông tin.pdf',
              'Báo cáo kiểm thử hiệu năng.pdf',
              'Biên bản nghiệm thu kỹ thuật.pdf',
            ][at % 3] ?? '',
            String(3 + ((at * 13) % 140)),
            hashLike(at + 1),
          ],
        })),
      },
    ],
  };
}

export type SampleOptions = {
  readonly members: number;
  readonly criteria: number;
  readonly kind?: Minutes['kind'];
  /** Paragraphs of discussion; moves the signatures up and down the page. */
  readonly discussion?: number;
};

export function sampleMinutes(options: SampleOptions): Minutes {
  const { members, criteria: rows, kind = 'session', discussion = 4 } = options;
  const names = Array.from({ length: members }, (_, at) => people[at % people.length] ?? '');
  const chair = names[0] ?? '';
  const secretary = names[members - 1] ?? '';
  return {
    form: 'hoidong/minutes/1',
    kind,
    superior: 'UBND TỈNH SÔNG LAM',
    council: 'HỘI ĐỒNG ĐÁNH GIÁ NỀN TẢNG SỐ PHỤC VỤ CHUYỂN ĐỔI SỐ',
    number: 'Số: 05/BB-HĐĐG',
    title: 'BIÊN BẢN',
    subject:
      'Họp Hội đồng đánh giá nền tảng số “Hồ sơ công việc liên thông” do Công ty Cổ phần Giải pháp Bến Lức đề nghị',
    fields: [
      {
        id: 'bat-dau',
        label: 'Thời gian bắt đầu:',
        paragraphs: [paragraph('p1', fact('08 giờ 30 phút, ngày 05 tháng 02 năm 2026.'))],
      },
      {
        id: 'dia-diem',
        label: 'Địa điểm:',
        paragraphs: [
          paragraph('p1', 'Phòng họp số 2, Trung tâm Chuyển đổi số, số 18 đường Nguyễn Huệ, phường Vĩnh Thịnh.'),
        ],
      },
      {
        id: 'thanh-phan',
        label: 'Thành phần tham dự:',
        paragraphs: [
          paragraph('p1', 'Thành viên Hội đồng có mặt: ', fact(`${members}/${members}`), ' người, gồm:'),
          ...names.map((name, at) =>
            paragraph(`m${at + 1}`, fact(`${at + 1}. Ông/Bà ${name}`), ` – ${roles(members, at)};`),
          ),
          paragraph('p2', 'Vắng mặt: không.'),
        ],
      },
      {
        id: 'chu-tri',
        label: 'Chủ trì (chủ tọa):',
        paragraphs: [paragraph('p1', fact(`${chair} – Chủ tịch Hội đồng.`))],
      },
      {
        id: 'thu-ky',
        label: 'Thư ký (người ghi biên bản):',
        paragraphs: [paragraph('p1', fact(`${secretary} – Thư ký Hội đồng.`))],
      },
      {
        id: 'noi-dung',
        label: 'Nội dung (theo diễn biến cuộc họp):',
        paragraphs: [
          heading('h1', '1. Căn cứ và tư cách tham dự'),
          paragraph(
            'c1',
            'Căn cứ Quyết định số 112/QĐ-UBND ngày 15 tháng 01 năm 2026 về việc thành lập Hội đồng đánh giá nền tảng số; Hội đồng họp với ',
            fact(`${members}/${members}`),
            ' thành viên, đủ số lượng theo quy chế làm việc. Không thành viên nào có xung đột lợi ích với đơn vị đề nghị.',
          ),
          heading('h2', '2. Bộ tiêu chí'),
          paragraph(
            'c2',
            'Hội đồng sử dụng bộ tiêu chí phiên bản 2.1 gồm ',
            fact(String(rows)),
            ' tiêu chí, trong đó các tiêu chí định lượng được đối chiếu với số liệu đo (≤ 2 giây; ≥ 99,95%).',
          ),
          heading('h3', '3. Trình bày, hỏi đáp và thảo luận'),
          ...Array.from({ length: discussion }, (_, at) =>
            paragraph(
              `d${at + 1}`,
              `Ý kiến ${at + 1}: Các thành viên trao đổi về phạm vi kết nối, chia sẻ dữ liệu, phương án dự phòng và việc lưu giữ phiếu đánh giá gốc; đại diện đơn vị giải trình rõ lộ trình khắc phục và cam kết hoàn thành trước ngày 30 tháng 6 năm 2026. Chủ tọa kết luận từng nội dung trước khi chuyển sang nội dung tiếp theo.`,
            ),
          ),
          heading('h4', '4. Kiểm phiếu'),
          paragraph(
            'k1',
            'Số phiếu phát ra: ',
            fact(String(members)),
            '; số phiếu thu về: ',
            fact(String(members)),
            '; số phiếu hợp lệ: ',
            fact(String(members)),
            '. Kết quả theo từng tiêu chí tại Phụ lục I.',
          ),
          heading('h5', '5. Kết luận'),
          paragraph(
            'k2',
            'Hội đồng thống nhất kiến nghị công nhận nền tảng số nêu trên; ',
            fact(`${members}/${members}`),
            ' thành viên biểu quyết tán thành.',
          ),
        ],
      },
    ],
    closing: paragraph(
      'closing',
      'Biên bản đã được đọc lại cho các thành viên Hội đồng cùng nghe và thông qua. Cuộc họp kết thúc vào ',
      fact('11 giờ 45 phút, ngày 05 tháng 02 năm 2026'),
      './.',
    ),
    signatories: [
      { field: 'ThuKy', title: 'THƯ KÝ', role: '', name: secretary },
      { field: 'ChuToa', title: 'CHỦ TỌA', role: 'CHỦ TỊCH HỘI ĐỒNG', name: chair },
    ],
    recipients: ['- Các thành viên Hội đồng;', '- UBND tỉnh (để báo cáo);', '- Đơn vị đề nghị;', '- Lưu: VT, HSCV.'],
    appendices: [
      {
        number: 'I',
        title: 'KẾT QUẢ ĐÁNH GIÁ THEO TỪNG TIÊU CHÍ',
        notes: ['Thứ tự TV1 đến TV cuối theo danh sách thành phần tham dự.'],
        tables: [markTable(members, rows)],
        landscape: true,
      },
      evidence(24),
    ],
    mark: '3f9a1c0b77d2e4a8 · 91be05cc4d7f2a63',
  };
}

export const sampleAttachments = [
  {
    name: 'trich-so.json',
    text: '{"form":"hoidong/extract/1","ghi":"Trích sổ"}',
    description: 'Trích sổ để kiểm tra lại (JSON)',
    relationship: 'Source' as const,
  },
  {
    name: 'bien-ban.json',
    text: '{"form":"hoidong/minutes/1"}',
    description: 'Nội dung biên bản (JSON)',
    relationship: 'Data' as const,
  },
];
