// A criteria set as YAML in our own format: what `readCriteriaFile` reads back to the same set.
import { stringify } from 'yaml';
import type { CriteriaSet } from '../../shared/criteria/criteria-set.ts';
import { treeOfSet } from '../../shared/criteria/write-set.ts';
import { type Exported, exported } from './exported.ts';
import { plainData } from './plain-data.ts';

/** Words that YAML 1.1 takes for truth values are quoted too; aliases, which our reader refuses, are never written. */
const OPTIONS = { aliasDuplicateObjects: false, blockQuote: 'literal', compat: 'yaml-1.1', lineWidth: 100 } as const;

export const writeYaml = (set: CriteriaSet): Exported => exported(stringify(plainData(treeOfSet(set)), OPTIONS));
