// The published JSON Schema of criteria files as people write them (YAML or JSON), as a text; `readSet` is what decides.

export const CRITERIA_SCHEMA_FILE = 'assets/schema/criteria-set.schema.json';

type Schema = { readonly [key: string]: unknown };

const ID = '[A-Za-z0-9][A-Za-z0-9._-]{0,39}';
/** Names that every object answers to (shared/criteria/criteria-set.ts). */
const INHERITED = [
  ...[
    'constructor',
    'hasOwnProperty',
    'isPrototypeOf',
    'propertyIsEnumerable',
    'toLocaleString',
    'toString',
    'valueOf',
  ],
];
/** A scalar stays the text it was written as, so a parser that makes a number of it is no fault of the file. */
const SCALAR = ['string', 'number', 'boolean'];
const words = (maxLength: number): Schema => ({ type: SCALAR, pattern: '\\S', maxLength });
/** What may be left empty too. */
const text = (maxLength: number): Schema => ({ type: [...SCALAR, 'null'], maxLength });
const id: Schema = { type: SCALAR, pattern: `^\\s*${ID}\\s*$`, minimum: 0, not: { enum: INHERITED } };
const flag: Schema = { enum: [true, false, 'true', 'false'] };
/** A whole number, also as the text of one. */
const whole = (minimum: number, maximum: number, pattern: string): Schema => ({
  anyOf: [
    { type: 'integer', minimum, maximum },
    { type: 'string', pattern: `^\\s*${pattern}\\s*$` },
  ],
});
const points = whole(0, 100, '(0|[1-9][0-9]?|100)');
const LONG = 4_000;

const object = (required: readonly string[], properties: Schema, more: Schema = {}): Schema => ({
  type: 'object',
  required,
  properties,
  additionalProperties: false,
  ...more,
});
const list = (items: Schema, minItems: number, maxItems: number): Schema => ({
  type: 'array',
  items,
  minItems,
  maxItems,
});
const maybeList = (items: Schema, maxItems: number): Schema => ({
  ...list(items, 0, maxItems),
  type: ['array', 'null'],
});
const both = { vi: words(LONG), en: text(LONG) };

const MEASURED = ['unit', 'comparator', 'threshold', 'formula'];
const POINTS = ['levels', 'pass'];
const none = (keys: readonly string[]): Schema => ({ properties: Object.fromEntries(keys.map((key) => [key, false])) });
const ofKind = (kind: string, then: Schema): Schema => ({
  if: { type: 'object', properties: { kind: { const: kind } }, required: ['kind'] },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: { type: 'object', ...then },
});

const level = object(['points', 'vi'], { points, ...both });
const condition = object(['criterion', 'mark'], { criterion: id, mark: { enum: ['dat', 'khong_dat'] } });
const criterion = object(
  ['id', 'vi', 'kind'],
  {
    id,
    ...both,
    kind: { enum: ['pass_fail', 'measured', 'points'] },
    unit: words(40),
    comparator: { enum: ['>=', '>', '<=', '<', '='] },
    threshold: {
      anyOf: [{ type: ['number', 'null'] }, { type: 'string', pattern: '^-?(0|[1-9][0-9]{0,17})(\\.[0-9]{1,9})?$' }],
      description: 'null: left open, to be set with its source when a session is set up',
    },
    formula: { ...text(500), description: 'how the value is found, in words; shown, never computed' },
    levels: list(level, 2, 20),
    pass: { ...points, description: 'the points of the level where met begins' },
    guidance_vi: words(LONG),
    guidance_en: text(LONG),
    evidence: { ...text(LONG), description: 'tiếng Việt / English in one line' },
    evidence_vi: words(LONG),
    evidence_en: text(LONG),
    tags: maybeList(id, 20),
    weight: { anyOf: [{ type: 'null' }, whole(1, 10_000, '([1-9][0-9]{0,3}|10000)?')], description: 'basis points' },
    not_applicable: flag,
    must_pass: flag,
    applies_when: maybeList(condition, 5),
    origin: text(200),
  },
  {
    allOf: [
      ofKind('pass_fail', none([...MEASURED, ...POINTS])),
      ofKind('measured', { required: ['unit', 'comparator', 'threshold'], ...none(POINTS) }),
      ofKind('points', { required: POINTS, ...none(MEASURED) }),
      { anyOf: [{ required: ['evidence'] }, { dependentRequired: { evidence_en: ['evidence_vi'] } }] },
    ],
    dependentRequired: { guidance_en: ['guidance_vi'] },
  },
);

const SCHEMA: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Bộ tiêu chí / Criteria set',
  description:
    'What must hold between several places (ids used once, rules that can be reached, conditions without circles, levels in order) is not in this schema: `hoidong criteria check FILE` says it. Shipped examples: assets/criteria.',
  ...object(['id', 'version', 'name_vi', 'outcome_rules', 'groups'], {
    id,
    version: words(40),
    sample: flag,
    name_vi: words(LONG),
    name_en: text(LONG),
    promulgation: object(['number', 'date', 'body'], {
      number: words(100),
      date: { type: 'string', pattern: '^\\s*[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])\\s*$' },
      body: words(200),
    }),
    legal_basis_vi: maybeList(words(500), 50),
    attribution: text(1_000),
    marks: {
      ...maybeList({ enum: ['dat', 'khong_dat'] }, 20),
      allOf: [{ contains: { const: 'dat' } }, { contains: { const: 'khong_dat' } }],
    },
    outcome_rules: list(
      object(['when', 'outcome', 'vi'], {
        when: {
          type: 'string',
          pattern: `^\\s*(all_met|must_pass_met|otherwise|all_met_except_tag\\(\\s*${ID}\\s*\\))\\s*$`,
        },
        outcome: id,
        ...both,
      }),
      1,
      20,
    ),
    groups: list(object(['id', 'vi', 'criteria'], { id, ...both, criteria: list(criterion, 1, 500) }), 1, 100),
  }),
};

export const criteriaSchemaText = (): string => `${JSON.stringify(SCHEMA, null, 2)}\n`;
