// What is written can be read again: YAML, JSON and OSCAL bring back the same set, whatever its words.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Exported } from '../../../electron/exports/exported.ts';
import { writeJson } from '../../../electron/exports/write-json.ts';
import { writeOscal } from '../../../electron/exports/write-oscal.ts';
import { writeYaml } from '../../../electron/exports/write-yaml.ts';
import { readCriteriaFile } from '../../../electron/imports/read-criteria-file.ts';
import type { CriteriaSet } from '../../../shared/criteria/criteria-set.ts';
import { wordFinding } from '../../../shared/lang/finding-words.ts';
import { randomSet } from '../../helpers/random-set.ts';
import { seeded } from '../../helpers/seed.ts';
import { root } from '../../helpers/steps.ts';
import { hardSet } from './hard-words.ts';
import { OSCAL } from './oscal-shape.ts';

const MODIFIED = '2026-11-24T08:00:00+07:00';
const WRITERS: readonly (readonly [name: string, write: (set: CriteriaSet) => Exported])[] = [
  ['set.yaml', writeYaml],
  ['set.json', writeJson],
  ['set.oscal.json', (set) => writeOscal(set, MODIFIED)],
];
const textOf = ({ bytes }: Exported): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes);

function again(set: CriteriaSet, [name, write]: (typeof WRITERS)[number], about: string): CriteriaSet {
  const written = write(set);
  const read = readCriteriaFile(written.bytes, name);
  if (!read.ok) throw new Error(`${about}: ${JSON.stringify(read.findings)}\n${textOf(written)}`);
  expect(read.value.leftOut, about).toEqual([]);
  expect(read.format, about).toBe(name.includes('oscal') ? 'oscal' : 'hoidong');
  return read.value.set;
}

describe('round trips', () => {
  it.each(WRITERS.map((each) => [each[0], each] as const))(
    '[FO1] a set written as %s and read again is the same set, every field of it',
    (name, writer) => {
      const random = seeded(`round trip ${name}`);
      for (let run = 0; run < 150; run++) {
        const set = hardSet(random);
        const about = `seed ${random.seed}, run ${run}`;
        expect(again(set, writer, about), about).toEqual(set);
      }
    },
    60_000,
  );

  it.each(['mau-1230.yaml', 'toi-thieu-224.yaml'])(
    '[FO1] the shipped %s goes through all three, one after another',
    (name) => {
      const read = readCriteriaFile(readFileSync(path.join(root, 'assets/criteria', name)), name);
      if (!read.ok) throw new Error('refused');
      const { set } = read.value;
      expect(WRITERS.reduce((before, writer) => again(before, writer, name), set)).toEqual(set);
    },
  );
});

describe('files for people and for other programs', () => {
  const set = hardSet(seeded('files'));

  it('[FO2] another reader of YAML and JSON sees the same data: no text turned into a number, no alias', () => {
    const random = seeded('other readers');
    for (let run = 0; run < 50; run++) {
      const each = hardSet(random);
      const [yaml, json] = [textOf(writeYaml(each)), textOf(writeJson(each))];
      for (const version of ['1.1', '1.2'] as const)
        expect(parse(yaml, { version, maxAliasCount: 0 }), `seed ${random.seed}, run ${run}`).toEqual(JSON.parse(json));
      expect([JSON.parse(json).version, JSON.parse(json).groups[0].vi]).toEqual([
        each.version,
        each.groups[0]?.name.vi,
      ]);
    }
  });

  it('[FO2] YAML is written to be read: one key a line, literal blocks, no tabs, no tags', () => {
    const text = textOf(writeYaml(randomSet(seeded('plain words'))));
    expect(text).toMatch(/^id: ngau-nhien\nversion: /);
    expect(text).not.toMatch(/^\t|!!|^--- /m);
    expect(text.endsWith('\n')).toBe(true);
  });

  it('[FO3] OSCAL: uuids follow from the set alone, and a changed set has others', () => {
    const uuidOf = (from: CriteriaSet): string => JSON.parse(textOf(writeOscal(from, MODIFIED))).catalog.uuid;
    expect(uuidOf(set)).toBe(uuidOf(structuredClone(set)));
    expect(uuidOf(set)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(uuidOf({ ...set, version: `${set.version}-2` })).not.toBe(uuidOf(set));
    expect(textOf(writeOscal(set, MODIFIED))).toBe(textOf(writeOscal(set, MODIFIED)));
  });

  it('[FO3] OSCAL: names, values, dates and members are those that its schema takes', () => {
    const isCatalog = new Ajv2020({ strict: true, strictRequired: false }).compile(OSCAL);
    const random = seeded('oscal');
    for (let run = 0; run < 50; run++) {
      isCatalog(JSON.parse(textOf(writeOscal(hardSet(random), MODIFIED))));
      expect(isCatalog.errors, `seed ${random.seed}, run ${run}`).toBeNull();
    }
  });

  it('[FO3] OSCAL: what its model has no place for is named, in both languages', () => {
    const [left, ...more] = writeOscal(set, MODIFIED).left;
    expect(more).toEqual([]);
    expect(left).toMatchObject({ code: 'kept-as-own', severity: 'warning' });
    if (left === undefined) throw new Error('nothing is said');
    for (const language of ['vi', 'en'] as const) expect(wordFinding(left, language)).toContain('outcome_rules');
    expect([writeYaml(set).left, writeJson(set).left]).toEqual([[], []]);
  });
});
