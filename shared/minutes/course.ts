// `Nội dung`: the course of the meeting in the order of the form, every number locked to its fact.
import { criteriaOf } from '../criteria/criteria-set.ts';
import type { Paragraph } from './content.ts';
import { evaluatorsIn, isOneReport } from './evaluators.ts';
import { platformSection, type Where } from './platform-course.ts';
import { declarations, quorumParts } from './quorum-course.ts';
import { rulesName, rulesParts } from './rules-course.ts';
import {
  fact,
  heading,
  insideSentence,
  type Material,
  paragraph,
  proseParagraphs,
  type Section,
  setUpOf,
} from './sentence.ts';
import { dayInWords } from './vietnam-time.ts';
import { amountWords, figure, limitWords } from './vietnamese.ts';
import { electionsOf } from './vote-course.ts';

function ground({ state }: Material): readonly Paragraph[] {
  const { described } = state;
  const decision = described?.decision;
  const legalBasis = described?.legalBasis ?? [];
  const set = state.criteria?.set;
  const one = isOneReport(state);
  const { inside } = evaluatorsIn(state);
  const setUp = setUpOf(state);
  return [
    ...legalBasis.map((line, at) => paragraph(`basis-${at + 1}`, 'Căn cứ ', fact('legal-basis', line, ...setUp), ';')),
    ...(decision
      ? [
          paragraph(
            'decision',
            one ? 'Căn cứ văn bản số ' : 'Căn cứ Quyết định số ',
            fact('decision.number', decision.number, ...setUp),
            ' ',
            fact('decision.date', dayInWords(decision.date), ...setUp),
            ' của ',
            fact('decision.body', decision.body, ...setUp),
            one ? ' về việc thuê đơn vị đánh giá.' : ` về việc thành lập ${inside} đánh giá.`,
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
            ' tiêu chí',
            ...(set.promulgation
              ? [
                  ', ban hành kèm theo Quyết định số ',
                  fact('criteria.decision', set.promulgation.number, ...setUp),
                  ' ',
                  fact('criteria.decided', dayInWords(set.promulgation.date), ...setUp),
                  ' của ',
                  fact('criteria.body', set.promulgation.body, ...setUp),
                ]
              : []),
            '.',
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
    ...(set !== undefined && !set.sample && set.promulgation === undefined
      ? [paragraph('criteria-draft', 'Bộ tiêu chí này chưa được ban hành tại thời điểm họp.')]
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
          `: chưa có ngưỡng, ${evaluatorsIn(state).inside} đánh giá trực tiếp theo minh chứng.`,
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

/** Headings are numbered in the order in which sections have something to say. */
export function courseOf(material: Material, where: Where): readonly Paragraph[] {
  const { state, prose } = material;
  const sections: readonly Section[] = [
    {
      id: 'ground',
      title: [isOneReport(state) ? 'Căn cứ đánh giá' : 'Căn cứ và điều kiện họp'],
      paragraphs: [
        ...ground(material),
        ...rulesName(state),
        ...quorumParts(state),
        ...rulesParts(state),
        ...declarations(state),
      ],
    },
    { id: 'committee', title: ['Bầu Ban kiểm phiếu'], paragraphs: electionsOf(material) },
    {
      id: 'presentation',
      title: ['Trình bày, hỏi đáp'],
      paragraphs: proseParagraphs('presentation', prose.presentation),
    },
    ...Object.values(state.platforms).map((platform) => platformSection(material, platform, where)),
    {
      id: 'discussion',
      title: [isOneReport(state) ? 'Nhận xét chung' : 'Thảo luận, ý kiến khác nhau'],
      paragraphs: proseParagraphs('discussion', prose.discussion),
    },
    {
      id: 'recommendation',
      title: [`Kiến nghị của ${evaluatorsIn(state).inside}`],
      paragraphs: proseParagraphs('recommendation', prose.recommendation),
    },
  ];
  return sections
    .filter(({ paragraphs }) => paragraphs.length > 0)
    .flatMap(({ id, title, paragraphs }, at) => [heading(`h-${id}`, `${at + 1}. `, ...title), ...paragraphs]);
}
