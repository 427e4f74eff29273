// The history of the rounds as tables: which marks changed from one round to the next, and why; and the counting minutes.
import { type Item, isChanged } from '../book/ballot.ts';
import type { Platform, Poll } from '../book/state.ts';
import { criteriaOf } from '../criteria/criteria-set.ts';
import type { CriterionResult } from '../results/result-types.ts';
import { isCounted, mayBeShown, pollResult, pollsOf, roundOf } from '../results/session-result.ts';
import type { Column, Row, Table } from './content.ts';
import { countersOf } from './count-course.ts';
import { numberedSheets } from './counted-sheets.ts';
import { column } from './score-table.ts';
import { insideSentence, listed, type Material, nameOf } from './sentence.ts';
import { decimalWords, figure, MARK_WORDS, ordinal } from './vietnamese.ts';

const shownRounds = ({ state }: Material, { platform }: Platform): readonly Poll[] =>
  pollsOf(state, platform).filter((poll) => isCounted(poll) && mayBeShown(state, poll));

const words = ({ mark, points }: Item): string => (mark === 'scored' ? `${points ?? 0}` : MARK_WORDS[mark]);

type Pair = { readonly before: Poll; readonly after: Poll };

/** Every mark that a member gave otherwise than in the round before, by criterion. */
function namedRows(material: Material, { before, after }: Pair): readonly Row[] {
  const { state } = material;
  const old = new Map(numberedSheets(material, before).map(({ seat, items }) => [seat, items]));
  const now = numberedSheets(material, after).filter(({ valid }) => valid);
  return (state.criteria ? criteriaOf(state.criteria.set) : []).flatMap((criterion) =>
    now.flatMap(({ seat, items }): readonly Row[] => {
      const was = old.get(seat)?.[criterion.id];
      const item = items[criterion.id];
      if (seat === undefined || item === undefined || was === undefined || !isChanged(item, was)) return [];
      const reason = item.change ? insideSentence(item.change) : 'không ghi';
      return [{ cells: [criterion.id, nameOf(state, seat), words(was), words(item), reason] }];
    }),
  );
}

const countWords = ({ met, notMet, notApplicable, points }: CriterionResult): string =>
  points === undefined
    ? `Đ ${met}, K ${notMet}, – ${notApplicable}`
    : `tổng ${points.sum}, trung bình ${points.mean === null ? 'không có' : decimalWords(points.mean)}`;

/** Nobody's name stands on a secret ballot: only what the counts were. */
function countRows(material: Material, { before, after }: Pair): readonly Row[] {
  const { state, opened } = material;
  const old = new Map((pollResult(state, opened, before)?.criteria ?? []).map((row) => [row.criterion, row]));
  return (pollResult(state, opened, after)?.criteria ?? []).flatMap((row): readonly Row[] => {
    const was = old.get(row.criterion);
    if (was === undefined || countWords(was) === countWords(row)) return [];
    return [{ cells: [row.criterion, countWords(was), countWords(row)] }];
  });
}

const BY_NAME: readonly Column[] = [
  column('TT', 'number'),
  column('Thành viên', 'short', 'left'),
  column('Từ', 'short'),
  column('Sang', 'short'),
  column('Lý do thay đổi', 'text', 'left'),
];
const BY_COUNT: readonly Column[] = [column('TT', 'number'), column('Vòng trước', 'text'), column('Vòng sau', 'text')];

function changes(material: Material, platform: Platform, pair: Pair): Table {
  const { state, opened } = material;
  const secret = pair.after.secrecy === 'secret' || pair.before.secrecy === 'secret';
  const rows = secret ? countRows(material, pair) : namedRows(material, pair);
  const [was, is] = [pair.before, pair.after].map((poll) => pollResult(state, opened, poll)?.outcome.name.vi ?? '');
  return {
    caption: `${platform.name}: từ vòng ${ordinal(roundOf(pair.before))} sang vòng ${ordinal(roundOf(pair.after))}`,
    columns: secret ? BY_COUNT : BY_NAME,
    rows: [
      ...(rows.length === 0 ? [{ style: 'note' as const, cells: ['Không có đánh giá nào thay đổi.'] }] : rows),
      { style: 'note', cells: [`Kết quả vòng trước: ${was}. Kết quả vòng sau: ${is}.`] },
    ],
  };
}

/** A table for each step from one counted round to the next; what was voided is no round. */
export const changeTables = (material: Material): readonly Table[] =>
  Object.values(material.state.platforms).flatMap((platform) => {
    const rounds = shownRounds(material, platform);
    return rounds.slice(1).flatMap((after, at): readonly Table[] => {
      const before = rounds[at];
      return before === undefined ? [] : [changes(material, platform, { before, after })];
    });
  });

function countTable({ state }: Material, platform: Platform, poll: Poll, several: boolean): readonly Table[] {
  const counters = countersOf(state, poll);
  const report = counters[0]?.report;
  if (report === undefined) return [];
  const points = state.opened?.rules.scale.of === 'points';
  const statements = new Map((state.criteria ? criteriaOf(state.criteria.set) : []).map((each) => [each.id, each]));
  const round = several ? `, vòng chấm ${ordinal(roundOf(poll))}` : '';
  const totals = [
    `phiếu phát ra: ${figure(report.issued)}`,
    `thu về: ${figure(report.returned)}`,
    `hợp lệ: ${figure(report.valid)}`,
    `không hợp lệ: ${figure(report.invalid)}`,
    `${points ? 'phiếu có điểm từ mức điểm đạt' : 'phiếu Đạt ở tất cả tiêu chí'}: ${figure(report.positive)}`,
  ];
  return [
    {
      caption: `${platform.name}${round}`,
      columns: [
        column('TT', 'number'),
        column('Tiêu chí', 'text', 'left'),
        ...(points ? [column('Tổng điểm', 'short')] : [column('Đạt', 'short'), column('Không đạt', 'short')]),
        column('Không áp dụng', 'short'),
      ],
      rows: [
        { style: 'note', cells: [`Số phiếu: ${totals.join('; ')}.`] },
        ...report.lines.map((line) => ({
          cells: [
            line.criterion,
            statements.get(line.criterion)?.statement.vi ?? '',
            ...(points ? [`${line.points}`] : [`${line.met}`, `${line.notMet}`]),
            `${line.notApplicable}`,
          ],
        })),
        {
          style: 'note',
          cells: [
            `Kiểm độc lập: ${listed(counters.map(({ seat }) => nameOf(state, seat)))}; hai kết quả khớp nhau ở mọi số liệu.`,
          ],
        },
      ],
    },
  ];
}

/** The counting minutes: what two of the committee found, each on their own, in every round that counted. */
export const countTables = (material: Material): readonly Table[] =>
  Object.values(material.state.platforms).flatMap((platform) => {
    const rounds = shownRounds(material, platform);
    return rounds.flatMap((poll) => countTable(material, platform, poll, rounds.length > 1));
  });
