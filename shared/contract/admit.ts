// Lets a call or a watch in: does it exist, may this link ask it, does it look right, is it about the link's own book.
import type { z } from 'zod';
import { ok, type Result, refuse } from '../base/result.ts';
import type { Identity } from './host.ts';
import { type InputOf, METHODS, type MethodName, type Who } from './methods.ts';
import type { ViewName } from './views.ts';
import { WATCHABLE } from './watchable.ts';

/** A place is made of the schema's names and indices; keys of a hostile record could be any length. */
const LONGEST_PLACE = 120;

const isMethod = (name: string): name is MethodName => Object.hasOwn(METHODS, name);
const isView = (name: string): name is ViewName => Object.hasOwn(WATCHABLE, name);

const bookOf = (input: unknown): unknown =>
  typeof input === 'object' && input !== null && 'book' in input ? input.book : undefined;

/** Refuses `not-allowed {name, who}` and `bad-input {name, where, why}`; `why` is a word of the schema, no content. */
function admit(
  identity: Identity,
  name: string,
  allowed: readonly Who[],
  schema: z.ZodType,
  input: unknown,
): Result<unknown> {
  if (!allowed.includes(identity.who)) return refuse('not-allowed', { name, who: identity.who });
  const read = schema.safeParse(input);
  if (!read.success) {
    const issue = read.error.issues[0];
    const where = (issue?.path ?? []).map(String).join('.').slice(0, LONGEST_PLACE);
    return refuse('bad-input', { name, where, why: issue?.code ?? 'custom' });
  }
  // A seat, and a window on the wall, is in one book. Whether others exist is none of its business: the words are the same.
  if ('book' in identity && bookOf(read.data) !== identity.book)
    return refuse('not-allowed', { name, who: identity.who });
  return ok(read.data);
}

/** Refuses `unknown-method {name}`, `not-allowed`, `bad-input`. */
export function admitCall(
  identity: Identity,
  name: string,
  input: unknown,
): Result<{ readonly method: MethodName; readonly input: InputOf<MethodName> }> {
  if (!isMethod(name)) return refuse('unknown-method', { name });
  const { who, input: schema } = METHODS[name];
  const admitted = admit(identity, name, who, schema, input);
  return admitted.ok ? ok({ method: name, input: admitted.value as InputOf<MethodName> }) : admitted;
}

/** Refuses `unknown-view {name}`, `not-allowed`, `bad-input`. */
export function admitWatch(
  identity: Identity,
  name: string,
  params: unknown,
): Result<{ readonly view: ViewName; readonly params: never }> {
  if (!isView(name)) return refuse('unknown-view', { name });
  const { who, params: schema } = WATCHABLE[name];
  const admitted = admit(identity, name, who, schema, params);
  return admitted.ok ? ok({ view: name, params: admitted.value as never }) : admitted;
}
