// The window itself: its menu in either language, its place after a restart, the wall on another display, a file dropped on it.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { sentences } from '../../shared/lang/say.ts';
import { PATIENCE } from '../helpers/browser.ts';
import { makeFolder, removeFolder, tempFolder } from '../helpers/temp-folder.ts';
import { eventually } from './eventually.ts';
import { onDesktop, onStandIn } from './launch.ts';
import { beginRehearsal } from './rehearse.ts';
import { deskOver, granted, openStage, type Stage, tempStage } from './stage.ts';

const labels = async ({ app }: Stage): Promise<readonly (string | undefined)[]> =>
  await app.evaluate(({ Menu }) => {
    const menu = Menu.getApplicationMenu();
    return [
      menu?.items[0]?.label,
      ...['/new', '/check', 'projector', 'quit'].map((id) => menu?.getMenuItemById(id)?.label),
    ];
  });

const choose = async ({ app }: Stage, id: string): Promise<void> =>
  await app.evaluate(({ Menu }, which) => Menu.getApplicationMenu()?.getMenuItemById(which)?.click(), id);

onDesktop('the window', () => {
  test('[SH16] the menu speaks the language of the page and leads it', async () => {
    const stage = await tempStage();
    const { page } = stage;
    const inLanguage = (language: 'vi' | 'en') => {
      const t = sentences(language);
      const keys = ['menu.file', 'menu.new', 'menu.check', 'menu.projector', 'menu.quit'] as const;
      return keys.map((key) => t(key));
    };
    await eventually(() => labels(stage)).toEqual(inLanguage('vi'));
    await choose(stage, '/new');
    await page.waitForURL(/#\/new/);
    await choose(stage, 'language-en');
    await eventually(() => labels(stage)).toEqual(inLanguage('en'));
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    await choose(stage, '/settings');
    await page.waitForURL(/#\/settings/);
    await choose(stage, 'theme-dark');
    await eventually(() => stage.app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark');
    expect(stage.faults).toEqual([]);
  });

  test('[SH17] the window stands after a restart where it stood, in the same language', async () => {
    const data = makeFolder('state');
    onTestFinished(() => removeFolder(data));
    const place = { x: 120, y: 80, width: 1100, height: 720 };
    const first = await openStage(data);
    await first.app.evaluate(({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds), place);
    await choose(first, 'language-en');
    await eventually(async () => (await labels(first))[0]).toBe('File');
    await first.close();
    const second = await openStage(data);
    try {
      expect(
        await second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds()),
      ).toEqual(place);
      expect((await labels(second))[0]).toBe('File');
    } finally {
      await second.close();
    }
  });

  onStandIn(() => {
    test('[SH18] the wall opens on the other display, full, and knows nothing but the wall', async () => {
      const stage = await tempStage({ STANDIN_DISPLAYS: '2' });
      const desk = await deskOver(stage.page);
      const { book } = await beginRehearsal(desk);
      const opened = stage.app.waitForEvent('window');
      granted(await desk.call('projector.open', { book }));
      const wall = await opened;
      await wall.getByRole('heading').first().waitFor({ timeout: PATIENCE });
      const bounds = await stage.app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().map((each) => [each.getBounds().x, each.isFullScreen()]),
      );
      expect(bounds.at(-1)).toEqual([1920, true]);
      expect(await wall.evaluate(() => sessionStorage.getItem('hoidong.desk'))).toBeNull();
      await wall.reload();
      await wall.getByRole('heading').first().waitFor({ timeout: PATIENCE });
      // The main window takes the wall with it.
      await stage.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
      await eventually(() => stage.app.windows().length).toBe(0);
      expect(stage.faults).toEqual([]);
    });
  });

  test('[SH19] a file dropped on its place reaches the page; dropped beside it, it opens nothing', async () => {
    const stage = await tempStage();
    const { page } = stage;
    const file = join(tempFolder('drop'), 'thả xuống.pdf');
    writeFileSync(file, '%PDF-1.7 and nothing more');
    const cdp = await page.context().newCDPSession(page);
    const drop = async (x: number, y: number): Promise<void> => {
      const data = { items: [], files: [file], dragOperationsMask: 1 };
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
        await cdp.send('Input.dispatchDragEvent', { type, x, y, data });
    };
    await page.evaluate(() => {
      location.hash = '#/check';
      const effects: (string | undefined)[] = [];
      Object.assign(globalThis, { effects });
      addEventListener('dragover', ({ dataTransfer }) => effects.push(dataTransfer?.dropEffect));
    });
    const zone = page.getByText(sentences('vi')('check.file.hint'));
    await zone.waitFor({ timeout: PATIENCE });
    const before = page.url();
    const report = page.getByRole('heading', { name: 'thả xuống.pdf' });
    await drop(5, 5);
    const effects = async () =>
      await page.evaluate(() => Reflect.get(globalThis, 'effects') as readonly (string | undefined)[]);
    await eventually(async () => (await effects()).at(-1)).toBe('none');
    expect(await report.count()).toBe(0);
    const box = await zone.boundingBox();
    await drop((box?.x ?? 0) + 5, (box?.y ?? 0) + 5);
    await report.waitFor({ timeout: PATIENCE });
    expect(page.url()).toBe(before);
    expect(stage.app.windows()).toHaveLength(1);
    expect(stage.faults).toEqual([]);
  });
});
