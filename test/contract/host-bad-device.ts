// A device that signs truly for an X25519 key of its choosing, also one that is no point to agree on.
import { newDeviceSecret, openDevice } from '../../electron/seal/node-keys.ts';
import { toBase64 } from '../../shared/base/bytes.ts';
import type { BookId, SeatId } from '../../shared/base/ids.ts';
import { deviceProofMessage } from '../../shared/seal/device-proof.ts';
import { clientTo, codeOf, granted, type Room } from './host-room.ts';

/** The code of what joining with this key comes to; with its own key where none is given. */
export async function joinWith(at: Room, code: string, given?: Uint8Array): Promise<string> {
  const client = clientTo(at, 'odd device');
  const { book, seat } = granted(await client.call('seat.ask', { code }));
  const device = openDevice(newDeviceSecret());
  const kem = given ?? device.kem;
  const proof = toBase64(await device.sign(deviceProofMessage(book as BookId, seat as SeatId, device.key, kem)));
  return codeOf(
    await client.call('seat.join', { code, key: toBase64(device.key), kem: toBase64(kem), proof, via: 'page' }),
  );
}
