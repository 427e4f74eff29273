// Whether a seat speaks by a device of its own.
import type { State } from './state.ts';

/**
 * Also when its device is gone: another takes its place, with the word of the old one or of the chair's. Else whoever
 * records could unbind a device and then speak for its seat.
 */
export const hadDevice = (state: State, seat: string): boolean =>
  Object.values(state.devices).some((device) => device.seat === seat);
