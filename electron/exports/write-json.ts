// A criteria set as JSON in our own format: what `readCriteriaFile` reads back to the same set.
import type { CriteriaSet } from '../../shared/criteria/criteria-set.ts';
import { treeOfSet } from '../../shared/criteria/write-set.ts';
import { type Exported, exported } from './exported.ts';
import { plainData } from './plain-data.ts';

export const writeJson = (set: CriteriaSet): Exported => exported(JSON.stringify(plainData(treeOfSet(set)), null, 2));
