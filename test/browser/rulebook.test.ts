// A meeting by the rule book, by keyboard alone in five browsers: committee, second round, recusal, authorisation, tie.
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openBrowser } from '../helpers/browser.ts';
import { removeFolder } from '../helpers/temp-folder.ts';
import { isMissing } from '../helpers/tools.ts';
import { goTo } from './meeting-acts.ts';
import { type ChildHost, startHost } from './meeting-host.ts';
import { openSeatPage, openWire, picture, type SeatPage, watchFaults } from './meeting-pages.ts';
import { t } from './meeting-plan.ts';
import {
  codeOf,
  correct,
  count,
  declareFree,
  type Figures,
  join,
  score,
  scoreAgain,
  tick,
  voteHere,
} from './rulebook-acts.ts';
import { CRITERIA, DOUBTED, givenSession, nameOf, ONE, SEATS, TWO, type Who } from './rulebook-given.ts';

const MINUTE = 60_000;
const REASON = 'Sau thảo luận, tài liệu bổ sung đã làm rõ.';
const LETTER = 'Giấy ủy quyền số 07/GUQ ngày 23/11/2026 của Chủ tịch Hội đồng';
const VALUES = ['met', 'not-met', 'insufficient'] as const;

describe.runIf(!isMissing('chromium'))('a meeting by the rule book', () => {
  const wire = openWire();
  const at = {} as Record<Who, SeatPage>;
  let browser: Browser;
  let host: ChildHost;
  let wall: Page;
  let wallFaults: readonly string[] = [];
  const all = () => SEATS.map((who) => at[who]);
  /** What stands on the wall at any moment before results may be shown. */
  const wallIsBlank = async (): Promise<void> => {
    const words = await wall.locator('body').innerText();
    for (const value of VALUES) expect(words).not.toContain(t(`mark.${value}`));
    expect(words).not.toMatch(/\d+ (?:Đạt|Không đạt)/);
  };

  beforeAll(async () => {
    const { data } = await givenSession();
    [host, browser] = await Promise.all([startHost(data), openBrowser()]);
    for (const who of SEATS) at[who] = await openSeatPage(browser, wire, who);
  });
  let stopped: string | undefined;
  beforeEach(() => {
    if (stopped !== undefined) throw new Error(`the meeting stopped at: ${stopped}`);
  });
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail' || stopped !== undefined) return;
    stopped = task.name;
    await Promise.all(all().map((each) => picture(each, 'failed')));
  });
  afterAll(async () => {
    await browser?.close();
    await host?.stop();
    if (host) removeFolder(host.data);
  });

  test('[RS1] five come, are called and declare on both platforms', { timeout: 2 * MINUTE }, async () => {
    const { desk } = at;
    await desk.page.goto(host.url);
    await desk.press('link', /Họp Hội đồng đánh giá nền tảng số/);
    await goTo(desk, 'attendance');
    const origin = new URL(host.url).origin;
    for (const who of ['chair', 'vice', 'first', 'second'] as const)
      await join(at[who], who, origin, await codeOf(desk, who));
    await desk.press('button', t('attendance.open'));
    await desk.press('button', t('attendance.all'));
    await Promise.all(all().map((each) => declareFree(each, [ONE, TWO])));
    await desk.see(t('attendance.quorum.holds', { present: 5, appointed: 5, needed: 4 }));
    await picture(desk, 'roll-call');
  });

  test('[RS2] a counting committee is proposed and elected before any round', { timeout: MINUTE }, async () => {
    const { desk } = at;
    for (const who of ['vice', 'first', 'second'] as const) await tick(desk, nameOf(who));
    await desk.pick(t('election.head.pick'), nameOf('first'));
    await desk.press('button', t('election.put'));
    await desk.press('button', t('election.vote.open'));
    await Promise.all(all().map((each) => voteHere(each, 'agree')));
    await desk.press('button', t('conclusion.vote.close'));
    await desk.see(t('election.passed'));
    await picture(desk, 'elected');
  });

  test('[RS3] the first round is scored; the wall shows how many are in and no value', {
    timeout: 2 * MINUTE,
  }, async () => {
    const { desk } = at;
    await goTo(desk, 'scoring');
    await desk.press('button', t('scoring.open', { name: ONE }));
    const [page] = await Promise.all([
      desk.page.context().waitForEvent('page'),
      desk.press('button', t('projector.open')),
    ]);
    wall = page;
    wallFaults = await watchFaults(wall, 'wall');
    await wall.reload();
    await Promise.all(SEATS.map((who) => score(at[who], who, ONE)));
    await wall.getByText(t('projector.cast', { cast: 5, entitled: 5 })).waitFor();
    await wallIsBlank();
    await goTo(desk, 'reveal');
    await desk.press('button', t('reveal.close'));
    await wallIsBlank();
    await desk.press('button', t('reveal.reveal'));
    await desk.see(t('count.title'));
    await wallIsBlank();
  });

  const figures = (valid: number, doubting: number): Figures => ({
    issued: valid,
    returned: valid,
    valid,
    invalid: 0,
    positive: valid - doubting,
    met: (criterion) => (criterion === DOUBTED ? valid - doubting : valid),
  });

  test('[RS4] two count on their own; a difference stops the counting minutes until it is mended', {
    timeout: 3 * MINUTE,
  }, async () => {
    const { desk, first, second, chair } = at;
    await goTo(chair, 'reveal');
    await chair.see(t('count.others'));
    await count(first, figures(5, 3));
    const slip = { ...figures(5, 3), met: (id: string) => (id === CRITERIA[0] ? 4 : figures(5, 3).met(id)) };
    await count(second, slip);
    await chair.see(t('count.differ', { count: 2 }));
    await picture(second, 'counts-differ');
    expect(await desk.page.getByRole('button', { name: t('count.agree') }).isDisabled()).toBe(true);
    // Nobody outside the committee has seen a value, and neither has the wall.
    await wallIsBlank();
    for (const who of ['chair', 'desk'] as const)
      expect(await at[who].page.locator('table.matrix').count(), who).toBe(0);
    await correct(second, CRITERIA[0] ?? '', 5, 0);
    await desk.press('button', t('count.agree'));
    await desk.page.locator('table.matrix').waitFor();
    await picture(desk, 'matrix');
  });

  test('[RS5] after the discussion a second round is opened; who changes a mark says why', {
    timeout: 3 * MINUTE,
  }, async () => {
    const { desk, first, second } = at;
    await desk.pick(t('reveal.panes'), t('talk.title'));
    await desk.press('button', t('round.again', { round: 2 }));
    await desk.press('button', t('round.again.yes', { round: 2 }));
    await Promise.all(SEATS.map((who) => scoreAgain(at[who], who === 'chair' ? DOUBTED : undefined, REASON)));
    await wallIsBlank();
    await goTo(desk, 'reveal');
    await desk.press('button', t('reveal.close'));
    await desk.press('button', t('reveal.reveal'));
    await desk.see(t('count.title'));
    await count(first, figures(5, 2));
    await count(second, figures(5, 2));
    await desk.press('button', t('count.agree'));
    await desk.page.locator('table.matrix').waitFor();
    await desk.see(t('rounds.title'));
    await picture(desk, 'second-round');
  });

  test('[RS6] the conclusion on the first platform is put and carried', { timeout: MINUTE }, async () => {
    const { desk } = at;
    await goTo(desk, 'conclusion');
    await desk.press('button', t('conclusion.put'));
    await desk.press('button', t('conclusion.vote.open'));
    for (const each of all()) {
      await goTo(each, 'conclusion');
      await voteHere(each, 'agree');
    }
    await desk.press('button', t('conclusion.vote.close'));
    await desk.see(t('conclusion.passed'));
  });

  test('[RS7] the chair’s conflict in mid-meeting breaks the quorum of a round; the vice-chair’s letter restores it', {
    timeout: 3 * MINUTE,
  }, async () => {
    const { desk, chair } = at;
    await goTo(desk, 'scoring');
    await desk.press('button', t('scoring.open', { name: TWO }));
    await goTo(chair, 'attendance');
    await chair.press('button', t('recusal.later'));
    await chair.press('button', t('recusal.yes'));
    await goTo(chair, 'scoring');
    await chair.see(t('recusal.closed', { name: TWO }));
    await picture(chair, 'recused');
    await goTo(desk, 'reveal');
    await desk.see(t('round.void'));
    expect(await desk.page.getByRole('button', { name: t('reveal.close') }).isDisabled()).toBe(true);
    await picture(desk, 'quorum-lost');
    await goTo(desk, 'attendance');
    await desk.press('button', t('letter.record'));
    await desk.write(t('letter.text'), LETTER);
    await desk.press('button', t('letter.yes'));
    await desk.see(LETTER);
    await desk.press('button', t('preside.pass'));
    await desk.see(t('preside.now', { name: nameOf('vice') }));
    await Promise.all((['vice', 'desk', 'first', 'second'] as const).map((who) => score(at[who], who, TWO)));
    await wallIsBlank();
    await goTo(desk, 'reveal');
    await desk.press('button', t('reveal.close'));
    await desk.press('button', t('reveal.reveal'));
    await desk.see(t('count.title'));
    await count(at.first, figures(4, 0));
    await count(at.second, figures(4, 0));
    await desk.press('button', t('count.agree'));
    await desk.page.locator('table.matrix').waitFor();
  });

  test('[RS8] two against two on the conclusion: the side of the one who presides decides', {
    timeout: MINUTE,
  }, async () => {
    const { desk, vice, first, second } = at;
    await goTo(desk, 'conclusion');
    await desk.press('button', t('conclusion.put'));
    await desk.press('button', t('conclusion.vote.open'));
    for (const [each, choice] of [
      [vice, 'agree'],
      [desk, 'agree'],
      [first, 'disagree'],
      [second, 'disagree'],
    ] as const) {
      await goTo(each, 'conclusion');
      await voteHere(each, choice);
    }
    await desk.press('button', t('conclusion.vote.close'));
    await desk.see(t('conclusion.passed'));
    await desk.see(t('vote.tie.carried'));
    await picture(desk, 'tie');
  });

  test('[RS9] the minutes say all of it', { timeout: 2 * MINUTE }, async () => {
    const { desk } = at;
    await goTo(desk, 'minutes');
    await desk.press('button', t('minutes.write'));
    await desk.see(/^Bản đưa ra lúc/);
    await picture(desk, 'minutes');
    const words = await desk.page.locator('body').innerText();
    for (const what of [LETTER, 'Ban kiểm phiếu', 'Vòng chấm thứ', 'bằng đúng một nửa']) expect(words).toContain(what);
    expect([...all().flatMap(({ faults }) => faults), ...wallFaults]).toEqual([]);
    expect(host.printed().trim().split('\n').slice(1)).toEqual([]);
  });
});
