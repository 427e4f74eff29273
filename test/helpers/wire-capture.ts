// Everything that passes a network while a test runs, as tshark writes it down.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Switch } from './namespaces.ts';

export type Capture = {
  /** Ends it; every frame as it was, and what each TLS connection agreed on. */
  readonly end: () => Promise<{ readonly bytes: Buffer; readonly frames: number; readonly file: string }>;
};

/** A pcap file has its header before its first frame. */
const HEADER = 24;

/** Resolves once frames are heard. @param folder where the file is kept */
export async function captureWire({ listen }: Switch, folder: string): Promise<Capture> {
  const file = join(folder, 'wire.pcap');
  const [program, ...words] = listen.command;
  const child: ChildProcess = spawn(
    program,
    [...words, 'tshark', '-i', listen.interface, '-F', 'pcap', '-w', file, '-q'],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  for (let tries = 0; !(said.includes('Capturing on') && existsSync(file)); tries++) {
    if (child.exitCode !== null || tries > 200) throw new Error(`tshark hears nothing: ${said}`);
    await pause(50);
  }
  return {
    end: async () => {
      // What was sent last is still on its way through the kernel.
      await pause(500);
      child.kill('SIGINT');
      if (child.exitCode === null) await once(child, 'exit');
      const bytes = readFileSync(file);
      const frames = execFileSync('tshark', ['-r', file, '-T', 'fields', '-e', 'frame.number'], {
        stdio: ['ignore', 'pipe', 'ignore'],
        maxBuffer: 256 * 1024 * 1024,
      });
      return {
        bytes: bytes.subarray(HEADER),
        frames: frames.toString().trim().split('\n').filter(Boolean).length,
        file,
      };
    },
  };
}

/** Fields of every frame that a display filter lets through, a line each. */
export const fieldsIn = (file: string, filter: string, ...fields: readonly string[]): readonly string[] =>
  execFileSync('tshark', ['-r', file, '-Y', filter, '-T', 'fields', ...fields.flatMap((field) => ['-e', field])], {
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 256 * 1024 * 1024,
  })
    .toString()
    .split('\n')
    .filter(Boolean);
