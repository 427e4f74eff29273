// Keeps every window at its own page: nothing else is gone to, opened beside it, or put inside it.
import type { App, WebContents } from 'electron';
import { externalLink } from './external-links.ts';
import { isOwnFile, isOwnPage } from './own-page.ts';

type Around = {
  /** Opens an address in the person's own browser. */
  readonly openOutside: (url: string) => void;
};

function guard(contents: WebContents, { openOutside }: Around): void {
  /** Where a link wants to go that is not our page: a file is saved, a known place opens outside, the rest is nothing. */
  const elsewhere = (url: string): void => {
    if (isOwnFile(url)) contents.downloadURL(url);
    else {
      const link = externalLink(url);
      if (link !== undefined) openOutside(link);
    }
  };
  // A file dropped beside its place would be such a navigation as well.
  contents.on('will-frame-navigate', (details) => {
    if (details.isMainFrame && isOwnPage(details.url)) return;
    details.preventDefault();
    if (details.isMainFrame) elsewhere(details.url);
  });
  contents.on('will-redirect', (details) => {
    if (!isOwnPage(details.url)) details.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    elsewhere(url);
    return { action: 'deny' };
  });
}

/** Before the first window: everything that shows a page is guarded from its beginning. */
export function guardNavigation(app: Pick<App, 'on'>, around: Around): void {
  app.on('web-contents-created', (_event, contents) => guard(contents, around));
}
