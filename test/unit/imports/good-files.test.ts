// Files that are taken: what the set keeps, what is mended with a word, what is left out.
import { describe, expect, it } from 'vitest';
import { criteriaOf } from '../../../shared/criteria/criteria-set.ts';
import { findingsOf, fixtureText, readFixture, readSample, readText, setFrom } from './given.ts';

describe('good criteria files', () => {
  it('[C1] a small file becomes a set with every field', () => {
    expect(setFrom(readFixture('good.yaml'))).toEqual({
      v: 1,
      id: 'nho',
      version: '1.0',
      sample: false,
      name: { vi: 'Bộ tiêu chí thử', en: 'Test set' },
      legalBasis: ['Quyết định thử số 01'],
      outcomes: [
        { when: { is: 'all-met' }, outcome: 'du', name: { vi: 'Đủ', en: 'All' } },
        {
          when: { is: 'all-met-except-tag', tag: 'popularity' },
          outcome: 'tiem_nang',
          name: { vi: 'Tiềm năng', en: 'Potential' },
        },
        { when: { is: 'otherwise' }, outcome: 'chua', name: { vi: 'Chưa', en: 'Not yet' } },
      ],
      groups: [
        {
          id: 'A',
          name: { vi: 'Nhóm thứ nhất', en: 'First group' },
          criteria: [
            {
              kind: 'pass-fail',
              id: 'A-01',
              statement: { vi: 'Tiêu chí đạt hay không', en: 'A plain criterion' },
              tags: [],
              notApplicable: false,
              evidence: { vi: 'tài liệu', en: 'document' },
            },
            {
              kind: 'measured',
              unit: '%',
              comparator: '>=',
              threshold: '99.50',
              id: 'A-02',
              statement: { vi: 'Tiêu chí đo được', en: 'A measured criterion' },
              tags: ['popularity'],
              notApplicable: false,
            },
          ],
        },
      ],
    });
  });

  it.each(['good-bom.yaml', 'good-crlf.yaml', 'yaml-1.1.yaml'])(
    '[C2] %s reads as the same set, without a word',
    (file) => {
      const read = readFixture(file);
      expect(findingsOf(read)).toEqual([]);
      expect(setFrom(read)).toEqual(setFrom(readFixture('good.yaml')));
    },
  );

  it('[C2] scalars stay the text they were written as', () => {
    const text = fixtureText('good.yaml').replace('version: "1.0"', 'version: 1.10').replace('id: nho', 'id: 007');
    expect(setFrom(readText(text))).toMatchObject({ id: '007', version: '1.10' });
  });

  it.each(['null', '~', ''])(
    '[C2] an unquoted threshold of "%s" is left open, a quoted null is a mistake',
    (nothing) => {
      const open = readText(fixtureText('good.yaml').replace('threshold: 99.50', `threshold: ${nothing}`));
      expect(criteriaOf(setFrom(open))[1]).toMatchObject({ threshold: null });
      expect(findingsOf(open)).toMatchObject([{ code: 'threshold-open', severity: 'warning', line: 29 }]);
      const quoted = readText(fixtureText('good.yaml').replace('threshold: 99.50', 'threshold: "null"'));
      expect(findingsOf(quoted)).toMatchObject([{ code: 'threshold-malformed', severity: 'error' }]);
    },
  );

  it('[C7] decomposed accents are composed, and that is said once', () => {
    const read = readFixture('nfd.yaml');
    expect(findingsOf(read)).toMatchObject([
      { code: 'text-normalised', severity: 'warning', params: { count: 9 }, line: 4 },
    ]);
    expect(setFrom(read)).toEqual(setFrom(readFixture('good.yaml')));
  });

  it('[C7] hidden and direction characters are removed, and that is said', () => {
    const read = readFixture('hidden.yaml');
    expect(findingsOf(read)).toMatchObject([
      { code: 'characters-removed', line: 24, path: 'groups[0].criteria[1].vi' },
    ]);
    expect(criteriaOf(setFrom(read))[1]?.statement.vi).toBe('Tiêu chí đo được');
  });

  it('[C8] a field outside the format is left out, listed and warned of', () => {
    const read = readFixture('misspelt.yaml');
    expect(read).toMatchObject({ ok: true, value: { leftOut: ['groups[0].criteria[1].guidence_vi'] } });
    expect(findingsOf(read)).toMatchObject([{ code: 'key-unknown', params: { key: 'guidence_vi' }, line: 31 }]);
  });

  it('[C15] JSON: sample, guidance, evidence in two fields, not applicable, a number kept as written', () => {
    const set = setFrom(readFixture('good.json'));
    expect(set).toMatchObject({ sample: true, outcomes: [{ outcome: 'du' }, { outcome: 'chua' }] });
    expect(criteriaOf(set)).toMatchObject([
      {
        notApplicable: true,
        guidance: { vi: 'Xem tài liệu', en: 'See the document' },
        evidence: { vi: 'tài liệu', en: 'document' },
      },
      { threshold: '99.50', formula: 'a / b' },
    ]);
  });

  it('[C15] the same content as YAML and as JSON is the same set', () => {
    // JSON is YAML's flow style, so one text goes through both readers.
    const json = fixtureText('good.json');
    expect(setFrom(readText(json, 'same.yaml'))).toEqual(setFrom(readText(json, 'same.json')));
  });

  it.each([
    ['tài liệu / document', { vi: 'tài liệu', en: 'document' }, []],
    ['hợp đồng/xác nhận; sơ đồ / contract; plan', { vi: 'hợp đồng/xác nhận; sơ đồ', en: 'contract; plan' }, []],
    ['tài liệu', { vi: 'tài liệu', en: '' }, ['english-missing']],
    ['a / b / c', { vi: 'a / b / c', en: '' }, ['evidence-unsplit', 'english-missing']],
  ])('[C8] evidence "%s" is split at " / " when that is clear', (line, evidence, codes) => {
    const read = readText(fixtureText('good.yaml').replace('evidence: tài liệu / document', `evidence: ${line}`));
    expect(criteriaOf(setFrom(read))[0]?.evidence).toEqual(evidence);
    expect(findingsOf(read).map(({ code }) => code)).toEqual(codes);
  });

  it('[C1] an empty entry in a list is a mistake, not silently dropped', () => {
    for (const [from, to] of [
      ['tags: [popularity]', 'tags: [popularity, ""]'],
      ['  - Quyết định thử số 01', '  - Quyết định thử số 01\n  -'],
    ] as const)
      expect(findingsOf(readText(fixtureText('good.yaml').replace(from, to)))).toMatchObject([
        { code: 'text-expected' },
      ]);
  });
});

describe('the two samples', () => {
  it.each([
    ['mau-1230.yaml', 6, 30, 'G1-05'],
    ['toi-thieu-224.yaml', 2, 10, 'B2-03'],
  ])('[C12] %s: marked as a sample, %i groups, %i criteria, both languages', (file, groups, criteria, open) => {
    const set = readSample(file);
    expect(set.sample).toBe(true);
    expect([set.groups.length, criteriaOf(set).length]).toEqual([groups, criteria]);
    const left = criteriaOf(set).filter((each) => each.kind === 'measured' && each.threshold === null);
    expect(left.map(({ id }) => id)).toEqual([open]);
    const words = [set.name, ...set.outcomes, ...set.groups, ...criteriaOf(set)].flatMap((each) => {
      if ('statement' in each) return [each.statement, each.evidence];
      return ['name' in each ? each.name : each];
    });
    expect(words.every((text) => text !== undefined && text.vi !== '' && text.en !== '')).toBe(true);
  });
});
