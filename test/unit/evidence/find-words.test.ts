// Words that are looked for in evidence: over line ends and hyphens, without diacritics, and what is cited of them.
import { describe, expect, test } from 'vitest';
import { findAll, holds, sentenceAround, tidyQuote } from '../../../renderer/evidence/find-words.ts';
import { foldText } from '../../../shared/base/search-text.ts';
import { QUOTE_LIMIT } from '../../../shared/book/ballot.ts';

const PAGE = 'Đơn vị vận hành đã thực hiện kiểm\nthử tải. Hệ thống phục hồi dữ liệu trong 4 giờ; đáp ứng.';

const found = (text: string, words: string): readonly string[] =>
  findAll(text, words).map(({ from, to }) => text.slice(from, to));

describe('words over the ends of lines', () => {
  test('[VW1] words without diacritics, đ as d, are found over a line break', () => {
    expect(found(PAGE, 'kiem thu tai')).toEqual(['kiểm\nthử tải']);
    expect(found(PAGE, 'don vi')).toEqual(['Đơn vị']);
    expect(found(PAGE.normalize('NFD'), 'ĐÁP ỨNG')).toEqual(['đáp ứng'.normalize('NFD')]);
  });

  test('[VW1] a word parted by a hyphen at the end of its line is one word, and a real hyphen is kept', () => {
    expect(found('an infor-\nmation system', 'information system')).toEqual(['infor-\nmation system']);
    expect(found('dịch vụ công-\ntư', 'công-tư')).toEqual(['công-\ntư']);
    expect(found('mềm\u00admại', 'mem mai')).toEqual([]);
    expect(found('mềm\u00admại', 'memmai')).toEqual(['mềm\u00admại']);
  });

  test('[VW1] signs of patterns are letters like others, and blanks alone find nothing', () => {
    expect(found('giá (a+b)* là 5', '(a+b)*')).toEqual(['(a+b)*']);
    expect(found('abc', '.*')).toEqual([]);
    expect(findAll('abc', '  \n ')).toEqual([]);
    expect(holds(foldText('abc'), '[')).toBe(false);
  });

  test('[VW1] a page made to take long is searched at once', () => {
    const page = '-\n'.repeat(50_000) + 'a'.repeat(50_000);
    expect(found(page, `${'a'.repeat(400)}b`)).toEqual([]);
  });
});

describe('what is cited', () => {
  test('[VW2] a selection over lines is one line of words', () => {
    expect(tidyQuote(' kiểm\nthử   tải, infor-\nmation ')).toBe('kiểm thử tải, information');
    expect(tidyQuote('công-\nTư')).toBe('công- Tư');
  });

  test('[VW2] a quote is no longer than a book takes, and ends with a whole word', () => {
    const quote = tidyQuote('minh chứng '.repeat(100));
    expect(quote.length).toBeLessThanOrEqual(QUOTE_LIMIT);
    expect(quote.endsWith('minh') || quote.endsWith('chứng')).toBe(true);
  });

  test('[VW2] the sentence around a hit goes over line ends', () => {
    const [hit] = findAll(PAGE, 'thu tai');
    expect(hit && sentenceAround(PAGE, hit)).toBe('Đơn vị vận hành đã thực hiện kiểm thử tải.');
  });
});
