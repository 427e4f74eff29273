// Every code that signing can give has a sentence in both languages, with the same parameters.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { SIGNING_WORDS, wordSigning } from '../../../electron/signing/words.ts';

const folder = fileURLToPath(new URL('../../../electron/signing', import.meta.url));
const sources = readdirSync(folder).filter((name) => name !== 'words.ts');
const text = sources.map((name) => readFileSync(path.join(folder, name), 'utf8')).join('\n');

test('[PS15] every code in the source has words, and every word is used', () => {
  const given = [...text.matchAll(/refus(?:al|e)\(\s*'([a-z0-9-]+)'/g)].map(([, code]) => code ?? '');
  expect(given.length).toBeGreaterThan(60);
  expect(given.filter((code) => SIGNING_WORDS[code] === undefined)).toEqual([]);
  expect(Object.keys(SIGNING_WORDS).filter((code) => !text.includes(`'${code}'`))).toEqual([]);
});

test('[PS15] both languages name the same parameters, and end as sentences do', () => {
  const parameters = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
  for (const { vi, en } of Object.values(SIGNING_WORDS)) {
    expect(parameters(vi)).toEqual(parameters(en));
    expect(vi).toBe(vi.normalize('NFC'));
    expect([vi, en].every((sentence) => sentence.endsWith('.'))).toBe(true);
  }
});

test('[PS15] a refusal is worded with its parameters', () => {
  const refusal = { code: 'page-changed', params: { page: 3 } };
  expect(wordSigning(refusal, 'vi')).toBe('Trang 3 bị thay đổi sau khi ký.');
  expect(() => wordSigning({ code: 'unheard-of', params: {} }, 'en')).toThrow('no words');
});
