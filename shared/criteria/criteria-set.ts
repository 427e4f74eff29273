// A criteria set as the application keeps it: plain data, both languages, outcome rules included.
import { z } from 'zod';

const words = (max: number) => z.string().min(1).max(max);
/** Vietnamese is the legal text; English may be missing in a set that somebody brings. */
export const bilingual = z.strictObject({ vi: words(4_000), en: z.string().max(4_000) });
export type Bilingual = z.output<typeof bilingual>;

/** Names that every object answers to; a list of our own, because what a set may hold must not change with an engine. */
const INHERITED: ReadonlySet<string> = new Set([
  'constructor',
  'hasOwnProperty',
  'isPrototypeOf',
  'propertyIsEnumerable',
  'toLocaleString',
  'toString',
  'valueOf',
]);
/** Also of a criterion wherever a fact names one: it becomes a member of the state. */
export const criterionId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/)
  .refine((text) => !INHERITED.has(text), 'id');
const id = criterionId;
const decimal = z.string().regex(/^-?(0|[1-9][0-9]{0,17})(\.[0-9]{1,9})?$/);

const passFail = { kind: z.literal('pass-fail') };
const measured = {
  kind: z.literal('measured'),
  unit: words(40),
  comparator: z.enum(['>=', '>', '<=', '<', '=']),
  /** Decimal string; null: the set leaves it open and it must be set, with its source, when a session is set up. */
  threshold: decimal.nullable(),
  /** How the value is found, in words; shown, never computed. */
  formula: z.string().max(500).optional(),
};
/** Points from 0 to 100 of which only those of its levels may be given; `pass`: where met begins. */
const points = {
  kind: z.literal('points'),
  /** From the least points to the most, no two alike. */
  levels: z
    .array(z.strictObject({ points: z.int().min(0).max(100), name: bilingual }))
    .min(2)
    .max(20),
  pass: z.int().min(0).max(100),
};
/** Judged only where another criterion of the same sheet carries this mark; else it does not apply. */
export const condition = z.strictObject({ criterion: id, mark: z.enum(['met', 'not-met']) });
export type Condition = z.output<typeof condition>;
const common = {
  id,
  statement: bilingual,
  guidance: bilingual.optional(),
  evidence: bilingual.optional(),
  tags: z.array(id).max(20),
  /** "Không áp dụng" may be marked, with a reason. */
  notApplicable: z.boolean(),
  /** One of those that an outcome rule `must-pass-met` asks for. */
  mustPass: z.literal(true).optional(),
  /** All must hold. Where they do not, the only mark is "Không áp dụng", and the condition is its reason. */
  appliesWhen: z.array(condition).min(1).max(5).optional(),
  /** Basis points, with points only: all criteria of a set carry one, or none does and each weighs the same. */
  weight: z.int().min(1).max(10_000).optional(),
  /** Where the wording comes from. */
  origin: z.string().max(200).optional(),
};
export const criterion = z.discriminatedUnion('kind', [
  z.strictObject({ ...common, ...passFail }),
  z.strictObject({ ...common, ...measured }),
  z.strictObject({ ...common, ...points }),
]);
export type Criterion = z.output<typeof criterion>;

export const criteriaGroup = z.strictObject({ id, name: bilingual, criteria: z.array(criterion).min(1).max(500) });
export type CriteriaGroup = z.output<typeof criteriaGroup>;

/** First match wins; the last one is always `otherwise`. */
export const outcomeRule = z.strictObject({
  when: z.discriminatedUnion('is', [
    z.strictObject({ is: z.literal('all-met') }),
    z.strictObject({ is: z.literal('all-met-except-tag'), tag: id }),
    z.strictObject({ is: z.literal('must-pass-met') }),
    z.strictObject({ is: z.literal('otherwise') }),
  ]),
  outcome: id,
  name: bilingual,
});
export type OutcomeRule = z.output<typeof outcomeRule>;

/** Number, date (YYYY-MM-DD) and body of a decision (domain, S2). */
export const promulgation = z.strictObject({ number: words(100), date: z.iso.date(), body: words(200) });
export type Promulgation = z.output<typeof promulgation>;

export const criteriaSet = z.strictObject({
  v: z.literal(1),
  id,
  version: words(40),
  /** A sample is named as one on every screen and page that uses it. */
  sample: z.boolean(),
  name: bilingual,
  legalBasis: z.array(words(500)).max(50),
  outcomes: z.array(outcomeRule).min(1).max(20),
  groups: z.array(criteriaGroup).min(1).max(100),
  /** The decision that put this version in force; part of the text, so of the hash. Absent: a draft. */
  promulgation: promulgation.optional(),
  /** Author and licence of a set that others wrote; shown and exported with it. */
  attribution: words(1_000).optional(),
});
export type CriteriaSet = z.output<typeof criteriaSet>;

export const criteriaOf = (set: CriteriaSet): readonly Criterion[] => set.groups.flatMap((group) => group.criteria);
