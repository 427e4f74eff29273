// What the fields of a criteria set are given: the draft, how it is changed, and which sentence stands at a place.
import { createContext, useContext } from 'react';
import type { CriterionDraft, SetDraft } from '../../shared/criteria/set-draft.ts';
import type { At } from './set-edits.ts';

export type Edit = (next: (draft: SetDraft) => SetDraft, how?: { readonly mark?: string; readonly at?: At }) => void;
export type Said = { readonly error?: string; readonly warning?: string };
export type SetWork = {
  readonly draft: SetDraft;
  readonly edit: Edit;
  readonly said: (place: string) => Said;
};

export type CriterionProps = {
  readonly criterion: CriterionDraft;
  /** `mark` names the field that is typed in; without it the change is a step of its own. */
  readonly put: (part: Partial<CriterionDraft>, mark?: string) => void;
};

const Context = createContext<SetWork | undefined>(undefined);
export const SetWorkProvider = Context.Provider;

export function useSetWork(): SetWork {
  const work = useContext(Context);
  if (work === undefined) throw new Error('no set around this field');
  return work;
}
