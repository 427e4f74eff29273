// What a device signs to show that it holds its keys: when it is bound to a seat, and each time it comes back.
import { concat, fromHex, tag } from '../base/bytes.ts';
import type { BookId, SeatId } from '../base/ids.ts';

const DEVICE = tag('hoidong/device/1');
const REBIND = tag('hoidong/rebind/1');
const HELLO = tag('hoidong/hello/1');

/** 'hoidong/device/1\0' ‖ book (32) ‖ seat (8) ‖ Ed25519 key (32) ‖ X25519 key (32). */
export const deviceProofMessage = (book: BookId, seat: SeatId, key: Uint8Array, kem: Uint8Array): Uint8Array =>
  concat(DEVICE, fromHex(book), fromHex(seat), key, kem);

/** What the seat's last device or the chair's signs for a new one: 'hoidong/rebind/1\0' ‖ book ‖ seat ‖ new key ‖ new kem. */
export const rebindMessage = (book: BookId, seat: SeatId, key: Uint8Array, kem: Uint8Array): Uint8Array =>
  concat(REBIND, fromHex(book), fromHex(seat), key, kem);

/** 'hoidong/hello/1\0' ‖ book (32) ‖ challenge (32) that this very link was given. */
export const helloMessage = (book: BookId, challenge: Uint8Array): Uint8Array =>
  concat(HELLO, fromHex(book), challenge);
