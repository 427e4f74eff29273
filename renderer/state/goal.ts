// Asks a screen to go to one of its places: a criterion found by search, a page of evidence that a citation names.
import { createContext, useContext, useSyncExternalStore } from 'react';

export type Goal =
  | { readonly to: 'criterion'; readonly criterion: string }
  | {
      readonly to: 'evidence';
      /** Where the same file is evidence of several. */
      readonly platform?: string;
      readonly sha256: string;
      readonly page?: number;
      /** Words to be shown there. */
      readonly words?: string;
    };

export type GoalStore = {
  readonly now: () => Goal | undefined;
  readonly onChange: (told: () => void) => () => void;
  readonly set: (goal: Goal | undefined) => void;
};

export function goalStore(): GoalStore {
  let goal: Goal | undefined;
  const listeners = new Set<() => void>();
  return {
    now: () => goal,
    onChange: (told) => {
      listeners.add(told);
      return () => void listeners.delete(told);
    },
    set: (next) => {
      goal = next;
      for (const told of listeners) told();
    },
  };
}

const nothing = (): undefined => undefined;
const never = (): (() => void) => () => {};

export const useGoal = (store: GoalStore | undefined): Goal | undefined =>
  useSyncExternalStore(store?.onChange ?? never, store?.now ?? nothing, nothing);

const GoalContext = createContext<GoalStore | undefined>(undefined);
export const GoalProvider = GoalContext.Provider;
export const useGoals = (): GoalStore | undefined => useContext(GoalContext);
