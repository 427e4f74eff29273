// The appendices in the same file: score tables, evidence with SHA-256, individual sheets, seals and devices.
import { seatsInOrder, votingSeats } from '../book/seating.ts';
import type { Platform, Poll, Seat, State } from '../book/state.ts';
import { votes } from '../council/roles.ts';
import type { Appendix, Column, Row, Table } from './content.ts';
import { type CountedSheet, lastCounted, resultAndSheets } from './counted-sheets.ts';
import { type Material, nameOf } from './sentence.ts';
import { dayInFigures } from './vietnam-time.ts';
import {
  EVIDENCE_KIND_WORDS,
  groundWords,
  LABEL_WORDS,
  MARK_LETTERS,
  MARK_WORDS,
  ROLE_WORDS,
  VERDICT_WORDS,
  VIA_WORDS,
} from './vietnamese.ts';

const column = (label: string, width: Column['width'], align: Column['align'] = 'center'): Column => ({
  label,
  width,
  align,
});

function scoreTable(material: Material, platform: Platform): Table | undefined {
  const { state } = material;
  const counted = resultAndSheets(material, platform.platform);
  if (counted === undefined || state.criteria === undefined) return undefined;
  const { result, sheets } = counted;
  const results = new Map(result.criteria.map((row) => [row.criterion, row]));
  const rows: Row[] = [];
  for (const group of state.criteria.set.groups) {
    rows.push({ style: 'group', cells: [group.id, group.name.vi] });
    for (const criterion of group.criteria) {
      const row = results.get(criterion.id);
      if (row === undefined) continue;
      const marks = sheets.map(({ items }) =>
        items[criterion.id] ? MARK_LETTERS[items[criterion.id]?.mark ?? 'met'] : '',
      );
      rows.push({
        cells: [
          criterion.id,
          criterion.statement.vi,
          ...marks,
          `${row.met}`,
          `${row.notMet}`,
          `${row.notApplicable}`,
          VERDICT_WORDS[row.verdict],
        ],
      });
    }
  }
  return {
    caption: `${platform.name}`,
    columns: [
      column('TT', 'number'),
      column('Tiêu chí', 'text', 'left'),
      ...sheets.map(({ number }) => column(`TV${number}`, 'mark')),
      column('Đ', 'mark'),
      column('K', 'mark'),
      column('–', 'mark'),
      column('Kết quả', 'short'),
    ],
    rows,
  };
}

const memberNumbers = ({ state }: Material): string =>
  `Ký hiệu thành viên: ${votingSeats(state)
    .map((seat, at) => `TV${at + 1}: ${nameOf(state, seat.seat)}`)
    .join('; ')}.`;

function scores(material: Material): Omit<Appendix, 'number'> {
  const tables = Object.values(material.state.platforms).flatMap((platform) => scoreTable(material, platform) ?? []);
  return {
    title: 'BẢNG TỔNG HỢP KẾT QUẢ ĐÁNH GIÁ',
    notes: ['Đ: Đạt; K: Không đạt; –: Không áp dụng.', memberNumbers(material)],
    tables,
    landscape: votingSeats(material.state).length > 7,
  };
}

/** Binary prefixes as a file manager shows them; whole numbers only. */
const sizeWords = (bytes: number): string =>
  bytes < 1_024
    ? `${bytes} B`
    : bytes < 1_048_576
      ? `${Math.round(bytes / 1_024)} KB`
      : `${Math.round(bytes / 1_048_576)} MB`;

function evidence({ state }: Material): Omit<Appendix, 'number'> {
  const tables = Object.values(state.platforms).map((platform) => ({
    caption: platform.name,
    columns: [
      column('Số', 'number'),
      column('Minh chứng', 'text', 'left'),
      column('Loại, bên cung cấp', 'short', 'left'),
      column('Ngày', 'short'),
      column('Cỡ', 'short'),
      column('SHA-256', 'hash', 'left'),
    ],
    rows: Object.values(platform.evidence)
      .sort((a, b) => a.number - b.number)
      .map((item) => ({
        cells: [
          `${item.number}`,
          `${item.title}${item.revision > 1 ? ` (bản thứ ${item.revision})` : ''}${item.label === 'internal' ? ` – ${LABEL_WORDS.internal}` : ''}`,
          [EVIDENCE_KIND_WORDS[item.kind] ?? item.kind, item.supplier].filter((text) => text).join(', '),
          dayInFigures(item.date),
          sizeWords(item.size),
          item.sha256,
        ],
      })),
  }));
  return { title: 'DANH MỤC MINH CHỨNG', notes: [], tables, landscape: true };
}

