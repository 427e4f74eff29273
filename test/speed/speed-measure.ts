// How long a page takes from a person's act to the next paint, by Chromium's own Event Timing.
import type { Page } from 'playwright-core';

type Entry = { readonly interaction: number; readonly duration: number };
/** The world of the page, where the entries are kept. */
type World = { speedEntries?: Entry[] };

/** Before the page's first script. Event Timing names what takes 16 ms or more and rounds to 8. */
export async function watchInteractions(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const entries: Entry[] = [];
    (globalThis as World).speedEntries = entries;
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as PerformanceEventTiming[])
        if (entry.interactionId !== 0)
          entries.push({ interaction: entry.interactionId ?? 0, duration: entry.duration });
    });
    observer.observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);
    observer.observe({ type: 'first-input', buffered: true });
  });
}

/** What is too short to be named, ms. */
const FLOOR = 16;

/** Ms from the act to the paint after it; of several events of one act (down, up, click) the longest. */
export async function interaction(page: Page, act: () => Promise<void>): Promise<number> {
  const before = await page.evaluate(() => (globalThis as World).speedEntries?.length ?? 0);
  await act();
  // The entry is there after the paint; an idle moment later the observer has been told.
  await page.evaluate(
    () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 30)))),
  );
  const durations = await page.evaluate(
    (from) => ((globalThis as World).speedEntries ?? []).slice(from).map(({ duration }) => duration),
    before,
  );
  return Math.max(FLOOR, ...durations);
}

/** Own time of the piece of work that is measured, ms. */
const PIECE = 60;

/**
 * How much of a queue stands before the processor: wall time over own time of a fixed piece of work, 1 on a machine that
 * does nothing else. What waits in that queue is not the product's slowness, and is said beside the figure.
 */
export function crowding(): number {
  const before = process.cpuUsage();
  const began = performance.now();
  let [own, sum] = [0, 1];
  while (own < PIECE) {
    for (let step = 0; step < 100_000; step++) sum = Math.imul(sum, 31) + step;
    const { user, system } = process.cpuUsage(before);
    own = (user + system) / 1_000;
  }
  return Math.max(1, (performance.now() - began) / own);
}

export type Figures = { readonly count: number; readonly median: number; readonly worst: number };

export function figuresOf(durations: readonly number[]): Figures {
  const sorted = [...durations].sort((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]];
  return { count: sorted.length, median: ((low ?? 0) + (high ?? 0)) / 2, worst: sorted.at(-1) ?? 0 };
}

export const inWords = (what: string, { count, median, worst }: Figures): string =>
  `speed: ${what}: ${count} interactions, median ${Math.round(median)} ms, worst ${Math.round(worst)} ms to the next paint`;
