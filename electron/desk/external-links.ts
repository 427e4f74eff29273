// Addresses that may be opened outside, in the person's own browser: https, and only places that the application names.

/** Where the texts of law are published that criteria and minutes name. */
const PLACES: ReadonlySet<string> = new Set(['https://vanban.chinhphu.vn', 'https://vbpl.vn']);

/** The address as it is opened; undefined for any that is not. */
export function externalLink(given: string): string | undefined {
  const url = URL.parse(given);
  if (url === null || url.protocol !== 'https:' || url.username !== '' || url.password !== '') return undefined;
  return PLACES.has(url.origin) ? url.href : undefined;
}
