// The same meeting with the secretary in the desktop window and three members in browsers of this machine.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openMembers, openWire } from '../browser/meeting-pages.ts';
import type { Stage } from '../browser/meeting-stage.ts';
import { tellMeeting } from '../browser/meeting-story.ts';
import { openBrowser } from '../helpers/browser.ts';
import { makeFolder, removeFolder } from '../helpers/temp-folder.ts';
import { host, launch } from './launch.ts';
import { seatAtWindow } from './meeting-desk.ts';

/** What Electron, its stand-in and Node's inspector say of themselves. */
const USUAL = /Debugger|For help, see|DevTools listening/;

async function openStage(): Promise<Stage> {
  const data = makeFolder('desktop-meeting');
  // Without a key store everything is stored in clear: what is looked for could be found.
  const { app, page, close } = await launch({ env: { HOIDONG_DATA: data, STANDIN_KEYRING: 'none' } });
  let printed = '';
  for (const stream of [app.process().stdout, app.process().stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
  const { port } = JSON.parse(readFileSync(join(data, 'window.json'), 'utf8')) as { readonly port: number };
  const browser = await openBrowser();
  const wire = openWire();
  const { desk, heard } = await seatAtWindow(app, page, wire, data);
  return {
    desk,
    ...(await openMembers(browser, wire)),
    wire,
    heard,
    host: { data, printed: () => printed, window: 'window' },
    origin: `http://127.0.0.1:${port}`,
    openWall: async (act) => {
      const [wall] = await Promise.all([app.waitForEvent('window'), act()]);
      return wall;
    },
    // The address gave its pass to the page already; a window that is loaded anew keeps it.
    enter: async () => void (await page.reload()),
    strayLines: () => printed.split('\n').filter((line) => line.trim() !== '' && !USUAL.test(line)),
    close: async () => {
      await browser.close();
      await close();
      removeFolder(data);
    },
  };
}

tellMeeting('a meeting with the desktop window', host !== 'none', openStage);
