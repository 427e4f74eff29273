// A whole meeting in four real browsers by keyboard alone, with somebody listening everywhere and somebody lying.
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../helpers/browser.ts';
import { removeFolder } from '../helpers/temp-folder.ts';
import { isMissing } from '../helpers/tools.ts';
import { codeFor, createSession, declare, goTo, joinWith, scoreWhole } from './meeting-acts.ts';
import { openForger } from './meeting-forger.ts';
import { type ChildHost, startHost } from './meeting-host.ts';
import { openSeatPage, openWire, picture, type SeatPage } from './meeting-pages.ts';
import { PLATFORM, SUBJECT, t } from './meeting-plan.ts';

describe.skipIf(isMissing('chromium'))('a meeting in four browsers', () => {
  let host: ChildHost;
  let browser: Browser;
  const wire = openWire();
  const forger = openForger();
  let desk: SeatPage;
  let chair: SeatPage;
  let first: SeatPage;
  let second: SeatPage;
  const all = () => [desk, chair, first, second];
  const origin = () => new URL(host.url).origin;

  beforeAll(async () => {
    [host, browser] = await Promise.all([startHost(), openBrowser()]);
    desk = await openSeatPage(browser, wire, 'desk');
    chair = await openSeatPage(browser, wire, 'chair');
    first = await openSeatPage(browser, wire, 'first');
    second = await openSeatPage(browser, wire, 'second', forger.stand);
  });
  afterAll(async () => {
    await browser?.close();
    await host?.stop();
    if (host !== undefined) removeFolder(host.data);
  });

  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await Promise.all(all().map((at) => picture(at, 'failed')));
  });

  test('[W1] the secretary sets a session up by keyboard alone', async () => {
    await desk.page.goto(host.url);
    await createSession(desk);
    await desk.press('button', t('new.create'));
    await desk.see(t('prepare.rules'));
    await desk.see(SUBJECT);
    await desk.press('link', t('prepare.next'));
  });

  test('[W2] members join with one-time codes, are called and declare', async () => {
    await joinWith(chair, 'chair', origin(), await codeFor(desk, 'chair'), 'typed');
    await joinWith(first, 'first', origin(), await codeFor(desk, 'first'), 'address');
    await joinWith(second, 'second', origin(), await codeFor(desk, 'second'), 'typed');
    await desk.press('button', t('attendance.open'));
    await desk.press('button', t('attendance.all'));
    await desk.see(t('attendance.quorum.holds', { present: 4, appointed: 4, needed: 3 }));
    await Promise.all(all().map(declare));
    await goTo(desk, 'scoring');
    await desk.press('button', t('scoring.open', { name: PLATFORM }));
  });

  test('[W3] each scores with single keys', async () => {
    await Promise.all([
      scoreWhole(desk, 'desk'),
      scoreWhole(chair, 'chair'),
      scoreWhole(first, 'first'),
      scoreWhole(second, 'second'),
    ]);
  });

  test('[W9] no page broke its policy', () => {
    expect(all().flatMap(({ faults }) => faults)).toEqual([]);
  });
});
