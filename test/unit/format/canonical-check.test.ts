// The quick look at canonical texts, and hex, answer as the slow ones do.
import { hex } from '@scure/base';
import { expect, test } from 'vitest';
import { fromHex, toHex } from '../../../shared/base/bytes.ts';
import { canonical, isCanonical, type Json } from '../../../shared/base/canonical.ts';
import { randomFrom } from '../../helpers/seed.ts';

const SEED = Number(process.env['HOIDONG_SEED'] ?? 20_261_123);

function judged(text: string, judge: (value: unknown) => boolean): boolean {
  try {
    return judge(JSON.parse(text));
  } catch {
    return false;
  }
}
/** By the definition. */
const slowly = (text: string): boolean => judged(text, (value) => canonical(value as Json) === text);
const quickly = (text: string): boolean => judged(text, (value) => isCanonical(text, value));

const ODD: readonly (readonly [string, boolean])[] = [
  ['{"a":1,"b":2}', true],
  ['{"b":1,"a":2}', false],
  ['{"a":1,"a":1}', false],
  ['{"10":1,"2":1}', true],
  ['{"2":1,"10":1}', false],
  ['{"1":1,"10":1,"2":1}', true],
  ['{"__proto__":1}', true],
  ['{"a":{"__proto__":{"b":1}}}', true],
  ['{"a":1.5}', false],
  ['{"a":1.0}', false],
  ['{"a":-0}', false],
  ['{"a":1e3}', false],
  ['{"a":9007199254740992}', false],
  ['{"a":9007199254740991}', true],
  ['{"a": 1}', false],
  [' {"a":1}', false],
  ['{"a":"\\ud800"}', false],
  ['{"\\udfff":1}', false],
  ['{"a":"\\ud83d\\ude00"}', false],
  ['{"a":"😀"}', true],
  ['{"a":"\\\\ud800"}', true],
  ['{"a":"\\\\\\ud800"}', false],
  ['{"a":"\\u001f"}', true],
  ['{"a":"\\u001F"}', false],
  ['{"a":"\\u0061"}', false],
  ['{"a":"\\/"}', false],
  ['{"a":"\u2028"}', true],
  ['{"a":"\\u2028"}', false],
  ['{"z":1,"é":2}', true],
  ['{"é":1,"z":2}', false],
  ['{"😀":1,"\uffff":2}', true],
  ['{"\uffff":1,"😀":2}', false],
  ['[1,2,{"a":{},"b":[]}]', true],
  ['[1,2,{"b":[],"a":{}}]', false],
  ['null', true],
  ['{"constructor":1,"toJSON":2,"toString":3}', true],
];

test.each(ODD)('whether %j is canonical: %s', (text, holds) => {
  expect(slowly(text)).toBe(holds);
  expect(quickly(text)).toBe(holds);
});

test(`texts drawn and damaged are judged alike (seed ${SEED})`, () => {
  const random = randomFrom(SEED);
  const words = ['a', 'b', 'mark', '1', '2', '10', '1.1', 'đạt', '😀', '__proto__', '\\', '"', '\n', ''];
  const value = (depth: number): Json => {
    const kind = random.integer(0, depth > 2 ? 3 : 5);
    if (kind === 0) return random.integer(0, 100) - 50;
    if (kind === 1) return random.pick(words) + random.pick(words);
    if (kind === 2) return random.chance(50);
    if (kind === 3) return null;
    const length = random.integer(0, 5);
    if (kind === 4) return Array.from({ length }, () => value(depth + 1));
    return Object.fromEntries(Array.from({ length }, () => [random.pick(words), value(depth + 1)]));
  };
  let [yes, no] = [0, 0];
  for (let round = 0; round < 4_000; round++) {
    const drawn = value(0);
    let text = random.chance(50) ? canonical(drawn) : JSON.stringify(drawn);
    if (random.chance(40)) {
      const at = random.integer(0, text.length);
      const put = random.pick([' ', '0', '.5', '"', '\\u0061', '\\ud800', ',', '']);
      text = text.slice(0, at) + put + text.slice(at + random.integer(0, 1));
    }
    const holds = slowly(text);
    expect(quickly(text), text).toBe(holds);
    if (holds) yes += 1;
    else no += 1;
  }
  expect(Math.min(yes, no)).toBeGreaterThan(500);
});

test(`hex is what the library makes of it (seed ${SEED})`, () => {
  const random = randomFrom(SEED);
  for (let round = 0; round < 500; round++) {
    const bytes = random.bytes(random.integer(0, 40));
    const text = hex.encode(bytes);
    expect(toHex(bytes)).toBe(text);
    expect(fromHex(text)).toEqual(bytes);
    expect(fromHex(text.toUpperCase())).toEqual(bytes);
  }
  for (const bad of ['0', 'abc', 'zz', '0g', 'g0', ' 00', '0\u0130', '0\uff10', '/0', ':0', '`0', '@0', '0x'])
    expect(() => fromHex(bad), bad).toThrow();
});
