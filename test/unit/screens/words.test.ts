// What the screens say: nothing is missing in either language, and every refusal of the code has its sentence.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { FINDING_WORDS } from '../../../shared/lang/finding-words.ts';
import { refusalsEn } from '../../../shared/lang/refusals-en.ts';
import { refusalsVi } from '../../../shared/lang/refusals-vi.ts';
import { fill, say, sentences } from '../../../shared/lang/say.ts';
import { screensEn } from '../../../shared/lang/screens-en.ts';
import { screensVi } from '../../../shared/lang/screens-vi.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

function* sources(folder: string): Generator<string> {
  for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
    const name = `${folder}/${entry.name}`;
    if (entry.isDirectory()) yield* sources(name);
    else if (/\.tsx?$/.test(entry.name)) yield name;
  }
}

const namesIn = (sentence: string): string =>
  [...sentence.matchAll(/\{(\w+)\}/g)]
    .map(([, name]) => name)
    .sort()
    .join();

test('[U1] every code that the source refuses with has a sentence in both languages', () => {
  const wordless = new Set<string>();
  for (const room of ['shared', 'electron', 'renderer'])
    for (const file of sources(room))
      for (const [, code = ''] of readFileSync(path.join(root, file), 'utf8').matchAll(
        /\brefus(?:e|al)\(\s*'([a-z0-9-]+)'/g,
      ))
        if (!Object.hasOwn(refusalsVi, code) && !Object.hasOwn(FINDING_WORDS, code)) wordless.add(`${code} (${file})`);
  expect([...wordless]).toEqual([]);
});

test('[U2] a sentence has the same parameters in both languages and is NFC', () => {
  for (const [vi, en] of [
    [screensVi, screensEn],
    [refusalsVi, refusalsEn],
  ] as const) {
    const english: Readonly<Record<string, string>> = en;
    for (const [key, sentence] of Object.entries(vi)) {
      expect(namesIn(english[key] ?? ''), key).toBe(namesIn(sentence));
      expect(sentence.normalize('NFC'), key).toBe(sentence);
    }
  }
});

test('[U3] no screen says only that something succeeded, and none uses the words the law does not', () => {
  for (const sentence of [...Object.values(screensVi), ...Object.values(refusalsVi)])
    expect(sentence).not.toMatch(/thành công|túc số|hồi tị|phiếu trắng/iu);
});

test('a refusal is filled in with its parameters, code words worded', () => {
  expect(say('vi', { code: 'poll-step', params: { step: 'closed' } })).toContain('đã khóa');
  expect(say('en', { code: 'quorum-short', params: { more: 2, present: 3, appointed: 7, needed: 5 } })).toContain(
    '3 of 7',
  );
});

test('a code from a newer host is still a sentence, with the code', () => {
  expect(say('vi', { code: 'of-tomorrow', params: {} })).toContain('of-tomorrow');
  expect(say('en', { code: 'constructor', params: {} })).toContain('constructor');
});

test('a parameter cannot bring line breaks or another parameter into a sentence', () => {
  expect(fill('{a} {b}', { a: '{b}', b: 'x' })).toBe('{b} x');
  expect(say('vi', { code: 'upload-failed', params: { name: 'a\n\u202eb' } })).not.toMatch(/[\n\u202e]/);
});

test('numbers in sentences stay numbers', () => {
  expect(sentences('vi')('scoring.done', { done: 3, all: 30 })).toBe('Đã chấm 3 trên 30');
});
