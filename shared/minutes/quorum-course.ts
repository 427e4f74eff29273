// Whether the council could sit and who could not judge: quorum of each sitting, declarations, recusals with their times.
import type { Declaration, Seat, State } from '../book/state.ts';
import type { CouncilRules } from '../council/rules.ts';
import type { Paragraph, Part } from './content.ts';
import { type Evaluators, evaluatorsIn, isOneReport } from './evaluators.ts';
import { fact, hourOf, listed, memberSeats, nameOf, paragraph, setUpOf } from './sentence.ts';
import { cameTo, membersIn, quorumOfSitting } from './sittings.ts';
import { figure, ordinal, shareWords } from './vietnamese.ts';

function mustAttend({ quorum }: CouncilRules, { roles }: Evaluators): readonly string[] {
  const deputy =
    quorum.viceChair === 'with-authorisation'
      ? ` (hoặc ${roles['vice-chair']} có giấy ủy quyền của ${roles.chair})`
      : '';
  return [
    ...(quorum.chair === 'required' ? [`${roles.chair}${deputy}`] : []),
    ...(quorum.secretary === 'required' ? [roles.secretary] : []),
    ...(quorum.reviewers === 'one' ? [`ít nhất một ${roles.reviewer}`] : []),
    ...(quorum.reviewers === 'all' ? [`tất cả ${roles.reviewer}`] : []),
  ];
}

/** "Có mặt 06/07 thành viên; cuộc họp đủ điều kiện tiến hành." */
function standing(state: State, sitting: number, entry: string, isFirstWord: boolean): readonly Part[] {
  const { present, appointed, holds, entries } = quorumOfSitting(state, sitting);
  const came = membersIn(state, sitting).filter((seat) => cameTo(state, seat, sitting)).length;
  const words = present === came ? 'có mặt ' : 'cùng có mặt nhiều nhất ';
  return [
    isFirstWord ? `${words.slice(0, 1).toUpperCase()}${words.slice(1)}` : words,
    fact('quorum.present', figure(present), ...entries),
    '/',
    fact('quorum.appointed', figure(appointed), ...setUpOf(state)),
    ' thành viên; cuộc họp ',
    fact('quorum.holds', holds ? 'đủ' : 'không đủ', entry, ...entries),
    ' điều kiện tiến hành.',
  ];
}

export function quorumParts(state: State): readonly Paragraph[] {
  const { opened, meeting } = state;
  if (opened === undefined || isOneReport(state)) return [];
  const { rules, origin } = opened;
  const who = evaluatorsIn(state);
  const must = mustAttend(rules, who);
  const condition = [
    'Điều kiện họp hợp lệ: có mặt ',
    fact('quorum.share', shareWords(rules.quorum.share), origin.entry),
    ` tổng số ${who.members.toLowerCase().replace(who.body.toLowerCase(), who.body)}`,
    must.length > 0 ? `, trong đó có ${listed(must)}` : '',
    rules.quorum.per === 'criterion' ? '; được tính lại cho từng tiêu chí có thành viên không tham gia đánh giá' : '',
    '.',
  ];
  const single = meeting.sittings.length < 2;
  return [
    paragraph('quorum', ...condition, ...(single ? [' ', ...standing(state, 1, origin.entry, true)] : [])),
    ...(single
      ? []
      : meeting.sittings.map((sitting, at) =>
          paragraph(
            `quorum-s${at + 1}`,
            fact('sitting', `Buổi họp ${ordinal(at + 1)}`, sitting.opened.entry),
            ': ',
            ...standing(state, at + 1, origin.entry, false),
          ),
        )),
  ];
}

type Recusal = { readonly seat: Seat; readonly platform: string; readonly declared: Declaration };

const recusals = (state: State): readonly Recusal[] =>
  Object.values(state.platforms).flatMap(({ platform }) =>
    memberSeats(state).flatMap((seat): readonly Recusal[] => {
      const declared = state.declarations[seat.seat]?.[platform];
      return declared?.conflict === true ? [{ seat, platform, declared }] : [];
    }),
  );

function recusal(state: State, { seat, platform, declared }: Recusal, number: number): Paragraph {
  const at = state.platforms[platform];
  const { criteria, origin, late } = declared;
  const name = at ? fact('platform', at.name, at.origin.entry) : '';
  const said: readonly Part[] = [
    ' (khai báo lúc ',
    fact('recusal.at', hourOf(state, origin.at), origin.entry),
    late ? ', trong cuộc họp, sau khi đã mở vòng chấm)' : ')',
  ];
  return paragraph(
    `recusal-${number}`,
    'Do có xung đột lợi ích, ',
    fact('person', nameOf(state, seat.seat), origin.entry),
    ...(criteria === undefined
      ? [' không tham gia đánh giá ', name, ...said, ' và không được tính vào mẫu số.']
      : [
          ' không tham gia đánh giá các tiêu chí ',
          fact('recusal.criteria', criteria.join(', '), origin.entry),
          ' của ',
          name,
          ...said,
          ' và không được tính vào mẫu số của các tiêu chí đó.',
        ]),
  );
}

export function declarations(state: State): readonly Paragraph[] {
  const seats = memberSeats(state).filter((seat) => state.declarations[seat.seat] !== undefined);
  const entries = seats.flatMap(({ seat }) =>
    Object.values(state.declarations[seat] ?? {}).map(({ origin }) => origin.entry),
  );
  const conflicts = recusals(state);
  return [
    paragraph(
      'declarations',
      'Bản cam kết không xung đột lợi ích: ',
      fact('declarations.count', figure(seats.length), ...(entries.length > 0 ? new Set(entries) : setUpOf(state))),
      ` ${evaluatorsIn(state).member} đã kê khai trước khi đánh giá`,
      conflicts.length > 0
        ? '.'
        : isOneReport(state)
          ? '; không có xung đột lợi ích.'
          : '; không có thành viên nào thuộc diện không tham gia đánh giá.',
    ),
    ...conflicts.map((each, at) => recusal(state, each, at + 1)),
  ];
}
