// Plays the end of a meeting: minutes written, read back, approved, sealed, and signed.
import { type SignerField, signerFieldsUnder } from '../../shared/book/signers.ts';
import type { SessionForm } from '../../shared/contract/methods.ts';
import type { SessionView } from '../../shared/contract/views.ts';
import { EVALUATORS } from '../../shared/minutes/evaluators.ts';
import type { Headless } from '../headless.ts';
import type { ThrowAwaySigner } from '../signing/throw-away-certificates.ts';
import { ready } from './played-cast.ts';
import { gather, hold, type Play } from './played-meeting.ts';
import { latest, type Meeting, must, stateAs } from './played-table.ts';

/** Rounds that were played on the platform with the most of them. */
const roundsOf = ({ polls }: SessionView): number =>
  Math.max(1, ...polls.filter(({ of, voided }) => of === 'platform' && voided === undefined).map(({ round }) => round));

/** What the invented secretary writes: it must not say what the book does not. */
export function playedProse(session: SessionView) {
  const { body, inside } = EVALUATORS[session.rules.body];
  const recommendation = `${body} đề nghị cơ quan có thẩm quyền xem xét kết quả đánh giá nêu trên theo quy định.`;
  const shown = `Đại diện cơ quan chủ quản trình bày hồ sơ và trả lời câu hỏi của ${inside}`;
  if (session.rules.body === 'hired-unit')
    return {
      number: '05',
      presentation: `${shown}.`,
      discussion: `${body} đã đối chiếu hồ sơ, minh chứng với từng tiêu chí; nhận xét ghi tại phiếu đánh giá.`,
      recommendation,
      recipients: ['- Cơ quan chủ quản;', '- Lưu: VT.'],
    };
  const left = `${shown}; sau phần hỏi đáp, đại diện cơ quan chủ quản và doanh nghiệp rời phòng họp.`;
  const rounds = roundsOf(session);
  const again =
    rounds === 1
      ? 'không có đề nghị tổ chức vòng chấm thứ hai.'
      : `sau thảo luận đã tổ chức thêm ${String(rounds - 1).padStart(2, '0')} vòng chấm.`;
  return {
    number: '05',
    presentation: session.seats.some(({ role }) => role === 'reviewer')
      ? `${left}\nCác ${EVALUATORS[session.rules.body].roles.reviewer.toLowerCase()} đọc nhận xét.`
      : left,
    discussion: `${body} thảo luận các tiêu chí còn ý kiến khác nhau sau khi công bố kết quả chấm; ${again}`,
    recommendation,
    recipients: ['- Như thành phần tham dự;', '- Cơ quan chủ quản;', '- Lưu: VT, HSHĐ.'],
  };
}

type Signers = Readonly<Record<SignerField, ThrowAwaySigner>>;

/** Written, read back and approved by everybody present, closed. */
export async function writeMinutes(meeting: Meeting): Promise<void> {
  const { desk, book, clock, cast, own } = meeting;
  const prose = playedProse(await latest(desk, book));
  must(await desk.call('prose.save', { book, prose }), 'prose.save');
  must(await desk.call('minutes.write', { book }), 'minutes.write');
  clock.pass(12);
  const session = await latest(desk, book);
  const sha256 = session.minutes.written?.sha256 ?? '';
  for (const { seat } of ready(session, cast)) {
    if (seat === own) must(await desk.call('minutes.approve', { book, sha256 }), 'minutes.approve');
    else
      must(
        await stateAs(meeting, seat, { kind: 'minutes-approved', body: { sha256: sha256 as never } }),
        'minutes-approved',
      );
  }
  must(await desk.call('meeting.close', { book }), 'meeting.close');
}

/** Sealed; the secretary signs, then the chair; a unit's one signer alone. The hash of the signed file. */
export async function sealAndSign({ desk, book, clock, rules }: Meeting, signers: Signers): Promise<string> {
  must(await desk.call('minutes.seal', { book }), 'minutes.seal');
  let file = '';
  for (const field of signerFieldsUnder(rules.body)) {
    clock.pass(1);
    const { pkcs12, password } = signers[field];
    file = must(
      await desk.call('minutes.sign', { book, field, pkcs12: Buffer.from(pkcs12).toString('base64url'), password }),
      'minutes.sign',
    ).sha256;
  }
  return file;
}

export type Played = { readonly book: string; readonly file: string; readonly session: SessionView };

export async function playMeeting(
  headless: Headless,
  form: SessionForm,
  { signers, ...play }: Play & { readonly signers: Signers },
): Promise<Played> {
  const meeting = await gather(headless, form, play);
  await hold(meeting);
  await writeMinutes(meeting);
  const file = await sealAndSign(meeting, signers);
  const { desk, book } = meeting;
  return { book, file, session: await latest(desk, book) };
}
