// A window: its life, its place as far as Chromium gives it one, and the page in it.
import { EventEmitter } from 'node:events';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserWindowConstructorOptions, Rectangle } from 'electron';
import { allWindows } from './all-windows.ts';
import { app } from './app.ts';
import { allContents, WebContents } from './contents.ts';
import { screen } from './displays.ts';
import { appPath } from './place.ts';
import { preventable } from './preventable.ts';
import { browser } from './started.ts';
import { strict } from './strict.ts';

type Shown = 'normal' | 'minimized' | 'maximized' | 'fullscreen';

const faces = new Set<Window>();
let nextId = 1;

class Window extends EventEmitter {
  readonly id = nextId++;
  readonly face: Window = strict('BrowserWindow', this);
  readonly webContents: WebContents;
  #bounds: Rectangle;
  #title: string;
  #shown: Shown = 'normal';
  #isVisible: boolean;
  #isFocused: boolean = false;
  #isDestroyed: boolean = false;
  #isMenuShown = true;

  static getAllWindows(): Window[] {
    return [...faces];
  }
  static getFocusedWindow(): Window | null {
    return [...faces].find((each) => each.isFocused()) ?? null;
  }
  static fromWebContents(contents: unknown): Window | null {
    return [...faces].find((each) => each.webContents === contents) ?? null;
  }
  static fromId(id: number): Window | null {
    return [...faces].find((each) => each.id === id) ?? null;
  }

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super();
    if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready');
    const area = screen.getPrimaryDisplay().workArea;
    const { width = 800, height = 600 } = options;
    const middle = {
      x: area.x + Math.floor((area.width - width) / 2),
      y: area.y + Math.floor((area.height - height) / 2),
    };
    this.#bounds = { x: options.x ?? middle.x, y: options.y ?? middle.y, width, height };
    this.#isVisible = options.show !== false;
    this.#title = options.title ?? app.name;
    const contents = new WebContents(options);
    contents.owner = this;
    contents.once('did-finish-load', () => this.emit('ready-to-show'));
    this.webContents = contents.face;
    faces.add(this.face);
    allWindows.add(this);
    if (options.fullscreen === true) this.#show('fullscreen');
    app.emit('browser-window-created', {}, this.face);
  }

  async loadURL(url: string): Promise<void> {
    await this.webContents.loadURL(url);
  }
  async loadFile(file: string): Promise<void> {
    await this.loadURL(pathToFileURL(path.resolve(appPath, file)).href);
  }

  show(): void {
    this.showInactive();
    this.focus();
  }
  showInactive(): void {
    this.#isVisible = true;
    this.emit('show');
  }
  hide(): void {
    this.#isVisible = false;
    this.emit('hide');
  }
  focus(): void {
    for (const each of faces) if (each.isFocused()) each.blur();
    this.#isFocused = true;
    this.emit('focus');
    app.emit('browser-window-focus', {}, this.face);
  }
  blur(): void {
    this.#isFocused = false;
    this.emit('blur');
    app.emit('browser-window-blur', {}, this.face);
  }
  isVisible(): boolean {
    return this.#isVisible;
  }
  isFocused(): boolean {
    return this.#isFocused;
  }
  isDestroyed(): boolean {
    return this.#isDestroyed;
  }

  #show(shown: Shown): void {
    const [before, now] = [this.#shown, shown];
    if (before === now) return;
    this.#shown = now;
    void this.#place({ windowState: now });
    const told: Readonly<Record<Shown, readonly [enter: string, leave: string]>> = {
      normal: ['', ''],
      minimized: ['minimize', 'restore'],
      maximized: ['maximize', 'unmaximize'],
      fullscreen: ['enter-full-screen', 'leave-full-screen'],
    };
    for (const name of [told[before][1], told[now][0]]) if (name !== '') this.emit(name);
    this.emit('resize');
  }
  async #place(bounds: { readonly windowState: Shown } | Rectangle): Promise<void> {
    try {
      await this.webContents.cdp();
      const { cdp } = await browser;
      const { windowId } = await cdp.root.send('Browser.getWindowForTarget', { targetId: this.webContents.targetId });
      const given =
        'x' in bounds ? { left: bounds.x, top: bounds.y, width: bounds.width, height: bounds.height } : bounds;
      await cdp.root.send('Browser.setWindowBounds', { windowId, bounds: given });
    } catch {
      // The window has closed meanwhile, or this Chromium has no such place.
    }
  }
  minimize(): void {
    this.#show('minimized');
  }
  maximize(): void {
    this.#show('maximized');
  }
  unmaximize(): void {
    this.#show('normal');
  }
  restore(): void {
    this.#show('normal');
  }
  setFullScreen(isOn: boolean): void {
    this.#show(isOn ? 'fullscreen' : 'normal');
  }
  isMinimized(): boolean {
    return this.#shown === 'minimized';
  }
  isMaximized(): boolean {
    return this.#shown === 'maximized';
  }
  isFullScreen(): boolean {
    return this.#shown === 'fullscreen';
  }
  isNormal(): boolean {
    return this.#shown === 'normal';
  }

  /** Bounds of a window that fills a screen are that screen's. */
  getBounds(): Rectangle {
    const display = screen.getDisplayMatching(this.#bounds);
    if (this.#shown === 'fullscreen') return { ...display.bounds };
    return this.#shown === 'maximized' ? { ...display.workArea } : { ...this.#bounds };
  }
  getNormalBounds(): Rectangle {
    return { ...this.#bounds };
  }
  setBounds(bounds: Partial<Rectangle>): void {
    const before = this.#bounds;
    this.#bounds = { ...before, ...bounds };
    void this.#place(this.#bounds);
    const { x, y, width, height } = this.#bounds;
    if (x !== before.x || y !== before.y) this.emit('move');
    if (width !== before.width || height !== before.height) this.emit('resize');
  }
  getSize(): number[] {
    const { width, height } = this.getBounds();
    return [width, height];
  }
  setSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }
  getPosition(): number[] {
    const { x, y } = this.getBounds();
    return [x, y];
  }
  setPosition(x: number, y: number): void {
    this.setBounds({ x, y });
  }
  center(): void {}
  moveTop(): void {}

  getTitle(): string {
    return this.#title;
  }
  setTitle(title: string): void {
    this.#title = title;
  }
  setMenu(_menu: unknown): void {}
  removeMenu(): void {}
  setMenuBarVisibility(isShown: boolean): void {
    this.#isMenuShown = isShown;
  }
  isMenuBarVisible(): boolean {
    return this.#isMenuShown;
  }
  setAutoHideMenuBar(_isHidden: boolean): void {}
  setBackgroundColor(_colour: string): void {}
  setIcon(_icon: unknown): void {}
  setContentProtection(_isOn: boolean): void {}
  flashFrame(_isOn: boolean): void {}
  setProgressBar(_share: number): void {}

  tryClose(): boolean {
    if (this.#isDestroyed) return true;
    const event = preventable({});
    this.emit('close', event);
    if (event.defaultPrevented) return false;
    this.destroy();
    return true;
  }
  close(): void {
    this.tryClose();
  }
  destroy(): void {
    if (this.#isDestroyed) return;
    this.#isDestroyed = true;
    faces.delete(this.face);
    allWindows.delete(this);
    this.webContents.destroy();
    this.emit('closed');
    if (faces.size > 0 || app.isQuitting()) return;
    if (app.listenerCount('window-all-closed') > 0) app.emit('window-all-closed');
    else app.quit();
  }
}

/** `new BrowserWindow()` gives the strict face; nobody gets at what is behind it. */
export const BrowserWindow = new Proxy(Window, {
  construct: (target, [options]: [BrowserWindowConstructorOptions?]) => new target(options).face,
});

/** A window that a page may open: its opener is given none, and it has none. */
app.on('web-contents-created', (_event: unknown, contents: EventEmitter) => {
  contents.on('standin-open', (url: string) => {
    new Window().loadURL(url).catch(() => {});
  });
});

export const webContents = strict('webContents', {
  getAllWebContents: () => [...allContents],
  getFocusedWebContents: () => Window.getFocusedWindow()?.webContents ?? null,
  fromId: (id: number) => [...allContents].find((each) => each.id === id),
  fromDevToolsTargetId: (id: string) => [...allContents].find((each) => each.targetId === id),
});
