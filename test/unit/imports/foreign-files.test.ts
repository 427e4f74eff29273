// Sets in the formats of others: what a person who reads the file would count, the words, what is assumed and left out.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type CriteriaFile, readAnyCriteriaFile } from '../../../electron/imports/read-criteria-file.ts';
import { type CriteriaSet, criteriaOf } from '../../../shared/criteria/criteria-set.ts';
import { wordFinding } from '../../../shared/lang/finding-words.ts';
import { findingsOf, setFrom } from './given.ts';

const folder = new URL('../../fixtures/criteria/foreign/', import.meta.url);
const readForeign = (name: string, as = name): Promise<CriteriaFile> =>
  readAnyCriteriaFile(readFileSync(new URL(name, folder)), { fileName: as });
const leftOutOf = (read: CriteriaFile): readonly string[] => (read.ok ? read.value.leftOut : []);
const codesOf = (read: CriteriaFile): readonly string[] =>
  [...new Set(findingsOf(read).map(({ code }) => code))].sort();
const shapeOf = (set: CriteriaSet): readonly (readonly [string, readonly string[]])[] =>
  set.groups.map(({ id, criteria }) => [id, criteria.map((each) => each.id)] as const);
const one = (set: CriteriaSet, id: string) => {
  const found = criteriaOf(set).find((each) => each.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
};

describe('an OSCAL catalog', async () => {
  const read = await readForeign('catalog.oscal.json');
  const set = setFrom(read);

  it('[FO4] controls in force are criteria, also those inside another; the nearest heading is the group', () => {
    expect(read.format).toBe('oscal');
    expect(shapeOf(set)).toEqual([
      ['Catalog-for-tests-of-the-council', ['tieu-chi-9']],
      ['a', ['a-3']],
      ['a.1', ['a.1-1', 'a.1-1.1', 'a.1-2']],
    ]);
    expect(set.groups.map(({ name }) => name.vi)).toEqual([
      'Catalog for tests of the council',
      'A Accounts and the people behind them',
      'A Accounts and the people behind them › A.1 Opening of accounts',
    ]);
    expect(set).toMatchObject({
      version: '2.1',
      outcomes: [{ when: { is: 'all-met' } }, { when: { is: 'otherwise' } }],
    });
    expect(set.attribution).toBe(
      'Office of Tests\nThis work may be used by anybody (https://example.org/rights) for tests.',
    );
  });

  it('[FO5] statement, guidance and evidence as plain words, parameters in brackets', () => {
    expect(one(set, 'a.1-1')).toMatchObject({
      kind: 'pass-fail',
      origin: 'A.1(1) / a.1-1',
      statement: {
        en: [
          'Accounts of the members',
          'The account of each member is:',
          '  a. opened by [selection (one or more): the chair; the secretary within [number of days]];',
          '  b. looked through [twice a year], from [to [fro [p-loop-a]]] and [nowhere]:',
          '    (1) by hand.',
        ].join('\n'),
      },
      guidance: { en: 'See the other one and do it in time.' },
      evidence: { en: 'EXAMINE: List of accounts\nminutes of the opening' },
    });
    expect(one(set, 'a.1-1.1').statement.vi).toMatch(/^Accounts of the members \| Closed by a machine\n/);
    expect(one(set, 'tieu-chi-9').origin).toBe('tiêu chí 9');
  });

  it('[FO6] every kind of thing that is not kept is named with its count', () => {
    expect([...leftOutOf(read)].sort()).toEqual([
      'catalog.back-matter (1)',
      'catalog.uuid (1)',
      'control withdrawn (1)',
      'control.class (1)',
      'control.links reference (1)',
      'control.links related (1)',
      'control.props label (1)',
      'control.props sort-id (1)',
      'group.class (1)',
      'group.parts (1)',
      'metadata.last-modified (1)',
      'metadata.oscal-version (1)',
      'param.guidelines (1)',
      'part assessment-objective (2)',
    ]);
    const losses = findingsOf(read).filter(({ code }) => code === 'left-out');
    expect(losses).toHaveLength(leftOutOf(read).length);
    expect(losses.find(({ params }) => params['thing'] === 'control withdrawn')).toMatchObject({ line: 72 });
    expect(codesOf(read)).toEqual(['id-changed', 'left-out', 'rules-assumed', 'vietnamese-missing']);
  });
});

describe('a library of CISO Assistant', async () => {
  const read = await readForeign('framework.ciso.yaml');
  const set = setFrom(read);

  it('[FO4] assessable nodes are criteria under the nearest node that is not', () => {
    expect(read.format).toBe('ciso-assistant');
    expect(shapeOf(set)).toEqual([
      ['1.1', ['1.1.1', '1.1.1-a']],
      ['khung-thu', ['khung-thu.2']],
    ]);
    expect(set.groups[0]?.name.vi).toBe('1 Gouvernance › 1.1 Rôles');
    expect(set).toMatchObject({ id: 'khung-thu', version: '3', name: { vi: 'Khung thử nghiệm', en: '' } });
    expect(set.attribution).toBe(
      'copyright: Domaine public\nprovider: Bureau des essais\npublication_date: 2026-02-03',
    );
  });

  it('[FO7] scores become points with levels, the highest is to be met, and percent become basis points', () => {
    expect(criteriaOf(set).map(({ weight }) => weight)).toEqual([6000, 3000, 1000]);
    expect(one(set, '1.1.1')).toMatchObject({
      kind: 'points',
      pass: 100,
      levels: [
        { points: 0, name: { vi: "1. Faible. Rien n'est écrit" } },
        { points: 50, name: { vi: '2. Vừa' } },
        { points: 100, name: { vi: '3. Fort' } },
      ],
    });
  });

  it('[FO5] translations are taken where there are some, the text of the library where not', () => {
    expect(one(set, '1.1.1')).toMatchObject({
      statement: { vi: 'Người phụ trách\nCó quyết định cử người phụ trách', en: '' },
      guidance: { vi: 'Par écrit' },
      evidence: { vi: 'Lettre de nomination' },
      tags: ['BASE'],
    });
    expect(one(set, '1.1.1-a')).toMatchObject({
      statement: { vi: 'Người phụ trách | Suppléant' },
      origin: '1.1.1 a)',
    });
  });

  it('[FO6] what is lost, what is assumed, and a parent that there is not', () => {
    expect([...leftOutOf(read)].sort()).toEqual([
      'description (1)',
      'framework.implementation_groups_definition (1)',
      'heading.description (1)',
      'node.questions (1)',
      'node.reference_controls (2)',
      'objects.threats (1)',
      'translations.de (1)',
      'translations.en (1)',
    ]);
    const found = ['english-missing', 'id-changed', 'left-out', 'parent-unknown', 'pass-assumed', 'rules-assumed'];
    expect(codesOf(read)).toEqual([...found, 'vietnamese-missing']);
    expect(findingsOf(read).find(({ code }) => code === 'parent-unknown')).toMatchObject({ line: 79 });
  });
});

describe('criteria.yml of the OpenSSF badge', async () => {
  const read = await readForeign('badge.criteria.yml');
  const set = setFrom(read);

  it('[FO4] level, major and minor group make a group; one criterion may stand at several levels', () => {
    expect(read.format).toBe('openssf-badge');
    expect(shapeOf(set)).toEqual([
      ['0.1.1', ['0.site_https', '0.site_fast']],
      ['0.1.2', ['0.license_named']],
      ['1.1.1', ['1.site_fast']],
    ]);
    expect(set.groups[2]?.name.en).toBe('Silver › Basics › Website');
  });

  it('[FO5] HTML becomes plain words, and a script none', () => {
    expect(one(set, '0.site_https')).toMatchObject({
      statement: { en: 'The site MUST use HTTPS & nothing else – see why (https://example.org/why).' },
      guidance: { en: 'One.\n\n- Two\n- Three <tag>\n\nBecause of the network.' },
      evidence: { en: 'A URL that shows how the criterion is met.' },
    });
  });

  it('[FO8] MUST is a must-pass criterion with a rule of its own, and what may not apply says so', () => {
    expect(criteriaOf(set).map(({ mustPass }) => mustPass === true)).toEqual([true, false, false, true]);
    expect(criteriaOf(set).map(({ notApplicable }) => notApplicable)).toEqual([false, true, true, false]);
    expect(criteriaOf(set).map(({ tags }) => tags)).toEqual([['MUST'], ['SHOULD'], ['SUGGESTED'], ['MUST']]);
    expect(set.outcomes.map(({ when }) => when.is)).toEqual(['all-met', 'must-pass-met', 'otherwise']);
  });

  it('[FO6] what is lost and assumed is named', () => {
    expect(leftOutOf(read)).toEqual(['criterion.autofill (1)', 'criterion obsolete (1)', 'criterion.met_suppress (1)']);
    expect(codesOf(read)).toEqual([
      ...['left-out', 'rules-assumed', 'statement-from-id', 'version-assumed', 'vietnamese-missing'],
    ]);
    expect(findingsOf(read).find(({ code }) => code === 'statement-from-id')).toMatchObject({
      params: { count: 3 },
      line: 15,
    });
  });
});

describe('what a file is', () => {
  it.each([
    ['catalog.oscal.json', 'oscal'],
    ['framework.ciso.yaml', 'ciso-assistant'],
    ['badge.criteria.yml', 'openssf-badge'],
  ])('[FO9] %s is told by its content, under any name', async (name, format) => {
    const under = await readForeign(name, 'tep-khong-ten');
    expect(under).toMatchObject({ ok: true, format });
    expect(setFrom(under)).toEqual(setFrom(await readForeign(name)));
  });

  it('[FO9] every finding has its sentence in both languages', async () => {
    for (const name of ['catalog.oscal.json', 'framework.ciso.yaml', 'badge.criteria.yml'])
      for (const finding of findingsOf(await readForeign(name)))
        for (const language of ['vi', 'en'] as const) expect(wordFinding(finding, language)).not.toMatch(/\{[a-z]+\}/);
  });
});
