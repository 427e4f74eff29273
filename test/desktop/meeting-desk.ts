// The secretary's seat of the told meeting in the desktop window: its texts heard where they pass, its files saved by the shell.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { expect } from 'vitest';
import { type openWire, type SeatPage, watchFaults } from '../browser/meeting-pages.ts';
import { handsOn, PATIENCE } from '../helpers/browser.ts';

type Passed = { readonly way: 'up' | 'down'; readonly frame: string };
type Ears = { passed: Passed[] };

/** Hears the one channel in the main process, beside whoever listens there. */
const listen = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ BrowserWindow, ipcMain }) => {
    const ears: Ears = { passed: [] };
    Object.assign(globalThis, { ears });
    ipcMain.on('hoidong', (_event, frame: unknown) => ears.passed.push({ way: 'up', frame: String(frame) }));
    for (const { webContents } of BrowserWindow.getAllWindows()) {
      const send = webContents.send.bind(webContents);
      webContents.send = (channel: string, ...given: unknown[]) => {
        if (channel === 'hoidong') ears.passed.push({ way: 'down', frame: String(given[0]) });
        send(channel, ...given);
      };
    }
  });

const drain = (app: ElectronApplication): Promise<readonly Passed[]> =>
  app.evaluate(() => {
    const { ears } = globalThis as unknown as { ears: Ears };
    return ears.passed.splice(0);
  });

/** Answers the next saving in the person's place: no dialog of the system can be driven from outside. */
const saveTo = (app: ElectronApplication, file: string): Promise<void> =>
  app.evaluate(({ session }, place) => {
    session.defaultSession.once('will-download', (_event, item) => item.setSavePath(place));
  }, file);

/** A PDF that has come to its end. */
const isWhole = (file: string): boolean => existsSync(file) && readFileSync(file).subarray(-16).includes('%%EOF');

export async function seatAtWindow(
  app: ElectronApplication,
  page: Page,
  wire: ReturnType<typeof openWire>,
  folder: string,
): Promise<{ readonly desk: SeatPage; readonly heard: () => Promise<void> }> {
  await listen(app);
  const faults = await watchFaults(page, 'desk');
  const hands = handsOn(page);
  let saved = 0;
  const desk: SeatPage = {
    ...hands,
    name: 'desk',
    page,
    faults,
    save: async (button) => {
      saved += 1;
      const file = join(folder, `saved-${saved}.pdf`);
      await saveTo(app, file);
      await hands.press('button', button);
      // A file has its name before it has all its bytes.
      await expect.poll(() => isWhole(file), { timeout: PATIENCE }).toBe(true);
      return { path: async () => file, suggestedFilename: () => `saved-${saved}.pdf` };
    },
  };
  const heard = async (): Promise<void> => {
    for (const { way, frame } of await drain(app)) {
      const [, link = '', text = ''] = /^text (\S+) (.*)$/s.exec(frame) ?? [];
      if (text !== '') wire.put({ page: 'desk', link: `desk ${link}`, way, text });
    }
  };
  return { desk, heard };
}
