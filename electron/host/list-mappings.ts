// How lists of evidence were understood before: a mapping that somebody chose, kept under the headings that it is for.
import type { Result } from '../../shared/base/result.ts';
import { type EvidenceMapping, evidenceMapping } from '../../shared/contract/evidence-methods.ts';
import { headingKey } from '../imports/sheet-mapping.ts';
import type { Store } from '../store/open-store.ts';

const NAME = 'evidence/mappings';
const MOST = 50;

/** @param headings of the row that was taken for the head */
export const mappingKey = (headings: readonly string[]): string => headingKey({ rows: [[...headings]] }, 1);

type Kept = readonly (readonly [key: string, mapping: EvidenceMapping])[];

/** What another version wrote otherwise is as good as nothing. */
async function keptIn(store: Pick<Store, 'readSetting'>): Promise<Kept> {
  const text = await store.readSetting(NAME);
  if (text === null) return [];
  try {
    const rows = JSON.parse(text) as readonly (readonly [string, unknown])[];
    return rows.flatMap(([key, value]) => {
      const mapping = evidenceMapping.safeParse(value);
      return mapping.success ? [[key, mapping.data] as const] : [];
    });
  } catch {
    return [];
  }
}

export const recallMapping = async (
  store: Pick<Store, 'readSetting'>,
  headings: readonly string[],
): Promise<EvidenceMapping | undefined> => new Map(await keptIn(store)).get(mappingKey(headings));

/** The newest first; old ones fall out. */
export async function rememberMapping(
  store: Pick<Store, 'readSetting' | 'saveSetting'>,
  headings: readonly string[],
  mapping: EvidenceMapping,
): Promise<Result<null>> {
  const key = mappingKey(headings);
  const others = (await keptIn(store)).filter(([each]) => each !== key);
  return await store.saveSetting(NAME, JSON.stringify([[key, mapping], ...others].slice(0, MOST)));
}
