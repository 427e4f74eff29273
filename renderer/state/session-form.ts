// The new-session form while it is being filled in, its first values, and its way to the contract's form.

import { readDecimal } from '../../shared/base/decimal.ts';
import type { Hash } from '../../shared/base/ids.ts';
import { cleanLine } from '../../shared/base/text.ts';
import type { EVIDENCE_KINDS, LABELS } from '../../shared/book/rulings.ts';
import type { LibrarySet, SessionForm } from '../../shared/contract/methods.ts';
import { type Role, votes } from '../../shared/council/roles.ts';
import { type CouncilRules, DEFAULT_RULES } from '../../shared/council/rules.ts';
import { dayOf, readDay } from '../../shared/lang/when.ts';

export type MemberForm = {
  readonly key: number;
  readonly name: string;
  readonly position: string;
  readonly unit: string;
  readonly role: Role;
};
export type EvidenceForm = {
  readonly key: number;
  readonly sha256: string;
  readonly fileName: string;
  readonly size: number;
  readonly title: string;
  readonly kind: (typeof EVIDENCE_KINDS)[number];
  readonly supplier: string;
  readonly date: string;
  readonly label: (typeof LABELS)[number];
  /** As typed: codes separated by commas. */
  readonly criteria: string;
};
export type PlatformForm = {
  readonly key: number;
  readonly name: string;
  readonly owner: string;
  readonly enterprise: string;
  readonly address: string;
  readonly evidence: readonly EvidenceForm[];
  /** By criterion, as typed. */
  readonly measured: Readonly<Record<string, string>>;
};
export type ThresholdForm = { readonly how: '' | 'set' | 'hand'; readonly value: string; readonly source: string };
export type FormState = {
  readonly kind: 'session' | 'rehearsal';
  readonly subject: string;
  readonly superior: string;
  readonly council: string;
  readonly decisionNumber: string;
  readonly decisionDate: string;
  readonly decisionBody: string;
  readonly place: string;
  readonly symbol: string;
  readonly criteria: string;
  readonly thresholds: Readonly<Record<string, ThresholdForm>>;
  readonly members: readonly MemberForm[];
  readonly platforms: readonly PlatformForm[];
  readonly rules: CouncilRules;
  readonly nextKey: number;
};

/** What each part of the form is given: the form, how to change it, and which sentence stands at a place. */
export type FormProps = {
  readonly form: FormState;
  readonly change: (next: (form: FormState) => FormState) => void;
  readonly errorAt: (place: string) => string | undefined;
};

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
  members: SEATS.map((role, key) => ({ key, name: '', position: '', unit: '', role })),
  platforms: [emptyPlatform(100)],
  rules: DEFAULT_RULES,
  nextKey: 101,
};

/** Which sentence belongs to which place; places are named like `members.3.name`. */
export type FormErrors = ReadonlyMap<string, 'required' | 'date' | 'decimal' | 'chair' | 'secretary' | 'choose'>;

const isEmpty = (text: string): boolean => cleanLine(text) === '';
export const codesOf = (typed: string): readonly string[] => typed.split(/[\s,;]+/).filter(Boolean);
export const votingIn = (members: readonly MemberForm[]): number => members.filter(({ role }) => votes(role)).length;

/** One of either kind; the voting one where the rules ask for it at the table. */
function hasSecretary({ members, rules }: FormState): boolean {
  const count = (role: Role): number => members.filter((each) => each.role === role).length;
  const isAsked = rules.quorum.secretary === 'required';
  return count('secretary') + count('administrative-secretary') === 1 && (!isAsked || count('secretary') === 1);
}

export function formErrors(form: FormState, set: LibrarySet | undefined): FormErrors {
  const errors = new Map<string, 'required' | 'date' | 'decimal' | 'chair' | 'secretary' | 'choose'>();
  for (const name of ['subject', 'council', 'decisionNumber', 'decisionBody', 'place'] as const)
    if (isEmpty(form[name])) errors.set(name, 'required');
  if (readDay(form.decisionDate) === undefined) errors.set('decisionDate', 'date');
  if (set === undefined) errors.set('criteria', 'choose');
  for (const { criterion } of set?.open ?? []) {
    const threshold = form.thresholds[criterion];
    if (threshold === undefined || threshold.how === '') errors.set(`threshold.${criterion}`, 'choose');
    else if (threshold.how === 'set') {
      if (readDecimal(threshold.value) === undefined) errors.set(`threshold.${criterion}.value`, 'decimal');
      if (isEmpty(threshold.source)) errors.set(`threshold.${criterion}.source`, 'required');
    }
  }
  for (const { key, name } of form.members) if (isEmpty(name)) errors.set(`member.${key}.name`, 'required');
  if (form.members.filter(({ role }) => role === 'chair').length !== 1) errors.set('members.chair', 'chair');
  if (!hasSecretary(form)) errors.set('members.secretary', 'secretary');
  for (const platform of form.platforms) {
    const at = `platform.${platform.key}`;
    if (isEmpty(platform.name)) errors.set(`${at}.name`, 'required');
    for (const [criterion, value] of Object.entries(platform.measured))
      if (!isEmpty(value) && readDecimal(value) === undefined) errors.set(`${at}.measured.${criterion}`, 'decimal');
    for (const item of platform.evidence) {
      if (isEmpty(item.title)) errors.set(`${at}.evidence.${item.key}.title`, 'required');
      if (readDay(item.date) === undefined) errors.set(`${at}.evidence.${item.key}.date`, 'date');
    }
  }
  return errors;
}

/** One item as the contract takes it. */
export const contractEvidence = (item: EvidenceForm): SessionForm['platforms'][number]['evidence'][number] => ({
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
export const contractForm = (form: FormState, set: LibrarySet): SessionForm => ({
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
  members: form.members.map(({ name, position, unit, role }) => ({
    name: cleanLine(name),
    position: cleanLine(position),
    unit: cleanLine(unit),
    role,
  })),
  platforms: form.platforms.map((platform) => ({
    name: cleanLine(platform.name),
    owner: cleanLine(platform.owner),
    enterprise: cleanLine(platform.enterprise),
    address: cleanLine(platform.address),
    evidence: platform.evidence.map(contractEvidence),
    measured: measuredOf(platform),
  })),
});

/** A file that has just been taken in: its name, without the ending, is a first title. */
export const newEvidence = (
  key: number,
  file: { readonly name: string; readonly size: number },
  sha256: string,
  today: Date,
): EvidenceForm => ({
  key,
  sha256,
  fileName: file.name.normalize('NFC'),
  size: file.size,
  title: cleanLine(file.name.replace(/\.[^.]{1,8}$/, '')),
  kind: 'agency-dossier',
  supplier: '',
  date: dayOf('vi', today.toISOString()),
  label: 'internal',
  criteria: '',
});
