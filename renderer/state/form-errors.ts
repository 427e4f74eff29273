// What is still wrong with a session form, place by place, and to which step of the form each place belongs.
import { readDecimal } from '../../shared/base/decimal.ts';
import { cleanLine } from '../../shared/base/text.ts';
import { bearsSecretMark } from '../../shared/book/secret-mark.ts';
import type { LibrarySet } from '../../shared/contract/methods.ts';
import type { Role } from '../../shared/council/roles.ts';
import { rulesConflicts } from '../../shared/council/rules.ts';
import { readDay } from '../../shared/lang/when.ts';
import { codesOf, type EvidenceForm, type FormState, votingIn } from './session-form.ts';

export const STEPS = ['meeting', 'criteria', 'council', 'platforms', 'rules', 'look'] as const;
export type Step = (typeof STEPS)[number];

export type FormError =
  | 'required'
  | 'date'
  | 'decimal'
  | 'chair'
  | 'secretary'
  | 'voters'
  | 'voters.unit'
  | 'conflict'
  | 'choose'
  | 'secret'
  | 'codes';
/** In the order of the form; places are named like `member.3.name`. */
export type FormErrors = ReadonlyMap<string, FormError>;

/** A measured criterion as far as the form must know it. */
export type FormSet = Pick<LibrarySet, 'sha256' | 'open' | 'measured'> & Partial<Pick<LibrarySet, 'codes'>>;

const isEmpty = (text: string): boolean => cleanLine(text) === '';

const isUnit = ({ rules }: FormState): boolean => rules.body === 'hired-unit';

/** One of either kind, or none where a hired unit reports; the voting one where the rules ask for it at the table. */
function hasSecretary({ members, rules }: FormState): boolean {
  const count = (role: Role): number => members.filter((each) => each.role === role).length;
  const isAsked = rules.quorum.secretary === 'required';
  const secretaries = count('secretary') + count('administrative-secretary');
  if (rules.body === 'hired-unit' && !isAsked) return secretaries <= 1;
  return secretaries === 1 && (!isAsked || count('secretary') === 1);
}

/** Of one item of evidence; `known` are the codes of the set, where it is known. */
export function evidenceErrors(item: EvidenceForm, known: readonly string[] | undefined): FormErrors {
  const errors = new Map<string, FormError>();
  if (isEmpty(item.title)) errors.set('title', 'required');
  else if (bearsSecretMark(item.title)) errors.set('title', 'secret');
  if (readDay(item.date) === undefined) errors.set('date', 'date');
  if (known !== undefined && codesOf(item.criteria).some((code) => !known.includes(code)))
    errors.set('criteria', 'codes');
  return errors;
}

export function formErrors(form: FormState, set: FormSet | undefined): FormErrors {
  const errors = new Map<string, FormError>();
  for (const name of ['subject', 'place'] as const) if (isEmpty(form[name])) errors.set(name, 'required');
  if (set === undefined) errors.set('criteria', 'choose');
  for (const { criterion } of set?.open ?? []) {
    const threshold = form.thresholds[criterion];
    if (threshold === undefined || threshold.how === '') errors.set(`threshold.${criterion}`, 'choose');
    else if (threshold.how === 'set') {
      if (readDecimal(threshold.value) === undefined) errors.set(`threshold.${criterion}.value`, 'decimal');
      if (isEmpty(threshold.source)) errors.set(`threshold.${criterion}.source`, 'required');
    }
  }
  for (const name of ['council', 'decisionNumber', 'decisionBody'] as const)
    if (isEmpty(form[name])) errors.set(name, 'required');
  if (readDay(form.decisionDate) === undefined) errors.set('decisionDate', 'date');
  for (const { key, name } of form.members) if (isEmpty(name)) errors.set(`member.${key}.name`, 'required');
  if (form.members.filter(({ role }) => role === 'chair').length !== 1) errors.set('members.chair', 'chair');
  if (!hasSecretary(form)) errors.set('members.secretary', 'secretary');
  // One report that one person answers for and signs.
  if (isUnit(form) && votingIn(form.members) !== 1) errors.set('members.voters', 'voters.unit');
  if (!isUnit(form) && votingIn(form.members) < 3) errors.set('members.voters', 'voters');
  for (const platform of form.platforms) {
    const at = `platform.${platform.key}`;
    if (isEmpty(platform.name)) errors.set(`${at}.name`, 'required');
    for (const [criterion, value] of Object.entries(platform.measured))
      if (!isEmpty(value) && readDecimal(value) === undefined) errors.set(`${at}.measured.${criterion}`, 'decimal');
    for (const item of platform.evidence)
      for (const [place, error] of evidenceErrors(item, set?.codes))
        errors.set(`${at}.evidence.${item.key}.${place}`, error);
  }
  for (const { path } of rulesConflicts(form.rules)) errors.set(`rules.${path.join('.')}`, 'conflict');
  return errors;
}

export function stepOf(place: string): Step {
  if (place.startsWith('rules.')) return 'rules';
  if (place.startsWith('platform')) return 'platforms';
  if (place === 'criteria' || place.startsWith('threshold')) return 'criteria';
  return place === 'subject' || place === 'place' ? 'meeting' : 'council';
}
