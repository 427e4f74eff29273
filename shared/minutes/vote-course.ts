// Votes of the council in words: how each was taken, how many were for it, a tie and whose side settled it.
import type { Conclusion, Election, Platform, Poll, State } from '../book/state.ts';
import { conclusionResult, type VoteResult, voteResult } from '../results/conclusion-result.ts';
import type { Paragraph, Part } from './content.ts';
import { evaluatorsIn, isOneReport } from './evaluators.ts';
import { closeQuote, fact, hourOf, listed, type Material, nameOf, paragraph } from './sentence.ts';
import { figure, shareWords, VOTE_WORDS, voidWords } from './vietnamese.ts';

/** What a vote is about, in the words around its numbers. */
type About = {
  readonly id: string;
  /** "Biểu quyết về kết luận" */
  readonly what: string;
  /** "Kết luận" */
  readonly it: string;
  readonly passed: string;
  readonly failed: string;
};

const wayOf = ({ by, secrecy }: Poll): string =>
  VOTE_WORDS[by === 'hands' ? 'hands' : secrecy === 'secret' ? 'secret' : 'open'];

/** By which condition it fell, whether it was opened without it or lost it later. */
export function voidedParts(state: State, { origin, voided }: Poll): readonly Part[] {
  if (voided === undefined) return [];
  const reason = fact('voided', voidWords(voided.code), voided.entry);
  if (voided.code === 'spoiled')
    return [
      'mở lúc ',
      fact('opened', hourOf(state, origin.at), origin.entry),
      ', đến ',
      fact('voided.at', hourOf(state, voided.at), voided.entry),
      ' thì hủy vì ',
      reason,
    ];
  return voided.entry === origin.entry
    ? ['mở lúc ', fact('opened', hourOf(state, origin.at), origin.entry), ' khi chưa đủ điều kiện họp (', reason, ')']
    : [
        'mở lúc ',
        fact('opened', hourOf(state, origin.at), origin.entry),
        ', đến ',
        fact('voided.at', hourOf(state, voided.at), voided.entry),
        ' thì hủy vì không còn đủ điều kiện họp (',
        reason,
        ')',
      ];
}

function tieParts(state: State, poll: Poll, { tie }: VoteResult): readonly Part[] {
  if (tie === undefined) return [];
  const entry = poll.closed?.origin.entry ?? '';
  const presiding = poll.stood?.presiding;
  const half = ' Số phiếu tán thành bằng đúng một nửa; ';
  if (state.opened?.rules.tie !== 'chairs-side') return [half, 'theo quy chế thì không thông qua.'];
  if (poll.secrecy === 'secret') return [half, 'phiếu kín không ghi tên nên không xét theo bên của người chủ trì.'];
  return [
    half,
    'quyết định theo bên của người chủ trì',
    ...(presiding === undefined ? [] : [' ', fact('tie.presiding', nameOf(state, presiding), entry)]),
    tie === 'carried' ? ' (tán thành).' : ' (không tán thành).',
  ];
}

/** Who said what, where it was said by name. */
function namesOf(state: State, poll: Poll, about: About): readonly Paragraph[] {
  if (poll.by === 'hands' || poll.secrecy === 'secret') return [];
  const sides = [
    ['Tán thành', poll.entitled.filter((seat) => poll.votes[seat]?.choice === 'agree')],
    ['không tán thành', poll.entitled.filter((seat) => poll.votes[seat]?.choice === 'disagree')],
    ['không biểu quyết', poll.entitled.filter((seat) => (poll.votes[seat]?.choice ?? 'abstain') === 'abstain')],
  ] as const;
  const parts = sides
    .filter(([, seats]) => seats.length > 0)
    .flatMap(([word, seats], at): readonly Part[] => [
      at === 0 ? `${word.slice(0, 1).toUpperCase()}${word.slice(1)}: ` : `; ${word}: `,
      fact(
        'vote.names',
        listed(seats.map((seat) => nameOf(state, seat))),
        poll.closed?.origin.entry ?? '',
        ...seats.flatMap((seat) => poll.votes[seat]?.origin.entry ?? []),
      ),
    ]);
  return parts.length === 0 ? [] : [paragraph(`vote-names-${about.id}`, ...parts, '.')];
}

