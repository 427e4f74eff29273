// Seats whose key this machine holds for others: a laptop handed round, guests.
import { refuse } from '../../shared/base/result.ts';
import type { Handlers } from '../../shared/contract/host.ts';
import { SHARED_SEAT_METHODS } from '../../shared/contract/shared-seat-methods.ts';

type Names = keyof typeof SHARED_SEAT_METHODS;

export const sharedSeatHandlers = (): Pick<Handlers, Names> =>
  Object.fromEntries(
    Object.keys(SHARED_SEAT_METHODS).map((name) => [name, async () => refuse('not-allowed', { name, who: 'desk' })]),
  ) as unknown as Pick<Handlers, Names>;
