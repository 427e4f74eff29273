// How a criterion that is named anywhere on the reveal is shown in the discussion.
import { createContext, useContext } from 'react';

export type ShowCriterion = (criterion: string) => void;

const ShowContext = createContext<ShowCriterion>(() => {});
export const ShowCriterionProvider = ShowContext.Provider;
export const useShowCriterion = (): ShowCriterion => useContext(ShowContext);
