// How an author calls the host: one method of the contract, one answer; an outage is a refusal with the code `link-down`.
import type { Result } from '../../shared/base/result.ts';
import type { InputOf, MethodName, OutputOf } from '../../shared/contract/methods.ts';
import type { ViewName, Views } from '../../shared/contract/views.ts';

export type Ask = <M extends MethodName>(method: M, input: InputOf<M>) => Promise<Result<OutputOf<M>>>;

/** Tells each new value of a view, also after the link was down; returns how to stop. */
export type Watch = <V extends ViewName>(
  view: V,
  params: Views[V]['params'],
  told: (value: Views[V]['value']) => void,
) => () => void;
