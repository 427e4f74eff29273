// What passes between the host and the worker that reads files people bring: one job in, one reply out.
import type { SheetMapping } from '../../shared/contract/criteria-library.ts';
import type { EvidenceMapping } from '../../shared/contract/evidence-methods.ts';
import type { CriteriaFile } from './read-criteria-file.ts';
import type { EvidenceList } from './read-evidence-list.ts';

export type ImportJob =
  | { readonly kind: 'criteria'; readonly bytes: Uint8Array; readonly name: string; readonly mapping?: SheetMapping }
  | {
      readonly kind: 'evidence';
      readonly bytes: Uint8Array;
      readonly name: string;
      readonly mapping?: EvidenceMapping;
    };

export type ImportReply =
  | { readonly kind: 'criteria'; readonly read: CriteriaFile }
  | { readonly kind: 'evidence'; readonly list: EvidenceList };
