// The content of the minutes from the state of a book: the same words on every machine that holds the same book.

import { tag, toHex, utf8 } from '../base/bytes.ts';
import { canonical, type Json } from '../base/canonical.ts';
import type { Hash } from '../base/ids.ts';
import { type Refusal, refusal } from '../base/result.ts';
import type { Sha256 } from '../book/entry.ts';
import type { Prose } from '../book/rulings.ts';
import { isAttending, seatsInOrder, votingSeats } from '../book/seating.ts';
import { platformResult } from '../results/session-result.ts';
import { appendicesOf } from './appendices.ts';
import type { Minutes, Paragraph, Signatory } from './content.ts';
import { courseOf } from './course.ts';
import { openingFields } from './opening.ts';
import { fact, type Material, nameOf, paragraph } from './sentence.ts';
import { momentInWords } from './vietnam-time.ts';
import { figure, ROLE_WORDS } from './vietnamese.ts';

export const EMPTY_PROSE: Prose = {
  number: '',
  presentation: '',
  discussion: '',
  recommendation: '',
  recipients: ['- Như thành phần tham dự;', '- Lưu: VT, HSHĐ.'],
};

/** What stands in the way of written minutes: every platform counted and concluded on, and the meeting begun. */
export function minutesMissing({ state, opened }: Pick<Material, 'state' | 'opened'>): readonly Refusal[] {
  const missing: Refusal[] = [];
  if (state.meeting.opened === undefined) missing.push(refusal('meeting-not-open'));
  for (const platform of Object.values(state.platforms)) {
    if (platformResult(state, opened, platform.platform) === undefined)
      missing.push(refusal('platform-not-counted', { platform: platform.name }));
    else if (platform.conclusion === undefined)
      missing.push(refusal('conclusion-missing', { platform: platform.name }));
  }
  return missing;
}

function closing({ state }: Material): Paragraph {
  const { closed } = state.meeting;
  const { written, approvals } = state.minutes;
  const there = votingSeats(state).filter((seat) => isAttending(state, seat));
  // Who approved and then left is not among those present, and is not counted among them.
  const approved = there.flatMap(({ seat }) => {
    const approval = approvals[seat];
    return approval !== undefined && approval.sha256 === written?.sha256 ? [approval.origin.entry] : [];
  });
  const unanimous = approved.length === there.length;
  return paragraph(
    'closing',
    'Biên bản được đọc lại cho các thành viên nghe; ',
    fact('approved', `${figure(approved.length)}/${figure(there.length)}`, ...approved),
    unanimous ? ' thành viên có mặt nhất trí thông qua.' : ' thành viên có mặt thông qua.',
    ' Cuộc họp kết thúc vào ',
    closed ? fact('meeting.closed', momentInWords(closed.at), closed.entry) : '… giờ …, ngày … tháng … năm …',
    './.',
  );
}

function signatories({ state }: Material): readonly Signatory[] {
  const secretary = seatsInOrder(state).find(({ role }) => role === 'secretary' || role === 'administrative-secretary');
  const presiding = state.seats[state.meeting.opened?.presiding ?? ''];
  return [
    { field: 'ThuKy', title: 'THƯ KÝ', role: '', name: secretary ? nameOf(state, secretary.seat) : '' },
    {
      field: 'ChuToa',
      title: 'CHỦ TỌA',
      role: presiding ? ROLE_WORDS[presiding.role].toUpperCase() : '',
      name: presiding ? nameOf(state, presiding.seat) : '',
    },
  ];
}

export function minutesOf(material: Material): Minutes {
  const { state, prose } = material;
  const described = state.described;
  return {
    form: 'hoidong/minutes/1',
    kind: state.opened?.bookKind ?? 'session',
    superior: described?.superior ?? '',
    council: described?.council ?? '',
    number: `Số: ${prose.number || '…'}/${described?.symbol || 'BB-HĐĐG'}`,
    title: 'BIÊN BẢN',
    subject: described?.subject ?? '',
    fields: [...openingFields(material), { id: 'course', label: 'Nội dung:', paragraphs: courseOf(material) }],
    closing: closing(material),
    signatories: signatories(material),
    recipients: prose.recipients,
    appendices: appendicesOf(material),
    mark: state.book.slice(0, 16),
  };
}

const CONTENT = tag('hoidong/minutes/1');
const hashOf = (sha256: Sha256, content: object): Hash =>
  toHex(sha256(CONTENT, utf8(canonical(content as Json)))) as Hash;

/** What is read back and approved: everything but the closing clause, which later entries make. */
export const writtenHash = (sha256: Sha256, { closing: _, ...content }: Minutes): Hash => hashOf(sha256, content);

/** What the cut fixes: everything that is printed. */
export const contentHash = (sha256: Sha256, minutes: Minutes): Hash => hashOf(sha256, minutes);
