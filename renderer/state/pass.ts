// The desk's pass: taken from the address once, kept for this tab only, never left where somebody could read it.
import { deskToken } from './route.ts';

const PLACE = 'hoidong.desk';

export function takePass(
  page: Pick<Location, 'hash' | 'pathname' | 'search'>,
  history: Pick<History, 'replaceState'>,
  place: Pick<Storage, 'getItem' | 'setItem'> | undefined,
): string | undefined {
  const given = deskToken(page.hash);
  if (given === undefined) return place?.getItem(PLACE) ?? undefined;
  history.replaceState(null, '', `${page.pathname}${page.search}#/`);
  try {
    place?.setItem(PLACE, given);
  } catch {
    // Then a reload asks for the pass again.
  }
  return given;
}
