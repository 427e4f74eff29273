// The part of `Nội dung` that belongs to one platform: opinions read, ballots counted, outcome, conclusion, reservations.

import { thresholdOf } from '../book/seating.ts';
import type { Conclusion, Platform, Poll } from '../book/state.ts';
import { criteriaOf } from '../criteria/criteria-set.ts';
import { conclusionResult } from '../results/conclusion-result.ts';
import type { PlatformResult } from '../results/result-types.ts';
import { type OpenedSheet, pollResult, pollsOf, roundOf, sheetsOf } from '../results/session-result.ts';
import type { Paragraph, Part } from './content.ts';
import {
  closeQuote,
  fact,
  listed,
  type Material,
  nameOf,
  paragraph,
  recusedFrom,
  type Section,
  setUpOf,
} from './sentence.ts';
import { timeInWords } from './vietnam-time.ts';
import {
  amountWords,
  COUNTING_SHORT,
  figure,
  groundWords,
  limitWords,
  REOPEN_WORDS,
  shareWords,
} from './vietnamese.ts';

function opinions({ state }: Material, platform: Platform): readonly Paragraph[] {
  return Object.values(state.opinions)
    .filter((opinion) => opinion.platform === platform.platform && opinion.confirmedBy !== undefined)
    .map((opinion) =>
      paragraph(
        `opinion-${opinion.origin.entry.slice(0, 16)}`,
        'Ý kiến bằng văn bản của thành viên vắng mặt ',
        fact('person', nameOf(state, opinion.seat), opinion.origin.entry),
        ' (đã đọc tại cuộc họp, chỉ để tham khảo, không tính vào kết quả): “',
        fact('opinion', opinion.text ?? '', opinion.origin.entry),
        closeQuote(opinion.text ?? ''),
      ),
    );
}

function measuredValues({ state }: Material, platform: Platform): readonly Paragraph[] {
  const criteria = state.criteria ? criteriaOf(state.criteria.set) : [];
  return criteria.flatMap((criterion) => {
    const at = platform.measured[criterion.id];
    if (criterion.kind !== 'measured' || at === undefined) return [];
    const limit = thresholdOf(state, criterion);
    const entry = state.thresholds[criterion.id]?.origin.entry;
    const limits: readonly Part[] =
      limit === null
        ? []
        : [
            ' (ngưỡng: ',
            fact(
              'threshold',
              limitWords(criterion.comparator, amountWords(limit, criterion.unit)),
              ...(entry === undefined ? setUpOf(state) : [entry]),
            ),
            ')',
          ];
    return [
      paragraph(
        `measured-${platform.platform}-${criterion.id}`,
        'Giá trị đo được của tiêu chí ',
        fact('criterion', criterion.id, at.origin.entry),
        ': ',
        fact('measured', amountWords(at.value, criterion.unit), at.origin.entry),
        ...limits,
        '.',
      ),
    ];
  });
}

function counts(material: Material, poll: Poll, result: PlatformResult): readonly Paragraph[] {
  const { state } = material;
  const id = poll.poll;
  const entries = [poll.origin.entry, poll.closed?.origin.entry ?? '', poll.counted?.origin.entry ?? ''].filter(
    (hash) => hash !== '',
  );
  const reopened = Object.entries(poll.reopened);
  return [
    paragraph(
      `count-${id}`,
      'Các thành viên đánh giá độc lập; phiếu được niêm phong cho đến khi công bố. Số phiếu phát ra: ',
      fact('ballots.issued', figure(result.issued), ...entries),
      '; thu về: ',
      fact('ballots.returned', figure(result.returned), ...entries),
      '; hợp lệ: ',
      fact('ballots.valid', figure(result.valid), ...entries),
      '; không hợp lệ: ',
      fact('ballots.invalid', figure(result.invalid), ...entries),
      ...(poll.revealed
        ? [
            '. Kết quả chấm được công bố lúc ',
            fact('revealed', timeInWords(poll.revealed.at), poll.revealed.entry),
            '.',
          ]
        : ['.']),
    ),
    ...notCounted(material, sheetsOf(state, material.opened, poll), id),
    ...reopened.map(([seat, times]) =>
      paragraph(
        `reopened-${id}-${seat}`,
        'Thành viên ',
        fact('person', nameOf(state, seat), ...times.map(({ origin }) => origin.entry)),
        ' đã mở lại phiếu của mình ',
        fact('reopened', figure(times.length), ...times.map(({ origin }) => origin.entry)),
        ' lần trước khi khóa vòng chấm (lý do: ',
        fact(
          'reopened.reason',
          times.map(({ reason }) => REOPEN_WORDS[reason]).join('; '),
          ...times.map(({ origin }) => origin.entry),
        ),
        ').',
      ),
    ),
  ];
}

const notCounted = ({ state }: Material, sheets: readonly OpenedSheet[], id: string): readonly Paragraph[] =>
  sheets
    .filter(({ counted }) => counted === undefined)
    .map(({ seat, sealed, code }, at) =>
      seat === undefined || sealed === undefined
        ? paragraph(`not-counted-${id}-${at + 1}`, 'Một phiếu kín không được tính: ', groundWords(code ?? ''), '.')
        : paragraph(
            `not-counted-${id}-${sealed.entry.slice(0, 16)}`,
            'Phiếu của ',
            fact('person', nameOf(state, seat), sealed.entry),
            ' không được tính: ',
            groundWords(code ?? ''),
            '.',
          ),
    );

