// The one description of a meeting: four people by keyboard alone, somebody listening everywhere and somebody lying.
// Told in browsers and in the desktop window; who tells it brings the stage.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  cast,
  citeSecondPage,
  codeFor,
  declare,
  fillForm,
  find,
  goTo,
  isMarked,
  joinWith,
  mark,
  reopen,
  scoreWhole,
  tryEveryKey,
} from './meeting-acts.ts';
import {
  type Authority,
  approve,
  checkOnScreen,
  closeAndSeal,
  giveRoots,
  judge,
  makeAuthority,
  matrixOn,
  openCriterion,
  putToVote,
  reserve,
  savedFile,
  sign,
  vote,
  writeMinutes,
} from './meeting-ending.ts';
import { atHost, inFrames, keysFrom, onScreen } from './meeting-leak.ts';
import { picture, type SeatPage, watchFaults } from './meeting-pages.ts';
import {
  COUNCIL,
  CRITERIA,
  commentOf,
  markOf,
  PLATFORM,
  REMARKED,
  remarkOf,
  type SeatKey,
  SUBJECT,
  t,
} from './meeting-plan.ts';
import type { Stage } from './meeting-stage.ts';

const RESERVATION = 'Tôi đề nghị thẩm định lại số liệu người dùng trước khi công bố.';
/** First that nothing is given, then why. */
const FORGED = new RegExp(`^${t('trust.doubt', { why: '' })}Chữ ký của mục \\d+ trong chuỗi ghi .* không đúng`);
const MINUTE = 60_000;

/**
 * @param canOpen false where what the stage is made of is missing: the story is skipped
 * @param open a stage of its own, with nobody in the room yet; closed when the meeting is over
 */
