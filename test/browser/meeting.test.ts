// The meeting in four real browsers: the secretary's is one of them, as `npm start` opens it without a window.
import { openBrowser } from '../helpers/browser.ts';
import { removeFolder } from '../helpers/temp-folder.ts';
import { isMissing } from '../helpers/tools.ts';
import { startHost } from './meeting-host.ts';
import { openMembers, openSeatPage, openWire } from './meeting-pages.ts';
import type { Stage } from './meeting-stage.ts';
import { tellMeeting } from './meeting-story.ts';

async function openStage(): Promise<Stage> {
  const [host, browser] = await Promise.all([startHost(), openBrowser()]);
  const wire = openWire();
  const desk = await openSeatPage(browser, wire, 'desk');
  return {
    desk,
    ...(await openMembers(browser, wire)),
    wire,
    // Written down as it passes.
    heard: async () => {},
    host,
    origin: new URL(host.url).origin,
    openWall: async (act) => {
      const [wall] = await Promise.all([desk.page.context().waitForEvent('page'), act()]);
      return wall;
    },
    enter: async () => void (await desk.page.goto(host.url)),
    strayLines: () => host.printed().trim().split('\n').slice(1),
    close: async () => {
      await browser.close();
      await host.stop();
      removeFolder(host.data);
    },
  };
}

tellMeeting('a meeting in four browsers', !isMissing('chromium'), openStage);
