// The fields before `Nội dung`: when, where, who attended, who presided, who wrote.
import { isAttending, seatsInOrder } from '../book/seating.ts';
import type { Seat, State } from '../book/state.ts';
import { votes } from '../council/roles.ts';
import type { Field, Paragraph, Part } from './content.ts';
import { fact, insideSentence, type Material, nameOf, paragraph, setUpOf } from './sentence.ts';
import { momentInWords, timeInWords } from './vietnam-time.ts';
import { figure, ROLE_WORDS } from './vietnamese.ts';

const came = (state: State, seat: Seat): boolean =>
  seat.attendance.some(({ presence }) => isAttending(state, { presence }));

/** "Ông/bà" is left to the name as it was given; position and unit follow it. */
function personLine(state: State, seat: Seat): string {
  const person = state.persons[seat.seat];
  const about = [person?.position, person?.unit].filter((text) => text).join(', ');
  return `${nameOf(state, seat.seat)}${about ? `, ${about}` : ''} – ${ROLE_WORDS[seat.role]}`;
}

/** Arrivals after the opening and leavings are printed with their times; a time is what the machine's clock claimed. */
function movements(seat: Seat, openedAt: string | undefined): readonly Part[] {
  const words = seat.attendance.flatMap(({ presence, at, entry }, index): readonly Part[] => {
    const before = seat.attendance[index - 1]?.presence;
    if (presence === 'left') return ['rời cuộc họp lúc ', fact('movement', timeInWords(at), entry)];
    if (presence === 'online') return [fact('movement', 'dự trực tuyến', entry)];
    if (presence !== 'present' || before === undefined || openedAt === undefined) return [];
    return [before === 'left' ? 'trở lại lúc ' : 'đến lúc ', fact('movement', timeInWords(at), entry)];
  });
  if (words.length === 0) return [];
  const parts = words.flatMap((part, index): readonly Part[] =>
    index > 0 && typeof words[index - 1] === 'object' ? ['; ', part] : [part],
  );
  return [' (', ...parts, ')'];
}

const entriesOf = (seats: readonly Seat[]): readonly string[] =>
  seats.flatMap(({ attendance }) => attendance.map(({ entry }) => entry));

const presentLines = (state: State, there: readonly Seat[]): readonly Paragraph[] =>
  there.map((seat, at) =>
    paragraph(
      `present-${seat.seat}`,
      `${at + 1}. `,
      fact('person', personLine(state, seat), ...entriesOf([seat])),
      ...movements(seat, state.meeting.opened?.at),
      at + 1 < there.length ? ';' : '.',
    ),
  );

/** Members first and counted; whoever attends without a vote stands apart, so that no number is about both. */
function attendees(state: State): readonly Paragraph[] {
  const seats = seatsInOrder(state);
  const voting = seats.filter((seat) => votes(seat.role));
  const there = voting.filter((seat) => came(state, seat));
  const missing = voting.filter((seat) => !came(state, seat));
  const others = seats.filter((seat) => came(state, seat) && !votes(seat.role));
  return [
    paragraph(
      'attendance-count',
      'Thành viên Hội đồng có mặt: ',
      fact('attendance.present', figure(there.length), ...entriesOf(there)),
      '/',
      fact('attendance.appointed', figure(voting.length), ...setUpOf(state)),
      ' thành viên, gồm:',
    ),
    ...presentLines(state, there),
    ...(missing.length === 0
      ? [paragraph('absent-none', 'Thành viên vắng mặt: không.')]
      : [
          paragraph(
            'absent-count',
            'Vắng mặt: ',
            fact('attendance.absent', figure(missing.length), ...setUpOf(state), ...entriesOf(missing)),
            ' thành viên, gồm:',
          ),
          ...missing.map((seat, at) =>
            paragraph(`absent-${seat.seat}`, ...absentParts(state, seat), at + 1 < missing.length ? ';' : '.'),
          ),
        ]),
    ...(others.length === 0
      ? []
      : [paragraph('others', 'Cùng tham dự, không có quyền biểu quyết:'), ...presentLines(state, others)]),
  ];
}

function absentParts(state: State, seat: Seat): readonly Part[] {
  const last = seat.attendance.at(-1);
  const entries = last ? [last.entry] : [];
  const words = last?.presence === 'excused' ? ' (vắng mặt có lý do' : ' (vắng mặt';
  const note: readonly Part[] = last?.note ? [': ', fact('note', insideSentence(last.note), ...entries)] : [];
  return ['- ', fact('person', personLine(state, seat), ...setUpOf(state), ...entries), words, ...note, ')'];
}

export function openingFields({ state }: Material): readonly Field[] {
  const opened = state.meeting.opened;
  const presiding = opened && state.seats[opened.presiding];
  const secretary = seatsInOrder(state).find(
    (seat) => seat.role === 'secretary' || seat.role === 'administrative-secretary',
  );
  return [
    {
      id: 'start',
      label: 'Thời gian bắt đầu:',
      paragraphs: opened
        ? [paragraph('start', fact('meeting.opened', momentInWords(opened.at), opened.entry), '.')]
        : [],
    },
    {
      id: 'place',
      label: 'Địa điểm:',
      paragraphs: [paragraph('place', fact('place', state.described?.place ?? '', ...setUpOf(state)), '.')],
    },
    { id: 'attendees', label: 'Thành phần tham dự:', paragraphs: attendees(state) },
    {
      id: 'presiding',
      label: 'Chủ trì (chủ tọa):',
      paragraphs: presiding
        ? [paragraph('presiding', fact('person', personLine(state, presiding), opened.entry), '.')]
        : [],
    },
    {
      id: 'secretary',
      label: 'Thư ký (người ghi biên bản):',
      paragraphs: secretary
        ? [paragraph('secretary', fact('person', personLine(state, secretary), ...setUpOf(state)), '.')]
        : [],
    },
  ];
}
