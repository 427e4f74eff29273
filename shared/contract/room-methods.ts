// The room: opening it for other machines, pairing them to seats, joining one as a member.
import { z } from 'zod';
import { isHash, isShortId } from '../base/ids.ts';
import type { Refusal } from '../base/result.ts';

const line = (max: number) => z.string().max(max);
const id = z.string().refine(isShortId);
const hash = z.string().refine(isHash);
const inBook = { book: hash };
const desk = ['desk'] as const;
const seated = ['desk', 'seat'] as const;
const method = <W extends 'desk' | 'seat', I extends z.ZodType>(who: readonly W[], input: I) => ({ who, input });
/** Names one that waits to be admitted: 16 random bytes, hex. */
const ask = z.string().regex(/^[0-9a-f]{32}$/);

export const ROOM_METHODS = {
  /** Listens on these addresses of this machine until the room is closed; `guests`: browsers may come in too. */
  'room.open': method(
    desk,
    z.strictObject({ ...inBook, addresses: z.array(line(60)).min(1).max(16), guests: z.boolean() }),
  ),
  'room.close': method(desk, z.strictObject(inBook)),
  /** By the desk or by the chair's seat, who have compared the words: binds the device to the seat. */
  'room.admit': method(seated, z.strictObject({ ...inBook, ask })),
  'room.turn-away': method(seated, z.strictObject({ ...inBook, ask })),
  /** The drift between the machines is written down as it was measured, before anybody signs. */
  'clock.record': method(desk, z.strictObject(inBook)),

  /** Looks for rooms and the hub for a while; what is found stands in the `joining` view. */
  'join.look': method(desk, z.strictObject({})),
  /**
   * Asks to be let in: `address` is host:port, the text of a code that was scanned, or a found room's; `code` is the
   * seat's one-time code, empty where the scanned text carries it.
   */
  'join.ask': method(desk, z.strictObject({ address: line(2_000), code: line(20), machine: line(80) })),
  /** The member has compared the words with those on the other screen. */
  'join.same-words': method(desk, z.strictObject({ same: z.boolean() })),
  'join.leave': method(desk, z.strictObject({})),

  /** Pairing by file, where the member is not in the room: an invitation out, a request back, binding and book out again. */
  'invite.write': method(desk, z.strictObject({ ...inBook, seat: id })),
  /** On the member's machine: reads the invitation and answers with a request; its words are compared by voice. */
  'invite.answer': method(desk, z.strictObject({ sha256: hash, machine: line(80) })),
  /** On the secretary's machine: who asks, and the words to compare; binds nothing. */
  'request.read': method(desk, z.strictObject({ ...inBook, sha256: hash })),
  /** Words compared: binds the device and gives a package that only that machine opens. */
  'request.admit': method(desk, z.strictObject({ ...inBook, sha256: hash })),
} as const;

/** A file to save, at an address that is good for a while. */
export type FileOut = { readonly url: string; readonly name: string };

export type RoomOutputs = {
  readonly 'invite.write': FileOut;
  readonly 'invite.answer': FileOut & { readonly words: readonly string[] };
  readonly 'request.read': {
    readonly seat: string;
    readonly name: string;
    readonly machine: string;
    readonly words: readonly string[];
  };
  readonly 'request.admit': FileOut;
};

/** `app`: installed application; `page`: browser with a key of its own; `guest`: browser whose key this host holds. */
export type PeerKind = 'app' | 'page' | 'guest';

/** One that gave a right code and waits for the words to be compared. */
export type AskView = {
  readonly ask: string;
  readonly seat: string;
  readonly machine: string;
  readonly kind: PeerKind;
  /** Short authentication string, in the language-independent list of words: shown on both screens. */
  readonly words: readonly string[];
  /** The other side has said that the words are the same. */
  readonly isSame: boolean;
  readonly at: string;
};

/** What somebody tried at the door that was refused; newest first, counted together. */
export type DoorEventView = {
  readonly at: string;
  readonly why: Refusal;
  readonly count: number;
  readonly from: string;
};

export type RoomView = {
  readonly state: 'closed' | 'opening' | 'open';
  readonly why?: Refusal;
  /** Addresses of this machine that could be opened. */
  readonly addresses: readonly { readonly address: string; readonly interface: string; readonly isOpen: boolean }[];
  readonly guests: boolean;
  /** Name under which the room is announced, and how to come to it by hand. */
  readonly name: string;
  readonly port?: number;
  /** For a browser: https where guests are let in. */
  readonly url?: string;
  /** Text of the QR code: address, fingerprint of the certificate; no code of a seat. */
  readonly scan?: string;
  /** First words of the fingerprint of this machine's certificate, to be compared. */
  readonly fingerprint: readonly string[];
  readonly asks: readonly AskView[];
  readonly peers: readonly {
    readonly seat: string;
    readonly machine: string;
    readonly kind: PeerKind;
    readonly isHere: boolean;
    /** Its clock against this one, ms; absent where not measured. */
    readonly drift?: number;
    /** It holds the whole book. */
    readonly hasCopy: boolean;
  }[];
  readonly refused: readonly DoorEventView[];
  /** Codes are locked for so many seconds more, with the reason. */
  readonly locked?: { readonly seconds: number; readonly why: Refusal };
};

/** What the machine of a member does to get into a room. */
export type JoiningView = {
  readonly step: 'idle' | 'looking' | 'connecting' | 'compare' | 'waiting' | 'receiving' | 'joined' | 'refused';
  readonly found: readonly {
    readonly kind: 'room' | 'hub';
    readonly name: string;
    readonly address: string;
    readonly fingerprint: readonly string[];
  }[];
  readonly words?: readonly string[];
  readonly seat?: { readonly book: string; readonly name: string; readonly council: string };
  /** Entries that have come, of how many. */
  readonly received?: { readonly entries: number; readonly of: number };
  readonly why?: Refusal;
  readonly book?: string;
};
