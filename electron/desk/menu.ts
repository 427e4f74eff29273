// The menu of the window, in the language that its page has chosen.
import type { MenuItemConstructorOptions } from 'electron';
import { type ShellAct, THEMES } from '../../shared/contract/shell-view.ts';
import { LANGUAGES, type Sentence, sentences } from '../../shared/lang/say.ts';
import type { Kept } from './kept-state.ts';

type Item = MenuItemConstructorOptions;
type Parts = {
  readonly chosen: Pick<Kept, 'language' | 'theme'>;
  readonly platform: NodeJS.Platform;
  readonly isPackaged: boolean;
  /** Without a host there is nothing to command. */
  readonly hasHost: boolean;
  readonly command: (act: ShellAct) => void;
};

const line: Item = { type: 'separator' };
type Role = NonNullable<Item['role']>;
/** The system's own act under our word. */
const role = (name: Role, label: string): Item => ({ id: name, role: name, label });

function fileMenu(t: Sentence, act: (id: ShellAct, label: string, more?: Item) => Item, isMac: boolean): Item {
  const end = isMac
    ? [role('close', t('menu.close'))]
    : [act('/settings', t('menu.settings')), line, role('quit', t('menu.quit'))];
  return {
    id: 'file',
    label: t('menu.file'),
    submenu: [
      act('/', t('menu.home')),
      act('/new', t('menu.new'), { accelerator: 'CommandOrControl+N' }),
      act('/check', t('menu.check'), { accelerator: 'CommandOrControl+O' }),
      line,
      ...end,
    ],
  };
}

const appMenu = (t: Sentence, act: (id: ShellAct, label: string, more?: Item) => Item): Item => ({
  id: 'app',
  label: t('app.name'),
  submenu: [
    role('about', t('menu.about', { name: t('app.name') })),
    line,
    act('/settings', t('menu.settings'), { accelerator: 'Command+,' }),
    line,
    role('services', t('menu.services')),
    line,
    role('hide', t('menu.hide', { name: t('app.name') })),
    role('hideOthers', t('menu.hideOthers')),
    role('unhide', t('menu.unhide')),
    line,
    role('quit', t('menu.quit')),
  ],
});

/** Every command and every role, in order; `id` names each, for whoever looks for it. */
export function menuTemplate({ chosen, platform, isPackaged, hasHost, command }: Parts): Item[] {
  const t = sentences(chosen.language);
  const isMac = platform === 'darwin';
  const act = (id: ShellAct, label: string, more: Item = {}): Item => ({
    id,
    label,
    enabled: hasHost,
    click: () => command(id),
    ...more,
  });
  const languages = LANGUAGES.map((each) =>
    act(`language-${each}`, t(`lang.${each}`), { type: 'radio', checked: each === chosen.language }),
  );
  const themes = THEMES.map((each) =>
    act(`theme-${each}`, t(`menu.theme.${each}`), { type: 'radio', checked: each === chosen.theme }),
  );
  const edit: Item = {
    id: 'edit',
    label: t('menu.edit'),
    submenu: [
      role('undo', t('menu.undo')),
      role('redo', t('menu.redo')),
      line,
      role('cut', t('menu.cut')),
      role('copy', t('menu.copy')),
      role('paste', t('menu.paste')),
      role('selectAll', t('menu.selectAll')),
      line,
      // The page takes this key itself; the menu only shows it.
      act('find', t('menu.find'), { accelerator: 'CommandOrControl+K', registerAccelerator: false }),
    ],
  };
  const view: Item = {
    id: 'view',
    label: t('menu.view'),
    submenu: [
      { id: 'language', label: t('menu.language'), submenu: languages },
      { id: 'theme', label: t('menu.theme'), submenu: themes },
      line,
      role('zoomIn', t('menu.zoom.in')),
      role('zoomOut', t('menu.zoom.out')),
      role('resetZoom', t('menu.zoom.reset')),
      role('togglefullscreen', t('menu.fullscreen')),
      line,
      act('projector', t('menu.projector'), { accelerator: 'CommandOrControl+Shift+P' }),
      line,
      role('reload', t('menu.reload')),
      ...(isPackaged ? [] : [role('toggleDevTools', t('menu.devtools'))]),
    ],
  };
  const windows: Item = {
    id: 'window',
    label: t('menu.window'),
    submenu: [role('minimize', t('menu.minimize')), ...(isMac ? [] : [role('close', t('menu.close'))])],
  };
  const help: Item = {
    id: 'helpMenu',
    label: t('menu.help'),
    submenu: [
      act('help', t('menu.keys'), { accelerator: 'F1' }),
      ...(isMac ? [] : [role('about', t('menu.about', { name: t('app.name') }))]),
    ],
  };
  return [...(isMac ? [appMenu(t, act)] : []), fileMenu(t, act, isMac), edit, view, windows, help];
}