export function tellMeeting(where: string, canOpen: boolean, open: () => Promise<Stage>): void {
  describe.runIf(canOpen)(where, () => {
    let stage: Stage;
    let desk: SeatPage;
    let chair: SeatPage;
    let first: SeatPage;
    let second: SeatPage;
    let wall: Page;
    let wallFaults: readonly string[] = [];
    let authority: Authority;
    let signed: Buffer;
    const all = (): readonly SeatPage[] => [desk, chair, first, second];
    const heard = async () => {
      await stage.heard();
      return stage.wire.frames;
    };

    beforeAll(async () => {
      stage = await open();
      ({ desk, chair, first, second } = stage);
    });
    // A meeting goes on only where the step before was done.
    let stopped: string | undefined;
    beforeEach(() => {
      if (stopped !== undefined) throw new Error(`the meeting stopped at: ${stopped}`);
    });
    afterEach(async ({ task }) => {
      if (task.result?.state !== 'fail' || stopped !== undefined) return;
      stopped = task.name;
      await Promise.all(all().map((at) => picture(at, 'failed')));
    });
    afterAll(async () => await stage?.close());

    test('[W1] the secretary sets a session up by keyboard alone', { timeout: MINUTE }, async () => {
      await stage.enter();
      await desk.see(t('home.empty'));
      await picture(desk, 'home');
      await fillForm(desk);
      await picture(desk, 'form-rules');
      await desk.press('button', t('new.create'));
      await desk.see(t('prepare.rules'));
      await desk.see(SUBJECT);
      await picture(desk, 'prepare');
      await desk.press('link', t('prepare.next'));
    });

    test('[W2] members join with the codes on the desk’s screen, are called and declare', {
      timeout: MINUTE,
    }, async () => {
      await joinWith(chair, 'chair', stage.origin, await codeFor(desk, 'chair'), 'typed');
      await joinWith(first, 'first', stage.origin, await codeFor(desk, 'first'), 'address');
      await joinWith(second, 'second', stage.origin, await codeFor(desk, 'second'), 'typed');
      await desk.press('button', t('attendance.open'));
      await desk.press('button', t('attendance.all'));
      await desk.see(t('attendance.quorum.holds', { present: 4, appointed: 4, needed: 3 }));
      await picture(chair, 'declaration');
      await Promise.all(all().map(declare));
      await picture(desk, 'roll-call');
      await goTo(desk, 'scoring');
      await desk.press('button', t('scoring.open', { name: PLATFORM }));
    });

    test('[W3] thirty criteria are thirty keys; the sheet says what is missing before it is cast', {
      timeout: MINUTE,
    }, async () => {
      await tryEveryKey(chair);
      await picture(chair, 'scoring');
      await Promise.all([scoreWhole(desk, 'desk'), scoreWhole(chair, 'chair'), citeSecondPage(first)]);
      await picture(first, 'cited');
      await picture(chair, 'cast');
    });

    test('[W4] a page that is loaded anew in the middle finds its seat and its marks', {
      timeout: MINUTE,
    }, async () => {
      await mark(second, 'second', 0, 15);
      await isMarked(second, 15);
      await desk.pick(t('scoring.title'), t('scoring.progress'));
      await desk.see(t('progress.marked.of', { done: 15, all: 30 }));
      await second.page.reload();
      await isMarked(second, 15);
      await find(second, CRITERIA[15] ?? '');
      await mark(second, 'second', 15, 30);
      await isMarked(second, 30);
      await cast(second, commentOf('second'));
    });

    test('[W5] a cast sheet is reopened with a reason, changed and cast again', { timeout: MINUTE }, async () => {
      await scoreWhole(first, 'first');
      await reopen(first, t('scoring.reopen.evidence'));
      await find(first, CRITERIA[28] ?? '');
      await first.keys('2', 'k', '1');
      await cast(first);
    });

    test('[W6] while a round is open, progress tells who is done and no mark', async () => {
      const table = desk.page.getByRole('region', { name: t('progress.title') });
      await desk.see(t('progress.summary', { done: 4, all: 4 }), table);
      await desk.see(t('progress.reopened', { count: 1 }), table);
      await picture(desk, 'progress');
      const words = await table.innerText();
      for (const word of ['met', 'not-met', 'insufficient'] as const) expect(words).not.toContain(t(`mark.${word}`));
    });

    test('[W16] a window on the wall says how many sheets are in, also when loaded anew, and no mark', async () => {
      wall = await stage.openWall(async () => await desk.press('button', t('projector.open')));
      wallFaults = await watchFaults(wall, 'wall');
      await wall.reload();
      await wall.getByText(t('projector.cast', { cast: 4, entitled: 4 })).waitFor();
      await wall.getByText(PLATFORM).first().waitFor();
      const words = await wall.locator('body').innerText();
      for (const word of ['met', 'not-met', 'insufficient'] as const) expect(words).not.toContain(t(`mark.${word}`));
    });

    test('[W7] before the reveal nothing of a sheet is anywhere but with its author', async () => {
      await goTo(desk, 'reveal');
      await picture(desk, 'before-close');
      await desk.press('button', t('reveal.close'));
      await desk.see(t('reveal.reveal.words'));
      const frames = await heard();
      expect(frames.length).toBeGreaterThan(100);
      for (const { name } of all())
        expect(
          frames.some(({ page }) => page === name),
          name,
        ).toBe(true);
      expect(inFrames(frames)).toEqual([]);
      expect(atHost(stage.host)).toEqual([]);
      expect((await Promise.all(all().map(onScreen))).flat()).toEqual([]);
      expect(await onScreen({ page: wall, name: 'wall' })).toEqual([]);
    });

    test('[W8] a forged reveal gets no key out of a page, and the page says why it does not believe', {
      timeout: MINUTE,
    }, async () => {
      const alert = second.page.getByRole('alert').filter({ hasText: FORGED });
      for (const lie of ['wrong-signature', 'key-of-another'] as const) {
        const before = stage.forger.told();
        await stage.forger.lie(lie);
        await expect.poll(stage.forger.told, { timeout: 20_000 }).toBeGreaterThanOrEqual(before + 2);
        await alert.waitFor();
      }
      await picture(second, 'forged');
      stage.forger.stop();
      expect(keysFrom(stage.wire.frames, 'second')).toEqual([]);
    });

    test('[W9] after the reveal all four see one matrix, with every mark and remark as it was set', {
      timeout: MINUTE,
    }, async () => {
      const quiet = await heard();
      const before = stage.wire.now();
      expect(all().flatMap(({ name }) => keysFrom(quiet, name))).toEqual([]);
      await desk.press('button', t('reveal.reveal'));
      const shown = await Promise.all(
        all().map(async (at) => {
          await at.page
            .getByText(t('step.counted'))
            .or(at.page.getByText(t('conclusion.computed')))
            .first()
            .waitFor();
          if (at !== desk) await goTo(at, 'reveal');
          return await matrixOn(at);
        }),
      );
      await picture(desk, 'matrix');
      await picture(second, 'matrix');
      for (const { name } of [chair, first, second]) {
        const keys = keysFrom(stage.wire.frames, name);
        expect(keys).toHaveLength(1);
        expect(keys[0]?.order).toBeGreaterThanOrEqual(before);
      }
      for (const other of shown) expect(other).toEqual(shown[0]);
      const rows = shown[0]?.slice(1) ?? [];
      const letter = (key: SeatKey, id: string) => t(`letter.${markOf(key, id)}`);
      expect(rows.map((row) => row.slice(1, 5))).toEqual(
        CRITERIA.map((id) => COUNCIL.map(({ key }) => letter(key, id))),
      );
      for (const at of all()) {
        await openCriterion(at, CRITERIA, REMARKED);
        for (const { key } of COUNCIL) await at.see(remarkOf(key));
      }
      // What the chair has opened stands on the wall: its count, and nobody's remark.
      const given = COUNCIL.map(({ key }) => markOf(key, REMARKED));
      const met = given.filter((mark) => mark === 'met').length;
      const tally = t('projector.tally', { met, notMet: given.length - met, notApplicable: 0, of: given.length });
      await wall.getByText(tally).waitFor();
      expect(await onScreen({ page: wall, name: 'wall' })).toEqual([]);
      // The same search that found nothing before.
      expect(inFrames((await heard()).filter(({ order }) => order >= before)).join()).toContain(`remark of first`);
    });

    test('[W10] the conclusion is put, voted on, and one opinion is reserved', { timeout: MINUTE }, async () => {
      await putToVote(desk);
      await Promise.all([vote(desk, 'agree'), vote(chair, 'agree'), vote(first, 'agree'), vote(second, 'disagree')]);
      await picture(second, 'voted');
      await desk.press('button', t('conclusion.vote.close'));
      await desk.see(t('conclusion.passed'));
      await reserve(second, RESERVATION);
      await desk.see(RESERVATION);
      await picture(desk, 'conclusion');
    });

    test('[W11] the minutes are written, seen as a page and approved by all', { timeout: MINUTE }, async () => {
      await writeMinutes(desk);
      await picture(desk, 'minutes');
      await Promise.all(all().map(approve));
      await picture(chair, 'approved');
    });

    test('[W12] closed, sealed and signed by two, the saved file holds', { timeout: 2 * MINUTE }, async () => {
      authority = await makeAuthority();
      await closeAndSeal(desk);
      await picture(desk, 'sealed');
      await sign(desk, 'ThuKy', authority.ThuKy);
      await picture(desk, 'signing');
      await sign(desk, 'ChuToa', authority.ChuToa);
      await desk.see(t('signing.state.two'));
      await picture(desk, 'signed');
      signed = await savedFile(desk);
      const report = await judge(signed, [authority.root]);
      expect(report.findings.filter(({ level }) => level === 'broken')).toEqual([]);
      expect(report.holds).toBe(true);
    });

    test('[W13] the check on the screen finds that the file holds, and that a copy with one bit changed does not', {
      timeout: MINUTE,
    }, async () => {
      await goTo(desk, 'done');
      await picture(desk, 'done');
      await desk.press('link', t('home.check'));
      await giveRoots(desk, authority);
      await checkOnScreen(desk, signed, 'holds');
      await picture(desk, 'checked');
      const torn = Buffer.from(signed);
      torn[4_000] = (torn[4_000] ?? 0) ^ 1;
      await checkOnScreen(desk, torn, 'broken');
      await picture(desk, 'torn');
    });

    test('[W14] no page met an error or broke its policy, and the host printed nothing but its address', () => {
      expect([...all().flatMap(({ faults }) => faults), ...wallFaults]).toEqual([]);
      expect(stage.strayLines()).toEqual([]);
    });
  });
}
