// A criteria set while it is written: the draft, whom it was sent to, what is open, and every step back and forth.
import type { Consultation } from '../../shared/contract/criteria-library.ts';
import type { SetDraft } from '../../shared/criteria/set-draft.ts';
import { type At, criterionAt } from './set-edits.ts';

export type SetDoc = { readonly draft: SetDraft; readonly consultations: readonly Consultation[] };
type Step = { readonly doc: SetDoc; readonly at: At };
export type SetForm = {
  readonly doc: SetDoc;
  readonly at: At;
  readonly past: readonly Step[];
  readonly future: readonly Step[];
  /** The field that is being typed in: keys in the same one are one step. */
  readonly mark: string | undefined;
};

/** Steps that are kept; each shares all rows that it did not change. */
const STEPS = 300;

export const startForm = (doc: SetDoc): SetForm => ({
  doc,
  at: doc.draft.id === '' ? { is: 'set' } : firstOf(doc.draft),
  past: [],
  future: [],
  mark: undefined,
});

const firstOf = ({ groups }: SetDraft): At => {
  const first = groups.flatMap(({ criteria }) => criteria)[0];
  return first === undefined ? { is: 'set' } : { is: 'criterion', key: first.key };
};

/** @param how `mark`: names the field that is typed in; `at`: what is open afterwards */
export function changed(form: SetForm, doc: SetDoc, how: { readonly mark?: string; readonly at?: At } = {}): SetForm {
  const at = how.at ?? form.at;
  if (doc === form.doc) return { ...form, at };
  const isSame = how.mark !== undefined && how.mark === form.mark;
  const past = isSame ? form.past : [...form.past.slice(-STEPS + 1), { doc: form.doc, at: form.at }];
  return { doc, at, past, future: [], mark: how.mark };
}

/** Something else is opened: typing begins a new step. */
export const opened = (form: SetForm, at: At): SetForm => ({ ...form, at, mark: undefined });

const standing = (doc: SetDoc, at: At): At => {
  const is =
    at.is === 'set' ||
    (at.is === 'group'
      ? doc.draft.groups.some(({ key }) => key === at.key)
      : criterionAt(doc.draft, at.key) !== undefined);
  return is ? at : { is: 'set' };
};

/** One step back: what was changed by it is open again. The same form where there is none. */
export function undone(form: SetForm): SetForm {
  const step = form.past.at(-1);
  if (step === undefined) return form;
  const future = [{ doc: form.doc, at: form.at }, ...form.future];
  return { doc: step.doc, at: standing(step.doc, step.at), past: form.past.slice(0, -1), future, mark: undefined };
}

export function redone(form: SetForm): SetForm {
  const [step, ...future] = form.future;
  if (step === undefined) return form;
  const past = [...form.past, { doc: form.doc, at: form.at }];
  return { doc: step.doc, at: standing(step.doc, step.at), past, future, mark: undefined };
}

export const emptyConsultation = (key: number): Consultation => ({
  key,
  body: '',
  sentOn: '',
  letter: '',
  answeredOn: '',
  answer: '',
  handled: '',
});

export const MOST_CONSULTED = 200;

export function addConsultation(doc: SetDoc): SetDoc {
  if (doc.consultations.length >= MOST_CONSULTED) return doc;
  const key = Math.max(0, ...doc.consultations.map((each) => each.key)) + 1;
  return { ...doc, consultations: [...doc.consultations, emptyConsultation(key)] };
}

export const hasAnswered = ({ answer, answeredOn }: Consultation): boolean => answer.trim() !== '' || answeredOn !== '';
