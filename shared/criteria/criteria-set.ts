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
const common = {
  id,
  statement: bilingual,
  guidance: bilingual.optional(),
  evidence: bilingual.optional(),
  tags: z.array(id).max(20),
  /** "Không áp dụng" may be marked, with a reason. */
  notApplicable: z.boolean(),
  /** Basis points, with points only: all criteria of a set carry one, or none does and each weighs the same. */
  weight: z.int().min(1).max(10_000).optional(),
  /** Where the wording comes from. */
  origin: z.string().max(200).optional(),
};
export const criterion = z.discriminatedUnion('kind', [
  z.strictObject({ ...common, ...passFail }),
  z.strictObject({ ...common, ...measured }),
]);
export type Criterion = z.output<typeof criterion>;

export const criteriaGroup = z.strictObject({ id, name: bilingual, criteria: z.array(criterion).min(1).max(500) });
export type CriteriaGroup = z.output<typeof criteriaGroup>;

/** First match wins; the last one is always `otherwise`. */
export const outcomeRule = z.strictObject({
  when: z.discriminatedUnion('is', [
    z.strictObject({ is: z.literal('all-met') }),
    z.strictObject({ is: z.literal('all-met-except-tag'), tag: id }),
    z.strictObject({ is: z.literal('otherwise') }),
  ]),
  outcome: id,
  name: bilingual,
});
export type OutcomeRule = z.output<typeof outcomeRule>;

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
});
export type CriteriaSet = z.output<typeof criteriaSet>;

export const criteriaOf = (set: CriteriaSet): readonly Criterion[] => set.groups.flatMap((group) => group.criteria);
