// The fields before `Nội dung`: when and where, in how many sittings, who attended, who presided, who wrote.
import { seatsInOrder } from '../book/seating.ts';
import type { Seat, State } from '../book/state.ts';
import { attendees, personLine } from './attendance.ts';
import type { Field, Paragraph, Part } from './content.ts';
import { evaluatorsIn, isOneReport } from './evaluators.ts';
import { fact, hourOf, insideSentence, type Material, nameOf, paragraph, setUpOf } from './sentence.ts';
import { dayInWords, momentInWords } from './vietnam-time.ts';
import { ordinal } from './vietnamese.ts';

function adjournment(adjourned: State['meeting']['sittings'][number]['adjourned']): readonly Part[] {
  if (adjourned === undefined) return [];
  const { at, entry, note, until } = adjourned;
  return [
    '; tạm dừng lúc ',
    fact('adjourned', momentInWords(at), entry),
    ...(note ? [' (lý do: ', fact('adjourned.note', insideSentence(note), entry), ')'] : []),
    ...(until
      ? ['; ấn định họp tiếp ', fact('adjourned.until', dayInWords(until), entry)]
      : ['; chưa ấn định ngày họp tiếp']),
  ];
}

/** One sitting: when it began. Several: when each began and ended, and to which day it was put off. */
function beginnings({ meeting }: State): readonly Paragraph[] {
  const { opened, sittings } = meeting;
  if (opened === undefined) return [];
  if (sittings.length < 2)
    return [paragraph('start', fact('meeting.opened', momentInWords(opened.at), opened.entry), '.')];
  return sittings.map((sitting, at) =>
    paragraph(
      at === 0 ? 'start' : `start-s${at + 1}`,
      fact('sitting', `Buổi họp ${ordinal(at + 1)}`, sitting.opened.entry),
      at === 0 ? ': bắt đầu lúc ' : ': họp tiếp lúc ',
      fact('meeting.opened', momentInWords(sitting.opened.at), sitting.opened.entry),
      ...adjournment(sitting.adjourned),
      '.',
    ),
  );
}

type Timed = { readonly at: string; readonly paragraph: Paragraph };

function presidings(state: State): readonly Timed[] {
  const { sittings, passed } = state.meeting;
  const line = (seat: string): string => {
    const found = state.seats[seat];
    return found === undefined ? '' : personLine(state, found);
  };
  const single = sittings.length === 1;
  return [
    ...sittings.map(({ opened, presiding }, at) => ({
      at: opened.at,
      paragraph: paragraph(
        at === 0 ? 'presiding' : `presiding-s${at + 1}`,
        ...(single ? [] : [fact('sitting', `Buổi họp ${ordinal(at + 1)}`, opened.entry), ': ']),
        fact('person', line(presiding), opened.entry),
        '.',
      ),
    })),
    ...passed.map(({ seat, at, entry }) => ({
      at,
      paragraph: paragraph(
        `passed-${entry.slice(0, 16)}`,
        'Từ ',
        fact('passed', hourOf(state, at), entry),
        ', quyền chủ trì được chuyển cho ',
        fact('person', line(seat), entry),
        '.',
      ),
    })),
  ];
}

const letters = (state: State): readonly Timed[] =>
  state.authorisations.map(({ seat, letter, at, entry, ended }) => ({
    at,
    paragraph: paragraph(
      `letter-${entry.slice(0, 16)}`,
      `Giấy ủy quyền của ${evaluatorsIn(state).roles.chair} cho `,
      fact('person', nameOf(state, seat), entry),
      ': ',
      fact('letter', insideSentence(letter), entry),
      '; ghi nhận lúc ',
      fact('letter.at', hourOf(state, at), entry),
      ...(ended ? ['; chấm dứt lúc ', fact('letter.ended', hourOf(state, ended.at), ended.entry)] : []),
      '.',
    ),
  }));

/** In the order of their times, as they are printed. */
const inTime = (all: readonly Timed[]): readonly Paragraph[] =>
  all.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).map((each) => each.paragraph);

/** Who writes the minutes; a replaced secretary's place has another in it. */
export const recordingSeat = (state: State): Seat | undefined =>
  seatsInOrder(state).find(
    ({ role, replaced }) => replaced === undefined && (role === 'secretary' || role === 'administrative-secretary'),
  );

function recorder(state: State): Field | undefined {
  const secretary = recordingSeat(state);
  if (secretary === undefined && isOneReport(state)) return undefined;
  return {
    id: 'secretary',
    label: isOneReport(state) ? 'Người ghi sổ:' : 'Thư ký (người ghi biên bản):',
    paragraphs: secretary
      ? [paragraph('secretary', fact('person', personLine(state, secretary), ...setUpOf(state)), '.')]
      : [],
  };
}

export function openingFields({ state }: Material): readonly Field[] {
  const one = isOneReport(state);
  const writes = recorder(state);
  return [
    { id: 'start', label: 'Thời gian bắt đầu:', paragraphs: beginnings(state) },
    {
      id: 'place',
      label: 'Địa điểm:',
      paragraphs: [paragraph('place', fact('place', state.described?.place ?? '', ...setUpOf(state)), '.')],
    },
    { id: 'attendees', label: one ? 'Người thực hiện đánh giá:' : 'Thành phần tham dự:', paragraphs: attendees(state) },
    {
      id: 'presiding',
      label: one ? 'Người ký báo cáo:' : 'Chủ trì (chủ tọa):',
      paragraphs: inTime([...presidings(state), ...letters(state)]),
    },
    ...(writes ? [writes] : []),
  ];
}
