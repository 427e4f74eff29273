// Every kind of bad criteria file, small ones and such as are made on the spot, with what is to be said of it and where.
import { readFileSync } from 'node:fs';
import type { Finding } from '../../../shared/criteria/finding.ts';
import { BAD_FILES } from './bad-files.ts';
import { MADE_BAD_SETS, MADE_WARNED_SETS } from './bad-sets-made.ts';

export type BadSet = {
  readonly file: string;
  readonly bytes: () => Uint8Array;
  readonly code: string;
  /** As `placeOf` writes it; empty where only the whole file can be named. */
  readonly place: string;
};

/** Where a finding says that it is. */
export const placeOf = ({ line, sheet, row, column, path }: Finding): string =>
  [
    line === undefined ? '' : `line ${line}`,
    sheet === undefined ? '' : `sheet ${sheet}`,
    row === undefined ? '' : `row ${row}`,
    column === undefined ? '' : `column ${column}`,
    path,
  ]
    .filter((part) => part !== '')
    .join(', ');

type Row = readonly [file: string, code: string, place: string];

/** Beside those of `bad-files.ts`. */
const COMMITTED: readonly Row[] = [
  ['after-quote.csv', 'csv-broken', 'line 2, sheet after-quote'],
  ['alias-of-itself.yaml', 'yaml-alias', 'line 1, a'],
  ['billion-laughs.yaml', 'yaml-alias', 'line 1, a'],
  ['blank.csv', 'file-empty', ''],
  ['condition-cycle.yaml', 'condition-cycle', 'line 13, groups[0].criteria[0].applies_when'],
  ['condition-itself.yaml', 'condition-itself', 'line 13, groups[0].criteria[0].applies_when[0]'],
  ['condition-mark.yaml', 'mark-unknown', 'line 13, groups[0].criteria[0].applies_when[0].mark'],
  ['condition-six.yaml', 'list-too-long', 'line 13, groups[0].criteria[0].applies_when'],
  ['condition-text.yaml', 'list-expected', 'line 13, groups[0].criteria[0].applies_when'],
  ['condition-unknown.yaml', 'condition-unknown', 'line 13, groups[0].criteria[0].applies_when[0]'],
  ['cp1258.csv', 'encoding-not-utf8', 'line 1'],
  ['cut.xlsx', 'zip-broken', ''],
  ['date-day.yaml', 'date-malformed', 'line 24, promulgation.date'],
  ['date-slashes.yaml', 'date-malformed', 'line 24, promulgation.date'],
  ['date-time.yaml', 'date-malformed', 'line 24, promulgation.date'],
  ['date-year.yaml', 'date-malformed', 'line 24, promulgation.date'],
  ['deep-flow.yaml', 'too-deep', 'line 1'],
  ['deep.json', 'too-deep', 'line 1'],
  ['deep.oscal.json', 'too-deep', 'line 1'],
  ['empty.csv', 'file-empty', ''],
  ['empty.json', 'file-empty', ''],
  ['empty.xlsx', 'file-empty', ''],
  ['groups-number.json', 'list-expected', 'line 1, groups'],
  ['groups-number.oscal.json', 'list-expected', 'line 7, catalog.groups'],
  ['id-twice.csv', 'id-duplicate', 'line 3, sheet id-twice, row 3, column 1, groups[0].criteria[1].id'],
  ['levels-half.yaml', 'points-malformed', 'line 21, groups[0].criteria[2].levels[1].points'],
  ['levels-hundred-one.yaml', 'points-malformed', 'line 22, groups[0].criteria[2].levels[2].points'],
  ['levels-missing.yaml', 'field-missing', 'line 15, groups[0].criteria[2]'],
  ['levels-negative.yaml', 'points-malformed', 'line 20, groups[0].criteria[2].levels[0].points'],
  ['levels-on-pass-fail.yaml', 'points-only', 'line 13, groups[0].criteria[0].levels'],
  ['levels-one.yaml', 'list-empty', 'line 19, groups[0].criteria[2].levels'],
  ['levels-order.yaml', 'levels-order', 'line 21, groups[0].criteria[2].levels[1].points'],
  ['list.json', 'map-expected', 'line 1'],
  ['must-pass-none.yaml', 'must-pass-missing', 'line 7, outcome_rules[1].when'],
  ['must-pass-number.yaml', 'boolean-expected', 'line 13, groups[0].criteria[0].must_pass'],
  ['no-framework.ciso.yaml', 'ciso-no-framework', 'line 6, objects'],
  ['no-groups.oscal.json', 'criteria-none', 'line 1'],
  ['no-heading.csv', 'heading-none', 'sheet no-heading'],
  ['no-zip.xlsx', 'file-kind-unknown', ''],
  ['nodes-text.ciso.yaml', 'list-expected', 'line 8, objects.framework.requirement_nodes'],
  ['null.json', 'map-expected', 'line 1'],
  ['old.xls', 'xlsx-old', ''],
  ['omap-map.badge.yml', 'yaml-tag', 'line 3, 0.Basics'],
  ['omap-pair.badge.yml', 'yaml-tag', 'line 4, 0.Basics.Web'],
  ['omap-scalar.badge.yml', 'yaml-tag', 'line 2, 0'],
  ['open-quote.csv', 'csv-broken', 'line 3, sheet open-quote'],
  ['pass-between.yaml', 'pass-between-levels', 'line 23, groups[0].criteria[2].pass'],
  ['pass-missing.yaml', 'field-missing', 'line 15, groups[0].criteria[2]'],
  ['profile.oscal.json', 'oscal-no-catalog', 'line 2, profile'],
  ['promulgation-bodiless.yaml', 'field-missing', 'line 24, promulgation'],
  ['promulgation-text.yaml', 'map-expected', 'line 24, promulgation'],
  ['prototype.json', 'field-missing', 'line 1'],
  ['stray-quote.csv', 'csv-broken', 'line 2, sheet stray-quote'],
  [
    'threshold-doubtful.csv',
    'number-ambiguous',
    'line 2, sheet threshold-doubtful, row 2, column 6, groups[0].criteria[0].threshold',
  ],
  ['threshold-empty.yaml', 'threshold-malformed', 'line 14, groups[0].criteria[1].threshold'],
  ['threshold-infinite.yaml', 'threshold-malformed', 'line 14, groups[0].criteria[1].threshold'],
  ['threshold-list.yaml', 'threshold-malformed', 'line 14, groups[0].criteria[1].threshold'],
  ['threshold-long.yaml', 'threshold-malformed', 'line 14, groups[0].criteria[1].threshold'],
  [
    'threshold-words.csv',
    'threshold-malformed',
    'line 2, sheet threshold-words, row 2, column 6, groups[0].criteria[0].threshold',
  ],
  ['threshold-words.yaml', 'threshold-malformed', 'line 14, groups[0].criteria[1].threshold'],
  ['utf16be.csv', 'encoding-utf16', ''],
  ['utf16le.json', 'encoding-utf16', ''],
  ['weight-percent.yaml', 'weight-malformed', 'line 13, groups[0].criteria[0].weight'],
  ['weight-zero.yaml', 'weight-malformed', 'line 13, groups[0].criteria[0].weight'],
  ['weights-partial.yaml', 'weights-partial', 'line 8, groups'],
];

