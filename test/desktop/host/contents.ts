// The page in a window: loading, navigation, messages, and what may be asked of it.
import { EventEmitter } from 'node:events';
import type { BrowserWindowConstructorOptions, PrintToPDFOptions, WebPreferences } from 'electron';
import { answerRequest } from './answer-request.ts';
import { app } from './app.ts';
import { attachPage, BINDING, WORLD } from './attach-page.ts';
import type { CdpSession, Protocol } from './cdp.ts';
import { makeCodec } from './codec.ts';
import { checkPreferences } from './contents-options.ts';
import { WebFrameMain } from './frame.ts';
import { fromPreload } from './from-preload.ts';
import { applyPermissions } from './permissions.ts';
import { preventable } from './preventable.ts';
import { fromChromium, toChromium } from './scheme.ts';
import { defaultSession } from './session.ts';
import { browser } from './started.ts';
import { strict } from './strict.ts';

const codec = makeCodec();

export type OpenDetails = {
  readonly url: string;
  readonly frameName: string;
  readonly features: string;
  readonly disposition: string;
};
type OpenHandler = (details: OpenDetails) => { readonly action: 'allow' | 'deny' };

export const allContents = new Set<WebContents>();
let nextId = 1;

export class WebContents extends EventEmitter {
  readonly id = nextId++;
  /** What the application is given: this, and a loud word for what is not here. */
  readonly face: WebContents = strict('webContents', this);
  readonly session = defaultSession;
  readonly frames = new Map<string, WebFrameMain>();
  /** Set once by its window. */
  owner: { readonly getTitle: () => string; readonly close: () => void } | undefined;
  targetId = '';
  mainFrame = new WebFrameMain(this.frames, '', null);
  readonly #preferences: WebPreferences;
  readonly #attached: Promise<CdpSession>;
  /** Addresses the app itself asked for: no page wants to go there. */
  readonly #own = new Set<string>();
  #context: number | undefined;
  #openHandler: OpenHandler | undefined;
  #isDestroyed: boolean = false;
  #isLoading: boolean = false;

