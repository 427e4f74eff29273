// Minutes through the contract: written, read back, stale, approved, closed, sealed once, signed in order.
import { expect, test } from 'vitest';
import { nodeCiphers } from '../../electron/seal/node-ciphers.ts';
import { makeThrowAwayCertificates } from '../../electron/signing/throw-away-certificates.ts';
import { vote } from './host-council-given.ts';
import { concluding, counted, inRound, pageNo, seatNo, sessionOf, stateOf } from './host-meeting.ts';
import { approve, concluded, PROSE, writtenIn } from './host-minutes-given.ts';
import { codeOf, granted, room, seen } from './host-room.ts';
import { salt, stateAs } from './host-seat.ts';

test('[H25] minutes are written when everything is counted and concluded, and the screen says what is missing', async () => {
  const { meeting, poll } = await inRound(await room());
  const { desk, book } = meeting;
  const missing = async () => (await seen(desk, 'minutes', { book })).missing.map(({ code }) => code);
  expect(await missing()).toEqual(['minutes-while-voting', 'platform-not-counted']);
  expect(codeOf(await desk.call('minutes.write', { book }))).toBe('minutes-while-voting');
  expect(codeOf(await desk.call('minutes.preview', { book }))).toBe('minutes-while-voting');
  await counted(meeting, poll);
  expect(await missing()).toEqual(['conclusion-missing']);
  expect(codeOf(await desk.call('meeting.close', { book }))).toBe('minutes-not-written');
  expect(codeOf(await desk.call('minutes.seal', { book }))).toBe('minutes-not-written');
  const { poll: voting, about } = await concluding(meeting);
  expect(await missing()).toContain('minutes-while-voting');
  await vote(meeting, voting, about, { 0: 'agree', 1: 'agree', 3: 'agree', 4: 'agree' });
  granted(await desk.call('conclusion.vote.close', { book, poll: voting }));
  expect(await missing()).toEqual([]);
  granted(await desk.call('minutes.write', { book }));
});

test('[H25] members see the minutes once they are written, the desk sees them grow', async () => {
  const meeting = await concluded();
  const { desk, book } = meeting;
  const { client } = pageNo(meeting, 0);
  granted(await desk.call('prose.save', { book, prose: PROSE }));
  expect((await seen(desk, 'minutes', { book })).prose).toEqual(PROSE);
  expect((await seen(desk, 'minutes', { book })).minutes?.number).toBe('Số: 05/BB');
  const before = await seen(client, 'minutes', { book });
  expect(before.minutes).toBeUndefined();
  expect(JSON.stringify(before)).not.toContain('Trình bày.');
  granted(await desk.call('minutes.write', { book }));
  expect((await seen(client, 'minutes', { book })).minutes).toEqual((await seen(desk, 'minutes', { book })).minutes);
  granted(await desk.call('prose.save', { book, prose: { ...PROSE, discussion: 'Đang sửa dở.' } }));
  expect(JSON.stringify(await seen(client, 'minutes', { book }))).not.toContain('Đang sửa dở.');
});

test('[H26] a new fact makes written minutes stale: they are written again, and approvals of the old text are stale too', async () => {
  const meeting = await concluded();
  const { desk, book, conclusion, about } = meeting;
  granted(await desk.call('minutes.write', { book }));
  const first = (await writtenIn(meeting))?.sha256 ?? '';
  expect(await approve(meeting, 0, 'ab'.repeat(32))).toBe('stale-object');
  expect(await approve(meeting, 0, first)).toBe('ok');
  expect((await sessionOf(meeting)).minutes).toMatchObject({
    written: { stale: false },
    approvals: [{ stale: false }],
  });
  const body = { _salt: salt(), conclusion, about: about as never, text: 'Giữ ý kiến.' };
  expect((await stateAs(pageNo(meeting, 3), { kind: 'reservation-made', body })).code).toBe('ok');
  expect((await writtenIn(meeting))?.stale).toBe(true);
  expect((await seen(desk, 'minutes', { book })).stale).toBe(true);
  granted(await desk.call('minutes.write', { book }));
  const second = (await writtenIn(meeting))?.sha256 ?? '';
  expect(second).not.toBe(first);
  expect(await approve(meeting, 3, first)).toBe('stale-object');
  expect((await sessionOf(meeting)).minutes.approvals).toEqual([{ seat: seatNo(meeting, 0), stale: true }]);
  expect(await approve(meeting, 3, second)).toBe('ok');
});

