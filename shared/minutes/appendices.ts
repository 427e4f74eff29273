// The appendices in the same file: score tables, evidence with SHA-256, individual sheets, seals and devices.
import type { Item } from '../book/ballot.ts';
import { evidenceOf } from '../book/evidence-of.ts';
import { seatsInOrder, votingSeats } from '../book/seating.ts';
import type { Platform, Poll, Seat, State } from '../book/state.ts';
import { votes } from '../council/roles.ts';
import { criteriaOf } from '../criteria/criteria-set.ts';
import { decidingPoll } from '../results/session-result.ts';
import type { Appendix, Column, Row, Table } from './content.ts';
import { type CountedSheet, resultAndSheets } from './counted-sheets.ts';
import { insideSentence, listed, type Material, nameOf } from './sentence.ts';
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
    notes: [
      ...(material.state.criteria?.set.sample ? ['Bộ tiêu chí MẪU, chỉ để tham khảo.'] : []),
      'Đ: Đạt; K: Không đạt; –: Không áp dụng.',
      memberNumbers(material),
    ],
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
    rows: evidenceOf(platform).map((item) => ({
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

type Sheet = Pick<CountedSheet, 'items'>;

function remarkOf(platform: Platform, item: Item): string {
  const numbers = new Map(Object.values(platform.evidence).map(({ evidence, number }) => [evidence as string, number]));
  const cites = (item.cites ?? []).map(
    ({ evidence, page }) => `Minh chứng ${numbers.get(evidence) ?? '?'}${page === undefined ? '' : `, tr. ${page}`}`,
  );
  return [item.reason, item.remark, ...cites].flatMap((text) => (text ? [insideSentence(text)] : [])).join('; ');
}

/**
 * Every criterion of the sheet stands in it once: those with something to say in rows of their own, the others, all
 * "Đạt" and without a word, named together in the last row. A row each would be pages of empty cells.
 */
function sheetRows({ state }: Material, platform: Platform, { items }: Sheet): readonly Row[] {
  const silent: string[] = [];
  const rows = (state.criteria ? criteriaOf(state.criteria.set) : []).flatMap((criterion): readonly Row[] => {
    const item = items[criterion.id];
    if (item === undefined) return [];
    const remark = remarkOf(platform, item);
    if (item.mark === 'met' && remark === '') {
      silent.push(criterion.id);
      return [];
    }
    return [{ cells: [criterion.id, criterion.statement.vi, MARK_WORDS[item.mark], remark] }];
  });
  const words = `${rows.length > 0 ? 'Các tiêu chí còn lại' : 'Tất cả tiêu chí'}: Đạt, không kèm nhận xét (${silent.join(', ')}).`;
  return silent.length === 0 ? rows : [...rows, { style: 'note', cells: [words] }];
}

function sheets(material: Material): Omit<Appendix, 'number'> | undefined {
  const { state } = material;
  if (state.opened?.rules.individualSheets !== true) return undefined;
  const tables = Object.values(state.platforms).flatMap((platform) =>
    (resultAndSheets(material, platform.platform)?.sheets ?? [])
      .filter(({ valid }) => valid)
      .map((sheet) => ({
        caption: `${platform.name} – TV${sheet.number}: ${nameOf(state, sheet.seat ?? '')}${sheet.comment ? `. Nhận xét chung: ${sheet.comment}` : ''}`,
        columns: [
          column('TT', 'number'),
          column('Tiêu chí', 'text', 'left'),
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
          ? listed(ballot.shares.map(({ holder }) => nameOf(state, holder)))
          : 'Không có; chỉ thiết bị của thành viên mở được';
      // Keys of secret ballots do not go into the extract, from which every word here must come again.
      const byKey = poll.secrecy === 'secret' ? 'Bỏ phiếu kín; không nêu theo tên' : 'Bằng khóa của thành viên';
      const how =
        ballot.key !== undefined || (poll.secrecy === 'secret' && ballot.status === 'counted')
          ? byKey
          : ballot.status === 'counted'
            ? 'Bằng hai phần khóa'
            : groundWords(ballot.code ?? ballot.status);
      return { cells: [nameOf(state, seat.seat), VIA_WORDS[ballot.via], held, how] };
    });
}

function seals({ state }: Material): Omit<Appendix, 'number'> {
  const perPlatform = Object.values(state.platforms).flatMap((platform): readonly Table[] => {
    const poll = decidingPoll(state, platform.platform);
    if (poll === undefined) return [];
    return [
      {
        caption: `Niêm phong phiếu: ${platform.name}`,
        columns: [
          column('Thành viên', 'text', 'left'),
          column('Nơi lập phiếu', 'short', 'left'),
          column('Hai người giữ phần khóa', 'short', 'left'),
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
      'Trước khi công bố, mỗi phiếu chỉ mở được bằng khóa trên thiết bị của thành viên, hoặc bằng cả hai phần khóa do hai người giữ. Nếu thông đồng, hai người này có thể đọc phiếu sớm mà không để lại dấu vết. Phiếu lập trên trình duyệt có thể bị máy phục vụ trang đọc được.',
      'Thời gian ghi trong biên bản lấy theo đồng hồ của máy, chưa có dấu thời gian xác nhận.',
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
