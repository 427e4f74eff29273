// One round of a platform in words: when it stood open, who was there, ballots issued and returned, which did not count.
import type { Poll, State } from '../book/state.ts';
import { needed } from '../council/share.ts';
import type { PlatformResult } from '../results/result-types.ts';
import { type OpenedSheet, pollsOf, roundOf, sheetsOf } from '../results/session-result.ts';
import type { Paragraph, Part } from './content.ts';
import { isOneReport } from './evaluators.ts';
import { fact, hourOf, type Material, nameOf, paragraph } from './sentence.ts';
import { figure, groundWords, ordinal, REOPEN_WORDS } from './vietnamese.ts';
import { voidedParts } from './vote-course.ts';

/** Opened or carried on below the quorum: it counts for nothing, and nothing of it was looked at. */
export const voidedRound = (state: State, poll: Poll): Paragraph =>
  paragraph(
    `voided-${poll.poll}`,
    'Vòng chấm ',
    fact('round', ordinal(roundOf(poll)), poll.origin.entry),
    ' ',
    ...voidedParts(state, poll),
    poll.spoiled === undefined
      ? ' nên không có giá trị; không phiếu nào của lần này được mở, kiểm hoặc tính.'
      : ' nên không có giá trị và được chấm lại; không phiếu nào của lần này được tính.',
  );

const isSeveral = (state: State, poll: Poll): boolean =>
  poll.subject.of === 'platform' && pollsOf(state, poll.subject.platform).length > 1;

/** The council as it stood at the close, which fixes what everything is divided by. */
function standing(state: State, poll: Poll): readonly Paragraph[] {
  const { stood, closed } = poll;
  const { rules } = state.opened ?? {};
  if (stood === undefined || closed === undefined || rules === undefined) return [];
  const { entry } = closed.origin;
  const which: readonly Part[] = isSeveral(state, poll)
    ? ['Vòng chấm ', fact('round', ordinal(roundOf(poll)), poll.origin.entry), ': mở']
    : [isOneReport(state) ? 'Phiếu đánh giá mở' : 'Vòng chấm mở'];
  const quorum: readonly Part[] = isOneReport(state)
    ? ['.']
    : [
        '. Khi khóa có mặt ',
        fact('stood.present', figure(stood.present.length), entry),
        '/',
        fact('stood.appointed', figure(stood.appointed.length), entry),
        ' thành viên được tham gia đánh giá nền tảng, cần ít nhất ',
        fact('stood.needed', figure(needed(rules.quorum.share, stood.appointed.length)), entry),
        '.',
      ];
  return [
    paragraph(
      `round-${poll.poll}`,
      ...which,
      ' lúc ',
      fact('round.opened', hourOf(state, poll.origin.at), poll.origin.entry),
      ', khóa lúc ',
      fact('round.closed', hourOf(state, closed.origin.at), entry),
      ...quorum,
    ),
  ];
}

const HOW: Readonly<Record<Poll['secrecy'], string>> = {
  blind: 'Các thành viên đánh giá độc lập; phiếu được niêm phong cho đến khi công bố. ',
  open: 'Các thành viên đánh giá công khai; phiếu hiện ra ngay khi nộp. ',
  secret: 'Các thành viên bỏ phiếu kín; phiếu mở ra không có tên người bỏ phiếu. ',
};

function counts(state: State, poll: Poll, result: PlatformResult): Paragraph {
  const entries = [poll.origin.entry, poll.closed?.origin.entry ?? '', poll.counted?.origin.entry ?? ''].filter(
    (hash) => hash !== '',
  );
  return paragraph(
    `count-${poll.poll}`,
    ...(isOneReport(state) ? [] : [HOW[poll.secrecy]]),
    'Số phiếu phát ra: ',
    fact('ballots.issued', figure(result.issued), ...entries),
    '; thu về: ',
    fact('ballots.returned', figure(result.returned), ...entries),
    '; hợp lệ: ',
    fact('ballots.valid', figure(result.valid), ...entries),
    '; không hợp lệ: ',
    fact('ballots.invalid', figure(result.invalid), ...entries),
    ...(poll.revealed && !isOneReport(state)
      ? [
          '. Kết quả chấm được công bố lúc ',
          fact('revealed', hourOf(state, poll.revealed.at), poll.revealed.entry),
          '.',
        ]
      : ['.']),
  );
}

const issuedLate = (state: State, { poll, issued }: Poll): readonly Paragraph[] =>
  Object.entries(issued).map(([seat, { at, entry }]) =>
    paragraph(
      `issued-${poll}-${seat}`,
      'Phát thêm phiếu cho ',
      fact('person', nameOf(state, seat), entry),
      ' lúc ',
      fact('issued', hourOf(state, at), entry),
      ', sau khi vòng chấm đã mở.',
    ),
  );

const reopened = (state: State, { poll, reopened: all }: Poll): readonly Paragraph[] =>
  Object.entries(all).map(([seat, times]) => {
    const entries = times.map(({ origin }) => origin.entry);
    return paragraph(
      `reopened-${poll}-${seat}`,
      'Thành viên ',
      fact('person', nameOf(state, seat), ...entries),
      ' đã mở lại phiếu của mình ',
      fact('reopened', figure(times.length), ...entries),
      ' lần trước khi khóa vòng chấm (lý do: ',
      fact('reopened.reason', times.map(({ reason }) => REOPEN_WORDS[reason]).join('; '), ...entries),
      ').',
    );
  });

const notCounted = (state: State, sheets: readonly OpenedSheet[], id: string): readonly Paragraph[] =>
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

export const roundParts = ({ state, opened }: Material, poll: Poll, result: PlatformResult): readonly Paragraph[] => [
  ...standing(state, poll),
  ...issuedLate(state, poll),
  counts(state, poll, result),
  ...notCounted(state, sheetsOf(state, opened, poll), poll.poll),
  ...reopened(state, poll),
];
