// A peer that speaks the exchange by hand: lets itself in as its device may, and then says whatever a test wants.
import { randomBytes } from 'node:crypto';
import { bookTag, type Greeted, type Side, shownChallenge } from '../../electron/exchange/greet.ts';
import { sendInParts } from '../../electron/exchange/parts.ts';
import { nodeCiphers } from '../../electron/seal/node-ciphers.ts';
import { toBase64 } from '../../shared/base/bytes.ts';
import type { BookId, PublicKey } from '../../shared/base/ids.ts';
import type { Link } from '../../shared/contract/link.ts';
import type { DeviceKeys } from '../../shared/seal/ciphers.ts';
import { helloMessage } from '../../shared/seal/device-proof.ts';

type Told = Readonly<Record<string, unknown>>;

export type Liar = {
  /** Everything the other side said, parsed. */
  readonly told: Told[];
  readonly send: (message: object) => void;
  readonly raw: (text: string) => void;
  readonly isClosed: () => boolean;
  /** The first message with this member, when it has come. */
  readonly heard: (member: string) => Told | undefined;
  /** Names the book and shows the key, once the greeting of the other side has come. */
  readonly offer: (
    book: BookId,
    device: DeviceKeys,
    wrong?: Partial<Greeted> & { readonly side?: Side },
  ) => Promise<void>;
};

const sha256 = nodeCiphers.sha256;

/** @param challenge given, where a test reflects one */
export function liarOn(link: Link, challenge: Uint8Array = new Uint8Array(randomBytes(32))): Liar {
  const told: Told[] = [];
  let closed = false;
  let part = '';
  link.onText((frame) => {
    part += frame.slice(1);
    if (frame.startsWith('+')) return;
    told.push(JSON.parse(part) as Told);
    part = '';
  });
  link.onClose(() => {
    closed = true;
  });
  const heard = (member: string): Told | undefined => told.find((each) => member in each);
  const send = (message: object): void => sendInParts(link, JSON.stringify(message));
  return {
    told,
    send,
    raw: (text) => link.send(text),
    isClosed: () => closed,
    heard,
    offer: async (book, device, wrong = {}) => {
      const theirs = new Uint8Array(Buffer.from(String(heard('challenge')?.['challenge']), 'base64url'));
      const greeted: Greeted = { dialled: challenge, answered: theirs, channel: new Uint8Array(), ...wrong };
      const real: Greeted = { dialled: challenge, answered: theirs, channel: new Uint8Array() };
      const shown = shownChallenge(sha256, greeted, wrong.side ?? 'dials');
      const sig = toBase64(await device.sign(helloMessage(book, shown)));
      const key = toBase64(device.key) as PublicKey;
      send({ offer: [{ tag: bookTag(sha256, real, book), key, sig }] });
    },
  };
}

export const helloText = (challenge: Uint8Array, more: object = {}): object => ({
  hoidong: 'exchange',
  protocol: 1,
  version: '0.1.0',
  challenge: toBase64(challenge),
  ...more,
});
