// Networks of their own (Linux network namespaces): machines on one switch, each cut off and joined again as a test wants.
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { findOnPath } from './find-chromium.ts';

/** One machine's place on the switch. */
export type Place = {
  readonly name: string;
  /** IPv4 on the switch. */
  readonly address: string;
  /** What to put before a command line so that it runs there. */
  readonly command: readonly [string, ...string[]];
  /** Pulls the cable out, or puts it in. Connections stay open until somebody notices. */
  readonly cut: (isCut: boolean) => void;
};

export type Switch = {
  readonly places: readonly Place[];
  /** Where all that passes the switch can be heard. */
  readonly listen: { readonly command: readonly [string, ...string[]]; readonly interface: string };
  readonly remove: () => void;
};

const run = (...words: readonly string[]): void =>
  void execFileSync('ip', words, { stdio: ['ignore', 'ignore', 'pipe'] });

/** Why there are none here, in a word; undefined where they can be made. */
export function namespacesMissing(): string | undefined {
  if (findOnPath('ip') === undefined) return 'ip is not installed (package iproute2)';
  const name = `hd-try-${randomBytes(3).toString('hex')}`;
  try {
    run('netns', 'add', name);
    run('netns', 'del', name);
    return undefined;
  } catch {
    return 'no right to make network namespaces';
  }
}

/** @param subnet first three numbers of an IPv4 network that nothing else uses there; it exists inside the switch only */
export function openSwitch(count: number, subnet = '10.77.1'): Switch {
  const tag = randomBytes(3).toString('hex');
  const hub = `hd-${tag}`;
  const made: string[] = [];
  const remove = (): void => {
    for (const name of made.splice(0)) run('netns', 'del', name);
  };
  const place = (at: number): Place => {
    const name = `${hub}-${at}`;
    const port = `p${at}`;
    run('netns', 'add', name);
    made.push(name);
    run('-n', hub, 'link', 'add', port, 'type', 'veth', 'peer', 'name', 'eth0', 'netns', name);
    run('-n', hub, 'link', 'set', port, 'master', 'br0', 'up');
    const address = `${subnet}.${at + 1}`;
    run('-n', name, 'addr', 'add', `${address}/24`, 'dev', 'eth0');
    for (const device of ['lo', 'eth0']) run('-n', name, 'link', 'set', device, 'up');
    return {
      name,
      address,
      command: ['ip', 'netns', 'exec', name],
      cut: (isCut) => run('-n', hub, 'link', 'set', port, isCut ? 'down' : 'up'),
    };
  };
  try {
    run('netns', 'add', hub);
    made.push(hub);
    run('-n', hub, 'link', 'add', 'br0', 'type', 'bridge');
    run('-n', hub, 'link', 'set', 'br0', 'up');
    const places = Array.from({ length: count }, (_, at) => place(at));
    return { places, listen: { command: ['ip', 'netns', 'exec', hub], interface: 'br0' }, remove };
  } catch (error) {
    remove();
    throw error;
  }
}
