// Casting faster than the disk writes: what is sealed is what was last marked, never the sheet of a moment ago.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Hash } from '../../shared/base/ids.ts';
import { isMissing } from '../helpers/tools.ts';
import { openRecorder } from '../unit/author/recorder.ts';
import { type ServedPages, servePages } from './page-author-bundle.ts';
import { openTab, type Tab, until } from './page-author-given.ts';

let pages: ServedPages;
beforeAll(async () => {
  const served = await servePages(new URL('./page-author-page.ts', import.meta.url).pathname);
  if (served) pages = served;
});
afterAll(async () => await pages?.close());

/** A disk that takes its time over each write, ms: what is marked last is there long after casting began. */
const SLOW = 400;
const slowDisk = (tab: Tab): Promise<void> =>
  tab.page.evaluate((pause) => {
    const { oncomplete } = Object.getOwnPropertyDescriptors(IDBTransaction.prototype);
    Object.defineProperty(IDBTransaction.prototype, 'oncomplete', {
      ...oncomplete,
      set(this: IDBTransaction, told: () => void) {
        oncomplete.set?.call(this, () => setTimeout(told, pause));
      },
    });
  }, SLOW);

describe.skipIf(isMissing('chromium'))('a hand faster than the disk', () => {
  test('[W15] a sheet cast with its marks still on their way to the disk holds the last of them', async () => {
    const recorder = await openRecorder([3]);
    const seat = recorder.seat(3);
    const tab = await openTab(pages, recorder, new Map([['123456', seat]]));
    await tab.join('123456', seat);
    await recorder.declareAll([3]);
    await tab.act(seat, 'declare', [{ platform: recorder.platform, conflict: false }]);
    await until(
      async () => recorder.state().declarations[seat],
      (declared) => declared !== undefined,
    );
    const poll = await recorder.openPoll();
    await tab.act(seat, 'saveItem', poll, 'c2', { mark: 'met' });
    await tab.act(seat, 'saveItem', poll, 'c1', { mark: 'met' });

    await slowDisk(tab);
    const first = tab.act(seat, 'saveItem', poll, 'c1', { mark: 'met', remark: 'lần đầu' });
    const second = tab.act(seat, 'saveItem', poll, 'c2', { mark: 'not-met', remark: 'rồi' });
    const last = tab.act(seat, 'saveItem', poll, 'c1', { mark: 'not-met', remark: 'lần cuối' });
    const comment = tab.act(seat, 'saveComment', poll, 'ý kiến cuối');
    const cast = await tab.act<{ readonly ballot: Hash }>(seat, 'cast', poll);
    await Promise.all([first, second, last, comment]);
    // Whatever comes after it is refused, and not kept as a draft beside the ballot.
    const late = await tab.act(seat, 'saveItem', poll, 'c1', { mark: 'met' });
    expect(late).toMatchObject({ ok: false, refusal: { code: 'ballot-standing' } });

    if (!cast.ok) throw new Error(JSON.stringify(cast.refusal));
    const { ballot } = cast.value;
    await until(
      async () => recorder.standingIn(poll),
      (standing) => standing.length === 1,
    );
    await recorder.close(poll);
    await recorder.reveal(poll);
    await tab.act(seat, 'release');
    await until(
      async () => recorder.state().polls[poll]?.ballots[ballot]?.key,
      (key) => key !== undefined,
    );
    expect((await recorder.opened()).get(ballot)).toMatchObject({
      valid: true,
      ballot: {
        items: { c1: { mark: 'not-met', remark: 'lần cuối' }, c2: { mark: 'not-met' } },
        comment: 'ý kiến cuối',
      },
    });
  });
});
