// Citations: which place a file has, when two are one, what a newer revision asks, and how they are worded on paper.
import { expect, test } from 'vitest';
import { type Citation, draftErrors, isRegion, isStale, QUOTE_LIMIT } from '../../../shared/book/ballot.ts';
import {
  citationOf,
  confirmedIn,
  isSameCitation,
  newestOf,
  onceEach,
  placesOf,
  shortQuote,
  timeOf,
} from '../../../shared/book/citation.ts';
import { citeWords } from '../../../shared/minutes/cite-words.ts';

const hash = (letter: string): string => letter.repeat(64);
const EVIDENCE = 'e'.repeat(16);
const PDF = {
  evidence: EVIDENCE,
  number: 4,
  revision: 2,
  sha256: hash('b'),
  mediaType: 'application/pdf',
  earlier: [{ revision: 1, sha256: hash('a'), mediaType: 'application/pdf' }],
};
const file = (mediaType: string) => ({ ...PDF, mediaType, earlier: [] });
const REGION = [1_000, 2_000, 3_000, 500] as const;
const EVERYWHERE = { page: 12, region: REGION, quote: 'Đã diễn tập hai lần.', second: 75 };
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

test('[PN1] a citation holds only those parts of a place that such a file has', () => {
  const base = { evidence: EVIDENCE, sha256: hash('b') };
  const cited = (mediaType: string) => citationOf(file(mediaType), EVERYWHERE);
  const { second: _, ...onPage } = EVERYWHERE;
  expect(cited('application/pdf')).toEqual({ ...base, ...onPage });
  expect(cited('image/png')).toEqual({ ...base, region: REGION });
  expect(cited(SHEET)).toEqual({ ...base, page: 12 });
  expect(cited('video/mp4')).toEqual({ ...base, second: 75 });
  expect(cited('text/plain; charset=utf-8')).toEqual(base);
  expect(cited('application/zip')).toEqual(base);
  expect(placesOf('AUDIO/MPEG; codecs=1')).toBe('second');
});

test('[PN2] the same place twice is one, and every part of a place makes another', () => {
  const one = citationOf(PDF, { page: 3 });
  const others: readonly Citation[] = [
    citationOf(PDF, { page: 4 }),
    citationOf(PDF, { page: 3, region: REGION }),
    citationOf(PDF, { page: 3, quote: 'Câu một.' }),
    { ...one, sha256: hash('a') as never },
  ];
  expect(onceEach([one, ...others, { ...one }, ...others])).toEqual([one, ...others]);
  for (const other of others) expect(isSameCitation(one, other)).toBe(false);
});

test('[PN3] a citation of an older revision leaves its criterion unfinished until it is confirmed or dropped', () => {
  const set = { groups: [{ id: 'G', criteria: [{ id: 'g1', kind: 'pass-fail', notApplicable: false }] }] } as never;
  const terms = { scale: { of: 'pass-fail' } as const, barred: [], newest: newestOf([PDF]) };
  const older = citationOf({ ...PDF, sha256: hash('a') }, { page: 12, region: REGION, quote: 'Câu một.' });
  const errorsOf = (cites: readonly Citation[], at = terms as Parameters<typeof draftErrors>[2]) =>
    draftErrors(set, { items: { g1: { mark: 'met', cites } } }, at).map(({ code }) => code);
  expect(errorsOf([older])).toEqual(['cite-stale']);
  const confirmed = confirmedIn(older, PDF);
  // Page, region and words stay as they were.
  expect(confirmed).toEqual({ ...older, sha256: hash('b') });
  expect(isStale(confirmed, terms)).toBe(false);
  expect(errorsOf([confirmed])).toEqual([]);
  expect(errorsOf([])).toEqual([]);
  // At the opening nothing is held against the newest revision.
  expect(errorsOf([older], { scale: terms.scale, barred: [] })).toEqual([]);
});

test('[PN4] a citation is worded for the minutes: page, older revision, sheet, second, region without figures, a cut quote', () => {
  const words = (cite: Citation, item: Parameters<typeof citeWords>[1][number] = PDF) => citeWords(cite, [item]);
  expect(words(citationOf(PDF, { page: 12 }))).toBe('Minh chứng 4, tr. 12');
  expect(words(citationOf(PDF, { page: 12, quote: 'Đã diễn tập hai lần.' }))).toBe(
    'Minh chứng 4, tr. 12: “Đã diễn tập hai lần”',
  );
  expect(words(citationOf({ ...PDF, sha256: hash('a') }, { page: 2 }))).toBe('Minh chứng 4, bản 1, tr. 2');
  expect(words(citationOf(file(SHEET), { page: 2 }), file(SHEET))).toBe('Minh chứng 4, trang tính 2');
  expect(words(citationOf(file('audio/mpeg'), { second: 3_725 }), file('audio/mpeg'))).toBe(
    'Minh chứng 4, phút 1:02:05',
  );
  const region = words(citationOf(PDF, { page: 3, region: REGION }));
  expect(region).toBe('Minh chứng 4, tr. 3, vùng đánh dấu');
  expect(citeWords(citationOf(PDF, {}), [])).toBe('Minh chứng ?');
  const long = words(citationOf(PDF, { page: 1, quote: 'kiểm thử '.repeat(50).trim() }));
  expect(long.length).toBeLessThan(160);
  expect(long).toMatch(/kiểm thử…”$/u);
});

test('[PN4] a quote is cut between words and never inside a letter; times have hours only where there are some', () => {
  const whole = 'x'.repeat(QUOTE_LIMIT);
  expect(shortQuote(whole).length).toBeLessThan(whole.length);
  expect(shortQuote(`${'𝐀'.repeat(200)}`, 61).isWellFormed()).toBe(true);
  expect(shortQuote('ngắn')).toBe('ngắn');
  expect([0, 59, 60, 3_600].map(timeOf)).toEqual(['00:00', '00:59', '01:00', '1:00:00']);
  expect(isRegion(REGION)).toBe(true);
});
