// The life of the application: ready, paths, one instance, quitting in Electron's order.
import { EventEmitter } from 'node:events';
import { mkdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { allWindows } from './all-windows.ts';
import { commandLine } from './command-line.ts';
import { appPath, manifest } from './place.ts';
import { preventable } from './preventable.ts';
import { watchReady } from './scheme.ts';
import { type Lock, takeLock } from './single-instance.ts';
import { beforeEnd, endAll } from './started.ts';
import { strict } from './strict.ts';

class App extends EventEmitter {
  name = manifest.productName ?? manifest.name;
  readonly isPackaged = false;
  readonly commandLine = commandLine;
  readonly #paths = new Map<string, string>();
  readonly #ready = Promise.withResolvers<void>();
  #isReady: boolean = false;
  #isQuitting: boolean = false;
  #lock: Lock | undefined;

  /** For the executable: everything is there. */
  becomeReady(): void {
    this.#isReady = true;
    this.#ready.resolve();
    this.emit('ready', {}, {});
  }
  async whenReady(): Promise<void> {
    await this.#ready.promise;
  }
  isReady(): boolean {
    return this.#isReady;
  }
  /** As Electron does it: the switch is what makes every renderer sandboxed. */
  enableSandbox(): void {
    if (this.#isReady) throw new Error('app.enableSandbox() can only be called before app is ready');
    commandLine.removeSwitch('no-sandbox');
    commandLine.appendSwitch('enable-sandbox');
  }

  getPath(name: string): string {
    const set = this.#paths.get(name);
    if (set !== undefined) return set;
    const home = os.homedir();
    const appData = this.#paths.get('appData') ?? path.join(home, '.config');
    const userData = commandLine.getSwitchValue('user-data-dir') || path.join(appData, this.name);
    const known: Readonly<Record<string, string>> = {
      home,
      appData,
      userData,
      sessionData: this.#paths.get('userData') ?? userData,
      temp: os.tmpdir(),
      documents: path.join(home, 'Documents'),
      downloads: path.join(home, 'Downloads'),
      desktop: path.join(home, 'Desktop'),
      exe: process.execPath,
      logs: path.join(this.#paths.get('userData') ?? userData, 'logs'),
    };
    const at = known[name];
    if (at === undefined) throw new Error(`Failed to get '${name}' path`);
    return at;
  }
  setPath(name: string, value: string): void {
    if (!path.isAbsolute(value)) throw new Error('Path must be absolute');
    mkdirSync(value, { recursive: true });
    this.#paths.set(name, value);
  }
  getName(): string {
    return this.name;
  }
  setName(name: string): void {
    this.name = name;
  }
  getVersion(): string {
    return manifest.version;
  }
  getAppPath(): string {
    return appPath;
  }
  getLocale(): string {
    return process.env['STANDIN_LOCALE'] ?? 'en-GB';
  }
  getPreferredSystemLanguages(): string[] {
    return [this.getLocale()];
  }
  getSystemLocale(): string {
    return this.getLocale();
  }
  setAppUserModelId(_id: string): void {}
  setAboutPanelOptions(_options: object): void {}
  disableHardwareAcceleration(): void {}
  focus(): void {}

  requestSingleInstanceLock(): boolean {
    this.#lock ??= takeLock(this.getPath('userData'), ({ argv, cwd }) =>
      this.emit('second-instance', preventable({}), argv, cwd, null),
    );
    beforeEnd(() => this.releaseSingleInstanceLock());
    return this.#lock !== undefined;
  }
  hasSingleInstanceLock(): boolean {
    return this.#lock !== undefined;
  }
  releaseSingleInstanceLock(): void {
    this.#lock?.release();
    this.#lock = undefined;
  }

  #mayGo(name: string): boolean {
    const event = preventable({});
    this.emit(name, event);
    return !event.defaultPrevented;
  }
  /** before-quit, each window's close, will-quit, quit; whoever says no keeps everything open. */
  quit(): void {
    if (this.#isQuitting) return;
    this.#isQuitting = true;
    const isAllowed = this.#mayGo('before-quit') && [...allWindows].every((each) => each.tryClose());
    if (isAllowed && this.#mayGo('will-quit')) this.exit(0, true);
    this.#isQuitting = false;
  }
  /** For the stand-in: windows that close while quitting do not tell that all are closed. */
  isQuitting(): boolean {
    return this.#isQuitting;
  }
  exit(code = 0, isTold = false): void {
    if (isTold) this.emit('quit', {}, code);
    void endAll(code);
  }
}

const theApp = new App();
watchReady(() => theApp.isReady());
export const app = strict('app', theApp);
