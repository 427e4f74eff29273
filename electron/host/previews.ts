// Pages of the minutes while they are being written: laid out beside the book's own acts, the newest wish only.
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import { minutesMissing } from '../../shared/minutes/minutes-of.ts';
import type { LiveBook } from './live-book.ts';
import { keep } from './minutes-file.ts';
import { minutesWith, readProse } from './minutes-text.ts';
import type { Surroundings } from './surroundings.ts';

export type Preview = { readonly sha256: string; readonly pages: number };
export type Previews = {
  /** Refuses what is missing, and render-cancelled where a later wish or a stop came before it began or ended. */
  readonly make: (live: LiveBook) => Promise<Result<Preview>>;
  readonly stop: (book: string) => void;
};

/** Of one book: the newest wish, the end of the one before it, how to end it, the pages that were made last. */
type Place = { wish: number; last: Promise<unknown>; ending: AbortController; kept: readonly string[] };

/** Pages that may still be on a screen: the one shown, and the one that takes its place. */
const KEPT = 2;

/**
 * Not an act of the book: nothing is written in it, so marks and signatures never wait for a page. Wishes that wait
 * give way to later ones; the one that runs is let end, for ending the layout costs more than it.
 */
export function openPreviews(around: Surroundings): Previews {
  const places = new Map<string, Place>();
  const placeOf = (book: string): Place => {
    const place = places.get(book) ?? { wish: 0, last: Promise.resolve(), ending: new AbortController(), kept: [] };
    places.set(book, place);
    return place;
  };
  const forget = async (place: Place, sha256: string): Promise<void> => {
    const all = [...place.kept.filter((each) => each !== sha256), sha256];
    place.kept = all.slice(-KEPT);
    for (const old of all.slice(0, -KEPT)) await around.store.dropBlob(old);
  };
  const layOut = async (live: LiveBook, place: Place, before: Promise<unknown>): Promise<Result<Preview>> => {
    place.wish += 1;
    const { wish } = place;
    await before.catch(() => undefined);
    const prose = await readProse(around, live);
    if (wish !== place.wish) return refuse('render-cancelled');
    const missing = minutesMissing(live)[0];
    if (missing) return { ok: false, refusal: missing };
    place.ending = new AbortController();
    const { signal } = place.ending;
    const date = new Date(live.state.meeting.opened?.at ?? 0);
    const input = { minutes: minutesWith(live, prose), attachments: [], date, version: around.version };
    const rendered = await around.minutes.render(input, { signal });
    if (!rendered.ok) return rendered;
    const kept = await keep(around, rendered.value.pdf);
    if (!kept.ok) return kept;
    await forget(place, kept.value.sha256);
    return ok({ sha256: kept.value.sha256, pages: rendered.value.pages });
  };
  return {
    make: (live) => {
      const place = placeOf(live.id);
      const made = layOut(live, place, place.last);
      place.last = made;
      return made;
    },
    stop: (book) => {
      const place = placeOf(book);
      place.wish += 1;
      place.ending.abort();
    },
  };
}
