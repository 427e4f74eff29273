// Writes a criteria set in the format that is asked for; a pack, which is signed, has a writer of its own.
import type { ExportFormat } from '../../shared/contract/criteria-library.ts';
import type { CriteriaSet } from '../../shared/criteria/criteria-set.ts';
import type { Language } from '../../shared/lang/say.ts';
import type { Exported } from './exported.ts';
import { writeJson } from './write-json.ts';
import { writeOscal } from './write-oscal.ts';
import { writeXlsx } from './write-sheet.ts';
import { writeYaml } from './write-yaml.ts';

export type FileExport = Exclude<ExportFormat, 'pack'>;

/** `language` of the headings of a sheet; `now` (ISO 8601 with its zone) where a format says when it was written. */
export type ExportWishes = { readonly language: Language; readonly now: string };

export async function exportSet(set: CriteriaSet, format: FileExport, wishes: ExportWishes): Promise<Exported> {
  switch (format) {
    case 'yaml':
      return writeYaml(set);
    case 'json':
      return writeJson(set);
    case 'oscal':
      return writeOscal(set, wishes.now);
    case 'xlsx':
      return await writeXlsx(set, wishes.language);
  }
}

const ENDINGS: Readonly<Record<FileExport, string>> = { yaml: 'yaml', json: 'json', oscal: 'oscal.json', xlsx: 'xlsx' };

/** A name that every system takes: id and version, other signs of the version as "-". */
export const exportName = ({ id, version }: CriteriaSet, format: FileExport): string =>
  `${id}-${version.normalize('NFC').replace(/[^\p{L}\p{N}._-]+/gu, '-')}.${ENDINGS[format]}`;