/** A set all the same, with nothing changed in silence: the file, the warning (none: it is right as it stands), its place. */
const WARNED: readonly Row[] = [
  ['bad/nfd.csv', 'text-normalised', 'line 2, sheet bad/nfd, row 2, column 2'],
  ['bad/nfd.json', 'text-normalised', 'line 4, name_vi'],
  ['nfd.yaml', 'text-normalised', 'line 4, name_vi'],
  ['good-bom.yaml', '', ''],
  ['bad/formula.csv', '', ''],
  ['bad/formula.yaml', '', ''],
];

const folder = new URL('../../fixtures/criteria/', import.meta.url);
const committed = (file: string) => (): Uint8Array => readFileSync(new URL(file, folder));
const inFolder = ([file, code, place]: Row): BadSet => ({ file, code, place, bytes: committed(file) });

export const BAD_SETS: readonly BadSet[] = [
  ...BAD_FILES.map(([, file, said, line, path]): BadSet => {
    // By the one door for every format an archive is one under any name.
    const code = file === 'spreadsheet.yaml' ? 'zip-broken' : said;
    const place = [line === undefined ? '' : `line ${line}`, path].filter((part) => part !== '').join(', ');
    return inFolder([file, code, place]);
  }),
  ...COMMITTED.map(([file, ...said]) => ({ ...inFolder([`bad/${file}`, ...said]), file })),
  ...MADE_BAD_SETS.map(([file, code, place, bytes]) => ({ file, code, place, bytes })),
];

export const WARNED_SETS: readonly BadSet[] = [
  ...WARNED.map(inFolder),
  ...MADE_WARNED_SETS.map(([file, code, place, bytes]) => ({ file, code, place, bytes })),
];
