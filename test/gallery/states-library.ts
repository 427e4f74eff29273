// States of the library of criteria sets and of loading one: full, empty, refused, and every kind of file that is read.
import { ok, refuse } from '../../shared/base/result.ts';
import type { CriteriaFileReport } from '../../shared/contract/criteria-library.ts';
import { hex, type States } from './given.ts';
import { compared, NEWER, USES } from './given-compare.ts';
import { lineFindings, OSCAL_120, PACK, READY, REFUSED_SHEET, ROWS, sheetFindings } from './given-library.ts';

const reads = (report: CriteriaFileReport): States[string] => ({
  answers: {
    'library.read-file': () => ok(report),
    'library.accept': () => ok({ key: hex(0x2b0, 16), savedAt: '2026-11-23T03:00:00.000Z' }),
  },
});

const compares = (count: number, uses = USES): States[string] => {
  const { before, after } = compared(count);
  return {
    answers: {
      'library.open': (input) => ok('key' in input && input.key === NEWER ? after : before),
      'library.uses': () => ok({ uses }),
    },
  };
};

const { set: _, ...unsound } = compared(30).after;

export const libraryStates: States = {
  'library-empty': { answers: { 'library.list': () => ok({ rows: [], leftOut: [] }) } },
  'library-acts': {
    answers: {
      'library.list': () =>
        ok({ rows: ROWS, leftOut: [{ file: 'hong.yaml', why: { code: 'book-absent', params: {} } }] }),
      'library.export': () => ok({ url: '#', name: 'nen-tang-dinh-danh.xlsx', left: lineFindings }),
      'library.discard': () => refuse('link-lost'),
    },
  },
  'load-ready': reads(READY),
  'load-known': reads({ ...READY, findings: [], known: hex(0x2b3, 16) }),
  'load-refused': reads({
    file: 'a.yaml',
    format: 'hoidong',
    findings: lineFindings.map((each) => ({ ...each, severity: 'error' })),
    leftOut: [],
  }),
  'load-sheet': reads(REFUSED_SHEET),
  'load-500': reads({ ...REFUSED_SHEET, findings: sheetFindings(500) }),
  'load-120': reads(OSCAL_120),
  'load-pack': reads(PACK),
  compare: compares(30),
  'compare-120': compares(120),
  'compare-unused': compares(10, []),
  'compare-unsound': {
    answers: {
      'library.open': (input) =>
        ok('key' in input && input.key === NEWER ? { ...unsound, row: { ...unsound.row, errors: 14 } } : unsound),
      'library.uses': () => ok({ uses: [] }),
    },
  },
};
