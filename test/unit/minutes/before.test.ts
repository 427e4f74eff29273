// An earlier evaluation in the minutes: told in its own words, every value locked to the entry that named it, never counted.
import { describe, expect, it } from 'vitest';
import type { Hash } from '../../../shared/base/ids.ts';
import type { RulingOf } from '../../../shared/book/rulings.ts';
import { type Minutes, textOf } from '../../../shared/minutes/content.ts';
import { must, rule } from '../../helpers/random-meeting-state.ts';
import { PLATFORM, toldCouncil } from './told-council.ts';

type Body = RulingOf<'evaluated-before'>;
const hash = (letter: string): Hash => letter.repeat(64) as Hash;
const BODY = {
  platform: PLATFORM,
  book: hash('e'),
  poll: '0'.repeat(16),
  at: '2025-11-20T02:00:00.000Z',
  set: { sha256: hash('c'), id: 'bon', version: '0.9' },
  outcome: 'all',
  marks: [
    { criterion: 'A-1', text: hash('1'), verdict: 'met', met: 4, of: 4 },
    { criterion: 'A-2', text: hash('2'), verdict: 'not-met', met: 1, of: 4 },
    { criterion: 'B-2', text: hash('3'), verdict: 'left-out', met: 0, of: 0 },
  ],
} as unknown as Body;

const paragraphsIn = ({ fields }: Minutes) => fields.flatMap(({ paragraphs }) => paragraphs);
const beforeIn = (minutes: Minutes) => paragraphsIn(minutes).find(({ id }) => id === `before-${PLATFORM}`);

/** @param part of the ruling; undefined: none is named */
function told(part?: Partial<Body>) {
  const council = toldCouncil();
  const body = { ...BODY, ...part } as Body;
  const entry = part === undefined ? undefined : must(rule(council.table, 'evaluated-before', body));
  council.open();
  council.declareAll();
  council.round({ 1: 'yyyy', 2: 'yyyy', 3: 'yyyy', 4: 'yyyy', 5: 'yyyy' });
  return { minutes: council.minutes(), entry };
}

describe('[CY12] an earlier evaluation in the minutes', () => {
  it('is one sentence of the platform, as it was named', () => {
    const found = beforeIn(told({}).minutes);
    expect(found === undefined ? '' : textOf(found)).toBe(
      'Lần đánh giá trước (cuộc họp khai mạc ngày 20 tháng 11 năm 2025): theo bộ tiêu chí phiên bản 0.9, nền tảng số đạt 01/02 tiêu chí; kết quả: Đủ. Lần này dùng bộ tiêu chí hoặc phiên bản khác. Kết quả lần trước chỉ để tham khảo, không tính vào kết quả lần này.',
    );
  });

  it('locks every value to the entry that named it', () => {
    const { minutes, entry } = told({});
    const facts = beforeIn(minutes)?.parts.filter((part) => typeof part !== 'string') ?? [];
    expect(facts).toHaveLength(4);
    for (const part of facts) expect(part.entries).toEqual([entry]);
  });

  it('gives the code of an outcome of another set, and no day where none is known', () => {
    const found = beforeIn(told({ at: '', set: { ...BODY.set, id: 'khac' } }).minutes);
    const text = found === undefined ? '' : textOf(found);
    expect(text).toContain('kết quả: all. ');
    expect(text).toMatch(/^Lần đánh giá trước: theo/u);
  });

  it('changes nothing else, and is not there where none was named', () => {
    const { minutes } = told();
    expect(beforeIn(minutes)).toBeUndefined();
    const others = (each: Minutes) =>
      paragraphsIn(each).flatMap((one) => (one.id.startsWith('before-') ? [] : [one.id]));
    expect(others(told({}).minutes).length).toBe(others(minutes).length);
  });
});
