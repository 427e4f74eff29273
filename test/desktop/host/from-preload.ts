// One message out of a preload: an invoke, a send, a window wanted, a permission looked up.

import { makeCodec } from './codec.ts';
import type { WebFrameMain } from './frame.ts';
import { ipcMain } from './ipc.ts';
import { electronName } from './permissions.ts';
import { fromChromium, originOf } from './scheme.ts';
import { defaultSession } from './session.ts';

const codec = makeCodec();

type Message = { readonly id: number } & (
  | { readonly kind: 'invoke' | 'send'; readonly channel: string; readonly payload: string }
  | { readonly kind: 'open'; readonly url: string; readonly name: string; readonly features: string }
  | { readonly kind: 'download'; readonly url: string; readonly name: string }
  | { readonly kind: 'check'; readonly name: string }
);
type Settled = { readonly id: number; readonly isFine: boolean; readonly text: string };
type Sender = {
  readonly mainFrame: WebFrameMain;
  readonly send: (channel: string, ...args: unknown[]) => void;
  readonly emit: (event: string, ...told: unknown[]) => unknown;
  readonly open: (wanted: { readonly url: string; readonly name: string; readonly features: string }) => void;
};

/** The preload stands in the main frame only, as Electron does it by default: that frame is the sender. */
const eventOf = (sender: Sender) => ({
  type: 'frame',
  sender,
  senderFrame: sender.mainFrame,
  frameId: 1,
  processId: 1,
  ports: [],
  returnValue: undefined,
  reply: (channel: string, ...args: unknown[]) => sender.send(channel, ...args),
});

/** What goes back, undefined where nothing is waited for. */
export async function fromPreload(sender: Sender, text: string): Promise<Settled | undefined> {
  const message = JSON.parse(text) as Message;
  const { id } = message;
  if (message.kind === 'open') return void sender.open(message);
  if (message.kind === 'download') return void sender.emit('standin-download', fromChromium(message.url), message.name);
  if (message.kind === 'check') {
    const granted = defaultSession.checked(sender, electronName(message.name), originOf(sender.mainFrame.url));
    return { id, isFine: true, text: codec.encode(granted) };
  }
  const args = codec.decode(message.payload) as unknown[];
  const { channel } = message;
  if (message.kind === 'send') return void ipcMain.emit(channel, eventOf(sender), ...args);
  try {
    return { id, isFine: true, text: codec.encode(await ipcMain.answer(channel, eventOf(sender), args)) };
  } catch (error) {
    return { id, isFine: false, text: codec.encode(new Error(`Error invoking remote method '${channel}': ${error}`)) };
  }
}
