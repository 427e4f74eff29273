// The program around the desk's page: its view, and what the page tells it; a host without a window says so.
import { ok, refusal } from '../../shared/base/result.ts';
import type { Handlers } from '../../shared/contract/host.ts';
import type { ShellView } from '../../shared/contract/shell-view.ts';
import type { Surroundings } from './surroundings.ts';

/** In a browser nothing covers what lies on the disk but the disk itself. */
const BROWSER: ShellView = {
  place: 'browser',
  covered: false,
  worries: [refusal('data-not-covered', { keystore: 'browser' })],
};

export const shellView = ({ shell }: Surroundings): ShellView => shell?.view() ?? BROWSER;

export const shellHandlers = ({ shell }: Surroundings): Pick<Handlers, 'shell.chosen'> => ({
  'shell.chosen': async (_, choice) => {
    shell?.chosen(choice);
    return ok({});
  },
});