  constructor(options: BrowserWindowConstructorOptions) {
    super();
    this.#preferences = checkPreferences(options);
    allContents.add(this.face);
    this.#attached = this.#attach(options.width ?? 800, options.height ?? 600);
    this.#attached.catch((error: unknown) => {
      if (!this.#isDestroyed) console.error('electron-on-chromium:', error);
    });
  }

  async #attach(width: number, height: number): Promise<CdpSession> {
    const { cdp } = await browser;
    const session = await attachPage(cdp, {
      width,
      height,
      preload: this.#preferences.preload,
      hear: (opened, targetId, mainFrame) => {
        this.targetId = targetId;
        this.#frame(mainFrame, undefined);
        this.#hear(opened);
      },
      onRequest: (from, paused) => {
        answerRequest(from, paused, this).catch(() => {}); // the page has gone meanwhile
      },
    });
    app.emit('web-contents-created', {}, this.face);
    return session;
  }

  #hear(session: CdpSession): void {
    session.on('Runtime.executionContextCreated', ({ context }) => {
      const { frameId } = (context.auxData ?? {}) as { readonly frameId?: string };
      if (context.name === WORLD && frameId === this.mainFrame.frameToken) this.#context = context.id;
    });
    session.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      if (executionContextId === this.#context) this.#context = undefined;
    });
    session.on('Runtime.executionContextsCleared', () => {
      this.#context = undefined;
    });
    session.on('Runtime.bindingCalled', (called) => {
      if (called.name === BINDING) void this.#fromPreload(session, called);
    });
    session.on('Runtime.consoleAPICalled', ({ type, args }) => {
      const message = args.map((each) => String(each.value ?? each.description)).join(' ');
      this.emit('console-message', preventable({ level: type, message, lineNumber: 0, sourceId: '' }));
    });
    session.on('Page.frameAttached', ({ frameId, parentFrameId }) => void this.#frame(frameId, parentFrameId));
    session.on('Page.frameDetached', ({ frameId }) => void this.frames.delete(frameId));
    session.on('Page.frameNavigated', ({ frame }) => {
      this.#frame(frame.id, frame.parentId).address = frame.url + (frame.urlFragment ?? '');
      if (frame.parentId === undefined && frame.url !== 'about:blank')
        this.emit('did-navigate', {}, this.getURL(), 200, 'OK');
    });
    session.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      const frame = this.frames.get(frameId);
      if (frame) frame.address = url;
      this.emit('did-navigate-in-page', {}, fromChromium(url), frame?.parent === null);
    });
    session.on('Page.domContentEventFired', () => this.#isShown() && this.emit('dom-ready', {}));
    session.on('Page.loadEventFired', () => {
      if (!this.#isShown()) return;
      this.#isLoading = false;
      this.emit('did-finish-load');
      this.emit('did-stop-loading');
    });
    session.on('Inspector.targetCrashed', () => {
      this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 });
    });
  }
  #isShown = (): boolean => this.getURL() !== '';

  #frame(id: string, parentId: string | undefined): WebFrameMain {
    const known = this.frames.get(id);
    if (known) return known;
    const frame = new WebFrameMain(this.frames, id, this.frames.get(parentId ?? '') ?? null);
    this.frames.set(id, frame);
    if (parentId === undefined) this.mainFrame = frame;
    return frame;
  }

  // What a paused request asks its window.
  mayGo({ frameId, request }: Protocol.Fetch.requestPausedPayload, url: string): boolean {
    if (this.#own.delete(request.url)) return true;
    const isMainFrame = frameId === this.mainFrame.frameToken;
    const frame = this.frames.get(frameId);
    const event = preventable({ url, isMainFrame, isSameDocument: false, frame, initiator: this.mainFrame });
    this.emit('will-frame-navigate', event);
    if (isMainFrame && !event.defaultPrevented) this.emit('will-navigate', event, url, false, true);
    return !event.defaultPrevented;
  }
  async arrive({ frameId, request }: Protocol.Fetch.requestPausedPayload): Promise<void> {
    if (frameId === this.mainFrame.frameToken) await applyPermissions(this.face, request.url);
  }

  async #fromPreload(session: CdpSession, { payload, executionContextId }: Protocol.Runtime.bindingCalledPayload) {
    const settled = await fromPreload(this.face, payload);
    if (settled === undefined) return;
    const { id, isFine, text } = settled;
    const expression = `__electronSettle(${id}, ${isFine}, ${JSON.stringify(text)})`;
    await session.send('Runtime.evaluate', { contextId: executionContextId, expression }).catch(() => {});
  }
  /** For the stand-in: the page wants another window. */
  open(wanted: { readonly url: string; readonly name: string; readonly features: string }): void {
    const { url, name: frameName, features } = wanted;
    const details = { url: fromChromium(url), frameName, features, disposition: 'foreground-tab' };
    if (this.#openHandler?.(details).action !== 'deny') this.emit('standin-open', details.url);
  }
  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler;
  }

  /** For the stand-in's other parts. */
  async cdp(): Promise<CdpSession> {
    return await this.#attached;
  }
  async loadURL(url: string): Promise<void> {
    const session = await this.#attached;
    const target = toChromium(url);
    this.#own.add(target.split('#')[0] ?? target);
    this.#isLoading = true;
    const loaded = new Promise((ok) => this.once('did-finish-load', ok));
    const { errorText } = await session.send('Page.navigate', { url: target });
    if (errorText) {
      this.emit('did-fail-load', {}, -2, errorText, url, true);
      throw new Error(`${errorText} loading '${url}'`);
    }
    await loaded;
  }
  send(channel: string, ...args: unknown[]): void {
    const payload = codec.encode(args);
    const contextId = this.#context;
    if (contextId === undefined) return;
    const expression = `__electronDispatch(${JSON.stringify(channel)}, ${JSON.stringify(payload)})`;
    void this.#attached.then((session) => session.send('Runtime.evaluate', { contextId, expression })).catch(() => {});
  }
  getURL(): string {
    const { url } = this.mainFrame;
    return url === 'about:blank' ? '' : url;
  }
  getTitle(): string {
    return this.owner?.getTitle() ?? '';
  }
  getLastWebPreferences(): WebPreferences {
    return this.#preferences;
  }
  isLoading(): boolean {
    return this.#isLoading;
  }
  isDestroyed(): boolean {
    return this.#isDestroyed;
  }
  isCrashed(): boolean {
    return false;
  }
  async executeJavaScript(code: string): Promise<unknown> {
    const session = await this.#attached;
    const asked = { expression: code, awaitPromise: true, returnByValue: true, userGesture: true };
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', asked);
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }
  async printToPDF({ landscape, printBackground, scale, preferCSSPageSize, pageRanges }: PrintToPDFOptions) {
    const given = { landscape, printBackground, scale, preferCSSPageSize, pageRanges };
    const { data } = await (await this.#attached).send('Page.printToPDF', JSON.parse(JSON.stringify(given)) as object);
    return Buffer.from(data, 'base64');
  }
  /** Saved even where a page would show it. */
  downloadURL(url: string): void {
    this.emit('standin-download', fromChromium(url), '');
  }
  reload(): void {
    this.#own.add(this.mainFrame.address.split('#')[0] ?? '');
    void this.#attached.then((session) => session.send('Page.reload')).catch(() => {});
  }
  setZoomFactor(factor: number): void {
    void this.#attached.then((session) => session.send('Emulation.setPageScaleFactor', { pageScaleFactor: factor }));
  }
  async setVisualZoomLevelLimits(_least: number, _most: number): Promise<void> {}
  focus(): void {}
  openDevTools(): void {}
  closeDevTools(): void {}
  toggleDevTools(): void {}
  close(): void {
    this.owner?.close();
  }
  /** For its window, which has closed. */
  destroy(): void {
    if (this.#isDestroyed) return;
    this.#isDestroyed = true;
    allContents.delete(this.face);
    void browser.then(async ({ cdp }) => {
      await this.#attached.catch(() => {});
      await cdp.root.send('Target.closeTarget', { targetId: this.targetId }).catch(() => {});
    });
    this.emit('destroyed');
  }
}
