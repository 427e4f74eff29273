// Messages between a page's preload and the main process.
import { EventEmitter } from 'node:events';
import { strict } from './strict.ts';

type Handle = (event: object, ...args: unknown[]) => unknown;

class IpcMain extends EventEmitter {
  readonly #handlers = new Map<string, Handle>();

  handle(channel: string, handle: Handle): void {
    if (this.#handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    this.#handlers.set(channel, handle);
  }
  handleOnce(channel: string, handle: Handle): void {
    this.handle(channel, (event, ...args) => {
      this.#handlers.delete(channel);
      return handle(event, ...args);
    });
  }
  removeHandler(channel: string): void {
    this.#handlers.delete(channel);
  }
  /** For the stand-in: what a preload's `invoke` asks. */
  async answer(channel: string, event: object, args: readonly unknown[]): Promise<unknown> {
    const handle = this.#handlers.get(channel);
    if (!handle) throw new Error(`No handler registered for '${channel}'`);
    return await handle(event, ...args);
  }
}

export const ipcMain = strict('ipcMain', new IpcMain());
