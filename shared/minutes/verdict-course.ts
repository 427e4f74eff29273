// What a round came to, in words: criteria met, ballots in favour, points, ties, and what another way of counting gives.
import type { Poll, State } from '../book/state.ts';
import type { CriterionResult, PlatformResult, PointsResult } from '../results/result-types.ts';
import type { Paragraph, Part } from './content.ts';
import { evaluatorsIn, isOneReport } from './evaluators.ts';
import { fact, type Material, memberNumber, nameOf, paragraph, setUpOf } from './sentence.ts';
import { COUNTING_SHORT, DIVISOR_WORDS, decimalWords, figure, shareWords } from './vietnamese.ts';

type Told = {
  readonly state: State;
  readonly poll: Poll;
  readonly result: PlatformResult;
  /** Of the count; every number here comes from it. */
  readonly entry: string;
  readonly rulesEntry: readonly string[];
};

const ids = (rows: readonly CriterionResult[]): string => rows.map(({ criterion }) => criterion).join(', ');

/** " (ngưỡng: trên 3/4 của 06 thành viên có mặt, được tham gia đánh giá)" */
const limit = ({ result, entry, rulesEntry }: Told): readonly Part[] => [
  ' (ngưỡng: ',
  fact('threshold', shareWords(result.threshold), ...rulesEntry),
  ' của ',
  fact('denominator', figure(result.of), entry),
  ` ${DIVISOR_WORDS[result.denominator]})`,
];

/** Unanimous where there is but one to judge: a share of one person would be no sentence. */
const shareOfCount = (told: Told): readonly Part[] => (isOneReport(told.state) ? [] : limit(told));

const pointWords = (value: string | null): string => (value === null ? 'không có' : decimalWords(value));

function failingParts({ state, result, entry }: Told): readonly Part[] {
  const failing = result.criteria.filter(({ verdict }) => verdict === 'not-met');
  if (failing.length === 0) return [];
  if (isOneReport(state)) return ['; tiêu chí không đạt: ', fact('criteria.failing', ids(failing), entry)];
  const word = ({ criterion, met, of, points }: CriterionResult): string =>
    points === undefined ? `${criterion} (${met}/${of})` : `${criterion} (${pointWords(points.mean)})`;
  return [
    result.points === undefined
      ? '; tiêu chí không đạt, kèm số phiếu Đạt: '
      : '; tiêu chí có điểm trung bình dưới mức điểm đạt: ',
    fact('criteria.failing', failing.map(word).join(', '), entry),
  ];
}

function criteriaParts(told: Told): readonly Part[] {
  const { state, result, entry } = told;
  const leftOut = result.criteria.filter(({ verdict }) => verdict === 'left-out');
  const met = result.criteria.filter(({ verdict }) => verdict === 'met').length;
  return [
    fact('criteria.met', figure(met), entry),
    '/',
    fact('criteria.count', figure(result.criteria.length), ...setUpOf(state)),
    result.points === undefined ? ' tiêu chí đạt' : ' tiêu chí có điểm trung bình từ mức điểm đạt trở lên',
    ...(result.points === undefined ? shareOfCount(told) : []),
    ...(leftOut.length > 0 ? ['; tiêu chí không áp dụng: ', fact('criteria.left-out', ids(leftOut), entry)] : []),
    ...failingParts(told),
  ];
}

const outcomeParts = ({ result, entry }: Told): readonly Part[] => [
  '. Kết quả tương ứng theo bộ tiêu chí: ',
  fact('outcome', result.outcome.name.vi, entry),
  '. Chi tiết tại Phụ lục I.',
];

function positiveParts(told: Told): readonly Part[] {
  const { state, result, entry } = told;
  if (isOneReport(state)) return [];
  return [
    result.points === undefined
      ? '. Số phiếu đánh giá Đạt ở tất cả tiêu chí: '
      : '. Số phiếu có điểm từ mức điểm đạt trở lên: ',
    fact('ballots.positive', figure(result.positiveBallots), entry),
    '/',
    fact('denominator', figure(result.of), entry),
    ...(result.points === undefined ? [] : limit(told)),
  ];
}

