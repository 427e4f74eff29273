// The part of `Nội dung` that belongs to one platform: opinions, rounds, count, result, discussion, conclusion.
import { thresholdOf } from '../book/seating.ts';
import type { Platform, Poll, WrittenOpinion } from '../book/state.ts';
import { criteriaOf } from '../criteria/criteria-set.ts';
import { isCounted, mayBeShown, pollResult, pollsOf } from '../results/session-result.ts';
import type { Paragraph, Part } from './content.ts';
import { countParts } from './count-course.ts';
import { discussionParts } from './discussion-course.ts';
import { roundParts, voidedRound } from './round-course.ts';
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
import { earlierVerdict, verdictParts } from './verdict-course.ts';
import { dateInWords } from './vietnam-time.ts';
import { amountWords, figure, limitWords } from './vietnamese.ts';
import { conclusionsOf } from './vote-course.ts';

/** Where an appendix is found: "Phụ lục III"; empty where there is none. */
export type Where = (appendix: 'count' | 'rounds' | 'opinions') => string;

const SHOWN = {
  'before-scoring': 'đã đọc tại cuộc họp trước khi chấm',
  'after-reveal': 'đưa ra sau khi công bố kết quả chấm',
} as const;

function opinions({ state }: Material, { platform }: Platform, where: Where): readonly Paragraph[] {
  const shown = SHOWN[state.opened?.rules.opinions.shown ?? 'before-scoring'];
  const marked = (seat: string): boolean =>
    where('opinions') !== '' &&
    Object.values(state.sealedOpinions).some((each) => each.platform === platform && each.seat === seat);
  const line = (opinion: WrittenOpinion): Paragraph =>
    paragraph(
      `opinion-${opinion.origin.entry.slice(0, 16)}`,
      'Ý kiến bằng văn bản của thành viên vắng mặt ',
      fact('person', nameOf(state, opinion.seat), opinion.origin.entry),
      ` (${shown}, chỉ để tham khảo, không tính vào kết quả${marked(opinion.seat) ? `; đánh giá kèm theo nêu tại ${where('opinions')}` : ''}): “`,
      fact('opinion', opinion.text ?? '', opinion.origin.entry),
      closeQuote(opinion.text ?? ''),
    );
  // What somebody else entered counts as said once a second seat has looked at it.
  const isSaid = ({ via, confirmedBy }: WrittenOpinion): boolean =>
    confirmedBy !== undefined || (via !== 'paper' && via !== 'hands');
  return Object.values(state.opinions)
    .filter((opinion) => opinion.platform === platform && isSaid(opinion))
    .map(line);
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

function about({ state }: Material, platform: Platform): Paragraph {
  const away = recusedFrom(state, platform.platform);
  const declared = away.flatMap(({ seat }) => state.declarations[seat]?.[platform.platform]?.origin.entry ?? []);
  const set = platform.origin.entry;
  const shown = Object.values(platform.evidence);
  return paragraph(
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
    ...(away.length > 0
      ? [
          ' Thành viên không tham gia đánh giá: ',
          fact('recused', listed(away.map(({ seat }) => nameOf(state, seat))), ...declared),
          '.',
        ]
      : []),
  );
}

/** Named before the meeting for reference; an outcome of another set has no name here but its code. */
function evaluatedBefore({ state }: Material, { platform, before }: Platform): readonly Paragraph[] {
  if (before === undefined) return [];
  const { origin, at, set } = before;
  const { entry } = origin;
  const now = state.criteria;
  const named = now?.set.id === set.id ? now.set.outcomes.find(({ outcome }) => outcome === before.outcome) : undefined;
  const judged = before.marks.filter(({ verdict }) => verdict !== 'left-out');
  const met = judged.filter(({ verdict }) => verdict === 'met');
  return [
    paragraph(
      `before-${platform}`,
      'Lần đánh giá trước',
      ...(at === '' ? [] : [' (cuộc họp khai mạc ', fact('before.day', dateInWords(at), entry), ')']),
      ': theo bộ tiêu chí phiên bản ',
      fact('before.version', set.version, entry),
      ', nền tảng số đạt ',
      fact('before.met', `${figure(met.length)}/${figure(judged.length)}`, entry),
      ' tiêu chí; kết quả: ',
      fact('before.outcome', named?.name.vi ?? before.outcome, entry),
      now?.sha256 === set.sha256
        ? '. Lần này dùng cùng phiên bản bộ tiêu chí'
        : '. Lần này dùng bộ tiêu chí hoặc phiên bản khác',
      '. Kết quả lần trước chỉ để tham khảo, không tính vào kết quả lần này.',
    ),
  ];
}

function rounds(material: Material, { platform }: Platform, where: Where): readonly Paragraph[] {
  const { state, opened } = material;
  const polls = pollsOf(state, platform);
  const shown = polls.filter((poll) => isCounted(poll) && mayBeShown(state, poll));
  const one = (poll: Poll): readonly Paragraph[] => {
    if (poll.voided) return [voidedRound(state, poll)];
    const result = shown.includes(poll) ? pollResult(state, opened, poll) : undefined;
    if (result === undefined) return [];
    return [
      ...roundParts(material, poll, result),
      ...countParts(state, poll, where('count')),
      ...(poll === shown.at(-1)
        ? verdictParts(material, poll, result)
        : [earlierVerdict(material, poll, result, where('rounds'))]),
      ...discussionParts(material, poll, result),
    ];
  };
  return polls.flatMap(one);
}

export function platformSection(material: Material, platform: Platform, where: Where): Section {
  const { state } = material;
  const late = state.opened?.rules.opinions.shown === 'after-reveal';
  const said = opinions(material, platform, where);
  return {
    id: platform.platform,
    title: ['Đánh giá ', fact('platform', platform.name, platform.origin.entry)],
    paragraphs: [
      about(material, platform),
      ...evaluatedBefore(material, platform),
      ...measuredValues(material, platform),
      ...(late ? [] : said),
      ...rounds(material, platform, where),
      ...(late ? said : []),
      ...conclusionsOf(material, platform),
    ],
  };
}