function sheetRows({ state }: Material, platform: Platform, { items }: CountedSheet): readonly Row[] {
  const numbers = new Map(Object.values(platform.evidence).map((item) => [item.evidence, item.number]));
  return (state.criteria?.set.groups ?? []).flatMap((group) =>
    group.criteria.flatMap((criterion): readonly Row[] => {
      const item = items[criterion.id];
      if (item === undefined) return [];
      const cites = (item.cites ?? []).map(
        ({ evidence, page }) =>
          `Minh chứng ${numbers.get(evidence) ?? '?'}${page === undefined ? '' : `, tr. ${page}`}`,
      );
      const remark = [item.reason, item.remark, ...cites].filter((text) => text).join('; ');
      return [{ cells: [criterion.id, MARK_WORDS[item.mark], remark] }];
    }),
  );
}

function sheets(material: Material): Omit<Appendix, 'number'> | undefined {
  const { state } = material;
  if (state.opened?.rules.individualSheets !== true) return undefined;
  const tables = Object.values(state.platforms).flatMap((platform) =>
    (resultAndSheets(material, platform.platform)?.sheets ?? [])
      .filter(({ valid }) => valid)
      .map((sheet) => ({
        caption: `${platform.name} – TV${sheet.number}: ${nameOf(state, sheet.seat)}${sheet.comment ? `. Nhận xét chung: ${sheet.comment}` : ''}`,
        columns: [
          column('TT', 'number'),
          column('Đánh giá', 'short'),
          column('Nhận xét, lý do, minh chứng', 'text', 'left'),
        ],
        rows: sheetRows(material, platform, sheet),
      })),
  );
  return tables.length === 0
    ? undefined
    : { title: 'PHIẾU ĐÁNH GIÁ CỦA TỪNG THÀNH VIÊN', notes: [], tables, landscape: false };
}

function sealRow(state: State, poll: Poll, seat: Seat): readonly Row[] {
  return Object.values(poll.ballots)
    .filter((ballot) => ballot.seat === seat.seat && ballot.status !== 'superseded')
    .map((ballot) => {
      const held =
        ballot.shares.length === 2
          ? `Hai người giữ phần khóa: ${ballot.shares.map(({ holder }) => nameOf(state, holder)).join(', ')}`
          : 'Chỉ máy của thành viên mở được';
      const how =
        ballot.key !== undefined
          ? 'Mở bằng khóa của thành viên'
          : ballot.status === 'counted'
            ? 'Mở bằng hai phần khóa'
            : groundWords(ballot.code ?? ballot.status);
      return { cells: [nameOf(state, seat.seat), VIA_WORDS[ballot.via], held, how] };
    });
}

function seals({ state }: Material): Omit<Appendix, 'number'> {
  const perPlatform = Object.values(state.platforms).flatMap((platform): readonly Table[] => {
    const poll = lastCounted(state, platform.platform);
    if (poll === undefined) return [];
    return [
      {
        caption: `Niêm phong phiếu: ${platform.name}`,
        columns: [
          column('Thành viên', 'text', 'left'),
          column('Nơi lập phiếu', 'short', 'left'),
          column('Giữ phần khóa', 'short', 'left'),
          column('Mở phiếu', 'short', 'left'),
        ],
        rows: votingSeats(state).flatMap((seat) => sealRow(state, poll, seat)),
      },
    ];
  });
  const devices: Table = {
    caption: 'Thiết bị đã dùng',
    columns: [
      column('Thành viên', 'text', 'left'),
      column('Vai trò', 'short', 'left'),
      column('Khóa công khai của thiết bị', 'hash', 'left'),
    ],
    rows: seatsInOrder(state).flatMap((seat) =>
      Object.values(state.devices)
        .filter((device) => device.seat === seat.seat && votes(seat.role))
        .map((device) => ({
          cells: [nameOf(state, seat.seat), ROLE_WORDS[seat.role], `${device.key}${device.unbound ? ' (đã gỡ)' : ''}`],
        })),
    ),
  };
  return {
    title: 'NIÊM PHONG PHIẾU VÀ THIẾT BỊ',
    notes: [
      'Trước khi công bố, mỗi phiếu chỉ mở được bằng máy của thành viên, hoặc bằng hai phần khóa của hai người giữ cùng lúc; hai người này nếu thông đồng có thể đọc sớm mà không để lại dấu vết. Phiếu lập qua trình duyệt có thể bị đọc bởi máy phục vụ trang.',
      'Thời gian ghi trong biên bản là thời gian theo đồng hồ của máy, chưa được dấu thời gian chứng thực.',
    ],
    tables: [...perPlatform, devices],
    landscape: false,
  };
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V'];

export function appendicesOf(material: Material): readonly Appendix[] {
  const all = [scores(material), evidence(material), sheets(material), seals(material)];
  return all
    .flatMap((appendix) => appendix ?? [])
    .map((appendix, at) => ({ number: ROMAN[at] ?? `${at + 1}`, ...appendix }));
}