function voteParagraphs(state: State, poll: Poll, vote: VoteResult, about: About): readonly Paragraph[] {
  const outcome = fact('vote.passed', vote.passed ? about.passed : about.failed, ...vote.entries);
  if (isOneReport(state))
    return [
      paragraph(
        `vote-${about.id}`,
        'Người đánh giá ',
        fact('vote.passed', vote.passed ? 'xác nhận' : 'không xác nhận', ...vote.entries),
        ' kết luận.',
      ),
    ];
  return [
    paragraph(
      `vote-${about.id}`,
      `${about.what} bằng hình thức `,
      fact('vote.way', wayOf(poll), poll.origin.entry),
      ': tán thành ',
      fact('vote.agree', figure(vote.agree), ...vote.entries),
      ', không tán thành ',
      fact('vote.disagree', figure(vote.disagree), ...vote.entries),
      ', không biểu quyết ',
      fact('vote.abstain', figure(vote.abstain), ...vote.entries),
      ', trên tổng số ',
      fact('vote.of', figure(vote.of), ...vote.entries),
      ' thành viên có quyền biểu quyết (cần ',
      fact(
        'vote.share',
        shareWords(state.opened?.rules.conclusion ?? { comparator: 'more-than', numerator: 1, denominator: 2 }),
        ...(state.opened ? [state.opened.origin.entry] : []),
      ),
      ').',
      ...tieParts(state, poll, vote),
      ` ${about.it} `,
      outcome,
      '.',
    ),
    ...namesOf(state, poll, about),
  ];
}

/** Every vote on one object, the void ones too, in the order in which they were opened. */
function allVotes({ state, opened }: Material, polls: readonly Poll[], about: About): readonly Paragraph[] {
  return polls.flatMap((poll) => {
    if (poll.voided)
      return [
        paragraph(`voided-${poll.poll}`, `${about.what} `, ...voidedParts(state, poll), ' nên không có giá trị.'),
      ];
    const vote = voteResult(state, opened, poll);
    return vote ? voteParagraphs(state, poll, vote, about) : [];
  });
}

const pollsAbout = (state: State, holds: (subject: Poll['subject']) => boolean): readonly Poll[] =>
  Object.values(state.polls).filter(({ subject }) => holds(subject));

const reservations = (state: State, { conclusion, reservations: all }: Conclusion): readonly Paragraph[] =>
  Object.entries(all).map(([seat, { text, origin }]) =>
    paragraph(
      `reservation-${conclusion}-${seat}`,
      'Ý kiến bảo lưu của ',
      fact('person', nameOf(state, seat), origin.entry),
      ': “',
      fact('reservation', text ?? '', origin.entry),
      closeQuote(text ?? ''),
    ),
  );

function conclusionParts(material: Material, put: Conclusion, isLast: boolean): readonly Paragraph[] {
  const { state } = material;
  const { inside } = evaluatorsIn(state);
  const polls = pollsAbout(state, (subject) => subject.of === 'conclusion' && subject.conclusion === put.conclusion);
  const about: About = {
    id: put.conclusion,
    what: 'Biểu quyết về kết luận',
    it: 'Kết luận',
    passed: 'được thông qua',
    failed: 'không được thông qua',
  };
  return [
    paragraph(
      `conclusion-${put.conclusion}`,
      isLast ? `Kết luận của ${inside}: ` : 'Dự thảo kết luận trước đó: ',
      fact('conclusion', put.text, put.origin.entry),
    ),
    ...allVotes(material, polls, about),
    ...reservations(state, put),
  ];
}

/** The conclusion that stands last; before it those that were put to the vote and not carried. */
export function conclusionsOf(material: Material, { platform, conclusion }: Platform): readonly Paragraph[] {
  const { state, opened } = material;
  return Object.values(state.conclusions)
    .filter((put) => put.platform === platform)
    .filter((put) => put.conclusion === conclusion || conclusionResult(state, opened, put) !== undefined)
    .flatMap((put) => conclusionParts(material, put, put.conclusion === conclusion));
}

function electionParts(material: Material, election: Election): readonly Paragraph[] {
  const { state } = material;
  const { entry } = election.origin;
  const polls = pollsAbout(state, (subject) => subject.of === 'election' && subject.election === election.election);
  return [
    paragraph(
      `election-${election.election}`,
      'Danh sách đề cử Ban kiểm phiếu: ',
      fact('committee.members', listed(election.members.map((seat) => nameOf(state, seat))), entry),
      '; Trưởng Ban kiểm phiếu: ',
      fact('committee.head', nameOf(state, election.head), entry),
      '.',
    ),
    ...allVotes(material, polls, {
      id: election.election,
      what: 'Biểu quyết bầu Ban kiểm phiếu',
      it: 'Ban kiểm phiếu',
      passed: 'được bầu theo danh sách trên',
      failed: 'không được bầu theo danh sách trên',
    }),
  ];
}

export const electionsOf = (material: Material): readonly Paragraph[] =>
  Object.values(material.state.elections).flatMap((election) => electionParts(material, election));
