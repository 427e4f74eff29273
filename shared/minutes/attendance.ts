// `Thành phần tham dự`: who came to each sitting, when, how and until when, who stayed away, who was replaced.
import { seatsInOrder } from '../book/seating.ts';
import type { Seat, State } from '../book/state.ts';
import { votes } from '../council/roles.ts';
import type { Paragraph, Part } from './content.ts';
import { evaluatorsIn, isOneReport } from './evaluators.ts';
import { fact, hourOf, insideSentence, memberSeats, nameOf, paragraph, setUpOf } from './sentence.ts';
import { cameTo, marksIn, membersIn } from './sittings.ts';
import { timeInWords } from './vietnam-time.ts';
import { figure, ordinal } from './vietnamese.ts';

/** "Ông/bà" is left to the name as it was given; position and unit follow it. */
export function personLine(state: State, seat: Seat): string {
  const person = state.persons[seat.seat];
  const about = [person?.position, person?.unit].filter((text) => text).join(', ');
  return `${nameOf(state, seat.seat)}${about ? `, ${about}` : ''} – ${evaluatorsIn(state).roles[seat.role]}`;
}

/** Whole in the first sitting; afterwards name and role say who it is. */
const lineIn = (state: State, seat: Seat, sitting: number): string =>
  sitting === 1 || seat.replaces !== undefined
    ? personLine(state, seat)
    : `${nameOf(state, seat.seat)} – ${evaluatorsIn(state).roles[seat.role]}`;

/** Claimed time of the first vote or round of a sitting: who is marked after it came late. */
function firstPoll(state: State, sitting: number): string | undefined {
  const from = state.meeting.sittings[sitting - 1]?.opened.at ?? '';
  const polls = Object.values(state.polls).filter(({ origin, voided }) => origin.at >= from && voided === undefined);
  return polls.map(({ origin }) => origin.at).sort()[0];
}

/** Arrivals after the opening and leavings are printed with their times; a time is what the machine's clock claimed. */
function movements(state: State, seat: Seat, sitting: number): readonly Part[] {
  const begun = firstPoll(state, sitting);
  const marks = marksIn(seat, sitting);
  const words = marks.flatMap(({ presence, at, entry }, index): readonly Part[] => {
    const before = marks[index - 1]?.presence;
    const isLate =
      before === undefined ? begun !== undefined && at > begun : before === 'absent' || before === 'excused';
    const back = before === 'left' ? 'trở lại lúc ' : 'đến lúc ';
    const hour = fact('movement', timeInWords(at), entry);
    if (presence === 'left') return ['rời cuộc họp lúc ', hour];
    if (presence === 'online')
      return [fact('movement', 'dự trực tuyến', entry), ...(isLate || before !== undefined ? [' từ ', hour] : [])];
    if (presence === 'present' && before === 'online') return ['vào phòng họp lúc ', hour];
    return presence === 'present' && (isLate || before === 'left') ? [back, hour] : [];
  });
  if (words.length === 0) return [];
  // Each movement ends in its value: a new one begins after it.
  const parts = words.flatMap((part, index): readonly Part[] => {
    const last = words[index - 1];
    const begins = typeof part === 'string' ? part !== ' từ ' : typeof last === 'object';
    return index > 0 && typeof last === 'object' && begins ? ['; ', part] : [part];
  });
  return [' (', ...parts, ')'];
}

const entriesIn = (seats: readonly Seat[], sitting: number): readonly string[] =>
  seats.flatMap((seat) => marksIn(seat, sitting).map(({ entry }) => entry));

const place = (word: string, sitting: number): string => (sitting === 1 ? word : `${word}-s${sitting}`);

const presentLines = (state: State, there: readonly Seat[], sitting: number): readonly Paragraph[] =>
  there.map((seat, at) =>
    paragraph(
      place(`present-${seat.seat}`, sitting),
      `${at + 1}. `,
      fact('person', lineIn(state, seat, sitting), ...entriesIn([seat], sitting)),
      ...movements(state, seat, sitting),
      at + 1 < there.length ? ';' : '.',
    ),
  );

