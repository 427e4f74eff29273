// `Nội dung`: the course of the meeting in the order of the form, every number locked to its fact.
import { votingSeats } from '../book/seating.ts';
import { attends, quorumOf } from '../council/quorum.ts';
import { criteriaOf } from '../criteria/criteria-set.ts';
import type { Paragraph, Part } from './content.ts';
import { platformSection } from './platform-course.ts';
import {
  fact,
  heading,
  insideSentence,
  listed,
  type Material,
  nameOf,
  paragraph,
  proseParagraphs,
  type Section,
  setUpOf,
} from './sentence.ts';
import { dayInWords } from './vietnam-time.ts';
import { amountWords, COUNTING_WORDS, DENOMINATOR_WORDS, figure, limitWords, shareWords } from './vietnamese.ts';

function ground({ state }: Material): readonly Paragraph[] {
  const { decision, legalBasis } = state.described ?? { decision: undefined, legalBasis: [] };
  const set = state.criteria?.set;
  const setUp = setUpOf(state);
  return [
    ...legalBasis.map((line, at) => paragraph(`basis-${at + 1}`, 'Căn cứ ', fact('legal-basis', line, ...setUp), ';')),
    ...(decision
      ? [
          paragraph(
            'decision',
            'Căn cứ Quyết định số ',
            fact('decision.number', decision.number, ...setUp),
            ' ',
            fact('decision.date', dayInWords(decision.date), ...setUp),
            ' của ',
            fact('decision.body', decision.body, ...setUp),
            ' về việc thành lập Hội đồng đánh giá.',
          ),
        ]
      : []),
    ...(set
      ? [
          paragraph(
            'criteria',
            'Bộ tiêu chí áp dụng: ',
            fact('criteria.name', set.name.vi, ...setUp),
            ', phiên bản ',
            fact('criteria.version', set.version, ...setUp),
            ', gồm ',
            fact('criteria.groups', figure(set.groups.length), ...setUp),
            ' nhóm, ',
            fact('criteria.count', figure(criteriaOf(set).length), ...setUp),
            ' tiêu chí.',
          ),
          paragraph(
            'criteria-hash',
            'Mã băm SHA-256 của bộ tiêu chí: ',
            fact('criteria.sha256', state.criteria?.sha256 ?? '', ...setUp),
            '.',
          ),
        ]
      : []),
    ...(set?.sample
      ? [
          paragraph(
            'criteria-sample',
            'Đây là bộ tiêu chí MẪU kèm theo phần mềm, chỉ để tham khảo, không phải văn bản do cơ quan có thẩm quyền ban hành.',
          ),
        ]
      : []),
    ...thresholds({ state }),
  ];
}

function thresholds({ state }: Pick<Material, 'state'>): readonly Paragraph[] {
  const measured = state.criteria ? criteriaOf(state.criteria.set) : [];
  return measured.flatMap((criterion) => {
    const set = state.thresholds[criterion.id];
    if (criterion.kind !== 'measured' || set === undefined) return [];
    const place = `threshold-${criterion.id}`;
    if (set.threshold === null)
      return [
        paragraph(
          place,
          'Tiêu chí ',
          fact('criterion', criterion.id, set.origin.entry),
          ': chưa có ngưỡng, Hội đồng đánh giá trực tiếp theo minh chứng.',
        ),
      ];
    const value = limitWords(criterion.comparator, amountWords(set.threshold, criterion.unit));
    return [
      paragraph(
        place,
        'Ngưỡng của tiêu chí ',
        fact('criterion', criterion.id, set.origin.entry),
        ': ',
        fact('threshold', value, set.origin.entry),
        ' (nguồn: ',
        fact('threshold.source', insideSentence(set.source), set.origin.entry),
        ').',
      ),
    ];
  });
}

