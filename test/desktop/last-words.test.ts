// Closing the window in the middle of a word: what was typed is there at the next start.
import { expect, onTestFinished, test } from 'vitest';
import { sentences } from '../../shared/lang/say.ts';
import { PATIENCE } from '../helpers/browser.ts';
import { makeFolder, removeFolder } from '../helpers/temp-folder.ts';
import { onDesktop } from './launch.ts';
import { openStage } from './stage.ts';

const t = sentences('vi');
const SUBJECT = 'Họp ngày 24, chưa kịp nghỉ tay';

onDesktop('the last words', () => {
  test.each(['closed', 'quit'] as const)('[DK14] are kept when the window is %s at once', async (how) => {
    const data = makeFolder('words');
    onTestFinished(() => removeFolder(data));
    const first = await openStage(data);
    await first.page.evaluate(() => {
      location.hash = '#/new';
    });
    await first.page.getByLabel(t('new.subject')).first().fill(SUBJECT);
    const ended = new Promise((done) => first.app.process().once('exit', done));
    await first.app.evaluate(({ app, BrowserWindow }, by) => {
      if (by === 'quit') app.quit();
      else BrowserWindow.getAllWindows()[0]?.close();
    }, how);
    await ended;
    const second = await openStage(data);
    try {
      await second.page.getByText(SUBJECT).first().waitFor({ timeout: PATIENCE });
      expect(second.faults).toEqual([]);
    } finally {
      await second.close();
    }
  });
});
