// Copies of books elsewhere: packages, the hub, recalled evidence.
import { refuse } from '../../shared/base/result.ts';
import { COPIES_METHODS } from '../../shared/contract/copies-methods.ts';
import type { Handlers } from '../../shared/contract/host.ts';

type Names = keyof typeof COPIES_METHODS;

export const copiesHandlers = (): Pick<Handlers, Names> =>
  Object.fromEntries(
    Object.keys(COPIES_METHODS).map((name) => [name, async () => refuse('not-allowed', { name, who: 'desk' })]),
  ) as unknown as Pick<Handlers, Names>;
