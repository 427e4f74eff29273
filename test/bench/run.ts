// Runs one bench in a process of its own and prints its figures and targets as one line of JSON.
import { argv, stdout } from 'node:process';

/** Each brings only what it measures: one of them a bundler and a browser. */
const BENCHES = {
  write: async () => await import('./write.ts'),
  merge: async () => await import('./merge.ts'),
  open: async () => await import('./open.ts'),
  results: async () => await import('./results.ts'),
  evidence: async () => await import('./evidence.ts'),
  sync: async () => await import('./sync.ts'),
  'sync-peers': async () => await import('./sync-peers.ts'),
} as const;
const name = argv[2] ?? '';

if (!Object.hasOwn(BENCHES, name)) throw new Error(`no bench ${name}`);
const { benchmark } = await BENCHES[name as keyof typeof BENCHES]();
stdout.write(`${JSON.stringify(await benchmark())}\n`);
