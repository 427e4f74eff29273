// The fields before `Nội dung`: when, where, who attended, who presided, who wrote.
import { seatsInOrder } from '../book/seating.ts';
import type { Seat, State } from '../book/state.ts';
import { attends } from '../council/quorum.ts';
import { votes } from '../council/roles.ts';
import type { Field, Paragraph } from './content.ts';
import { fact, type Material, nameOf, paragraph } from './sentence.ts';
import { momentInWords, timeInWords } from './vietnam-time.ts';
import { figure, ROLE_WORDS } from './vietnamese.ts';

const came = (seat: Seat): boolean => seat.attendance.some(({ presence }) => attends(presence));

/** "Ông/bà" is left to the name as it was given; position and unit follow it. */
function personLine(state: State, seat: Seat): string {
  const person = state.persons[seat.seat];
  const about = [person?.position, person?.unit].filter((text) => text).join(', ');
  return `${nameOf(state, seat.seat)}${about ? `, ${about}` : ''} – ${ROLE_WORDS[seat.role]}`;
}

/** Arrivals after the opening and leavings are printed with their times; a time is what the machine's clock claimed. */
function movements(seat: Seat, openedAt: string | undefined): string {
  const words: string[] = [];
  for (const [at, entry] of seat.attendance.entries()) {
    if (entry.presence === 'left') words.push(`rời cuộc họp lúc ${timeInWords(entry.at)}`);
    else if (entry.presence === 'online') words.push('dự trực tuyến');
    else if (entry.presence === 'present' && at > 0 && openedAt !== undefined)
      words.push(`đến lúc ${timeInWords(entry.at)}`);
  }
  return words.length > 0 ? ` (${words.join('; ')})` : '';
}

function attendees(state: State): readonly Paragraph[] {
  const seats = seatsInOrder(state);
  const there = seats.filter(came);
  const missing = seats.filter((seat) => !came(seat) && votes(seat.role));
  const voting = seats.filter((seat) => votes(seat.role));
  const openedAt = state.meeting.opened?.at;
  return [
    paragraph(
      'attendance-count',
      'Thành viên Hội đồng có mặt: ',
      fact('attendance.present', figure(there.filter((seat) => votes(seat.role)).length)),
      '/',
      fact('attendance.appointed', figure(voting.length)),
      ' thành viên, gồm:',
    ),
    ...there.map((seat, at) =>
      paragraph(
        `present-${seat.seat}`,
        `${at + 1}. `,
        fact('person', personLine(state, seat), ...seat.attendance.map(({ entry }) => entry)),
        movements(seat, openedAt),
        at + 1 < there.length ? ';' : '.',
      ),
    ),
    ...(missing.length === 0
      ? [paragraph('absent-none', 'Thành viên vắng mặt: không.')]
      : [
          paragraph(
            'absent-count',
            'Thành viên vắng mặt: ',
            fact('attendance.absent', figure(missing.length)),
            ', gồm:',
          ),
          ...missing.map((seat, at) =>
            paragraph(`absent-${seat.seat}`, ...absentParts(state, seat), at + 1 < missing.length ? ';' : '.'),
          ),
        ]),
  ];
}

function absentParts(state: State, seat: Seat) {
  const last = seat.attendance.at(-1);
  const excused = last?.presence === 'excused' ? ' (vắng mặt có lý do' : ' (vắng mặt';
  const note = last?.note ? `: ${last.note})` : ')';
  return [`- `, fact('person', personLine(state, seat), ...(last ? [last.entry] : [])), `${excused}${note}`];
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
      paragraphs: [paragraph('place', fact('place', state.described?.place ?? ''), '.')],
    },
    { id: 'attendees', label: 'Thành phần tham dự:', paragraphs: attendees(state) },
    {
      id: 'presiding',
      label: 'Chủ trì (chủ tọa):',
      paragraphs: presiding ? [paragraph('presiding', fact('person', personLine(state, presiding)), '.')] : [],
    },
    {
      id: 'secretary',
      label: 'Thư ký (người ghi biên bản):',
      paragraphs: secretary ? [paragraph('secretary', fact('person', personLine(state, secretary)), '.')] : [],
    },
  ];
}
