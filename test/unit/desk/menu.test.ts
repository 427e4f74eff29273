// The menu in both languages and on each system; what it commands, and who hears it.
import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, test } from 'vitest';
import { openKeptState } from '../../../electron/desk/kept-state.ts';
import { menuTemplate } from '../../../electron/desk/menu.ts';
import { openShell } from '../../../electron/desk/shell.ts';
import { SHELL_ACTS, type ShellAct } from '../../../shared/contract/shell-view.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';

type Item = MenuItemConstructorOptions;
const below = (items: readonly Item[]): Item[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? below(item.submenu) : [])]);

function menu(more: Partial<Parameters<typeof menuTemplate>[0]> = {}) {
  const commands: ShellAct[] = [];
  const items = below(
    menuTemplate({
      chosen: { language: 'vi', theme: 'system' },
      platform: 'linux',
      isPackaged: true,
      hasHost: true,
      command: (act) => commands.push(act),
      ...more,
    }),
  );
  const item = (id: string): Item => items.find((each) => each.id === id) ?? {};
  return { items, item, commands };
}

const PLATFORMS = ['linux', 'win32', 'darwin'] as const;
const LANGUAGES = ['vi', 'en'] as const;

describe('the menu', () => {
  test.each(PLATFORMS)('[DK10] on %s every item has words of its own in vi and en', (platform) => {
    const [vi, en] = LANGUAGES.map((language) =>
      menu({ platform, chosen: { language, theme: 'dark' } })
        .items.filter(({ type }) => type !== 'separator')
        .map(({ id, label }) => [id, label]),
    );
    expect(vi?.map(([id]) => id)).toEqual(en?.map(([id]) => id));
    // Names of languages are in their own language in both.
    const same = vi?.filter(([id, label], at) => label === en?.[at]?.[1] && !`${id}`.startsWith('language-'));
    expect(same?.map(([id]) => id)).toEqual(platform === 'darwin' ? ['app'] : []);
    for (const [id, label] of vi ?? []) expect(label, id).toMatch(/\S/);
  });

  test.each(PLATFORMS)('[DK10] on %s every command is there once, and clicking it says it', (platform) => {
    const { item, items, commands } = menu({ platform });
    for (const act of SHELL_ACTS) {
      expect(
        items.filter(({ id }) => id === act),
        act,
      ).toHaveLength(1);
      (item(act).click as () => void)();
    }
    expect(commands).toEqual(SHELL_ACTS);
  });

  test('[DK10] no two keys are the same', () => {
    for (const platform of PLATFORMS) {
      const keys = menu({ platform }).items.flatMap(({ accelerator }) => (accelerator ? [accelerator] : []));
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  test('[DK10] language and background show what is chosen', () => {
    const { item } = menu({ chosen: { language: 'en', theme: 'light' } });
    expect(
      ['language-vi', 'language-en', 'theme-system', 'theme-light', 'theme-dark'].map((id) => item(id).checked),
    ).toEqual([false, true, false, true, false]);
  });

  test('[DK10] without a host its commands rest, and quitting does not', () => {
    const { item } = menu({ hasHost: false });
    expect(SHELL_ACTS.map((act) => item(act).enabled)).toEqual(SHELL_ACTS.map(() => false));
    expect(item('quit').role).toBe('quit');
  });

  test('[DK10] developer tools are in no packaged menu', () => {
    expect([menu().item('toggleDevTools').role, menu({ isPackaged: false }).item('toggleDevTools').role]).toEqual([
      undefined,
      'toggleDevTools',
    ]);
  });
});

describe('the shell', () => {
  const shell = () => {
    const folder = tempFolder('shell');
    const kept = openKeptState(folder);
    let dressed = 0;
    const opened = openShell({
      machine: { covered: true, worries: [] },
      kept,
      onChosen: () => {
        dressed += 1;
      },
      openProjector: () => {},
    });
    return { opened, kept, dressed: () => dressed };
  };

  test('[DK10] what the page chooses is remembered, and the menu follows', () => {
    const { opened, kept, dressed } = shell();
    opened.chosen({ language: 'en', theme: 'dark' });
    expect([kept.now().language, kept.now().theme, dressed()]).toEqual(['en', 'dark', 1]);
  });

  test('[DK10] each command has a number of its own; one before there is a page waits for it', () => {
    const { opened } = shell();
    const seen: unknown[] = [];
    opened.onChange(() => seen.push(opened.view().command));
    opened.command('/new');
    opened.command('/check');
    expect([seen, opened.view().command]).toEqual([[], undefined]);
    opened.chosen({ language: 'vi', theme: 'system' });
    opened.command('help');
    opened.command('help');
    expect(seen).toEqual([
      { number: 1, act: '/check' },
      { number: 2, act: 'help' },
      { number: 3, act: 'help' },
    ]);
    opened.chosen({ language: 'vi', theme: 'light' });
    expect(seen).toHaveLength(3);
  });

  test('[DK10] whoever has left is told nothing', () => {
    const { opened } = shell();
    let told = 0;
    const stop = opened.onChange(() => {
      told += 1;
    });
    opened.chosen({ language: 'vi', theme: 'system' });
    opened.command('find');
    stop();
    opened.command('find');
    expect(told).toBe(1);
  });
});
