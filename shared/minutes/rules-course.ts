// The rules of this council in words: who decides by what share, of what, how marks are given, counted and kept secret.
import type { State } from '../book/state.ts';
import type { CouncilRules } from '../council/rules.ts';
import { isMajority } from '../council/share.ts';
import { criteriaOf } from '../criteria/criteria-set.ts';
import type { Paragraph, Part } from './content.ts';
import { type Evaluators, evaluatorsIn, isOneReport } from './evaluators.ts';
import { fact, insideSentence, paragraph } from './sentence.ts';
import { COUNTING_WORDS, DENOMINATOR_WORDS, figure, shareWords, VOTE_WORDS } from './vietnamese.ts';

type Told = { readonly rules: CouncilRules; readonly entry: string; readonly who: Evaluators; readonly state: State };

/** "trên 3/4", with what it is a share of. */
const shareOf = (share: CouncilRules['threshold'], { rules, entry }: Told): readonly Part[] => [
  fact('rules.threshold', shareWords(share), entry),
  ' ',
  fact('rules.denominator', DENOMINATOR_WORDS[rules.denominator], entry),
];

const source = ({ rules, entry }: Told): readonly Part[] =>
  rules.source ? [' (theo ', fact('rules.source', insideSentence(rules.source), entry), ').'] : ['.'];

const named = (told: Told): Paragraph =>
  paragraph(
    'rules-name',
    `${told.who.body} áp dụng quy chế: `,
    fact('rules.name', insideSentence(told.rules.name.vi), told.entry),
    ...source(told),
  );

function scale({ rules, entry, state }: Told): readonly Paragraph[] {
  if (rules.scale.of === 'pass-fail') return [];
  const { passMark, outlier } = rules.scale;
  const weighed = state.criteria && criteriaOf(state.criteria.set).some(({ weight }) => weight !== undefined);
  return [
    paragraph(
      'rules-scale',
      'Mỗi tiêu chí được chấm ',
      fact('rules.scale', 'từ 0 đến 100 điểm', entry),
      weighed ? ', nhân với trọng số của bộ tiêu chí' : ', các tiêu chí có trọng số như nhau',
      '; mức điểm đạt: ',
      fact('rules.pass-mark', `${passMark} điểm`, entry),
      ...(outlier === null
        ? ['; không loại phiếu nào vì lệch điểm trung bình.']
        : [
            '; phiếu lệch quá ',
            fact('rules.outlier', `${outlier}%`, entry),
            ' so với điểm trung bình của tất cả phiếu được loại ra một lần, rồi điểm trung bình được tính lại.',
          ]),
    ),
  ];
}

const POSITIVE_BY_POINTS =
  'theo từng phiếu (phiếu thuận là phiếu có điểm từ mức điểm đạt trở lên; kết quả của nền tảng xác định từ số phiếu thuận)';

function counting(told: Told): Paragraph {
  const { rules, entry } = told;
  const byPoints = rules.scale.of === 'points' && rules.counting === 'per-ballot';
  return paragraph(
    'rules',
    'Cách tính kết quả: ',
    fact('rules.counting', byPoints ? POSITIVE_BY_POINTS : COUNTING_WORDS[rules.counting], entry),
    rules.counting === 'mean' ? '. Ngưỡng để một tiêu chí được coi là không áp dụng: ' : '. Ngưỡng: ',
    ...shareOf(rules.threshold, told),
    '.',
  );
}

/** Printed only where sides can be even by one of the shares. */
function tie({ rules, entry }: Told): readonly Paragraph[] {
  if (!isMajority(rules.threshold) && !isMajority(rules.conclusion)) return [];
  const side = rules.tie === 'chairs-side' ? 'theo bên có phiếu của người chủ trì' : 'không thông qua';
  const secret = rules.tie === 'chairs-side' && (rules.secrecy === 'secret' || rules.vote === 'secret');
  return [
    paragraph(
      'rules-tie',
      'Khi đúng một nửa tán thành: ',
      fact('rules.tie', side, entry),
      secret ? '; riêng bỏ phiếu kín không ghi tên nên không thông qua.' : '.',
    ),
  ];
}

