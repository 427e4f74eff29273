// The count by the committee, as a part of its own in the course of the meeting: who counted, and that both agree.
import type { CountReport, Poll, State } from '../book/state.ts';
import type { Paragraph } from './content.ts';
import { fact, heading, hourOf, listed, nameOf, paragraph } from './sentence.ts';

export type Counter = { readonly seat: string; readonly report: CountReport };

/** The two whose counts agreed, in the order of the committee. */
export function countersOf({ committee }: State, { agreed, reports }: Poll): readonly Counter[] {
  const named = new Set<string>(agreed?.reports ?? []);
  return (committee?.members ?? []).flatMap((seat): readonly Counter[] => {
    const report = reports[seat];
    return report !== undefined && named.has(report.origin.entry) ? [{ seat, report }] : [];
  });
}

/** @param where the appendix that holds the counting minutes */
export function countParts(state: State, poll: Poll, where: string): readonly Paragraph[] {
  const { committee } = state;
  const { agreed } = poll;
  if (committee === undefined || agreed === undefined) return [];
  const counters = countersOf(state, poll);
  return [
    heading(`h-count-${poll.poll}`, 'Kết quả kiểm phiếu'),
    paragraph(
      `counted-by-${poll.poll}`,
      'Ban kiểm phiếu: ',
      fact('committee.members', listed(committee.members.map((seat) => nameOf(state, seat))), committee.origin.entry),
      ' (Trưởng Ban kiểm phiếu: ',
      fact('committee.head', nameOf(state, committee.head), committee.origin.entry),
      '). Hai thành viên ',
      fact(
        'counters',
        listed(counters.map(({ seat }) => nameOf(state, seat))),
        ...counters.map(({ report }) => report.origin.entry),
      ),
      ' kiểm độc lập từ các phiếu đã mở; hai kết quả khớp nhau ở mọi số liệu, thống nhất lúc ',
      fact('agreed', hourOf(state, agreed.at), agreed.entry),
      `. Biên bản kiểm phiếu: ${where}.`,
    ),
  ];
}
