// Where a meeting is told: four pages with somebody at each, what went over their links, and the host behind them.

import type { Page } from 'playwright-core';
import type { openForger } from './meeting-forger.ts';
import type { HostPlaces } from './meeting-leak.ts';
import type { SeatPage, Wire } from './meeting-pages.ts';

export type Stage = {
  readonly desk: SeatPage;
  readonly chair: SeatPage;
  readonly first: SeatPage;
  /** The one whom the forger stands before. */
  readonly second: SeatPage;
  readonly forger: ReturnType<typeof openForger>;
  readonly wire: Wire;
  /** Resolves when everything that went over any link until now stands in `wire`. */
  readonly heard: () => Promise<void>;
  readonly host: HostPlaces;
  /** Where members find the host. */
  readonly origin: string;
  /** The window on the wall that an act of the desk opens. */
  readonly openWall: (act: () => Promise<void>) => Promise<Page>;
  /** Brings the secretary to the desk. */
  readonly enter: () => Promise<void>;
  /** What the host printed beside what it always says. */
  readonly strayLines: () => readonly string[];
  readonly close: () => Promise<void>;
};
