// The content of the minutes from the state of a book: the same words on every machine that holds the same book.

import { tag, toHex, utf8 } from '../base/bytes.ts';
import { canonical, type Json } from '../base/canonical.ts';
import type { Hash } from '../base/ids.ts';
import { type Refusal, refusal } from '../base/result.ts';
import type { Sha256 } from '../book/entry.ts';
import type { Prose } from '../book/rulings.ts';
import { isAttending, votingSeats } from '../book/seating.ts';
import { isAdjourned, pollUnderWay } from '../book/sitting.ts';
import type { Platform } from '../book/state.ts';
import { conclusionResult } from '../results/conclusion-result.ts';
import { isCounted, mayBeShown, platformResult, pollsOf } from '../results/session-result.ts';
import { appendicesOf } from './appendices.ts';
import type { Minutes, Paragraph } from './content.ts';
import { courseOf } from './course.ts';
import { evaluatorsIn, isOneReport } from './evaluators.ts';
import { openingFields } from './opening.ts';
import { fact, type Material, paragraph } from './sentence.ts';
import { signatories } from './signatories.ts';
import { momentInWords } from './vietnam-time.ts';
import { figure } from './vietnamese.ts';

export const EMPTY_PROSE: Prose = {
  number: '',
  presentation: '',
  discussion: '',
  recommendation: '',
  recipients: ['- Như thành phần tham dự;', '- Lưu: VT, HSHĐ.'],
};

function platformMissing({ state, opened }: Known, { platform, name, conclusion }: Platform): Refusal | undefined {
  const last = pollsOf(state, platform).filter(isCounted).at(-1);
  if (last !== undefined && !mayBeShown(state, last)) return refusal('count-not-agreed');
  if (platformResult(state, opened, platform) === undefined) return refusal('platform-not-counted', { platform: name });
  const put = conclusion === undefined ? undefined : state.conclusions[conclusion];
  const vote = put && conclusionResult(state, opened, put);
  return vote === undefined ? refusal('conclusion-missing', { platform: name }) : undefined;
}

type Known = Pick<Material, 'state' | 'opened'>;

/**
 * What stands in the way of written minutes: the meeting begun and not adjourned, nothing being voted on, the counting
 * committee elected and agreed, every platform counted and concluded on by a vote.
 */
export function minutesMissing(known: Known): readonly Refusal[] {
  const { state } = known;
  const running = pollUnderWay(state);
  const committee = state.opened?.rules.committee === 'three' && state.committee === undefined;
  return [
    ...(state.meeting.opened === undefined ? [refusal('meeting-not-open')] : []),
    ...(isAdjourned(state) ? [refusal('minutes-while-adjourned')] : []),
    ...(running === undefined ? [] : [refusal('minutes-while-voting')]),
    ...(committee ? [refusal('committee-missing')] : []),
    ...Object.values(state.platforms).flatMap((platform) => platformMissing(known, platform) ?? []),
  ];
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
  const one = isOneReport(state);
  const [read, rest, all, ends] = one
    ? [
        'Báo cáo được đọc lại; ',
        ' người đánh giá xác nhận nội dung.',
        ' người đánh giá xác nhận nội dung.',
        ' Việc đánh giá kết thúc vào ',
      ]
    : [
        'Biên bản được đọc lại cho các thành viên nghe; ',
        ' thành viên có mặt thông qua.',
        ' thành viên có mặt nhất trí thông qua.',
        ' Cuộc họp kết thúc vào ',
      ];
  return paragraph(
    'closing',
    read,
    fact('approved', `${figure(approved.length)}/${figure(there.length)}`, ...approved),
    unanimous ? all : rest,
    ends,
    closed ? fact('meeting.closed', momentInWords(closed.at), closed.entry) : '… giờ …, ngày … tháng … năm …',
    './.',
  );
}

export function minutesOf(material: Material): Minutes {
  const { state, prose } = material;
  const described = state.described;
  const { title, symbol } = evaluatorsIn(state);
  const { appendices, where } = appendicesOf(material);
  return {
    form: 'hoidong/minutes/1',
    kind: state.opened?.bookKind ?? 'session',
    superior: described?.superior ?? '',
    council: described?.council ?? '',
    number: `Số: ${prose.number || '…'}/${described?.symbol || symbol}`,
    title,
    subject: described?.subject ?? '',
    fields: [...openingFields(material), { id: 'course', label: 'Nội dung:', paragraphs: courseOf(material, where) }],
    closing: closing(material),
    signatories: signatories(state),
    recipients: prose.recipients,
    appendices,
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
