// The host of the meeting as anybody starts it: a child process of the command line, with everything it ever printed.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { makeFolder } from '../helpers/temp-folder.ts';

const entry = resolve(import.meta.dirname, '../../electron/hoidong.mjs');

export type ChildHost = {
  /** The desk's address with its pass. */
  readonly url: string;
  /** Books, keys and files. */
  readonly data: string;
  /** Standard output and standard error so far: the host has no other log. */
  readonly printed: () => string;
  /** Asks it to stop; gives its exit code. */
  readonly stop: () => Promise<number | null>;
};

/**
 * Starts `hoidong host` on a free port; the folder stays for whoever asked.
 *
 * @param data a folder of books that are there already
 */
export async function startHost(data = makeFolder('meeting')): Promise<ChildHost> {
  const child = spawn(process.execPath, [entry, 'host', '--data', data, '--port', '0', '--json'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  const ended = once(child, 'close');
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
  const line = await Promise.race([once(createInterface(child.stdout), 'line'), ended.then(() => [])]);
  const [first] = line as readonly (string | undefined)[];
  if (first === undefined) throw new Error(`the host did not open: ${printed}`);
  const { url } = JSON.parse(first) as { readonly url: string };
  return {
    url,
    data,
    printed: () => printed,
    stop: async () => {
      if (child.exitCode === null) child.kill('SIGTERM');
      await ended;
      return child.exitCode;
    },
  };
}