function verdict(material: Material, poll: Poll, result: PlatformResult): readonly Paragraph[] {
  const { state } = material;
  const failing = result.criteria.filter(({ verdict }) => verdict === 'not-met');
  const leftOut = result.criteria.filter(({ verdict }) => verdict === 'left-out');
  const met = result.criteria.length - failing.length - leftOut.length;
  const { outcome: other, counting: otherWay } = result.other;
  const entry = poll.counted?.origin.entry ?? '';
  const rulesEntry = state.opened ? [state.opened.origin.entry] : [];
  return [
    paragraph(
      `result-${poll.poll}`,
      'Kết quả chấm: ',
      fact('criteria.met', figure(met), entry),
      '/',
      fact('criteria.count', figure(result.criteria.length), ...setUpOf(state)),
      ' tiêu chí đạt (ngưỡng: ',
      fact('threshold', shareWords(result.threshold), ...rulesEntry),
      ' của ',
      fact('denominator', figure(result.of), entry),
      state.opened?.rules.denominator === 'valid-ballots' ? ' phiếu hợp lệ)' : ' thành viên)',
      ...(leftOut.length > 0
        ? [
            '; tiêu chí không áp dụng: ',
            fact('criteria.left-out', leftOut.map(({ criterion }) => criterion).join(', '), entry),
          ]
        : []),
      ...(failing.length > 0
        ? [
            '; tiêu chí không đạt, kèm số phiếu Đạt: ',
            fact(
              'criteria.failing',
              failing.map(({ criterion, met }) => `${criterion} (${met}/${result.of})`).join(', '),
              entry,
            ),
          ]
        : []),
      '. Số phiếu đánh giá Đạt ở tất cả tiêu chí: ',
      fact('ballots.positive', figure(result.positiveBallots), entry),
      '/',
      fact('denominator', figure(result.of), entry),
      '. Kết quả tương ứng theo bộ tiêu chí: ',
      fact('outcome', result.outcome.name.vi, entry),
      '. Chi tiết tại Phụ lục I.',
    ),
    ...(other.outcome === result.outcome.outcome
      ? []
      : [
          paragraph(
            `other-${poll.poll}`,
            `Nếu tính ${COUNTING_SHORT[otherWay]} thì kết quả là: `,
            fact('outcome.other', other.name.vi, entry),
            '; Hội đồng áp dụng cách tính nêu tại mục 1.',
          ),
        ]),
  ];
}

function conclusionOf(material: Material, conclusion: Conclusion): readonly Paragraph[] {
  const { state } = material;
  const vote = conclusionResult(state, material.opened, conclusion);
  return [
    paragraph(
      `conclusion-${conclusion.conclusion}`,
      'Kết luận của Hội đồng: ',
      fact('conclusion', conclusion.text, conclusion.origin.entry),
    ),
    ...(vote
      ? [
          paragraph(
            `vote-${conclusion.conclusion}`,
            'Biểu quyết về kết luận: tán thành ',
            fact('vote.agree', figure(vote.agree), ...vote.entries),
            ', không tán thành ',
            fact('vote.disagree', figure(vote.disagree), ...vote.entries),
            ', không biểu quyết ',
            fact('vote.abstain', figure(vote.abstain), ...vote.entries),
            ', trên tổng số ',
            fact('vote.of', figure(vote.of), ...vote.entries),
            ' thành viên có quyền biểu quyết. Kết luận ',
            fact('vote.passed', vote.passed ? 'được thông qua' : 'không được thông qua', ...vote.entries),
            '.',
          ),
        ]
      : []),
    ...Object.entries(conclusion.reservations).map(([seat, { text, origin }]) =>
      paragraph(
        `reservation-${seat}`,
        'Ý kiến bảo lưu của ',
        fact('person', nameOf(state, seat), origin.entry),
        ': “',
        fact('reservation', text ?? '', origin.entry),
        closeQuote(text ?? ''),
      ),
    ),
  ];
}

export function platformSection(material: Material, platform: Platform): Section {
  const { state, opened } = material;
  const away = recusedFrom(state, platform.platform);
  const recused = away.map(({ seat }) => nameOf(state, seat));
  const declared = away.flatMap(({ seat }) => state.declarations[seat]?.[platform.platform]?.origin.entry ?? []);
  const set = platform.origin.entry;
  const shown = Object.values(platform.evidence);
  const conclusion = platform.conclusion === undefined ? undefined : state.conclusions[platform.conclusion];
  const rounds = pollsOf(state, platform.platform).filter((poll) => poll.step === 'counted');
  const paragraphs = [
    paragraph(
      `platform-${platform.platform}`,
      'Chủ quản nền tảng số: ',
      fact('platform.owner', platform.owner, set),
      ...(platform.enterprise
        ? ['; doanh nghiệp nền tảng: ', fact('platform.enterprise', platform.enterprise, set)]
        : []),
      ...(platform.address ? ['; địa chỉ trực tuyến: ', fact('platform.address', platform.address, set)] : []),
      '. Số minh chứng đã xem xét: ',
      fact('evidence.count', figure(shown.length), set, ...shown.map(({ origin }) => origin.entry)),
      ' (Phụ lục II).',
      ...(recused.length > 0
        ? [' Thành viên không tham gia đánh giá: ', fact('recused', listed(recused), ...declared), '.']
        : []),
    ),
    ...measuredValues(material, platform),
    ...opinions(material, platform),
    ...rounds.flatMap((poll) => {
      const result = pollResult(state, opened, poll);
      if (result === undefined) return [];
      const title =
        rounds.length > 1
          ? [paragraph(`round-${poll.poll}`, 'Vòng chấm thứ ', fact('round', roundOf(poll), poll.origin.entry), ':')]
          : [];
      return [...title, ...counts(material, poll, result), ...verdict(material, poll, result)];
    }),
    ...(conclusion ? conclusionOf(material, conclusion) : []),
  ];
  return {
    id: platform.platform,
    title: ['Đánh giá ', fact('platform', platform.name, platform.origin.entry)],
    paragraphs,
  };
}
