// Where a meeting is told: four pages with somebody at each, what went over their links, and the host behind them.
import type { openForger } from './meeting-forger.ts';
import type { ChildHost } from './meeting-host.ts';
import type { SeatPage, Wire } from './meeting-pages.ts';

export type Stage = {
  readonly desk: SeatPage;
  readonly chair: SeatPage;
  readonly first: SeatPage;
  /** The one whom the forger stands before. */
  readonly second: SeatPage;
  readonly forger: ReturnType<typeof openForger>;
  readonly wire: Wire;
  readonly host: Pick<ChildHost, 'data' | 'printed'>;
  /** Where members find the host. */
  readonly origin: string;
  /** Brings the secretary to the desk. */
  readonly enter: () => Promise<void>;
  /** What the host printed beside what it always says. */
  readonly strayLines: () => readonly string[];
  readonly close: () => Promise<void>;
};
