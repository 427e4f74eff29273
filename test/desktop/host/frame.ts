// A frame of a page as the main process sees it: what sender checks look at.
import { fromChromium, originOf } from './scheme.ts';

export class WebFrameMain {
  readonly parent: WebFrameMain | null;
  readonly frameToken: string;
  readonly #frames: ReadonlyMap<string, WebFrameMain>;
  /** As Chromium has it. */
  address = 'about:blank';

  constructor(frames: ReadonlyMap<string, WebFrameMain>, id: string, parent: WebFrameMain | null) {
    this.#frames = frames;
    this.frameToken = id;
    this.parent = parent;
  }
  get url(): string {
    return fromChromium(this.address);
  }
  get origin(): string {
    return originOf(this.url);
  }
  get top(): WebFrameMain {
    return this.parent?.top ?? this;
  }
  get detached(): boolean {
    return this.isDestroyed();
  }
  isDestroyed(): boolean {
    return this.#frames.get(this.frameToken) !== this;
  }
}
