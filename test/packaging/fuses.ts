// Reads the fuses of a packed program back, by their names in electron-builder.yml.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { parse } from 'yaml';
import { z } from 'zod';
import { root } from '../helpers/steps.ts';
import { type Row, rowOf } from './row.ts';

/** A property of the signature, no fuse. */
const SIGNATURE = 'resetAdHocDarwinSignature';
const shape = z.object({ electronFuses: z.record(z.string(), z.boolean()) });

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** Each fuse that the configuration names stands so in the program. */
export async function fuseRow(program: string): Promise<Row> {
  const { electronFuses } = shape.parse(parse(readFileSync(path.join(root, 'electron-builder.yml'), 'utf8')));
  const wanted = Object.entries(electronFuses).filter(([name]) => name !== SIGNATURE);
  const wire = await getCurrentFuseWire(program);
  const numbers = new Map<string, number>(
    Object.entries(FuseV1Options).flatMap(([name, at]) => (typeof at === 'number' ? [[name, at] as const] : [])),
  );
  const faults = wanted.flatMap(([name, on]) => {
    const at = numbers.get(capital(name));
    if (at === undefined) return [`unknown fuse ${name}`];
    const state = Object.entries(wire).find(([key]) => key === String(at))?.[1];
    return state === (on ? FuseState.ENABLE : FuseState.DISABLE) ? [] : [`${name} is ${state}, wanted ${on}`];
  });
  const words = wanted.map(([name, on]) => `${on ? '+' : '−'}${name}`).join(' ');
  return rowOf('fuses read back', wanted.length === 0 ? ['none are set'] : faults, words);
}
