// One file on its way to the disk, as `will-download` shows it.
import { EventEmitter } from 'node:events';
import type { SaveDialogOptions } from 'electron';

export type DownloadState = 'progressing' | 'completed' | 'cancelled' | 'interrupted';
export type DownloadFacts = { readonly url: string; readonly fileName: string; readonly headers: Headers };

export class DownloadItem extends EventEmitter {
  readonly #facts: DownloadFacts;
  readonly #stop: () => void;
  #path = '';
  #options: SaveDialogOptions = {};
  #state: DownloadState = 'progressing';
  #received = 0;
  #total = 0;

  /** @param stop tells the source that nothing more is wanted */
  constructor(facts: DownloadFacts, stop: () => void) {
    super();
    this.#facts = facts;
    this.#stop = stop;
  }
  getURL(): string {
    return this.#facts.url;
  }
  getURLChain(): string[] {
    return [this.#facts.url];
  }
  getFilename(): string {
    return this.#facts.fileName;
  }
  getMimeType(): string {
    return (this.#facts.headers.get('content-type') ?? '').split(';')[0] ?? '';
  }
  getContentDisposition(): string {
    return this.#facts.headers.get('content-disposition') ?? '';
  }
  hasUserGesture(): boolean {
    return true;
  }
  getState(): DownloadState {
    return this.#state;
  }
  getReceivedBytes(): number {
    return this.#received;
  }
  getTotalBytes(): number {
    return this.#total;
  }
  setSavePath(path: string): void {
    this.#path = path;
  }
  getSavePath(): string {
    return this.#path;
  }
  setSaveDialogOptions(options: SaveDialogOptions): void {
    this.#options = options;
  }
  getSaveDialogOptions(): SaveDialogOptions {
    return this.#options;
  }
  isPaused(): boolean {
    return false;
  }
  cancel(): void {
    if (this.#state !== 'progressing') return;
    this.#stop();
    this.end('cancelled');
  }
  /** For the stand-in. */
  progress(received: number, total: number): void {
    this.#received = received;
    this.#total = total;
    this.emit('updated', {}, 'progressing');
  }
  end(state: DownloadState): void {
    if (this.#state !== 'progressing') return;
    this.#state = state;
    this.emit('done', {}, state);
  }
}
