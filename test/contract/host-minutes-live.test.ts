// The minutes while they are being worked on: what changed since they were written, pages beside the acts, steps in words.
import { expect, test } from 'vitest';
import { makeThrowAwayCertificates } from '../../electron/signing/throw-away-certificates.ts';
import type { MinutesWork } from '../../shared/contract/views.ts';
import { attend, pageNo, seatNo, sessionOf } from './host-meeting.ts';
import { approve, concluded, PROSE, writtenIn } from './host-minutes-given.ts';
import { codeOf, granted, seen } from './host-room.ts';
import { salt, stateAs } from './host-seat.ts';

test('[EN1] a sentence whose facts changed since the minutes were written tells the old value and the new one', async () => {
  const meeting = await concluded();
  const { desk, book, conclusion, about } = meeting;
  granted(await desk.call('prose.save', { book, prose: PROSE }));
  granted(await desk.call('minutes.write', { book }));
  const view = async (who = desk) => await seen(who, 'minutes', { book });
  expect((await view()).changes).toEqual([]);
  expect((await view()).edited).toBe(false);
  // Somebody comes late, and somebody reserves an opinion.
  granted(await desk.call('attendance.mark', { book, seat: seatNo(meeting, 2), presence: 'present', note: '' }));
  const body = { _salt: salt(), conclusion, about: about as never, text: 'Giữ ý kiến.' };
  expect((await stateAs(pageNo(meeting, 3), { kind: 'reservation-made', body })).code).toBe('ok');
  const { changes, stale } = await view();
  expect(stale).toBe(true);
  const present = changes.find(({ id }) => id === 'attendance-count');
  expect(present?.facts).toEqual([{ fact: 'attendance.present', before: '05', after: '06' }]);
  expect(present?.before).toContain('05/06');
  expect(present?.after).toContain('06/06');
  const reserved = changes.find(({ id }) => id.startsWith('reservation-') && id.endsWith(seatNo(meeting, 3)));
  expect([reserved?.before, reserved?.after.includes('Giữ ý kiến.')]).toEqual(['', true]);
  // The same for a member, and words the secretary is still writing are no change of a fact.
  granted(await desk.call('prose.save', { book, prose: { ...PROSE, discussion: 'Đang sửa dở.' } }));
  expect((await view(pageNo(meeting, 0).client)).changes).toEqual((await view()).changes);
  expect([(await view()).edited, (await view(pageNo(meeting, 0).client)).edited]).toEqual([true, false]);
  granted(await desk.call('minutes.write', { book }));
  expect((await view()).changes).toEqual([]);
});

test('[EN2] laying out a page is no act: the book goes on meanwhile, and only the newest wish is done', async () => {
  const meeting = await concluded();
  const { desk, book, at } = meeting;
  const { around } = at.headless.host.desk;
  const { render } = around.minutes;
  let waiting: (() => void)[] = [];
  let begun = 0;
  // The true layout, held back until the test lets it go.
  Object.assign(around.minutes, {
    render: async (...given: Parameters<typeof render>) => {
      begun += 1;
      await new Promise<void>((go) => waiting.push(go));
      return await render(...given);
    },
  });
  const first = desk.call('minutes.preview', { book });
  await expect.poll(() => begun).toBe(1);
  const second = desk.call('minutes.preview', { book });
  const third = desk.call('minutes.preview', { book });
  await attend(meeting, 2);
  expect((await sessionOf(meeting)).seats[2]?.presence).toBe('present');
  const letGo = () => {
    for (const go of waiting) go();
    waiting = [];
  };
  letGo();
  granted(await first);
  expect(codeOf(await second)).toBe('render-cancelled');
  await expect.poll(() => begun).toBe(2);
  letGo();
  const shown = granted(await third);
  expect(await around.store.hasBlob(shown.sha256)).toBe(true);
  Object.assign(around.minutes, { render });
});

test('[EN2] a page that is being laid out can be stopped, and the pages of yesterday do not pile up', async () => {
  const meeting = await concluded();
  const { desk, book, at } = meeting;
  const { store } = at.headless.host.desk.around;
  const pages: string[] = [];
  for (const number of ['1', '2', '3']) {
    granted(await desk.call('prose.save', { book, prose: { ...PROSE, number } }));
    pages.push(granted(await desk.call('minutes.preview', { book })).sha256);
  }
  expect(new Set(pages).size).toBe(3);
  expect(await Promise.all(pages.map(async (sha256) => await store.hasBlob(sha256)))).toEqual([false, true, true]);
  const going = desk.call('minutes.preview', { book });
  granted(await desk.call('minutes.preview.stop', { book }));
  expect(codeOf(await going)).toBe('render-cancelled');
  granted(await desk.call('minutes.preview', { book }));
});

test('[EN3] sealing and signing tell each step as it begins, to everybody, and end in silence', async () => {
  const meeting = await concluded();
  const { desk, book, at } = meeting;
  granted(await desk.call('minutes.write', { book }));
  expect(await approve(meeting, 0, (await writtenIn(meeting))?.sha256 ?? '')).toBe('ok');
  granted(await desk.call('meeting.close', { book }));
  const steps: (MinutesWork | undefined)[] = [];
  const live = at.headless.host.desk.books.peek(book);
  const stop = at.headless.host.desk.watch({
    book,
    view: 'minutes',
    peer: {} as never,
    show: () => steps.push(live?.work),
  });
  granted(await desk.call('minutes.seal', { book }));
  const {
    signers: [signer],
  } = await makeThrowAwayCertificates([{ name: 'Người Bình', organisation: '' }], {
    at: at.headless.host.desk.around.now(),
    random: at.headless.host.desk.around.ciphers.random,
  });
  const pkcs12 = Buffer.from(signer?.pkcs12 ?? []).toString('base64url');
  granted(await desk.call('minutes.sign', { book, field: 'ThuKy', pkcs12, password: signer?.password ?? '' }));
  stop();
  expect(steps.filter((step) => step !== undefined)).toEqual([
    ...['cutting', 'laying-out', 'reserving', 'keeping', 'recording'],
    ...['laying-out', 'stamping', 'signing', 'keeping', 'recording'],
  ]);
  expect((await seen(pageNo(meeting, 0).client, 'minutes', { book })).work).toBeUndefined();
});