function outlierParts({ state, entry, rulesEntry }: Told, points: PointsResult): readonly Part[] {
  if (points.outlier === null) return [];
  const rule = fact('points.outlier', `${points.outlier}%`, ...rulesEntry);
  if (points.allOff)
    return ['. Mọi phiếu đều lệch quá ', rule, ' so với điểm trung bình nên không phiếu nào được loại ra'];
  if (points.outliers.length === 0) return ['. Không phiếu nào lệch quá ', rule, ' so với điểm trung bình'];
  const named = points.outliers.map(({ seat, score }) =>
    seat === undefined
      ? `một phiếu (${pointWords(score)} điểm)`
      : `TV${memberNumber(state, seat)} ${nameOf(state, seat)} (${pointWords(score)} điểm)`,
  );
  return [
    '. Phiếu lệch quá ',
    rule,
    ' so với điểm trung bình, được loại ra một lần: ',
    fact('points.outliers', named.join('; '), entry),
    '. Điểm trung bình của tất cả phiếu, không áp dụng việc loại phiếu: ',
    fact('points.mean-with-all', pointWords(points.meanWithAll), entry),
  ];
}

function pointsParagraph(told: Told, points: PointsResult): Paragraph {
  const { poll, entry, rulesEntry, result } = told;
  return paragraph(
    `points-${poll.poll}`,
    'Điểm trung bình của các phiếu: ',
    fact('points.mean', pointWords(points.mean), entry),
    ' (mức điểm đạt: ',
    fact('points.pass-mark', points.passMark, ...rulesEntry),
    '; số phiếu tính điểm: ',
    fact('points.ballots', figure(result.valid - points.outliers.length), entry),
    ')',
    ...outlierParts(told, points),
    '.',
  );
}

/** Half for and half against: whose side it was, or why there was none. */
function tieParagraphs({ state, poll, result, entry, rulesEntry }: Told): readonly Paragraph[] {
  const tied = result.criteria.filter(({ tie }) => tie !== undefined);
  const perBallot = result.counting === 'per-ballot' ? result.tie : undefined;
  const perCriterion = result.counting === 'per-criterion' ? tied : [];
  if (perCriterion.length === 0 && perBallot === undefined) return [];
  const presiding = poll.stood?.presiding;
  const carried = ids(perCriterion.filter(({ tie }) => tie === 'carried'));
  const fallen = ids(perCriterion.filter(({ tie }) => tie === 'not-carried'));
  const byChair = state.opened?.rules.tie === 'chairs-side' && poll.secrecy !== 'secret' && presiding !== undefined;
  const side: readonly Part[] = byChair
    ? [
        '; theo bên có phiếu của người chủ trì ',
        fact('tie.presiding', nameOf(state, presiding), poll.closed?.origin.entry ?? entry),
        ' thì ',
      ]
    : state.opened?.rules.tie === 'chairs-side'
      ? ['; không xác định được phiếu của người chủ trì nên ']
      : ['; theo ', fact('rules.tie', 'quy chế', ...rulesEntry), ' thì '];
  const list = [
    ...(carried === '' ? [] : [fact('tie.carried', carried, entry), ' được tính là đạt']),
    ...(carried === '' || fallen === '' ? [] : ['; ']),
    ...(fallen === '' ? [] : [fact('tie.fallen', fallen, entry), ' không được tính là đạt']),
  ];
  return [
    ...(perCriterion.length === 0
      ? []
      : [
          paragraph(
            `tie-${poll.poll}`,
            'Số phiếu Đạt bằng đúng một nửa ở ',
            fact('tie.count', figure(perCriterion.length), entry),
            ' tiêu chí',
            ...side,
            ...list,
            '.',
          ),
        ]),
    ...(perBallot === undefined
      ? []
      : [
          paragraph(
            `tie-ballots-${poll.poll}`,
            'Số phiếu thuận bằng đúng một nửa',
            ...side,
            fact('tie.ballots', perBallot === 'carried' ? 'được tính là đạt' : 'không được tính là đạt', entry),
            '.',
          ),
        ]),
  ];
}

