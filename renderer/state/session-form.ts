// The session form while it is being filled in: its first values, what it is made from, and its way to the contract's form.
import { readDecimal } from '../../shared/base/decimal.ts';
import type { Hash } from '../../shared/base/ids.ts';
import { cleanLine } from '../../shared/base/text.ts';
import type { LibrarySet, OutputOf } from '../../shared/contract/methods.ts';
import type { SessionDraft } from '../../shared/contract/session-draft.ts';
import type { EditedForm } from '../../shared/contract/session-form.ts';
import { DEFAULT_RULES } from '../../shared/council/default-rules.ts';
import { type Role, votes } from '../../shared/council/roles.ts';
import { dayOf, readDay } from '../../shared/lang/when.ts';

export type FormState = SessionDraft;
export type MemberForm = FormState['members'][number];
export type PlatformForm = FormState['platforms'][number];
export type EvidenceForm = PlatformForm['evidence'][number];
export type ThresholdForm = FormState['thresholds'][string];

/** What each part of the form is given: the form, how to change it, and which sentence stands at a place. */
export type FormProps = {
  readonly form: FormState;
  readonly change: (next: (form: FormState) => FormState) => void;
  readonly errorAt: (place: string) => string | undefined;
};

/** Seven seats: the usual council of the circulars (domain, section 3). */
const SEATS: readonly Role[] = ['chair', 'vice-chair', 'secretary', 'reviewer', 'reviewer', 'member', 'member'];

export const emptyPlatform = (key: number): PlatformForm => ({
  key,
  name: '',
  owner: '',
  enterprise: '',
  address: '',
  evidence: [],
  measured: {},
});
export const emptyMember = (key: number): MemberForm => ({ key, name: '', position: '', unit: '', role: 'member' });

export const FIRST_FORM: FormState = {
  kind: 'session',
  subject: '',
  superior: '',
  council: '',
  decisionNumber: '',
  decisionDate: '',
  decisionBody: '',
  place: '',
  symbol: 'BB-HĐĐG',
  criteria: '',
  thresholds: {},
  members: SEATS.map((role, key) => ({ ...emptyMember(key), role })),
  platforms: [emptyPlatform(100)],
  rules: DEFAULT_RULES,
  nextKey: 101,
};

export const codesOf = (typed: string): readonly string[] => typed.split(/[\s,;]+/).filter(Boolean);
export const votingIn = (members: readonly MemberForm[]): number => members.filter(({ role }) => votes(role)).length;

/** One item as the contract takes it. */
export const contractEvidence = (item: EvidenceForm): EditedForm['platforms'][number]['evidence'][number] => ({
  ...(item.evidence === undefined ? {} : { evidence: item.evidence }),
  sha256: item.sha256 as Hash,
  title: cleanLine(item.title),
  kind: item.kind,
  supplier: cleanLine(item.supplier),
  date: readDay(item.date) ?? '',
  label: item.label,
  criteria: [...codesOf(item.criteria)],
});

const measuredOf = (platform: PlatformForm): { criterion: string; value: string }[] =>
  Object.entries(platform.measured).flatMap(([criterion, typed]) => {
    const value = readDecimal(typed);
    return value === undefined ? [] : [{ criterion, value }];
  });

