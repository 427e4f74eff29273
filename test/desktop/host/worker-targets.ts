// Workers and frames in processes of their own: their requests are held back as those of the page are.
import type { Cdp, CdpSession, Protocol } from './cdp.ts';

type OnRequest = (cdp: CdpSession, paused: Protocol.Fetch.requestPausedPayload) => void;

const EVERYTHING = [{ urlPattern: '*', requestStage: 'Request' as const }];

/** Holds back every request of a target and of all it starts. */
export async function holdRequests(cdp: Cdp, session: CdpSession, onRequest: OnRequest): Promise<void> {
  session.on('Fetch.requestPaused', (paused) => onRequest(session, paused));
  session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    const child = cdp.session(sessionId);
    const held = targetInfo.type === 'page' ? Promise.resolve() : holdRequests(cdp, child, onRequest);
    // A worker's own session knows no Fetch domain where its page already answers for it.
    held.catch(() => {}).finally(() => void child.send('Runtime.runIfWaitingForDebugger').catch(() => {}));
  });
  await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true });
  await session.send('Fetch.enable', { patterns: EVERYTHING });
}
