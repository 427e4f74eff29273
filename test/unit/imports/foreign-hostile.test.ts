// Files in the formats of others that are broken or made to hurt: refused with a place, in little time and memory.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readAnyCriteriaFile } from '../../../electron/imports/read-criteria-file.ts';
import { utf8 } from '../../../shared/base/bytes.ts';
import { criteriaOf, criteriaSet } from '../../../shared/criteria/criteria-set.ts';
import { seeded } from '../../helpers/seed.ts';
import { findingsOf } from './given.ts';

const folder = new URL('../../fixtures/criteria/foreign/', import.meta.url);
const fixture = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
const read = (text: string, fileName = 'f.txt') => readAnyCriteriaFile(utf8(text), { fileName });

const catalog = (inside: object): string =>
  JSON.stringify({ catalog: { metadata: { title: 'The rules of the house', version: '1' }, ...inside } }, null, 1);
const library = (nodes: string): string =>
  `urn: u\nlocale: en\nversion: 1\nobjects:\n  framework:\n    ref_id: f\n    name: F\n    requirement_nodes:\n${nodes}`;
const badge = (text: string): string => `--- !!omap\n- '0': !!omap\n  - M: !!omap\n    - m: !!omap\n${text}`;
const deep = (levels: number): object =>
  levels === 0 ? { id: 'c', title: 'c' } : { id: `g${levels}`, title: 'g', groups: [deep(levels - 1)] };
/** Each parameter says the next one twice: 2^60 words, written out. */
const doubling = Array.from({ length: 60 }, (_, at) => ({
  id: `p${at}`,
  label: `{{ insert: param, p${at + 1} }} and {{ insert: param, p${at + 1} }}`,
}));

const BROKEN: readonly (readonly [name: string, code: string, text: string])[] = [
  ['a profile, no catalog', 'oscal-no-catalog', JSON.stringify({ profile: { uuid: 'x' } })],
  ['a catalog without controls', 'criteria-none', catalog({ groups: [{ id: 'g', title: 'g' }] })],
  ['a control without an id', 'field-missing', catalog({ controls: [{ title: 'x' }] })],
  ['controls that are no list', 'list-expected', catalog({ controls: { a: 1 } })],
  ['a control that is a text', 'map-expected', catalog({ controls: ['a'] })],
  ['a title that is a list', 'text-expected', catalog({ controls: [{ id: 'a', title: ['x'] }] })],
  ['a catalog without metadata', 'map-expected', JSON.stringify({ catalog: { controls: [{ id: 'a', title: 'a' }] } })],
  [
    'a catalog of a later format of ours',
    'oscal-newer',
    catalog({
      metadata: {
        title: 't',
        version: '1',
        props: [{ name: 'criteria-set', ns: 'urn:hoidong:criteria-set:1', value: '2' }],
      },
    }),
  ],
  ['groups in groups without end', 'too-deep', catalog({ groups: [deep(40)] })],
  ['a statement of 5,000 signs', 'text-too-long', catalog({ controls: [{ id: 'a', title: 'a '.repeat(2_500) }] })],
  [
    'a prose of a megabyte',
    'text-too-long',
    catalog({
      controls: [{ id: 'a', title: 'a', parts: [{ name: 'guidance', prose: 'x'.repeat(1_000_000) }] }],
    }),
  ],
  [
    'more criteria than a set holds',
    'list-too-long',
    catalog({
      controls: Array.from({ length: 6_000 }, (_, at) => ({ id: `c${at}` })),
    }),
  ],
  ['a library without a framework', 'ciso-no-framework', 'urn: u\nobjects:\n  risk_matrix: []\n'],
  ['a library without assessable nodes', 'criteria-none', library('    - {urn: a, assessable: false, name: A}\n')],
  ['nodes that are no list', 'list-expected', library('      a: b\n')],
  ['a node that is a text', 'map-expected', library('    - a\n')],
  ['an anchor in a library', 'yaml-alias', library('    - &a {urn: a, assessable: true, name: A}\n    - *a\n')],
  ['a tag in a library', 'yaml-tag', library('    - !!omap [{urn: a}]\n')],
  ['a category that there is not', 'category-unknown', badge('      - a: {category: PERHAPS}\n')],
  ['an ordered map with two members in one', 'yaml-tag', badge('      - {a: {category: MUST}, b: {category: MUST}}\n')],
  [
    'a criterion twice in an ordered map',
    'key-duplicate',
    badge('      - a: {category: MUST}\n      - a: {category: MUST}\n'),
  ],
  ['another tag in an ordered map', 'yaml-tag', badge('      - a: !!set {category: MUST}\n')],
  ['an ordered map that is anchored', 'yaml-alias', badge('      - a: &b {category: MUST}\n      - c: *b\n')],
  ['an ordered map in a set of ours', 'yaml-tag', `id: a\ngroups: !!omap\n- a: b\n`],
];

