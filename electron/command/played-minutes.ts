// Plays the end of a meeting: minutes written, read back, approved, sealed, and signed by two.
import type { SessionForm } from '../../shared/contract/methods.ts';
import type { SessionView } from '../../shared/contract/views.ts';
import type { Headless } from '../headless.ts';
import type { ThrowAwaySigner } from '../signing/throw-away-certificates.ts';
import { ready } from './played-cast.ts';
import { gather, hold, type Play } from './played-meeting.ts';
import { latest, type Meeting, must, stateAs } from './played-table.ts';

const PROSE = {
  number: '05',
  presentation:
    'Đại diện cơ quan chủ quản trình bày hồ sơ và trả lời câu hỏi của Hội đồng; sau phần hỏi đáp, đại diện cơ quan chủ quản và doanh nghiệp rời phòng họp.\nCác ủy viên phản biện đọc nhận xét.',
  discussion:
    'Hội đồng thảo luận các tiêu chí còn ý kiến khác nhau sau khi công bố kết quả chấm; không có đề nghị tổ chức vòng chấm thứ hai.',
  recommendation: 'Hội đồng đề nghị cơ quan có thẩm quyền xem xét kết quả đánh giá nêu trên theo quy định.',
  recipients: ['- Như thành phần tham dự;', '- Cơ quan chủ quản;', '- Lưu: VT, HSHĐ.'],
};

type Signers = Readonly<Record<'ThuKy' | 'ChuToa', ThrowAwaySigner>>;

/** Written, read back and approved by everybody present, closed. */
export async function writeMinutes(meeting: Meeting): Promise<void> {
  const { desk, book, clock, cast, own } = meeting;
  must(await desk.call('prose.save', { book, prose: PROSE }), 'prose.save');
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

/** Sealed; the secretary signs, then the chair. The hash of the file that both signed. */
export async function sealAndSign({ desk, book, clock, rules }: Meeting, signers: Signers): Promise<string> {
  must(await desk.call('minutes.seal', { book }), 'minutes.seal');
  let file = '';
  const fields = rules.body === 'hired-unit' ? (['ChuToa'] as const) : (['ThuKy', 'ChuToa'] as const);
  for (const field of fields) {
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
