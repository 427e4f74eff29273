// Two versions compared as the screen tells them: words marked, fields in words, runs folded, touched marks counted.
import { createHash } from 'node:crypto';
import type { ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { CompareTable } from '../../../renderer/screens/compare-table.tsx';
import { CompareUses } from '../../../renderer/screens/compare-uses.tsx';
import { askedOtherwise, countsOf, fieldsOf, runsOf, setLines, touchedBy } from '../../../renderer/state/compare.ts';
import { FIRST_SETTINGS } from '../../../renderer/state/settings.ts';
import { type WordDiff, wordDiff } from '../../../renderer/state/word-diff.ts';
import { ChosenProvider, wordsOf } from '../../../renderer/state/words.ts';
import { compareSets } from '../../../shared/criteria/compare-sets.ts';
import type { CriteriaSet } from '../../../shared/criteria/criteria-set.ts';
import { LANGUAGES, type Language } from '../../../shared/lang/say.ts';
import { compared, USES } from '../../gallery/given-compare.ts';
import { seeded } from '../../helpers/seed.ts';

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
const { before, after } = compared(30);
const comparison = compareSets(before.set as CriteriaSet, after.set as CriteriaSet, sha256);
const rowOf = (id: string) => {
  const found = comparison.criteria.find((row) => (row.after ?? row.before)?.criterion.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};
const html = (language: Language, part: ReactNode): string =>
  renderToString(
    <ChosenProvider value={{ settings: { ...FIRST_SETTINGS, language }, change: () => {} }}>{part}</ChosenProvider>,
  );

const marked = ({ before: old, after: now }: WordDiff): readonly string[] =>
  [old, now].map((side) => side.map(({ text, differs }) => (differs ? `[${text}]` : text)).join(''));

describe('[CY3] words that differ', () => {
  test.each([
    ['a b c', 'a b c', 'a b c', 'a b c'],
    ['có nhiều cơ quan', 'có ít nhất 10 cơ quan', 'có [nhiều] cơ quan', 'có [ít nhất 10] cơ quan'],
    ['ít nhất 99,5 %', 'ít nhất 99,9 %', 'ít nhất [99,5] %', 'ít nhất [99,9] %'],
    ['', 'mới', '', '[mới]'],
    ['cũ', '', '[cũ]', ''],
    ['một hai ba', 'bốn năm', '[một hai ba]', '[bốn năm]'],
  ])('%j against %j', (old, now, wantedOld, wantedNow) => {
    expect(marked(wordDiff(old, now))).toEqual([wantedOld, wantedNow]);
  });

  test('nothing is lost, and what is not marked is the same on both sides', () => {
    const random = seeded('word diff');
    for (let at = 0; at < 300; at++) {
      const text = () =>
        Array.from({ length: random.integer(0, 30) }, () => `w${random.integer(0, 6)}`).join(
          random.chance(50) ? ' ' : ', ',
        );
      const [old, now] = [text(), text()];
      const diff = wordDiff(old, now);
      expect(diff.before.map((piece) => piece.text).join('')).toBe(old);
      expect(diff.after.map((piece) => piece.text).join('')).toBe(now);
      const kept = (side: WordDiff['before']) =>
        side
          .filter(({ differs }) => !differs)
          .map((piece) => piece.text)
          .join('')
          .replace(/\s+/g, '');
      expect(kept(diff.before)).toBe(kept(diff.after));
    }
  });
});

describe('[CY4] every change is told in words', () => {
  test.each(LANGUAGES)('in %s each side of a field is named, and no two fields say one thing', (language) => {
    const words = wordsOf(language);
    for (const row of comparison.criteria)
      for (const { before: was, after: is } of fieldsOf(row, words)) expect(was).not.toBe(is);
    expect(fieldsOf(rowOf('G1-05'), words).map(({ change }) => change)).toContain('threshold');
  });

  test('a threshold, a condition and must-pass read as sentences do', () => {
    const told = (id: string) =>
      fieldsOf(rowOf(id), wordsOf('vi')).map(({ change, before: was, after: is }) => `${change}: ${was} → ${is}`);
    expect(told('G1-05')[0]).toBe('threshold: Đo (%); ngưỡng để ngỏ, đặt khi lập phiên → Đo: > 99,9 %');
    expect(told('G3-05')[0]).toMatch(/^threshold: Đo: ≥ 99,5 %.* → Đo: > 99,9 %/);
    expect(told('G2-05').join('|')).toContain('→ Chỉ chấm khi G1-01 đạt');
    expect(told('G2-02').join('|')).toContain('must-pass: không bắt buộc → bắt buộc');
  });

  test('a reworded Vietnamese text shows in English too, where its translation did not change', () => {
    const fields = fieldsOf(rowOf('G1-02'), wordsOf('en'));
    expect(fields).toHaveLength(1);
    expect(fields[0]).toMatchObject({ change: 'reworded' });
    expect(fields[0]?.after).toContain('ít nhất 10');
  });

  test('the summary counts each kind, and the rest are unchanged', () => {
    const counts = Object.fromEntries(countsOf(comparison).map(({ change, count }) => [change, count]));
    expect(counts).toMatchObject({ added: 1, removed: 1, renumbered: 1, reworded: 1, threshold: 2, conditions: 1 });
    const unchanged = comparison.criteria.filter(({ changes }) => changes.length === 0).length;
    expect(counts['unchanged']).toBe(unchanged);
  });

  test('of the set as a whole', () => {
    expect(comparison.set).toEqual(['legal-basis', 'groups']);
    expect(setLines('legal-basis', after.set as CriteriaSet, wordsOf('vi')).at(-1)).toContain('224/2026');
  });
});

describe('[CY5] the table', () => {
  test('what did not change is folded in runs, and every criterion is there once', () => {
    const runs = runsOf(comparison.criteria);
    const rows = runs.flatMap((run) => (run.is === 'changed' ? [run.row] : run.rows));
    expect(rows).toEqual(comparison.criteria);
    for (const [at, run] of runs.entries()) if (run.is === 'unchanged') expect(runs[at + 1]?.is).not.toBe('unchanged');
  });

  test.each(LANGUAGES)('marks words with del and ins, names both ids, folds the rest (%s)', (language) => {
    const drawn = html(language, <CompareTable criteria={comparison.criteria} />);
    expect(drawn).toContain('<del>nhiều</del>');
    expect(drawn).toContain('<ins>ít nhất 10</ins>');
    expect(drawn).toContain('G1-03 → G1-02a');
    expect(drawn).not.toContain('>G1-04<');
  });
});

describe('[CY6] what is touched', () => {
  const hashes = { before: before.row.sha256, after: after.row.sha256 };
  test('ballots of the earlier version times its criteria that are asked otherwise; others are not counted', () => {
    // Reworded, two thresholds, a condition, one removed.
    expect(askedOtherwise(comparison)).toBe(5);
    const told = touchedBy(USES, hashes, comparison).map(({ use, is, marks }) => [use.subject.slice(0, 9), is, marks]);
    expect(told).toEqual([
      ['Họp thử', 'before', 0],
      ['Đánh giá ', 'before', 70],
      ['Họp đợt 3', 'after', 0],
      ['Họp đợt 1', 'other', 0],
    ]);
  });

  test('a set of no hash is used by nobody', () => {
    const touched = touchedBy(USES, { before: undefined, after: undefined }, comparison);
    expect(touched.every(({ is }) => is === 'other')).toBe(true);
  });

  test('says the figure with how it comes about', () => {
    const drawn = html('vi', <CompareUses uses={USES} hashes={hashes} comparison={comparison} />);
    expect(drawn).toContain('tối đa 70 (14 phiếu × 5 tiêu chí)');
  });
});
