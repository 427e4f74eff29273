// The score table of a platform: a column for each member who may be named, a line for each criterion, what it came to.
import type { Item } from '../book/ballot.ts';
import type { Platform, State } from '../book/state.ts';
import type { Criterion } from '../criteria/criteria-set.ts';
import type { Margin } from '../results/margin.ts';
import type { CriterionResult, GroupResult, PlatformResult } from '../results/result-types.ts';
import { decidingPoll, pollMargin } from '../results/session-result.ts';
import type { Column, Row, Table } from './content.ts';
import { type CountedSheet, resultAndSheets } from './counted-sheets.ts';
import { isOneReport } from './evaluators.ts';
import { type Material, memberNumber } from './sentence.ts';
import { DIVISOR_WORDS, decimalWords, figure, MARK_LETTERS, VERDICT_WORDS } from './vietnamese.ts';

export const column = (label: string, width: Column['width'], align: Column['align'] = 'center'): Column => ({
  label,
  width,
  align,
});

const pointsIn = (value: string | null | undefined): string => (value ? decimalWords(value) : '');

/** What a member gave: a letter, or points; empty where the member is barred from the criterion. */
export const markText = (item: Item | undefined): string =>
  item === undefined ? '' : item.mark === 'scored' ? `${item.points ?? 0}` : MARK_LETTERS[item.mark];

type Counted = { readonly result: PlatformResult; readonly sheets: readonly CountedSheet[] };

/** Columns behind the members': what was counted. Each with the cell of one criterion. */
type Figure = { readonly column: Column; readonly cell: (row: CriterionResult) => string };

function figuresOf({ result }: Counted, named: boolean, alone: boolean): readonly Figure[] {
  const divided = result.criteria.some(({ of }) => of !== result.of);
  const of: readonly Figure[] = divided ? [{ column: column('Trên', 'mark'), cell: (row) => `${row.of}` }] : [];
  const outcome: Figure = {
    column: column('Kết quả', 'short'),
    cell: ({ verdict, tie, noQuorum }) => `${VERDICT_WORDS[verdict]}${noQuorum ? ' (thiếu)' : tie ? ' (ngang)' : ''}`,
  };
  // One sheet: its marks are what was counted.
  if (alone) return [outcome];
  const aside: Figure = { column: column('–', 'mark'), cell: (row) => `${row.notApplicable}` };
  if (result.points === undefined)
    return [
      { column: column('Đ', 'mark'), cell: (row) => `${row.met}` },
      { column: column('K', 'mark'), cell: (row) => `${row.notMet}` },
      aside,
      ...of,
      outcome,
    ];
  const range: readonly Figure[] = named
    ? []
    : [
        { column: column('Thấp nhất', 'mark'), cell: ({ points }) => `${points?.least ?? ''}` },
        { column: column('Cao nhất', 'mark'), cell: ({ points }) => `${points?.most ?? ''}` },
      ];
  const anyAside = result.criteria.some(({ notApplicable }) => notApplicable > 0);
  return [
    ...range,
    ...(anyAside ? [aside] : []),
    { column: column('Tổng', 'mark'), cell: ({ points }) => `${points?.sum ?? ''}` },
    { column: column('TB', 'mark'), cell: ({ points }) => pointsIn(points?.mean) },
    outcome,
  ];
}

function groupName(name: string, found: GroupResult | undefined): string {
  if (found === undefined) return name;
  const aside = found.leftOut === 0 ? '' : `; không áp dụng ${figure(found.leftOut)}`;
  return found.mean === undefined
    ? `${name} (đạt ${figure(found.met)}/${figure(found.of)} tiêu chí${aside})`
    : `${name} (điểm trung bình ${pointsIn(found.mean) || 'không có'}${aside})`;
}

/** Basis points as per cent, without trailing zeros: 1250 is "12,5". */
const weightText = ({ weight }: Criterion): string => {
  if (weight === undefined) return '';
  const rest = `${weight % 100}`.padStart(2, '0').replace(/0+$/u, '');
  return `${Math.floor(weight / 100)}${rest === '' ? '' : `,${rest}`}`;
};

/** Scores of the ballots under the members' marks, and the mean under the means. */
function totals({ result, sheets }: Counted, named: boolean, before: number, figures: number): readonly Row[] {
  const { points } = result;
  if (points === undefined) return [];
  const aside = new Set(points.outliers.map(({ seat }) => seat));
  const score = ({ seat }: CountedSheet): string => {
    const found = points.scores.find((each) => each.seat === seat);
    return found === undefined ? '' : `${pointsIn(found.score)}${aside.has(seat) ? '*' : ''}`;
  };
  const behind = Array.from({ length: figures }, (_, at) => (at === figures - 2 ? pointsIn(points.mean) : ''));
  return [
    {
      style: 'total',
      cells: [
        '',
        named ? 'Điểm của phiếu' : 'Điểm trung bình của các phiếu',
        ...Array<string>(before - 2).fill(''),
        ...(named ? sheets.map(score) : []),
        ...behind,
      ],
    },
  ];
}

