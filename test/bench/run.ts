// Runs one bench in a process of its own and prints its figures and targets as one line of JSON.
import { benchmark as merge } from './merge.ts';
import { benchmark as open } from './open.ts';
import { benchmark as results } from './results.ts';
import { benchmark as write } from './write.ts';

const BENCHES = { write, merge, open, results } as const;
const name = process.argv[2] ?? '';

if (!Object.hasOwn(BENCHES, name)) throw new Error(`no bench ${name}`);
process.stdout.write(`${JSON.stringify(await BENCHES[name as keyof typeof BENCHES]())}\n`);
