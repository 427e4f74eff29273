// Reads fixture criteria files and texts written in the test itself.
import { readFileSync } from 'node:fs';
import { readCriteriaFile } from '../../../electron/imports/read-criteria-file.ts';
import { utf8 } from '../../../shared/base/bytes.ts';
import type { CriteriaSet } from '../../../shared/criteria/criteria-set.ts';
import type { Finding } from '../../../shared/criteria/finding.ts';

const fixtures = new URL('../../fixtures/criteria/', import.meta.url);
const samples = new URL('../../../assets/criteria/', import.meta.url);

export const fixtureText = (name: string): string => readFileSync(new URL(name, fixtures), 'utf8');
export const readFixture = (name: string) => readCriteriaFile(readFileSync(new URL(name, fixtures)), name);
export const readText = (text: string, name = 'set.yaml') => readCriteriaFile(utf8(text), name);

export function setFrom(read: ReturnType<typeof readCriteriaFile>): CriteriaSet {
  if (!read.ok) throw new Error(`refused: ${JSON.stringify(read.findings)}`);
  return read.value.set;
}

export const readSample = (name: string): CriteriaSet =>
  setFrom(readCriteriaFile(readFileSync(new URL(name, samples)), name));
export const sampleText = (name: string): string => readFileSync(new URL(name, samples), 'utf8');

export const findingsOf = (read: ReturnType<typeof readCriteriaFile>): readonly Finding[] =>
  read.ok ? read.value.warnings : read.findings;