const SECRECY: Readonly<Record<CouncilRules['secrecy'], string>> = {
  blind: 'giữ kín cho tới khi công bố',
  open: 'công khai, hiện ra ngay khi nộp',
  secret: 'bỏ phiếu kín, phiếu mở ra không có tên người bỏ phiếu',
};
const SHARES: Readonly<Record<CouncilRules['shares'], string>> = {
  'chair-and-secretary': 'Chủ tọa và thư ký, mỗi người một phần',
  'counting-committee': 'hai thành viên Ban kiểm phiếu, mỗi người một phần',
  none: 'không có',
};

const ballots = ({ rules, entry }: Told): Paragraph =>
  paragraph(
    'rules-ballots',
    'Phiếu đánh giá: ',
    fact('rules.secrecy', SECRECY[rules.secrecy], entry),
    '. Nộp phiếu: ',
    fact(
      'rules.casting',
      rules.casting === 'attending' ? 'người đang dự họp' : 'cả người không dự họp, nhưng không tính vào điều kiện họp',
      entry,
    ),
    '; người dự trực tuyến ',
    fact('rules.online', rules.online === 'counts' ? 'được tính là có mặt' : 'không được tính là có mặt', entry),
    '. Khóa dự phòng của mỗi phiếu: ',
    fact('rules.shares', SHARES[rules.shares], entry),
    '.',
  );

const rounds = ({ rules, entry, who }: Told): Paragraph =>
  paragraph(
    'rules-rounds',
    'Số vòng chấm nhiều nhất: ',
    fact('rules.rounds', figure(rules.rounds.most), entry),
    ...(rules.rounds.most > 1
      ? [
          '; vòng được kiểm sau cùng quyết định; thay đổi đánh giá ở vòng sau ',
          fact(
            'rules.change',
            rules.rounds.change === 'reason-required' ? 'phải ghi lý do' : 'không cần ghi lý do',
            entry,
          ),
        ]
      : []),
    '. Ban kiểm phiếu: ',
    fact(
      'rules.committee',
      rules.committee === 'three'
        ? `ba người do ${who.inside} bầu, hai người kiểm độc lập và phải khớp nhau`
        : 'không có, số phiếu do phần mềm đếm và ai cũng kiểm tra lại được',
      entry,
    ),
    '. Ý kiến bằng văn bản của người vắng mặt: ',
    fact(
      'rules.opinions',
      `${rules.opinions.shown === 'before-scoring' ? 'đọc trước khi chấm' : 'đưa ra sau khi công bố'}${rules.opinions.marks === 'sealed' ? ', đánh giá kèm theo được niêm phong và mở cùng các phiếu' : ''}, không tính vào kết quả`,
      entry,
    ),
    '.',
  );

const conclusion = (told: Told): Paragraph =>
  paragraph(
    'rules-conclusion',
    'Kết luận được thông qua khi ',
    fact('rules.conclusion', shareWords(told.rules.conclusion), told.entry),
    ' số thành viên có quyền biểu quyết tán thành; hình thức biểu quyết: ',
    fact('rules.vote', VOTE_WORDS[told.rules.vote], told.entry),
    '.',
  );

const toldBy = (state: State): readonly Told[] =>
  state.opened === undefined
    ? []
    : [{ rules: state.opened.rules, entry: state.opened.origin.entry, who: evaluatorsIn(state), state }];

export const rulesName = (state: State): readonly Paragraph[] => toldBy(state).map(named);

/** Of one unit's report only what its one sheet is judged by. */
export const rulesParts = (state: State): readonly Paragraph[] =>
  toldBy(state).flatMap((told) =>
    isOneReport(state)
      ? scale(told)
      : [...scale(told), counting(told), ...tie(told), ballots(told), rounds(told), conclusion(told)],
  );
