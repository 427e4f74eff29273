// One-time codes: typed by people, used once, not guessed.
import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { CODE_ALPHABET, CODE_LIMITS, openSeatCodes } from '../../../electron/room/seat-codes.ts';
import { virtualClock } from '../../helpers/virtual-clock.ts';

const BOOK = 'b0'.repeat(32);

function codes(random: (length: number) => Uint8Array = randomBytes) {
  const clock = virtualClock(1_000);
  const monotone = virtualClock(0);
  const opened = openSeatCodes({
    now: clock.now,
    elapsed: monotone.now,
    random,
    urlOf: (code) => `http://127.0.0.1:1/#code=${code}`,
  });
  return { ...opened, monotone };
}
const refusal = (code: string, params: object = {}) => ({ ok: false, refusal: { code, params } });
const wrong = (at: number): string => `${CODE_ALPHABET[at % 30]}${CODE_ALPHABET[Math.floor(at / 30) % 30]}AAAAAA`;

test('[SC1] a code is eight characters that cannot be taken for another, all as likely', () => {
  // Every byte equally often: sixteen times round.
  let next = 0;
  const { issue } = codes((length) => Uint8Array.from({ length }, () => next++ % 256));
  const counts = new Map<string, number>();
  for (let at = 0; at < 480; at++) {
    const { code, url, expires } = issue(BOOK, `${at}`);
    expect(code).toMatch(/^[2-9A-HJKMNP-TV-Z]{8}$/);
    expect([url, expires]).toEqual([`http://127.0.0.1:1/#code=${code}`, 1_000 + CODE_LIMITS.lifeMs]);
    for (const sign of code) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  }
  expect([...counts.keys()].sort().join('')).toBe([...CODE_ALPHABET].sort().join(''));
  expect(new Set(counts.values())).toEqual(new Set([128]));
});

test('[SC2] a code seats once, however it is typed; asking does not use it up', () => {
  const { issue, ask, use } = codes();
  const { code } = issue(BOOK, 'seat-1');
  const place = { ok: true, value: { book: BOOK, seat: 'seat-1' } };
  expect(ask(code, 'link-1')).toEqual(place);
  expect(ask(` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)} `, 'link-2')).toEqual(place);
  expect(use(code, 'link-1')).toEqual(place);
  expect(use(code, 'link-1')).toEqual(refusal('code-used'));
  expect(ask(code, 'link-2')).toEqual(refusal('code-used'));
});

test('[SC2] a new code voids the former one of its seat, and of no other', () => {
  const { issue, ask, withdraw } = codes();
  const [first, second, other] = [issue(BOOK, 'seat-1'), issue(BOOK, 'seat-1'), issue(BOOK, 'seat-2')];
  expect(ask(first.code, 'link-1')).toMatchObject(refusal('code-wrong', { left: 4 }));
  expect(ask(second.code, 'link-1').ok).toBe(true);
  withdraw(BOOK, 'seat-1');
  expect(ask(second.code, 'link-1')).toEqual(refusal('code-wrong', { left: 3 }));
  expect(ask(other.code, 'link-1').ok).toBe(true);
});

test('[SC2] a code ends with its time', () => {
  const { issue, ask, monotone } = codes();
  const { code } = issue(BOOK, 'seat-1');
  monotone.advance(CODE_LIMITS.lifeMs - 1);
  expect(ask(code, 'link-1').ok).toBe(true);
  monotone.advance(1);
  expect(ask(code, 'link-1')).toEqual(refusal('code-expired'));
});

test('[SC3] five wrong guesses lock a link, with the reason and how long, and let others be', () => {
  const { issue, ask, monotone } = codes();
  const { code } = issue(BOOK, 'seat-1');
  const left = [0, 1, 2, 3, 4].map((at) => ask(wrong(at), 'link-1'));
  expect(left).toEqual([4, 3, 2, 1, 0].map((n) => refusal('code-wrong', { left: n })));
  expect(ask(code, 'link-1')).toEqual(refusal('codes-locked', { seconds: 600, of: 'link' }));
  expect(ask(code, 'link-2').ok).toBe(true);
  monotone.advance(CODE_LIMITS.lockMs - 500);
  expect(ask(code, 'link-1')).toEqual(refusal('codes-locked', { seconds: 1, of: 'link' }));
  monotone.advance(500);
  expect(ask(code, 'link-1').ok).toBe(true);
});

test('[SC3] a thousand guesses on ever new links get 40 judged; then even the right code waits', () => {
  const { issue, ask, use, forget, unlock, monotone } = codes();
  const { code } = issue(BOOK, 'seat-1');
  const answers = Array.from({ length: 1_000 }, (_, at) => {
    const answer = ask(wrong(at), `link-${at}`);
    forget(`link-${at}`);
    monotone.advance(100);
    return answer.ok ? 'in' : answer.refusal.code;
  });
  const count = (word: string) => answers.filter((answer) => answer === word).length;
  expect([count('in'), count('code-wrong'), count('codes-locked')]).toEqual([0, CODE_LIMITS.overall, 960]);
  expect(use(code, 'link-x')).toMatchObject({ ok: false, refusal: { code: 'codes-locked', params: { of: 'all' } } });
  unlock();
  expect(use(code, 'link-x').ok).toBe(true);
});

test('[SC3] a used or ended code counts as a wrong guess too', () => {
  const { issue, use } = codes();
  const { code } = issue(BOOK, 'seat-1');
  use(code, 'link-1');
  for (let at = 0; at < 5; at++) expect(use(code, 'link-2')).toEqual(refusal('code-used'));
  expect(use(code, 'link-2')).toMatchObject({ refusal: { code: 'codes-locked' } });
});