function absentParts(state: State, seat: Seat, sitting: number): readonly Part[] {
  const last = marksIn(seat, sitting).at(-1);
  const entries = last ? [last.entry] : [];
  const words = last?.presence === 'excused' ? ' (vắng mặt có lý do' : ' (vắng mặt';
  const note: readonly Part[] = last?.note ? [': ', fact('note', insideSentence(last.note), ...entries)] : [];
  // There, but not as the rules count it.
  const online: readonly Part[] = last?.presence === 'online' ? [' (dự trực tuyến, không tính là có mặt'] : [words];
  return ['- ', fact('person', lineIn(state, seat, sitting), ...setUpOf(state), ...entries), ...online, ...note, ')'];
}

/** Members first and counted; whoever attends without a vote stands apart, so that no number is about both. */
function attendeesOf(state: State, sitting: number): readonly Paragraph[] {
  const { members, member } = evaluatorsIn(state);
  const voting = membersIn(state, sitting);
  const there = voting.filter((seat) => cameTo(state, seat, sitting));
  const missing = voting.filter((seat) => !cameTo(state, seat, sitting));
  const others = seatsInOrder(state).filter((seat) => !votes(seat.role) && cameTo(state, seat, sitting));
  return [
    paragraph(
      place('attendance-count', sitting),
      `${members} có mặt: `,
      fact('attendance.present', figure(there.length), ...entriesIn(there, sitting)),
      '/',
      fact('attendance.appointed', figure(voting.length), ...setUpOf(state)),
      ` ${member}, gồm:`,
    ),
    ...presentLines(state, there, sitting),
    ...(missing.length === 0
      ? [paragraph(place('absent-none', sitting), `${members} vắng mặt: không.`)]
      : [
          paragraph(
            place('absent-count', sitting),
            'Vắng mặt: ',
            fact('attendance.absent', figure(missing.length), ...setUpOf(state), ...entriesIn(missing, sitting)),
            ` ${member}, gồm:`,
          ),
          ...missing.map((seat, at) =>
            paragraph(
              place(`absent-${seat.seat}`, sitting),
              ...absentParts(state, seat, sitting),
              at + 1 < missing.length ? ';' : '.',
            ),
          ),
        ]),
    ...(others.length === 0
      ? []
      : [
          paragraph(
            place('others', sitting),
            isOneReport(state) ? 'Cùng tham dự:' : 'Cùng tham dự, không có quyền biểu quyết:',
          ),
          ...presentLines(state, others, sitting),
        ]),
  ];
}

/** Who left the council for good, who came instead, and on what ground. */
const replacements = (state: State): readonly Paragraph[] =>
  memberSeats(state).flatMap(({ seat, replaced }) =>
    replaced === undefined
      ? []
      : [
          paragraph(
            `replaced-${seat}`,
            'Thay thành viên: ',
            fact('person', nameOf(state, replaced.by), replaced.entry),
            ' thay ',
            fact('person', nameOf(state, seat), replaced.entry),
            ...(replaced.sittings === 0
              ? [' trước cuộc họp']
              : [' sau ', fact('sitting', `buổi họp ${ordinal(replaced.sittings)}`, replaced.entry)]),
            '; căn cứ: ',
            fact('replaced.ground', insideSentence(replaced.ground), replaced.entry),
            '; ghi nhận lúc ',
            fact('replaced.at', hourOf(state, replaced.at), replaced.entry),
            '.',
          ),
        ],
  );

export function attendees(state: State): readonly Paragraph[] {
  const { sittings } = state.meeting;
  if (sittings.length < 2) return [...attendeesOf(state, 1), ...replacements(state)];
  return [
    ...sittings.flatMap(({ opened }, at) => [
      paragraph(`sitting-${at + 1}`, fact('sitting', `Buổi họp ${ordinal(at + 1)}`, opened.entry), ':'),
      ...attendeesOf(state, at + 1),
    ]),
    ...replacements(state),
  ];
}