describe('broken files of others', () => {
  it.each(BROKEN)('[FO10] %s: %s, with its line, in under a second', async (_, code, text) => {
    const begun = performance.now();
    const found = await read(text);
    expect(performance.now() - begun).toBeLessThan(1_000);
    expect(found.ok).toBe(false);
    const finding = findingsOf(found).find((each) => each.code === code);
    expect(finding, JSON.stringify(findingsOf(found).slice(0, 3))).toMatchObject({ severity: 'error' });
    expect(finding?.line).toBeGreaterThan(0);
  });

  it('[FO10] parameters that double each other sixty times are cut, not written out', async () => {
    const title = 'Do {{ insert: param, p0 }} in time.';
    const found = await read(catalog({ params: doubling, controls: [{ id: 'a', title }] }));
    if (!found.ok) throw new Error(JSON.stringify(found.findings));
    expect(found.value.set.groups[0]?.criteria[0]?.statement.vi.length).toBeLessThan(2_000);
  });

  it('[FO10] nodes that stand under each other in a circle are put at the top, with a warning', async () => {
    const nodes = ['a', 'b', 'c'].map(
      (id, at) => `    - {urn: ${id}, parent_urn: ${['b', 'c', 'a'][at]}, assessable: true, ref_id: ${id}, name: N}\n`,
    );
    const found = await read(library(nodes.join('')));
    if (!found.ok) throw new Error(JSON.stringify(found.findings));
    expect(criteriaOf(found.value.set)).toHaveLength(3);
    expect(findingsOf(found).map(({ code }) => code)).toContain('parent-unknown');
  });

  it('[FO10] headings by the hundred are brought together further out, and stay before their criteria', async () => {
    const groups = Array.from({ length: 12 }, (_, g) => ({
      id: `g${g}`,
      title: `Outer ${g}`,
      groups: Array.from({ length: 10 }, (_each, i) => ({
        id: `g${g}.${i}`,
        title: `Inner ${i}`,
        controls: [{ id: `c${g}.${i}`, title: 'The one thing' }],
      })),
    }));
    const found = await read(catalog({ groups }));
    if (!found.ok) throw new Error(JSON.stringify(found.findings));
    expect(found.value.set.groups).toHaveLength(12);
    expect(criteriaOf(found.value.set)).toHaveLength(120);
    expect(found.value.set.groups[3]?.criteria[4]?.statement.vi).toBe('Inner 4: The one thing');
  });
});

/** One character or line of a text taken out, doubled or replaced. */
function damaged(text: string, random: ReturnType<typeof seeded>): string {
  const rows = text.split('\n');
  const [one, two] = [random.integer(0, rows.length - 1), random.integer(0, rows.length - 1)];
  const at = random.integer(0, text.length - 1);
  switch (random.integer(0, 4)) {
    case 0:
      return rows.toSpliced(one, 1).join('\n');
    case 1:
      return rows.with(one, rows[two] ?? '').join('\n');
    case 2:
      return (
        text.slice(0, at) + random.pick(['"', '{', ']', ':', '- ', '!!omap ', '&a ', '{{', '<a', '\\']) + text.slice(at)
      );
    case 3:
      return rows
        .with(one, (rows[one] ?? '').replace(/: .*/, `: ${random.pick(['null', '[]', '{}', '7', '"x"', '!!omap'])}`))
        .join('\n');
    default:
      return text.slice(0, at) + text.slice(at + random.integer(1, 12));
  }
}

describe('damaged files of others', () => {
  it.each([
    ['catalog.oscal.json', 250],
    ['framework.ciso.yaml', 250],
    ['badge.criteria.yml', 250],
  ] as const)(
    '[FO10] random damages to %s give a sound set or findings, never a throw',
    async (name, runs) => {
      const random = seeded(`damaged ${name}`);
      const whole = fixture(name);
      let refused = 0;
      for (let run = 0; run < runs; run++) {
        const text = damaged(damaged(whole, random), random).toWellFormed();
        const found = await read(text, name);
        const about = `seed ${random.seed}, run ${run}`;
        if (found.ok) expect(criteriaSet.safeParse(found.value.set).success, about).toBe(true);
        else refused += 1;
        for (const finding of findingsOf(found)) {
          expect(finding.code, about).not.toBe('set-invalid');
          if (finding.severity === 'error') expect(finding.line, `${about}: ${finding.code}`).toBeGreaterThan(0);
        }
      }
      expect(refused, `seed ${random.seed}`).toBeGreaterThan(runs / 20);
    },
    60_000,
  );
});
