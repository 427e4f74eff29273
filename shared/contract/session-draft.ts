// A session form while somebody is still filling it in: everything as typed, kept by the host until it is made a book.
import { z } from 'zod';
import { isHash, isShortId } from '../base/ids.ts';
import { EVIDENCE_KINDS, LABELS } from '../book/rulings.ts';
import { ROLES } from '../council/roles.ts';
import { rulesShape } from '../council/rules.ts';

const line = (max: number) => z.string().max(max);
const id = z.string().refine(isShortId);
const hash = z.string().refine(isHash);
/** Names a row of the form while it is on the screen; never stored in a book. */
const key = z.int().min(0).max(1_000_000);

const draftMember = z.strictObject({
  key,
  seat: id.optional(),
  name: line(200),
  position: line(200),
  unit: line(200),
  role: z.enum(ROLES),
});
const draftEvidence = z.strictObject({
  key,
  evidence: id.optional(),
  sha256: hash,
  fileName: line(300),
  size: z.int().min(0),
  /** As its bytes say; absent until they were looked at. */
  mediaType: line(100).optional(),
  title: line(300),
  kind: z.enum(EVIDENCE_KINDS),
  supplier: line(300),
  date: line(20),
  label: z.enum(LABELS),
  /** As typed: codes separated by commas. */
  criteria: line(4_000),
});
const draftPlatform = z.strictObject({
  key,
  platform: id.optional(),
  name: line(300),
  owner: line(300),
  enterprise: line(300),
  address: line(500),
  evidence: z.array(draftEvidence).max(500).readonly(),
  /** By criterion, as typed. */
  measured: z.record(line(40), line(30)).readonly(),
});

export const sessionDraft = z.strictObject({
  /** The session that this form edits; absent for a new one. */
  book: hash.optional(),
  kind: z.enum(['session', 'rehearsal']),
  subject: line(500),
  superior: line(200),
  council: line(200),
  decisionNumber: line(100),
  /** As typed, e.g. 05/02/2026. */
  decisionDate: line(20),
  decisionBody: line(200),
  place: line(300),
  symbol: line(60),
  /** Empty where none is chosen yet. */
  criteria: z.union([hash, z.literal('')]),
  thresholds: z
    .record(line(40), z.strictObject({ how: z.enum(['', 'set', 'hand']), value: line(30), source: line(500) }))
    .readonly(),
  members: z.array(draftMember).max(60).readonly(),
  platforms: z.array(draftPlatform).max(60).readonly(),
  /** As chosen so far: rules that do not go together yet are kept as well. */
  rules: z.strictObject(rulesShape),
  nextKey: key,
});
export type SessionDraft = z.output<typeof sessionDraft>;
