// The form of a session: as it is filled in for a new one, and as it comes back from one that has not been opened yet.
import { z } from 'zod';
import { isHash, isShortId } from '../base/ids.ts';
import { EVIDENCE_KINDS, LABELS } from '../book/rulings.ts';
import { ROLES } from '../council/roles.ts';
import { councilRules } from '../council/rules.ts';

const line = (max: number) => z.string().max(max);
const id = z.string().refine(isShortId);
const hash = z.string().refine(isHash);

/**
 * Who holds the key of the secretary's own seat: the host (an installed application), or the page that sits at the desk,
 * which then joins that seat with a code like every other. `host` where it is not said.
 */
export const ownSeat = z.enum(['host', 'page']).optional();

export const evidenceForm = z.strictObject({
  /** Hash that an upload gave back. */
  sha256: hash,
  title: line(300),
  kind: z.enum(EVIDENCE_KINDS),
  supplier: line(300),
  date: line(10),
  label: z.enum(LABELS),
  criteria: z.array(line(40)).max(500),
});
const memberForm = z.strictObject({ name: line(200), position: line(200), unit: line(200), role: z.enum(ROLES) });
const platformForm = z.strictObject({
  name: line(300),
  owner: line(300),
  enterprise: line(300),
  address: line(500),
  evidence: z.array(evidenceForm).max(500),
  measured: z.array(z.strictObject({ criterion: line(40), value: line(30) })).max(500),
});

/** The new-session form, whole: one act, one book. */
export const sessionForm = z.strictObject({
  ownSeat,
  kind: z.enum(['session', 'rehearsal']),
  subject: line(500),
  superior: line(200),
  council: line(200),
  decision: z.strictObject({ number: line(100), date: line(10), body: line(200) }),
  place: line(300),
  symbol: line(60),
  /** SHA-256 of a set of the library, as `criteria.list` names it. */
  criteria: hash,
  thresholds: z
    .array(z.strictObject({ criterion: line(40), threshold: z.string().max(30).nullable(), source: line(500) }))
    .max(500),
  rules: councilRules,
  /** One alone where a hired unit reports. */
  members: z.array(memberForm).min(1).max(60),
  platforms: z.array(platformForm).min(1).max(60),
});
export type SessionForm = z.output<typeof sessionForm>;

/** The same, where what stands in the book already carries its id: an edit is told from something new by it. */
export const editedForm = z.strictObject({
  ...sessionForm.shape,
  members: z
    .array(z.strictObject({ ...memberForm.shape, seat: id.optional() }))
    .min(1)
    .max(60),
  platforms: z
    .array(
      z.strictObject({
        ...platformForm.shape,
        platform: id.optional(),
        evidence: z.array(z.strictObject({ ...evidenceForm.shape, evidence: id.optional() })).max(500),
      }),
    )
    .min(1)
    .max(60),
});
export type EditedForm = z.output<typeof editedForm>;

/** Without the ids: what a new book is made of. */
export const plainForm = (form: EditedForm): SessionForm => ({
  ...form,
  members: form.members.map(({ seat: _, ...member }) => member),
  platforms: form.platforms.map(({ platform: _, evidence, ...platform }) => ({
    ...platform,
    evidence: evidence.map(({ evidence: _id, ...item }) => item),
  })),
});
