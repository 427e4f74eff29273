// The pass of a window on the wall: taken out of an address that the whole room could read, kept for this window only.
const PLACE = 'hoidong.projector';

export function takeProjectorPass(
  page: Pick<Location, 'hash' | 'pathname' | 'search'>,
  history: Pick<History, 'replaceState'>,
  place: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined,
): string | undefined {
  const given = /^#projector=([0-9a-f]{1,100})$/.exec(page.hash)?.[1];
  if (given === undefined) return page.hash === '#projector' ? (place?.getItem(PLACE) ?? undefined) : undefined;
  history.replaceState(null, '', `${page.pathname}${page.search}#projector`);
  try {
    // A window opened by the desk's begins with a copy of its passes.
    for (const pass of ['hoidong.desk', 'hoidong.seat']) place?.removeItem(pass);
    place?.setItem(PLACE, given);
  } catch {
    // Then a reload says that this window is old, and the desk opens another.
  }
  return given;
}
