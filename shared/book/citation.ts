// A place that is cited: which places a kind of file has, whether two are one, and what is said of one.
import type { EvidenceId, Hash } from '../base/ids.ts';
import type { Citation, Region } from './ballot.ts';

type Revision = { readonly revision: number; readonly sha256: string; readonly mediaType: string };
/** As much of an item of evidence as a citation is told by. */
export type CitedItem = Revision & { readonly evidence: string; readonly number: number } & {
  readonly earlier?: readonly Revision[];
};

/** `page`: pages with words and regions; `picture`: regions; `sheet`: sheets of a workbook; `second`: a recording. */
export type PlacesOf = 'page' | 'picture' | 'sheet' | 'second' | 'whole';

/** @param mediaType as it was sniffed, parameters and capitals allowed */
export function placesOf(mediaType: string): PlacesOf {
  const type = (mediaType.split(';')[0] ?? '').trim().toLowerCase();
  if (type === 'application/pdf') return 'page';
  if (/^image\/(png|jpeg|gif|webp|bmp|avif|apng)$/.test(type)) return 'picture';
  if (/^(audio|video)\/|^application\/ogg$/.test(type)) return 'second';
  return /spreadsheet|ms-excel/.test(type) ? 'sheet' : 'whole';
}

/** Where in a file: the part of a citation that does not name the file. */
export type Spot = {
  readonly page?: number | undefined;
  readonly region?: Region | undefined;
  readonly quote?: string | undefined;
  readonly second?: number | undefined;
};

/** A citation of a file, with those members of a place that such a file has. */
export function citationOf(
  item: { readonly evidence: string; readonly sha256: string; readonly mediaType: string },
  { page, region, quote, second }: Spot,
): Citation {
  const places = placesOf(item.mediaType);
  const isPaged = places === 'page' || places === 'sheet';
  return {
    // Views carry ids as text; here they become a citation again.
    evidence: item.evidence as EvidenceId,
    sha256: item.sha256 as Hash,
    ...(isPaged && page !== undefined ? { page } : {}),
    ...((places === 'page' || places === 'picture') && region !== undefined ? { region } : {}),
    ...(places === 'page' && quote !== undefined ? { quote } : {}),
    ...(places === 'second' && second !== undefined ? { second } : {}),
  };
}

const keyOf = ({ evidence, sha256, page, region, quote, second }: Citation): string =>
  JSON.stringify([evidence, sha256, page, region, quote, second]);
export const isSameCitation = (a: Citation, b: Citation): boolean => keyOf(a) === keyOf(b);

/** The same place twice is one; the first keeps its position. */
export function onceEach(cites: readonly Citation[]): readonly Citation[] {
  const keys = cites.map(keyOf);
  return cites.filter((_, at) => keys.indexOf(keys[at] ?? '') === at);
}

/** Confirmed: what was cited in an older revision is cited at the same place of this one. Page and words stay as they were. */
export const confirmedIn = (cite: Citation, newest: { readonly sha256: string }): Citation => ({
  ...cite,
  sha256: newest.sha256 as Hash,
});

/** SHA-256 of the newest revision of each item: what a working sheet is held against. */
export const newestOf = (
  items: readonly { readonly evidence: string; readonly sha256: string }[],
): Readonly<Record<string, string>> => Object.fromEntries(items.map(({ evidence, sha256 }) => [evidence, sha256]));

const QUOTED = 120;
/** Cut between words. */
export function shortQuote(quote: string, most = QUOTED): string {
  if (quote.length <= most) return quote;
  const cut = quote.slice(0, most);
  return `${cut
    .slice(0, Math.max(cut.lastIndexOf(' '), most / 2))
    .toWellFormed()
    .trimEnd()}…`;
}

/** `revision`: of an older one only; undefined `number`: the file is not in the platform's evidence. */
export type CitationFacts = {
  readonly number: number | undefined;
  readonly revision: number | undefined;
  readonly page: number | undefined;
  readonly sheet: number | undefined;
  readonly isRegion: boolean;
  /** `mm:ss`, with hours where there are. */
  readonly time: string | undefined;
  readonly quote: string | undefined;
};

const two = (value: number): string => String(value).padStart(2, '0');
export function timeOf(second: number): string {
  const [hours, minutes, seconds] = [Math.floor(second / 3_600), Math.floor(second / 60) % 60, second % 60];
  return hours === 0 ? `${two(minutes)}:${two(seconds)}` : `${hours}:${two(minutes)}:${two(seconds)}`;
}

/** What is said of a citation, in whatever language. */
export function factsOf(cite: Citation, items: readonly CitedItem[]): CitationFacts {
  const item = items.find(({ evidence }) => evidence === cite.evidence);
  const older = item?.sha256 === cite.sha256 ? undefined : item?.earlier?.find(({ sha256 }) => sha256 === cite.sha256);
  const isSheet = placesOf((older ?? item)?.mediaType ?? '') === 'sheet';
  return {
    number: item?.number,
    revision: older?.revision,
    page: isSheet ? undefined : cite.page,
    sheet: isSheet ? cite.page : undefined,
    isRegion: cite.region !== undefined,
    time: cite.second === undefined ? undefined : timeOf(cite.second),
    quote: cite.quote === undefined ? undefined : shortQuote(cite.quote),
  };
}
