// A citation in the words of the screen, the file and the place that it opens, and what is marked on a file.
import type { Citation } from '../../shared/book/ballot.ts';
import { factsOf, isSameCitation } from '../../shared/book/citation.ts';
import type { EvidenceView } from '../../shared/contract/views.ts';
import type { Words } from '../state/words.ts';
import type { PlaceMark } from './place-marks.ts';

/** A place in the evidence of a platform. */
export type Place = {
  readonly sha256: string;
  readonly page: number;
  /** Words to be shown there. */
  readonly words?: string;
  /** In a recording. */
  readonly second?: number;
  /** What led here, to be marked. */
  readonly cite?: Citation;
};

export const placeOf = (cite: Citation): Place => ({
  sha256: cite.sha256,
  page: cite.page ?? 1,
  ...(cite.quote === undefined ? {} : { words: cite.quote }),
  ...(cite.second === undefined ? {} : { second: cite.second }),
  cite,
});

/** "Minh chứng 4, tr. 12: “…”" */
export function citeName(t: Words['t'], cite: Citation, evidence: readonly EvidenceView[]): string {
  const { number, revision, page, sheet, time, isRegion, quote } = factsOf(cite, evidence);
  const place = [
    number === undefined ? t('cite.gone') : t('cite.item', { number }),
    revision === undefined ? '' : t('cite.revision', { revision }),
    page === undefined ? '' : t('cite.page', { page }),
    sheet === undefined ? '' : t('cite.sheet', { sheet }),
    time === undefined ? '' : t('cite.time', { time }),
    isRegion ? t('cite.region') : '',
  ];
  return `${place.filter(Boolean).join(', ')}${quote === undefined ? '' : `: ${t('cite.quote', { quote })}`}`;
}

/** The revision of an item that a hash names, shown like a file of its own. */
export type CitedFile = {
  readonly item: EvidenceView;
  readonly shown: {
    readonly sha256: string;
    readonly mediaType: string;
    readonly title: string;
    readonly size: number;
    readonly revision: number;
  };
  /** There is a newer one. */
  readonly isOlder: boolean;
};

export function fileOf(evidence: readonly EvidenceView[], sha256: string | undefined): CitedFile | undefined {
  const newest = evidence.find((each) => each.sha256 === sha256);
  if (newest !== undefined) return { item: newest, shown: newest, isOlder: false };
  for (const item of evidence) {
    const shown = item.earlier.find((each) => each.sha256 === sha256);
    if (shown !== undefined) return { item, shown, isOlder: true };
  }
  return undefined;
}

/** What is cited of one file, to be drawn on its pages; what led there is turned to. */
export function marksIn(
  cites: readonly Citation[],
  item: EvidenceView,
  sha256: string,
  place: Place | undefined,
  t: Words['t'],
): readonly PlaceMark[] {
  const led = place?.cite;
  const isThere = led === undefined || cites.some((cite) => isSameCitation(cite, led));
  return (isThere ? cites : [...cites, led])
    .filter(({ sha256: of, region, quote }) => of === sha256 && (region ?? quote) !== undefined)
    .map((cite) => ({
      page: cite.page ?? 1,
      ...(cite.region === undefined ? {} : { region: cite.region }),
      ...(cite.quote === undefined ? {} : { quote: cite.quote }),
      label: citeName(t, cite, [item]),
      ...(led !== undefined && isSameCitation(cite, led) ? { aim: place } : {}),
    }));
}
