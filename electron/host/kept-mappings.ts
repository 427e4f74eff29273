// How sheets were understood before: a mapping that somebody chose, kept under the headings that it is for.
import type { z } from 'zod';
import type { Result } from '../../shared/base/result.ts';
import { sheetMapping } from '../../shared/contract/criteria-library.ts';
import { evidenceMapping } from '../../shared/contract/evidence-methods.ts';
import type { Store } from '../store/open-store.ts';

const MOST = 50;

export type KeptMappings<T> = {
  readonly recall: (store: Pick<Store, 'readSetting'>, key: string) => Promise<T | undefined>;
  readonly recallAll: (store: Pick<Store, 'readSetting'>) => Promise<ReadonlyMap<string, T>>;
  /** The newest first; old ones fall out. */
  readonly remember: (
    store: Pick<Store, 'readSetting' | 'saveSetting'>,
    key: string,
    mapping: T,
  ) => Promise<Result<null>>;
};

function keptMappings<T>(name: string, schema: z.ZodType<T>): KeptMappings<T> {
  /** What another version wrote otherwise is as good as nothing. */
  const keptIn = async (store: Pick<Store, 'readSetting'>): Promise<readonly (readonly [string, T])[]> => {
    const text = await store.readSetting(name);
    if (text === null) return [];
    try {
      const rows = JSON.parse(text) as readonly (readonly [string, unknown])[];
      return rows.flatMap(([key, value]) => {
        const mapping = schema.safeParse(value);
        return mapping.success ? [[key, mapping.data] as const] : [];
      });
    } catch {
      return [];
    }
  };
  return {
    recall: async (store, key) => new Map(await keptIn(store)).get(key),
    recallAll: async (store) => new Map(await keptIn(store)),
    remember: async (store, key, mapping) => {
      const others = (await keptIn(store)).filter(([each]) => each !== key);
      return await store.saveSetting(name, JSON.stringify([[key, mapping], ...others].slice(0, MOST)));
    },
  };
}

export const evidenceMappings = keptMappings('evidence/mappings', evidenceMapping);
export const criteriaMappings = keptMappings('criteria/mappings', sheetMapping);
