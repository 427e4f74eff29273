// Opening the room, admitting machines to seats, joining a room: what a screen asks of the door.
import { refuse } from '../../shared/base/result.ts';
import type { Handlers } from '../../shared/contract/host.ts';
import { ROOM_METHODS } from '../../shared/contract/room-methods.ts';

type Names = keyof typeof ROOM_METHODS;

export const roomHandlers = (): Pick<Handlers, Names> =>
  Object.fromEntries(
    Object.keys(ROOM_METHODS).map((name) => [name, async () => refuse('not-allowed', { name, who: 'desk' })]),
  ) as unknown as Pick<Handlers, Names>;