/** To be asked only of a form without errors. */
export const contractForm = (form: FormState, set: Pick<LibrarySet, 'sha256' | 'open'>): EditedForm => ({
  kind: form.kind,
  subject: cleanLine(form.subject),
  superior: cleanLine(form.superior),
  council: cleanLine(form.council),
  decision: {
    number: cleanLine(form.decisionNumber),
    date: readDay(form.decisionDate) ?? '',
    body: cleanLine(form.decisionBody),
  },
  place: cleanLine(form.place),
  symbol: cleanLine(form.symbol),
  criteria: set.sha256 as Hash,
  thresholds: set.open.map(({ criterion }) => {
    const given = form.thresholds[criterion];
    const isSet = given?.how === 'set';
    return {
      criterion,
      threshold: isSet ? (readDecimal(given.value) ?? null) : null,
      source: isSet ? cleanLine(given.source) : '',
    };
  }),
  rules: form.rules,
  members: form.members.map(({ seat, name, position, unit, role }) => ({
    ...(seat === undefined ? {} : { seat }),
    name: cleanLine(name),
    position: cleanLine(position),
    unit: cleanLine(unit),
    role,
  })),
  platforms: form.platforms.map((platform) => ({
    ...(platform.platform === undefined ? {} : { platform: platform.platform }),
    name: cleanLine(platform.name),
    owner: cleanLine(platform.owner),
    enterprise: cleanLine(platform.enterprise),
    address: cleanLine(platform.address),
    evidence: platform.evidence.map(contractEvidence),
    measured: measuredOf(platform),
  })),
});

/** A session's own form, to be edited: every row knows what it stands for in the book. */
export function formToEdit(
  book: string,
  { form, sizes }: OutputOf<'session.form'>,
  decimal: (text: string) => string,
): FormState {
  let key = 0;
  const next = (): number => key++;
  const members = form.members.map((member) => ({ key: next(), ...member }));
  const platforms = form.platforms.map(({ evidence, measured, ...platform }) => ({
    key: next(),
    ...platform,
    evidence: evidence.map(({ criteria, date, ...item }) => ({
      key: next(),
      ...item,
      fileName: item.title,
      size: sizes[item.sha256] ?? 0,
      date: dayOf('vi', date),
      criteria: criteria.join(', '),
    })),
    measured: Object.fromEntries(measured.map(({ criterion, value }) => [criterion, decimal(value)])),
  }));
  const { kind, subject, superior, council, decision, place, symbol, criteria, rules } = form;
  return {
    book: book as Hash,
    kind,
    subject,
    superior,
    council,
    decisionNumber: decision.number,
    decisionDate: dayOf('vi', decision.date),
    decisionBody: decision.body,
    place,
    symbol,
    criteria,
    thresholds: Object.fromEntries(
      form.thresholds.map(({ criterion, threshold, source }) => [
        criterion,
        threshold === null
          ? { how: 'hand' as const, value: '', source: '' }
          : { how: 'set' as const, value: decimal(threshold), source },
      ]),
    ),
    members,
    platforms,
    rules,
    nextKey: key,
  };
}

/** The council of a former session in place of the one in the form: names, roles, decision. Nothing else is taken over. */
export const withCouncil = (now: FormState, { form }: OutputOf<'session.form'>): FormState => ({
  ...now,
  superior: form.superior,
  council: form.council,
  decisionNumber: form.decision.number,
  decisionDate: dayOf('vi', form.decision.date),
  decisionBody: form.decision.body,
  symbol: form.symbol,
  members: form.members.map(({ seat: _, ...member }, at) => ({ key: now.nextKey + at, ...member })),
  nextKey: now.nextKey + form.members.length,
});

/** A file that has just been taken in: its name, without folders and ending, is a first title; the rest is as for the last one. */
export const newEvidence = (
  key: number,
  file: { readonly name: string; readonly path: string; readonly size: number; readonly mediaType?: string },
  sha256: string,
  today: Date,
  like?: EvidenceForm,
): EvidenceForm => ({
  key,
  sha256: sha256 as Hash,
  fileName: file.path.normalize('NFC').slice(-300),
  size: file.size,
  ...(file.mediaType === undefined ? {} : { mediaType: file.mediaType }),
  title: cleanLine(file.name.replace(/\.[^.]{1,8}$/, '')).slice(0, 300),
  kind: like?.kind ?? 'agency-dossier',
  supplier: like?.supplier ?? '',
  date: like?.date ?? dayOf('vi', today.toISOString()),
  label: like?.label ?? 'internal',
  criteria: '',
});
