// Passing the recording on: handed over, taken over, come back after a restore.
import { refuse } from '../../shared/base/result.ts';
import type { Handlers } from '../../shared/contract/host.ts';
import { RECORDING_METHODS } from '../../shared/contract/recording-methods.ts';

type Names = keyof typeof RECORDING_METHODS;

export const recordingHandlers = (): Pick<Handlers, Names> =>
  Object.fromEntries(
    Object.keys(RECORDING_METHODS).map((name) => [name, async () => refuse('not-allowed', { name, who: 'desk' })]),
  ) as unknown as Pick<Handlers, Names>;
