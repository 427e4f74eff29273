// The appendices in the same file: score tables, evidence with SHA-256, counting minutes, rounds, sheets, seals and devices.
import { evidenceOf } from '../book/evidence-of.ts';
import type { Appendix } from './content.ts';
import { isOneReport } from './evaluators.ts';
import type { Where } from './platform-course.ts';
import { passingTables, recordingNotes } from './recording-notes.ts';
import { changeTables, countTables } from './round-tables.ts';
import { column, scoreTable } from './score-table.ts';
import { deviceTable, sealTables } from './seal-tables.ts';
import { listed, type Material, memberSeats, nameOf } from './sentence.ts';
import { memberSheets, opinionMarks } from './sheet-tables.ts';
import { dayInFigures } from './vietnam-time.ts';
import { EVIDENCE_KIND_WORDS, LABEL_WORDS } from './vietnamese.ts';

type Content = Omit<Appendix, 'number'>;

const memberNumbers = ({ state }: Material): string =>
  `Ký hiệu thành viên: ${memberSeats(state)
    .map((seat, at) => `TV${at + 1}: ${nameOf(state, seat.seat)}${seat.replaced ? ' (đã được thay)' : ''}`)
    .join('; ')}.`;

function legend({ state }: Material, inSecret: boolean): string {
  const points = state.opened?.rules.scale.of === 'points';
  const weighed = points && state.criteria?.set.groups.some(({ criteria }) => criteria.some(({ weight }) => weight));
  if (!points) return 'Đ: Đạt; K: Không đạt; –: Không áp dụng.';
  return `${weighed ? 'TS: trọng số (phần trăm); ' : ''}Tổng: tổng điểm của các phiếu; TB: điểm trung bình; –: ${inSecret ? 'số phiếu ' : ''}Không áp dụng.`;
}

function scores(material: Material): Content {
  const { state } = material;
  const { rules } = state.opened ?? {};
  const tables = Object.values(state.platforms).flatMap((platform) => scoreTable(material, platform) ?? []);
  const members = memberSeats(state).length;
  const inSecret = rules?.secrecy === 'secret';
  const widest = rules?.scale.of === 'points' ? 4 : 7;
  return {
    title: 'BẢNG TỔNG HỢP KẾT QUẢ ĐÁNH GIÁ',
    notes: [
      ...(state.criteria?.set.sample ? ['Bộ tiêu chí MẪU, chỉ để tham khảo.'] : []),
      legend(material, inSecret),
      isOneReport(state)
        ? 'ĐG: đánh giá của đơn vị.'
        : inSecret
          ? 'Bỏ phiếu kín: chỉ nêu số phiếu theo từng tiêu chí, không nêu tên thành viên.'
          : memberNumbers(material),
    ],
    tables,
    landscape: !inSecret && members > widest,
  };
}

/** Binary prefixes as a file manager shows them; whole numbers only. */
const sizeWords = (bytes: number): string =>
  bytes < 1_024
    ? `${bytes} B`
    : bytes < 1_048_576
      ? `${Math.round(bytes / 1_024)} KB`
      : `${Math.round(bytes / 1_048_576)} MB`;

function evidence({ state }: Material): Content {
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

/** Where there is nothing to say there is no appendix. */
const withTables = (content: Content): Content | undefined => (content.tables.length === 0 ? undefined : content);

function count(material: Material): Content | undefined {
  const { committee } = material.state;
  if (committee === undefined) return undefined;
  const named = (seat: string): string => nameOf(material.state, seat);
  return withTables({
    title: 'BIÊN BẢN KIỂM PHIẾU',
    notes: [
      `Ban kiểm phiếu: ${listed(committee.members.map(named))}; Trưởng Ban kiểm phiếu: ${named(committee.head)}.`,
      'Hai thành viên Ban kiểm phiếu kiểm độc lập từ các phiếu đã mở; số liệu dưới đây là số liệu mà cả hai cùng có.',
    ],
    tables: countTables(material),
    landscape: false,
  });
}

function inSecretNotes({ state }: Material): readonly string[] {
  const { rules } = state.opened ?? {};
  if (rules?.secrecy !== 'secret') return [];
  return rules.scale.of === 'points'
    ? ['Bỏ phiếu kín: chỉ nêu tổng điểm và điểm trung bình của mọi phiếu.']
    : ['Bỏ phiếu kín: chỉ nêu số phiếu. Đ: Đạt; K: Không đạt; –: Không áp dụng.'];
}

const rounds = (material: Material): Content | undefined =>
  withTables({
    title: 'THAY ĐỔI GIỮA CÁC VÒNG CHẤM',
    notes: inSecretNotes(material),
    tables: changeTables(material),
    landscape: false,
  });

const opinions = (material: Material): Content | undefined =>
  withTables({
    title: 'ĐÁNH GIÁ KÈM THEO Ý KIẾN BẰNG VĂN BẢN',
    notes: ['Của thành viên vắng mặt, được niêm phong và mở cùng các phiếu. Chỉ để tham khảo, không tính vào kết quả.'],
    tables: opinionMarks(material),
    landscape: false,
  });

const sheets = (material: Material): Content | undefined =>
  material.state.opened?.rules.individualSheets === true
    ? withTables({
        title: isOneReport(material.state) ? 'PHIẾU ĐÁNH GIÁ' : 'PHIẾU ĐÁNH GIÁ CỦA TỪNG THÀNH VIÊN',
        notes: [],
        tables: memberSheets(material),
        landscape: false,
      })
    : undefined;

const IN_OPEN = 'Phiếu được chấm công khai: khóa mở phiếu được đưa ra ngay khi nộp.';
const SEALED =
  'Trước khi công bố, mỗi phiếu chỉ mở được bằng khóa trên thiết bị của thành viên, hoặc bằng cả hai phần khóa do hai người giữ. Nếu thông đồng, hai người này có thể đọc phiếu sớm mà không để lại dấu vết. Phiếu lập trên trình duyệt có thể bị máy phục vụ trang đọc được.';
const ALONE =
  'Trước khi công bố, mỗi phiếu chỉ mở được bằng khóa trên thiết bị của thành viên; không có khóa dự phòng. Phiếu lập trên trình duyệt có thể bị máy phục vụ trang đọc được.';

function seals({ state }: Material): Content {
  const { rules } = state.opened ?? {};
  const kept = rules?.shares === 'none' ? ALONE : SEALED;
  return {
    title: 'NIÊM PHONG PHIẾU VÀ THIẾT BỊ',
    notes: [rules?.secrecy === 'open' ? IN_OPEN : kept, ...recordingNotes(state)],
    tables: [...sealTables(state), deviceTable(state), ...passingTables(state)],
    landscape: false,
  };
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'];

/** The appendices in their order, and where the text finds those that not every session has. */
export function appendicesOf(material: Material): { readonly appendices: readonly Appendix[]; readonly where: Where } {
  const all = {
    scores: scores(material),
    evidence: evidence(material),
    count: count(material),
    rounds: rounds(material),
    opinions: opinions(material),
    sheets: sheets(material),
    seals: seals(material),
  };
  const there = Object.entries(all).flatMap(([key, content]) => (content ? [{ key, content }] : []));
  const numberAt = (at: number): string => ROMAN[at] ?? `${at + 1}`;
  return {
    appendices: there.map(({ content }, at) => ({ number: numberAt(at), ...content })),
    where: (appendix) => {
      const at = there.findIndex(({ key }) => key === appendix);
      return at < 0 ? '' : `Phụ lục ${numberAt(at)}`;
    },
  };
}
