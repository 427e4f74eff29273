// A tab of the author's tests with a link of its own to the recorder, and words for what the tests do with it.
import type { Page } from 'playwright-core';
import type { Author, Sheet, Trust } from '../../renderer/author/author.ts';
import type { SeatId } from '../../shared/base/ids.ts';
import type { Result } from '../../shared/base/result.ts';
import { linkTo, type Recorder } from '../unit/author/recorder.ts';
import type { ServedPages } from './page-author-bundle.ts';
import type { Bench } from './page-author-page.ts';

export type Tab = Awaited<ReturnType<typeof openTab>>;

/** A page before its scripts: the bindings must be there first, so the tab is opened empty and then sent to the address. */
export async function openTab(
  pages: ServedPages,
  recorder: Recorder,
  codes: ReadonlyMap<string, SeatId>,
  beside?: Page,
) {
  const page = await (beside?.context() ?? (await pages.browser.newContext())).newPage();
  let link = linkTo(recorder, codes);
  const sent: string[] = [];
  await page.exposeFunction('hostCall', async (method: string, input: unknown) => {
    const answer = await link.call(method, input);
    sent.push(...link.sent.splice(0));
    return answer;
  });
  await page.exposeFunction('hostBallot', async (ballot: string) => link.readBallot(ballot));
  const on = async <T>(name: keyof Bench, ...args: readonly unknown[]): Promise<T> =>
    (await page.evaluate(
      async ([which, given]) => {
        const { bench } = globalThis as unknown as { bench: Record<string, (...a: unknown[]) => unknown> };
        return await bench[which as string]?.(...(given as unknown[]));
      },
      [name, args] as const,
    )) as T;
  const load = async () => {
    await page.goto(pages.url, { waitUntil: 'load' });
    return await on<Result<{ held: { book: string; seat: string }[]; lasting: boolean }>>('open');
  };
  await load();
  return {
    page,
    sent,
    on,
    load,
    behaviour: () => link.behaviour,
    /** A new link, as after an outage: nobody knows yet who is on it. */
    relink: () => {
      link = linkTo(recorder, codes);
    },
    act: async <T>(seat: SeatId, name: keyof Author, ...args: readonly unknown[]) =>
      await on<Result<T>>('act', seat, name, ...args),
    sheet: async (seat: SeatId, poll: string) => await on<Sheet>('act', seat, 'sheet', poll),
    trust: async (seat: SeatId) => await on<Trust>('act', seat, 'trust'),
    /** Reload: the page comes back as somebody it finds in its own store. */
    back: async (seat: SeatId) => {
      link = linkTo(recorder, codes);
      await load();
      await on('enter', recorder.id(), seat);
      await on('author', recorder.id(), seat);
      return await on('act', seat, 'resume');
    },
    join: async (code: string, seat: SeatId) => {
      const joined = await on<Result<unknown>>('join', code);
      await on('author', recorder.id(), seat);
      return joined;
    },
  };
}

/** Waits until something holds that the page does of itself, e.g. sending. */
export async function until<T>(look: () => Promise<T>, holds: (value: T) => boolean): Promise<T> {
  for (let times = 0; ; times++) {
    const value = await look();
    if (holds(value) || times === 200) return value;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