/** Scores of ballots without names, in the order of their texts. */
function scoreNotes({ result }: Counted, named: boolean): readonly Row[] {
  const { points } = result;
  if (points === undefined) return [];
  const aside = points.outliers.map(({ score }) => pointsIn(score)).join('; ');
  const scores = points.scores.map(({ score }) => pointsIn(score)).join('; ');
  const lines = [
    ...(named ? [] : [`Điểm của các phiếu, không theo thứ tự thành viên: ${scores}.`]),
    ...(points.outliers.length === 0
      ? []
      : [`Phiếu được loại ra vì lệch quá ${points.outlier}%${named ? ' (dấu *)' : ''}: ${aside}.`]),
    ...(points.outlier === null
      ? []
      : [
          `Điểm trung bình khi áp dụng việc loại phiếu: ${pointsIn(points.mean) || 'không có'}; khi không áp dụng: ${pointsIn(points.meanWithAll) || 'không có'}.`,
        ]),
  ];
  return lines.map((text) => ({ style: 'note', cells: [text] }));
}

function agreementWords({ agreement, points }: PlatformResult): string {
  const { unanimous, units, values, alpha, why } = agreement;
  const alike = points ? 'mà mọi phiếu ở cùng một phía của mức điểm đạt' : 'được mọi phiếu đánh giá như nhau';
  const share = `Mức độ thống nhất: ${figure(unanimous)}/${figure(units)} tiêu chí ${alike}`;
  if (alpha === null)
    return `${share}; hệ số alpha của Krippendorff không tính được (${why === 'one-rater' ? 'không có hai phiếu để so sánh' : 'mọi đánh giá đều như nhau'}).`;
  return `${share}; hệ số alpha của Krippendorff (thang định danh): ${decimalWords(alpha)}, tính trên ${figure(units)} tiêu chí với ${values} đánh giá.`;
}

function marginWords(state: State, margin: Margin): string {
  const { firm, absent, marks, criteria } = margin;
  const named = absent.seats.map((seat) => `TV${memberNumber(state, seat)}`);
  const away = named.length > 0 ? `: ${named.join(', ')}` : '';
  const turning = [
    ...(marks.length > 0
      ? [
          `phụ thuộc tiêu chí ${marks.map(({ criterion, changes }) => `${criterion} (${figure(changes)} đánh giá)`).join(', ')}`,
        ]
      : []),
    ...(absent.count > 0 ? [`phụ thuộc sự có mặt của ${figure(absent.count)} thành viên${away}`] : []),
  ];
  const one = firm
    ? 'Kết quả vững: không một thành viên nào vắng mặt, không một đánh giá nào thay đổi làm kết quả khác đi.'
    : `Kết quả ${turning.join('; ')}: chỉ cần một thay đổi như vậy thì kết quả khác đi.`;
  return criteria.length === 0
    ? one
    : `${one} Tiêu chí mà nếu mọi phiếu đánh giá ngược lại thì kết quả khác đi: ${criteria.length === state.criteria?.set.groups.flatMap((group) => group.criteria).length ? 'tất cả' : criteria.join(', ')}.`;
}

/** How near the outcome was, where the rules want every member's table; one sheet alone agrees with itself. */
function closeness({ state, opened }: Material, platform: string, { result }: Counted): readonly Row[] {
  if (state.opened?.rules.individualSheets !== true || isOneReport(state)) return [];
  const poll = decidingPoll(state, platform);
  const margin = poll && pollMargin(state, opened, poll);
  const lines = [agreementWords(result), ...(margin ? [marginWords(state, margin)] : [])];
  return lines.map((text) => ({ style: 'note', cells: [text] }));
}

/** A secret ballot has no column: its marks stand in the counts only. */
export function scoreTable(material: Material, platform: Platform): Table | undefined {
  const { state } = material;
  const counted = resultAndSheets(material, platform.platform);
  if (counted === undefined || state.criteria === undefined) return undefined;
  const { result } = counted;
  const named = counted.poll.secrecy !== 'secret';
  const sheets = named ? counted.sheets : [];
  const results = new Map(result.criteria.map((row) => [row.criterion, row]));
  const groups = new Map(result.groups.map((row) => [row.group, row]));
  const figures = figuresOf(counted, named, isOneReport(state));
  const weighed =
    result.points !== undefined &&
    state.criteria.set.groups.some(({ criteria }) => criteria.some(({ weight }) => weight));
  const before = [
    column('TT', 'number'),
    column('Tiêu chí', 'text', 'left'),
    ...(weighed ? [column('TS', 'mark')] : []),
  ];
  const rows = state.criteria.set.groups.flatMap((group): readonly Row[] => [
    { style: 'group', cells: [group.id, groupName(group.name.vi, groups.get(group.id))] },
    ...group.criteria.flatMap((criterion): readonly Row[] => {
      const row = results.get(criterion.id);
      if (row === undefined) return [];
      return [
        {
          cells: [
            criterion.id,
            criterion.statement.vi,
            ...(weighed ? [weightText(criterion)] : []),
            ...sheets.map(({ items }) => markText(items[criterion.id])),
            ...figures.map(({ cell }) => cell(row)),
          ],
        },
      ];
    }),
  ]);
  const divisor = isOneReport(state) ? '' : ` (tính trên ${figure(result.of)} ${DIVISOR_WORDS[result.denominator]})`;
  return {
    caption: `${platform.name}${divisor}`,
    columns: [
      ...before,
      ...sheets.map(({ number }) => column(isOneReport(state) ? 'ĐG' : `TV${number}`, 'mark')),
      ...figures.map((each) => each.column),
    ],
    rows: [
      ...rows,
      ...totals(counted, named, before.length, figures.length),
      ...scoreNotes(counted, named),
      ...closeness(material, platform.platform, counted),
    ],
  };
}
