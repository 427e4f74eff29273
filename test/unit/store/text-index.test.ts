// Search in texts: without accents and capitals, all words or words together, and never by what another file holds.
import { expect, onTestFinished, test } from 'vitest';
import { loadSqlite, type Sqlite } from '../../../electron/store/load-sqlite.ts';
import { matchOf, wantedOf } from '../../../electron/store/match-query.ts';
import { openTextIndex } from '../../../electron/store/text-index.ts';
import { seeded } from '../../helpers/seed.ts';

async function given(limit?: number) {
  const loaded = await loadSqlite();
  const index = openTextIndex((loaded as { readonly value: Sqlite }).value, limit);
  onTestFinished(() => index.close());
  const pagesOf = (typed: string, files = ['a', 'b']) =>
    index.search(typed, files).hits.map(({ sha256, page }) => `${sha256}${page}`);
  return { ...index, pagesOf };
}

test('[SE6] words are found without accents, đ and capitals, however the letters are composed', async () => {
  const { add, pagesOf } = await given();
  add('a', [
    { page: 1, text: 'Báo cáo KIỂM THỬ TẢI của Đơn vị' },
    { page: 2, text: 'Kiểm toán độc lập'.normalize('NFD') },
  ]);
  for (const typed of ['kiem thu tai', 'Kiểm Thử Tải', 'kiểm thử tải'.normalize('NFD'), 'don', 'ĐƠN VỊ', 'tai kiem'])
    expect([typed, pagesOf(typed)]).toEqual([typed, ['a1']]);
  expect(pagesOf('doc lap')).toEqual(['a2']);
  expect(pagesOf('kiem')).toEqual(['a1', 'a2']);
});

test('[SE6] every word must stand there; the last may be begun; quotes hold words together', async () => {
  const { add, pagesOf } = await given();
  add('a', [{ page: 1, text: 'thử nghiệm tải, rồi kiểm tra' }]);
  add('b', [{ page: 4, text: 'kiểm thử tải trọng' }]);
  expect(pagesOf('kiem thu tai')).toEqual(['a1', 'b4']);
  expect(pagesOf('"kiem thu tai"')).toEqual(['b4']);
  expect(pagesOf('“kiem thu” tron')).toEqual(['b4']);
  expect([pagesOf('nghi'), pagesOf('nghi ')]).toEqual([['a1'], []]);
  expect(pagesOf('kiem xyz')).toEqual([]);
});

test('[SE7] nothing that is typed is a word of the index, or makes it fail', async () => {
  const { add, search } = await given();
  add('a', [{ page: 1, text: 'and or not near folded' }]);
  const odd = [
    'AND',
    'a OR b',
    'NEAR(a b)',
    'folded: x',
    '"',
    '""',
    "'; DROP TABLE words; --",
    '*',
    '^a',
    '-a',
    '{a}',
    '(',
    '\0',
    '😀',
    'a"b"c',
  ];
  for (const typed of odd) expect(() => search(typed, ['a'])).not.toThrow();
  expect(search('AND', ['a']).hits).toHaveLength(1);
  expect([matchOf(wantedOf(' -*" ')), search('***', ['a'])]).toEqual([undefined, { hits: [], more: false }]);
  expect(matchOf(wantedOf('QCVN-109:2017 tai'))).toBe('"qcvn 109 2017" AND "tai" *');
  const { pick, integer, seed } = seeded('typed words');
  const signs = [...'ab "“”*^():-{}+\\\'đĐệ\u0301\0\u{1F600}ANDORNOT'];
  for (let round = 0; round < 500; round++) {
    const typed = Array.from({ length: integer(0, 20) }, () => pick(signs)).join('');
    expect(() => search(typed, ['a']), `seed ${seed}: ${JSON.stringify(typed)}`).not.toThrow();
  }
});

test('[SE8] what was found stands between the words around it', async () => {
  const { add, search } = await given();
  add('a', [{ page: 3, text: `${'Mở đầu. '.repeat(30)}Kết quả kiểm\nthử   tải đạt 99 %. ${'Kết thúc. '.repeat(30)}` }]);
  const [hit] = search('kiem thu tai', ['a']).hits;
  expect(hit?.around[1]).toBe('kiểm thử tải');
  expect(hit?.around[0]).toMatch(/^….*Kết quả $/);
  expect(hit?.around[2]).toMatch(/^ đạt 99 %\..*…$/);
  add('b', [{ page: 0, text: 'tải là gì' }]);
  expect(search('tai', ['b']).hits[0]?.around).toEqual(['', 'tải', ' là gì']);
});

test('[SE9] only the files named are searched, in that order, and no other bears on what comes', async () => {
  const alone = await given();
  const both = await given();
  for (const index of [alone, both])
    index.add(
      'a',
      Array.from({ length: 30 }, (_, at) => ({ page: at + 1, text: 'tải' })),
    );
  both.add(
    'b',
    Array.from({ length: 500 }, (_, at) => ({ page: at + 1, text: 'tải tải tải' })),
  );
  expect(both.search('tai', ['a'])).toEqual(alone.search('tai', ['a']));
  expect(both.search('tai', ['a'])).toMatchObject({ more: true });
  expect(both.pagesOf('tai', ['b', 'a']).slice(0, 2)).toEqual(['b1', 'b2']);
  expect(both.search('tai', []).hits).toEqual([]);
});

test('[SE10] an index that is full says so; what is dropped makes room and is found no more', async () => {
  const { add, drop, pagesOf } = await given(20);
  expect(add('a', [{ page: 1, text: 'mười hai chữ' }])).toBe(true);
  expect(add('b', [{ page: 1, text: 'mười hai chữ' }])).toBe(false);
  drop('a');
  expect(pagesOf('muoi')).toEqual([]);
  expect(add('b', [{ page: 1, text: 'mười hai chữ' }])).toBe(true);
  expect(pagesOf('muoi')).toEqual(['b1']);
});
