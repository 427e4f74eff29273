// Somebody between a page and the host who lets everything through, until it shows a reveal that never happened.
import { randomBytes } from 'node:crypto';
import type { Page, WebSocketRoute } from 'playwright-core';
import { nodeSha256 } from '../../electron/seal/node-ciphers.ts';
import { newDeviceSecret, openDevice } from '../../electron/seal/node-keys.ts';
import { fromBase64 } from '../../shared/base/bytes.ts';
import type { Hash } from '../../shared/base/ids.ts';
import type { EntryText, RunText } from '../../shared/book/book.ts';
import { bodyHashOf, type Commit, entryHash, feedStart } from '../../shared/book/entry.ts';
import { readHead } from '../../shared/book/head.ts';
import { nextEntry, type OwnFeed } from '../../shared/book/write-entry.ts';
import type { SessionView } from '../../shared/contract/views.ts';

/** What stands under the forged entry: random bytes, or the signature of a key the forger made. */
export type Lie = 'wrong-signature' | 'key-of-another';

export type Forger = {
  readonly stand: (page: Page) => Promise<void>;
  /** Shows the round as revealed from here on, and adds a `revealed` to whatever the page reads of the recording feed. */
  readonly lie: (lie: Lie) => Promise<void>;
  /** Lets everything through again. */
  readonly stop: () => void;
  /** Forged answers the page was given. */
  readonly told: () => number;
};

type Message = { readonly [name: string]: unknown };
const read = (text: string | Buffer): Message => JSON.parse(text.toString()) as Message;

export function openForger(): Forger {
  /** The whole recording feed as the page was honestly shown it. */
  const entries: EntryText[] = [];
  let feed = '';
  const asked = new Map<number, number>();
  let sessionWatch: number | undefined;
  let session: SessionView | undefined;
  let toPage: WebSocketRoute | undefined;
  let lying: Lie | undefined;
  let told = 0;

  const learn = ({ feed: of, from, entries: shown }: RunText): void => {
    feed = of;
    for (const [index, entry] of shown.entries()) entries[from - 1 + index] = entry;
  };

  /** The feed's own author as far as it is public: everything but its private key. */
  function recorder(): OwnFeed {
    const [first] = entries;
    const head = readHead(first?.head ?? '');
    if (!head.ok || head.value.key === undefined) throw new Error('the first entry was not seen');
    const { key, seat, via } = head.value;
    let hash = feedStart(nodeSha256, feed as OwnFeed['feed'], fromBase64(key));
    for (const entry of entries) {
      const bodyHash = 'body' in entry ? bodyHashOf(nodeSha256, entry.body) : (entry.bodyHash as Hash);
      hash = entryHash(nodeSha256, hash, entry.head, bodyHash);
    }
    const book = session?.book as OwnFeed['book'];
    return { book, feed: feed as OwnFeed['feed'], key, seat, via, seq: entries.length, hash };
  }

  const revealed = (view: SessionView): SessionView => ({
    ...view,
    polls: view.polls.map((poll) => (poll.of === 'platform' ? { ...poll, step: 'revealed' } : poll)),
  });

  async function forge(lie: Lie): Promise<{ readonly entry: EntryText; readonly commit: Commit }> {
    const poll = session?.polls.find(({ of }) => of === 'platform')?.poll ?? '';
    const body = JSON.stringify({ poll });
    const { entry, own, message } = nextEntry(nodeSha256, recorder(), {
      kind: 'revealed',
      body,
      at: new Date().toISOString(),
    });
    const sig = lie === 'wrong-signature' ? randomBytes(64) : await openDevice(newDeviceSecret()).sign(message);
    return {
      entry: { head: entry.head, body },
      commit: { seq: own.seq, sig: Buffer.from(sig).toString('base64url') },
    };
  }

  /** Real entries from where the page asked, and the forged one behind them. */
  async function forgedRun(lie: Lie, from: number, run: RunText | null): Promise<RunText> {
    const { entry, commit } = await forge(lie);
    return {
      feed,
      from,
      entries: [...(run?.entries ?? []), entry],
      commits: [...(run?.commits ?? []), commit],
    };
  }

  async function down(text: string): Promise<string> {
    const message = read(text);
    if (message['watch'] !== undefined && message['watch'] === sessionWatch && 'value' in message) {
      session = message['value'] as SessionView;
      return lying === undefined ? text : JSON.stringify({ ...message, value: revealed(session) });
    }
    const from = asked.get(Number(message['id']));
    if (from === undefined || !('value' in message)) return text;
    const { run } = message['value'] as { readonly run: RunText | null };
    if (run !== null) learn(run);
    if (lying === undefined) return text;
    told++;
    return JSON.stringify({ ...message, value: { run: await forgedRun(lying, from, run) } });
  }

  function up(text: string): void {
    const message = read(text);
    if (message['view'] === 'session') sessionWatch = Number(message['watch']);
    if (message['call'] === 'recording.read')
      asked.set(Number(message['id']), (message['input'] as { readonly from: number }).from);
  }

  return {
    stand: async (page) =>
      await page.routeWebSocket(/\/ws$/, (route) => {
        toPage = route;
        asked.clear();
        const host = route.connectToServer();
        let before = Promise.resolve();
        route.onMessage((text) => {
          up(text.toString());
          host.send(text);
        });
        // One after the other, as they came.
        host.onMessage((text) => {
          before = before.then(async () => route.send(await down(text.toString())));
        });
      }),
    lie: async (lie) => {
      lying = lie;
      if (toPage === undefined || session === undefined || sessionWatch === undefined)
        throw new Error('nothing was seen yet');
      toPage.send(JSON.stringify({ watch: sessionWatch, value: revealed(session) }));
    },
    stop: () => {
      lying = undefined;
    },
    told: () => told,
  };
}
