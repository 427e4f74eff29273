// Who recorded the book and by whose word that passed on, which feeds were signed in two ways, how far the clocks were apart.
import type { Passing, State } from '../book/state.ts';
import type { Table } from './content.ts';
import { column } from './score-table.ts';
import { hourOf, listed, nameOf } from './sentence.ts';

const CLOCK = 'Thời gian ghi trong văn bản này lấy theo đồng hồ của máy, chưa có dấu thời gian xác nhận.';

/** Whole milliseconds as seconds with a decimal comma: "1,5 giây", "0,02 giây". */
export function secondsWords(ms: number): string {
  const whole = Math.floor(Math.abs(ms) / 1_000);
  const rest = String(Math.abs(ms) % 1_000)
    .padStart(3, '0')
    .replace(/0+$/, '');
  return `${whole}${rest === '' ? '' : `,${rest}`} giây`;
}

/** The agreed time is the recording machine's; it is claimed, and said to be. */
function clockNote(state: State): string {
  const { clocks, passings } = state;
  const by = passings.length === 0 ? 'máy ghi sổ' : 'máy đang ghi sổ lúc đó';
  if (clocks === undefined) return CLOCK;
  const agreed = `Thời gian ghi trong văn bản này lấy thống nhất theo đồng hồ của ${by}, do máy tự khai, chưa có dấu thời gian xác nhận.`;
  const [widest] = [...clocks.machines].sort((a, b) => Math.abs(b.ms) - Math.abs(a.ms) || (a.seat < b.seat ? -1 : 1));
  if (widest === undefined) return agreed;
  const way = widest.ms < 0 ? 'chậm' : 'nhanh';
  const machine = `máy của ${nameOf(state, widest.seat)}`;
  const far =
    widest.ms === 0 ? 'các máy không lệch nhau' : `${machine} lệch nhiều nhất, ${way} hơn ${secondsWords(widest.ms)}`;
  return `${agreed} So đồng hồ của ${clocks.machines.length} máy lúc ${hourOf(state, clocks.origin.at)}: ${far}.`;
}

const FOLLOWS = 'vì sổ đó không còn đủ người giữ sổ để chuyển việc ghi sổ';

/** In the order in which it is read: the book before, the recording, what was signed in two ways, the clocks. */
export function recordingNotes(state: State): readonly string[] {
  const { follows } = state.opened ?? {};
  const forked = Object.values(state.feeds).filter(({ forked: other }) => other !== undefined);
  return [
    ...(follows === undefined ? [] : [`Sổ này tiếp nối sổ ${follows.book.slice(0, 16)}, ${FOLLOWS}.`]),
    ...(state.passings.some(({ ground }) => ground === 'alone')
      ? [
          'Máy ghi sổ đã được khôi phục và tự ghi tiếp bằng chữ ký của chính nó, vì khi đó sổ không có thiết bị nào khác; không ai khác xác nhận được phần sổ trước lúc khôi phục là đủ.',
        ]
      : []),
    ...(state.passings.length === 0
      ? []
      : ['Các mục do máy ghi sổ trước ghi sau điểm chuyển không có giá trị, nhưng vẫn được giữ trong sổ của cơ quan.']),
    ...forked.map(
      ({ seat }) =>
        `Thiết bị của ${nameOf(state, seat)} đã ký hai nội dung khác nhau cho cùng một mục; từ đó không ghi nhận thêm gì từ chuỗi ghi này.`,
    ),
    clockNote(state),
  ];
}

function groundOf(state: State, { ground, agreed, word, before, bound }: Passing): string {
  const named = (seats: readonly string[]): string => listed(seats.map((seat) => nameOf(state, seat)));
  if (ground === 'takeover')
    return `${named(agreed)} cùng đồng ý, quá nửa số người giữ sổ${bound ? '; thiết bị mới' : ''}`;
  if (ground === 'handover') return `${named([before])} giao`;
  if (ground === 'resumed') return `Khôi phục máy ghi sổ, ${named(word === undefined ? [] : [word])} đồng ý`;
  return 'Khôi phục máy ghi sổ, chỉ bằng chữ ký của chính máy đó';
}

/** None where one machine recorded all. */
export const passingTables = (state: State): readonly Table[] =>
  state.passings.length === 0
    ? []
    : [
        {
          caption: 'Chuyển việc ghi sổ',
          columns: [
            column('Lượt', 'number'),
            column('Lúc', 'short'),
            column('Người ghi sổ trước', 'short', 'left'),
            column('Người ghi sổ tiếp', 'short', 'left'),
            column('Căn cứ', 'text', 'left'),
            column('Giữ tới mục', 'number'),
          ],
          rows: state.passings.map((each) => ({
            cells: [
              `${each.term}`,
              hourOf(state, each.origin.at),
              nameOf(state, each.before),
              nameOf(state, each.seat),
              groundOf(state, each),
              `${each.from.seq}`,
            ],
          })),
        },
      ];
