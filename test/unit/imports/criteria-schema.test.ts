// The published JSON Schema of criteria files against the reader, and against a validator that shares nothing with it.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { writeJson } from '../../../electron/exports/write-json.ts';
import { type CriteriaFile, readCriteriaFile } from '../../../electron/imports/read-criteria-file.ts';
import { fromUtf8, utf8 } from '../../../shared/base/bytes.ts';
import { randomSet } from '../../helpers/random-set.ts';
import { seeded } from '../../helpers/seed.ts';
import { root } from '../../helpers/steps.ts';
import { CRITERIA_SCHEMA_FILE, criteriaSchemaText } from '../../packaging/criteria-schema.ts';

const published = readFileSync(path.join(root, CRITERIA_SCHEMA_FILE), 'utf8');
const isValid = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false }).compile(JSON.parse(published));

/** What holds between several places, or what lies below the data model of JSON: named in the schema's description. */
const BEYOND = [
  ...['id-duplicate', 'tag-duplicate', 'otherwise-missing', 'rule-unreachable', 'tag-uncarried', 'levels-order'],
  ...['pass-between-levels', 'condition-unknown', 'condition-cycle', 'condition-itself', 'weights-partial'],
  ...['must-pass-missing', 'text-malformed'],
];
/** Whether a file is well field by field; a key that is not kept is a warning of the reader and a fault of the schema. */
const isWell = (read: CriteriaFile): boolean => {
  const found = read.ok ? read.value.warnings : read.findings;
  const faults = found.filter(
    ({ severity, code }) => (severity === 'error' && !BEYOND.includes(code)) || code === 'key-unknown',
  );
  return faults.length === 0;
};

it('[FO11] the published schema is that of the code: else run test/packaging/write-criteria-schema.ts', () => {
  expect(published).toBe(criteriaSchemaText());
});

it('[FO11] an independent validator takes both shipped sets, read by a parser of its own', () => {
  const folder = path.join(root, 'assets', 'criteria');
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  expect(names).toHaveLength(2);
  for (const name of names) {
    isValid(parse(readFileSync(path.join(folder, name), 'utf8')));
    expect(isValid.errors, name).toBeNull();
  }
});

it('[FO11] reader and validator agree on every good and bad file that a parser can read at all', () => {
  const folder = path.join(root, 'test', 'fixtures', 'criteria');
  const compared = { good: 0, bad: 0 };
  for (const name of readdirSync(folder).filter((each) => /\.(yaml|json)$/.test(each))) {
    const bytes = readFileSync(path.join(folder, name));
    let data: unknown;
    try {
      data = name.endsWith('.json')
        ? JSON.parse(fromUtf8(bytes))
        : parse(fromUtf8(bytes).replace(/^\ufeff/, ''), { logLevel: 'error' });
    } catch {
      continue;
    }
    const read = readCriteriaFile(bytes, name);
    // Signs that a parser has already dissolved (aliases, tags), and numbers that it has already rewritten.
    const codes = read.ok ? [] : read.findings.map(({ code }) => code);
    if (codes.some((code) => /^(yaml-|json-|key-|encoding-|too-|file-)/.test(code))) continue;
    if (/exponent|octal/.test(name)) continue;
    compared[isWell(read) ? 'good' : 'bad'] += 1;
    expect(isValid(data), `${name}: ${JSON.stringify(isValid.errors ?? codes)}`).toBe(isWell(read));
  }
  expect(compared.good).toBeGreaterThanOrEqual(5);
  expect(compared.bad).toBeGreaterThanOrEqual(15);
});

type Json = Json[] | { [key: string]: Json } | string | number | boolean | null;
const isObject = (value: Json | undefined): value is { [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const SPOILT: readonly Json[] = [
  ...[
    '',
    '  ',
    'nonsense',
    'a b',
    'true',
    '-1',
    '0',
    '7',
    '101',
    '10001',
    '1,5',
    '2026-13-01',
    'constructor',
    'x'.repeat(41),
  ],
  ...['x'.repeat(201), 'x'.repeat(501), 'x'.repeat(1_001), 'x'.repeat(4_001), -1, 0, 7, 101, 10_001, true, false, null],
  ...[[], {}, [{}], ['a', 'a'], ['dat'], ['dat', 'khong_dat']],
];

/** The same set with one member spoilt, taken away, or one more beside it. */
function* spoilt(value: Json, put: (with_: Json) => Json): Generator<Json> {
  for (const bad of SPOILT) yield put(bad);
  if (Array.isArray(value)) {
    const [first] = value;
    if (first !== undefined) yield* spoilt(first, (with_) => put([with_, ...value.slice(1)]));
  } else if (isObject(value)) {
    yield put({ ...value, unheard_of: 'x' });
    for (const [key, each] of Object.entries(value)) {
      const { [key]: _, ...without } = value;
      yield put(without);
      yield* spoilt(each, (with_) => put({ ...value, [key]: with_ }));
    }
  }
}

it('[FO11] reader and validator agree on whole sets with any one member spoilt in any way', () => {
  const random = seeded('schema');
  const apart = new Set<string>();
  const counted = { well: 0, not: 0 };
  for (let run = 0; run < 12; run++) {
    const whole: Json = JSON.parse(fromUtf8(writeJson(randomSet(random)).bytes));
    for (const each of spoilt(whole, (with_) => with_)) {
      const read = readCriteriaFile(utf8(JSON.stringify(each)), 'set.json');
      const well = isWell(read);
      counted[well ? 'well' : 'not'] += 1;
      if (isValid(each) === well) continue;
      const found = (read.ok ? read.value.warnings : read.findings).map(({ code, path: at }) => `${code} ${at}`);
      apart.add(`${well ? 'reader' : 'validator'} alone takes: ${JSON.stringify(isValid.errors)} ${found.join(', ')}`);
    }
  }
  expect([...apart], `seed ${random.seed}`).toEqual([]);
  expect(counted.well).toBeGreaterThan(500);
  expect(counted.not).toBeGreaterThan(2_000);
}, 60_000);
