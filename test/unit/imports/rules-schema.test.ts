// The published JSON Schema of council rules against the code, and against a validator that shares nothing with it.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { readRulesFile } from '../../../electron/imports/rules-file.ts';
import { utf8 } from '../../../shared/base/bytes.ts';
import { DEFAULT_RULES } from '../../../shared/council/default-rules.ts';
import { root } from '../../helpers/steps.ts';
import { SCHEMA_FILE, schemaText } from '../../packaging/rules-schema.ts';

const published = readFileSync(path.join(root, SCHEMA_FILE), 'utf8');
const isValid = new Ajv2020({ strict: true }).compile(JSON.parse(published));

it('[RF5] the published schema is the one of the code: else run test/packaging/write-rules-schema.ts', () => {
  expect(published).toBe(schemaText());
});

it('[RF5] an independent validator takes every shipped profile, read by a parser of its own', () => {
  const folder = path.join(root, 'assets', 'rules');
  for (const name of readdirSync(folder)) {
    const value: unknown = parse(readFileSync(path.join(folder, name), 'utf8'));
    isValid(value);
    expect(isValid.errors, name).toBeNull();
  }
});

type Json = { [key: string]: Json | string | number | boolean | null };
/** Every leaf of the rules, spoilt in every way that a leaf can be. */
function* spoilt(value: Json, whole: () => Json, at: readonly string[] = []): Generator<readonly [string, Json]> {
  for (const [key, each] of Object.entries(value)) {
    const here = [...at, key];
    if (typeof each === 'object' && each !== null) yield* spoilt(each, whole, here);
    // In a file a scalar stays the text it was written as, so no number spoils a text.
    const isText = ['id', 'vi', 'en', 'source'].includes(key);
    for (const bad of isText
      ? [null, {}, 'x'.repeat(501)]
      : ['nonsense', -1, 0, 10, 21, 101, 201, 1.5, null, true, {}]) {
      const copy = whole();
      let inner = copy;
      for (const step of at) inner = inner[step] as Json;
      inner[key] = bad;
      yield [`${here.join('.')} = ${JSON.stringify(bad)}`, copy];
    }
    const without = whole();
    let inner = without;
    for (const step of at) inner = inner[step] as Json;
    delete inner[key];
    yield [`without ${here.join('.')}`, without];
  }
}

it('[RF5] the reader of files and the independent validator agree on every leaf spoilt in every way', () => {
  const whole = (): Json => JSON.parse(JSON.stringify(DEFAULT_RULES));
  let refused = 0;
  for (const [what, rules] of spoilt(whole(), whole)) {
    const read = readRulesFile(utf8(JSON.stringify(rules)), 'rules.json');
    const isConflict = !read.ok && read.findings.every(({ code }) => code === 'rules-conflict');
    expect(read.ok || isConflict, what).toBe(isValid(rules) === true);
    if (read.ok) continue;
    // The reader words every fault itself: nothing is left to be found behind it.
    expect(
      read.findings.filter(({ code: found }) => found === 'rule-invalid'),
      what,
    ).toEqual([]);
    refused += 1;
  }
  expect(refused).toBeGreaterThan(200);
}, 30_000);