test('[H26] a reservation made after the closing does not leave minutes that can never be sealed', async () => {
  const meeting = await concluded();
  const { desk, book, conclusion, about } = meeting;
  granted(await desk.call('minutes.write', { book }));
  granted(await desk.call('meeting.close', { book }));
  const body = { _salt: salt(), conclusion, about: about as never, text: 'Giữ ý kiến sau khi bế mạc.' };
  expect((await stateAs(pageNo(meeting, 3), { kind: 'reservation-made', body })).code).toBe('ok');
  expect(codeOf(await desk.call('minutes.seal', { book }))).toBe('minutes-stale');
  expect((await sessionOf(meeting)).possible?.sealMinutes).toMatchObject({
    possible: false,
    why: { code: 'minutes-stale' },
  });
  granted(await desk.call('minutes.write', { book }));
  expect((await sessionOf(meeting)).possible?.sealMinutes).toEqual({ possible: true });
  granted(await desk.call('minutes.seal', { book }));
});

test('[H27] sealed once, then signed: the secretary first, each field once, every signature on the newest file', async () => {
  const meeting = await concluded();
  const { desk, book, at, conclusion, about } = meeting;
  granted(await desk.call('prose.save', { book, prose: PROSE }));
  granted(await desk.call('minutes.write', { book }));
  expect(await approve(meeting, 4, (await writtenIn(meeting))?.sha256 ?? '')).toBe('ok');
  expect(codeOf(await desk.call('minutes.seal', { book }))).toBe('meeting-not-closed');
  granted(await desk.call('meeting.close', { book }));
  const sign = async (field: 'ThuKy' | 'ChuToa', password = 'đúng') =>
    await desk.call('minutes.sign', {
      book,
      field,
      pkcs12: Buffer.from(signer?.pkcs12 ?? []).toString('base64url'),
      password: password === 'đúng' ? (signer?.password ?? '') : password,
    });
  const {
    signers: [signer],
  } = await makeThrowAwayCertificates([{ name: 'Người Bình', organisation: 'Cơ quan Mẫu' }], {
    at: at.headless.host.desk.around.now(),
    random: nodeCiphers.random,
  });
  expect(codeOf(await sign('ThuKy'))).toBe('minutes-not-sealed');
  const { sha256 } = granted(await desk.call('minutes.seal', { book }));
  expect(granted(await desk.call('minutes.seal', { book })).sha256).toBe(sha256);
  // After the cut nothing of the meeting is taken any more.
  const late = { _salt: salt(), conclusion, about: about as never, text: 'Muộn.' };
  expect((await stateAs(pageNo(meeting, 3), { kind: 'reservation-made', body: late })).code).toBe('minutes-cut');
  for (const act of ['minutes.write', 'meeting.close'] as const)
    expect(codeOf(await desk.call(act, { book })), act).toBe('minutes-cut');
  expect(
    codeOf(await desk.call('attendance.mark', { book, seat: seatNo(meeting, 3), presence: 'left', note: '' })),
  ).toBe('minutes-cut');
  expect(codeOf(await sign('ChuToa'))).toBe('secretary-signs-first');
  expect(codeOf(await sign('ThuKy', 'sai'))).not.toBe('ok');
  const first = granted(await sign('ThuKy')).sha256;
  expect(codeOf(await sign('ThuKy'))).toBe('signature-field-taken');
  const second = granted(await sign('ChuToa')).sha256;
  expect(stateOf(meeting).minutes.signatures.map(({ before, after }) => [before, after])).toEqual([
    [sha256, first],
    [first, second],
  ]);
  expect((await sessionOf(meeting)).minutes.file?.sha256).toBe(second);
  expect((await sessionOf(meeting)).phase).toBe('done');
  const page = pageNo(meeting, 0).client;
  expect(codeOf(await page.call('blob.open', { book, sha256: second }))).toBe('ok');
  expect(JSON.stringify(at.log)).not.toContain(signer?.password);
});

test('[H27] a sealing that was cut off goes on from the cut', async () => {
  const meeting = await concluded();
  const { desk, book, at } = meeting;
  granted(await desk.call('minutes.write', { book }));
  granted(await desk.call('meeting.close', { book }));
  const { minutes } = at.headless.host.desk.around;
  const { render } = minutes;
  const gone = async () => {
    throw new Error('no renderer');
  };
  Object.assign(minutes, { render: gone });
  expect(codeOf(await desk.call('minutes.seal', { book }))).toBe('fault');
  Object.assign(minutes, { render });
  const session = await sessionOf(meeting);
  expect([session.readOnly, session.possible?.sealMinutes]).toEqual([undefined, { possible: true }]);
  const { content } = stateOf(meeting).minutes.cut ?? { content: '' };
  granted(await desk.call('minutes.seal', { book }));
  expect(stateOf(meeting).minutes.cut?.content).toBe(content);
  expect((await sessionOf(meeting)).possible?.sealMinutes).toMatchObject({ why: { code: 'minutes-already-sealed' } });
});
