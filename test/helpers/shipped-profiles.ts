// The rules that the oracle and the engine are compared under: the profiles that are shipped, and turns of them that none of them takes.
import { readdirSync, readFileSync } from 'node:fs';
import { readRulesFile } from '../../electron/imports/rules-file.ts';
import type { CouncilRules } from '../../shared/council/rules.ts';

const folder = new URL('../../assets/rules/', import.meta.url);

/** Every file of `assets/rules`, read as the application reads it. */
export function shippedProfiles(): readonly CouncilRules[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
  return files.sort().map((file) => {
    const read = readRulesFile(readFileSync(new URL(file, folder)), file);
    if (!read.ok) throw new Error(`${file}: ${JSON.stringify(read.findings)}`);
    return read.rules;
  });
}

export const profile = (id: string): CouncilRules => {
  const found = shippedProfiles().find((rules) => rules.id === id);
  if (found === undefined) throw new Error(`no profile ${id}`);
  return found;
};

const half = { comparator: 'more-than', numerator: 1, denominator: 2 } as const;
/** No shipped profile decides by more than half, so none of them can be tied; secret ballots are never settled. */
export const tiedProfiles = (): readonly CouncilRules[] => {
  const rules = profile('per-criterion-three-quarters');
  return [
    { ...rules, id: 'half-per-criterion', threshold: half },
    { ...rules, id: 'half-per-ballot', threshold: half, counting: 'per-ballot' },
    { ...rules, id: 'half-secret', threshold: half, secrecy: 'secret', individualSheets: false },
  ];
};

export const isPoints = ({ scale }: CouncilRules): boolean => scale.of === 'points';
