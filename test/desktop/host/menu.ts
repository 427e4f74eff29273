// Application menus as far as a test can see them: their items, their words, their clicks. Nothing is drawn.
import type { MenuItemConstructorOptions } from 'electron';
import { strict } from './strict.ts';
import { BrowserWindow } from './window.ts';

let current: Menu | null = null;

export class MenuItem {
  readonly id: string;
  readonly type: string;
  readonly role: string | undefined;
  readonly accelerator: string | undefined;
  readonly submenu: Menu | undefined;
  readonly click: () => void;
  label: string;
  enabled: boolean;
  visible: boolean;
  checked: boolean;

  constructor(options: MenuItemConstructorOptions) {
    const { label, role, type, submenu, click } = options;
    if (label === undefined && role === undefined && type === undefined)
      throw new TypeError('Invalid template for MenuItem: must have at least one of label, role or type');
    this.id = options.id ?? '';
    this.type = type ?? (submenu === undefined ? 'normal' : 'submenu');
    this.role = role;
    this.label = label ?? '';
    this.accelerator = options.accelerator;
    this.enabled = options.enabled ?? true;
    this.visible = options.visible ?? true;
    this.checked = options.checked ?? false;
    this.submenu = Array.isArray(submenu) ? Menu.buildFromTemplate(submenu) : (submenu as Menu | undefined);
    this.click = () => {
      if (this.type === 'checkbox') this.checked = !this.checked;
      if (click) Reflect.apply(click, options, [this, BrowserWindow.getFocusedWindow() ?? undefined, {}]);
    };
  }
}

export class Menu {
  readonly items: MenuItem[] = [];

  static buildFromTemplate(template: readonly (MenuItemConstructorOptions | MenuItem)[]): Menu {
    const menu = strict('Menu', new Menu());
    for (const each of template) menu.append(each instanceof MenuItem ? each : new MenuItem(each));
    return menu;
  }
  static setApplicationMenu(menu: Menu | null): void {
    current = menu;
  }
  static getApplicationMenu(): Menu | null {
    return current;
  }
  append(item: MenuItem): void {
    this.items.push(item);
  }
  popup(): void {}
  closePopup(): void {}
  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found) return found;
    }
    return null;
  }
}
