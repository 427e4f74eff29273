// Makes the target of a window: an empty page whose requests are held back, with the preload in a world of its own.
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Cdp, CdpSession, Protocol } from './cdp.ts';
import { injectedSources } from './injected.ts';
import { holdRequests } from './worker-targets.ts';

/** The world that plays Electron's preload world, and the function by which it calls the main process. */
export const WORLD = 'Electron Isolated Context';
export const BINDING = '__electronHost';

type Wanted = {
  readonly width: number;
  readonly height: number;
  /** The app's own, by its full path. */
  readonly preload: string | undefined;
  /** Before anything can happen in the page. */
  readonly hear: (session: CdpSession, targetId: string, mainFrame: string) => void;
  readonly onRequest: (from: CdpSession, paused: Protocol.Fetch.requestPausedPayload) => void;
};

export async function attachPage(cdp: Cdp, { width, height, preload, hear, onRequest }: Wanted): Promise<CdpSession> {
  const page = { url: 'about:blank', width, height, newWindow: true };
  const { targetId } = await cdp.root.send('Target.createTarget', page);
  const { sessionId } = await cdp.root.send('Target.attachToTarget', { targetId, flatten: true });
  const session = cdp.session(sessionId);
  const { frameTree } = await session.send('Page.getFrameTree');
  hear(session, targetId, frameTree.frame.id);
  await session.send('Page.enable');
  await holdRequests(cdp, session, onRequest);
  const text = preload === undefined ? '' : readFileSync(preload, 'utf8');
  const { platform, arch, versions } = process;
  const facts = { platform, arch, versions: { ...versions } };
  const sources = injectedSources(randomBytes(12).toString('hex'), { text, path: preload ?? 'none' }, facts);
  await session.send('Page.addScriptToEvaluateOnNewDocument', { source: sources.page });
  await session.send('Page.addScriptToEvaluateOnNewDocument', { source: sources.preload, worldName: WORLD });
  await session.send('Runtime.addBinding', { name: BINDING, executionContextName: WORLD });
  await session.send('Runtime.enable');
  return session;
}