function shortCriteria({ poll, result, entry }: Told): readonly Paragraph[] {
  const short = result.criteria.filter(({ noQuorum }) => noQuorum === true);
  if (short.length === 0) return [];
  return [
    paragraph(
      `short-${poll.poll}`,
      'Tiêu chí không đủ số thành viên được đánh giá, do có thành viên không tham gia, nên không được tính là đạt: ',
      fact('criteria.short', ids(short), entry),
      '.',
    ),
  ];
}

function groups({ state, poll, result, entry }: Told): readonly Paragraph[] {
  const all = state.criteria?.set.groups ?? [];
  if (all.length < 2) return [];
  const words = result.groups.map(({ group, met, of, leftOut, mean }) => {
    const aside = leftOut === 0 ? '' : `, không áp dụng ${figure(leftOut)}`;
    return mean === undefined
      ? `${group}: ${figure(met)}/${figure(of)}${aside}`
      : `${group}: ${pointWords(mean)}${aside}`;
  });
  return [
    paragraph(
      `groups-${poll.poll}`,
      result.points === undefined ? 'Số tiêu chí đạt theo từng nhóm: ' : 'Điểm trung bình theo từng nhóm: ',
      fact('groups', words.join('; '), entry),
      '.',
    ),
  ];
}

function otherWay({ state, poll, result, entry }: Told): readonly Paragraph[] {
  const { outcome, counting } = result.other;
  if (outcome.outcome === result.outcome.outcome || isOneReport(state)) return [];
  return [
    paragraph(
      `other-${poll.poll}`,
      `Nếu tính ${COUNTING_SHORT[counting]} thì kết quả là: `,
      fact('outcome.other', outcome.name.vi, entry),
      `; ${evaluatorsIn(state).inside} áp dụng cách tính nêu tại mục 1.`,
    ),
  ];
}

export function verdictParts({ state }: Material, poll: Poll, result: PlatformResult): readonly Paragraph[] {
  const told: Told = {
    state,
    poll,
    result,
    entry: poll.counted?.origin.entry ?? '',
    rulesEntry: state.opened ? [state.opened.origin.entry] : [],
  };
  const first =
    result.points === undefined
      ? 'Kết quả chấm: '
      : isOneReport(state)
        ? 'Kết quả chấm điểm: '
        : 'Theo từng tiêu chí: ';
  return [
    ...(result.points ? [pointsParagraph(told, result.points)] : []),
    paragraph(`result-${poll.poll}`, first, ...criteriaParts(told), ...positiveParts(told), ...outcomeParts(told)),
    ...groups(told),
    ...tieParagraphs(told),
    ...shortCriteria(told),
    ...otherWay(told),
  ];
}

/** Of a round that another one followed: what it came to, without the details that decide nothing any more. */
export function earlierVerdict({ state }: Material, poll: Poll, result: PlatformResult, where: string): Paragraph {
  const entry = poll.counted?.origin.entry ?? '';
  const met = result.criteria.filter(({ verdict }) => verdict === 'met').length;
  return paragraph(
    `result-${poll.poll}`,
    'Kết quả của vòng này: ',
    ...(result.points ? ['điểm trung bình ', fact('points.mean', pointWords(result.points.mean), entry), '; '] : []),
    fact('criteria.met', figure(met), entry),
    '/',
    fact('criteria.count', figure(result.criteria.length), ...setUpOf(state)),
    ` tiêu chí đạt; không phải vòng quyết định. Những thay đổi ở vòng sau nêu tại ${where}.`,
  );
}