function quorumParts(material: Material): readonly Paragraph[] {
  const { state } = material;
  const { opened } = state;
  if (opened === undefined) return [];
  const { rules } = opened;
  // Who left later took part all the same: the rounds themselves were opened on the quorum of their moment.
  const came = votingSeats(state).filter((seat) => seat.attendance.some(({ presence }) => attends(presence, rules)));
  const quorum = quorumOf({
    rules,
    seats: votingSeats(state).map((seat) => ({
      seat: seat.seat,
      role: seat.role,
      presence: came.includes(seat) ? 'present' : 'absent',
      authorised: seat.authorised !== undefined,
    })),
  });
  const marks = came.flatMap(({ attendance }) => attendance.map(({ entry }) => entry));
  const { entry } = opened.origin;
  const must = [
    rules.quorum.chair === 'required' ? 'Chủ tịch Hội đồng' : '',
    rules.quorum.secretary === 'required' ? 'Thư ký Hội đồng' : '',
  ].filter((word) => word !== '');
  return [
    paragraph(
      'quorum',
      'Điều kiện họp hợp lệ: có mặt ',
      fact('quorum.share', shareWords(rules.quorum.share), entry),
      ' tổng số thành viên Hội đồng',
      must.length > 0 ? `, trong đó có ${listed(must)}` : '',
      '. Có mặt ',
      fact('quorum.present', figure(came.length), ...marks),
      '/',
      fact('quorum.appointed', figure(quorum.appointed), ...setUpOf(state)),
      ' thành viên; cuộc họp ',
      fact('quorum.holds', quorum.holds ? 'đủ' : 'không đủ', entry, ...marks),
      ' điều kiện tiến hành.',
    ),
    paragraph(
      'rules',
      'Cách tính kết quả: ',
      fact('rules.counting', COUNTING_WORDS[rules.counting], entry),
      '. Ngưỡng: ',
      fact('rules.threshold', shareWords(rules.threshold), entry),
      ' ',
      fact('rules.denominator', DENOMINATOR_WORDS[rules.denominator], entry),
      ...(rules.source ? [' (theo ', fact('rules.source', insideSentence(rules.source), entry), ').'] : ['.']),
    ),
  ];
}

function declarations({ state }: Material): readonly Paragraph[] {
  const seats = votingSeats(state).filter((seat) => state.declarations[seat.seat] !== undefined);
  const entries = seats.flatMap((seat) =>
    Object.values(state.declarations[seat.seat] ?? {}).map(({ origin }) => origin.entry),
  );
  const conflicts = Object.values(state.platforms).flatMap((platform) =>
    seats
      .filter((seat) => state.declarations[seat.seat]?.[platform.platform]?.conflict)
      .map((seat): readonly Part[] => [
        fact(
          'person',
          nameOf(state, seat.seat),
          state.declarations[seat.seat]?.[platform.platform]?.origin.entry ?? '',
        ),
        ' không tham gia đánh giá ',
        fact('platform', platform.name, platform.origin.entry),
      ]),
  );
  return [
    paragraph(
      'declarations',
      'Bản cam kết không xung đột lợi ích: ',
      fact('declarations.count', figure(seats.length), ...new Set(entries)),
      ' thành viên đã kê khai trước khi đánh giá',
      conflicts.length === 0 ? '; không có thành viên nào thuộc diện không tham gia đánh giá.' : '.',
    ),
    ...conflicts.map((parts, at) =>
      paragraph(`recusal-${at + 1}`, 'Do có xung đột lợi ích, ', ...parts, ' và không được tính vào mẫu số.'),
    ),
  ];
}

/** Headings are numbered in the order in which sections have something to say. */
export function courseOf(material: Material): readonly Paragraph[] {
  const { state, prose } = material;
  const sections: readonly Section[] = [
    {
      id: 'ground',
      title: ['Căn cứ và điều kiện họp'],
      paragraphs: [...ground(material), ...quorumParts(material), ...declarations(material)],
    },
    {
      id: 'presentation',
      title: ['Trình bày, hỏi đáp'],
      paragraphs: proseParagraphs('presentation', prose.presentation),
    },
    ...Object.values(state.platforms).map((platform) => platformSection(material, platform)),
    {
      id: 'discussion',
      title: ['Thảo luận, ý kiến khác nhau'],
      paragraphs: proseParagraphs('discussion', prose.discussion),
    },
    {
      id: 'recommendation',
      title: ['Kiến nghị của Hội đồng'],
      paragraphs: proseParagraphs('recommendation', prose.recommendation),
    },
  ];
  return sections
    .filter(({ paragraphs }) => paragraphs.length > 0)
    .flatMap(({ id, title, paragraphs }, at) => [heading(`h-${id}`, `${at + 1}. `, ...title), ...paragraphs]);
}
