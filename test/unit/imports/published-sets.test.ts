// Sets that others have published, read from the folder HOIDONG_SETS; they are no part of this project.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readAnyCriteriaFile } from '../../../electron/imports/read-criteria-file.ts';
import { criteriaOf } from '../../../shared/criteria/criteria-set.ts';
import { root } from '../../helpers/steps.ts';

const folder = process.env['HOIDONG_SETS'];

type Expected = { readonly format: string; readonly groups: number; readonly criteria: number };
/**
 * Counted by hand and with jq and grep: controls that are not withdrawn under groups that hold any (OSCAL), nodes with
 * `assessable: true` under those with `false` (CISO Assistant), `category:` lines under minor groups (badge).
 */
const COUNTED: Readonly<Record<string, Expected>> = {
  'basic-catalog.oscal.json': { format: 'oscal', groups: 2, criteria: 4 },
  'nist-800-53-low.oscal.json': { format: 'oscal', groups: 18, criteria: 149 },
  'checklist-homologation.ciso.yaml': { format: 'ciso-assistant', groups: 3, criteria: 16 },
  'cloud-sovereignty-framework.ciso.yaml': { format: 'ciso-assistant', groups: 1, criteria: 8 },
  'openssf-badge.criteria.yml': { format: 'openssf-badge', groups: 53, criteria: 145 },
};

async function counted(file: string, name: string): Promise<Expected & { readonly milliseconds: number }> {
  const bytes = readFileSync(file);
  const begun = performance.now();
  const read = await readAnyCriteriaFile(bytes, { fileName: name });
  const milliseconds = performance.now() - begun;
  if (!read.ok) throw new Error(JSON.stringify(read.findings));
  const { set } = read.value;
  return { format: read.format ?? '', groups: set.groups.length, criteria: criteriaOf(set).length, milliseconds };
}

it.each([
  ['mau-1230.yaml', { format: 'hoidong', groups: 6, criteria: 30 }],
  ['toi-thieu-224.yaml', { format: 'hoidong', groups: 2, criteria: 10 }],
])('[FO13] the shipped sample %s', async (name, expected) => {
  expect(await counted(path.join(root, 'assets', 'criteria', name), name)).toMatchObject(expected);
});

if (folder !== undefined && folder !== '')
  describe('published sets', () => {
    it.each(Object.entries(COUNTED))(
      '[FO13] %s: the numbers counted by hand, in under a second',
      async (name, expected) => {
        const found = await counted(path.join(folder, name), name);
        expect(found).toMatchObject(expected);
        expect(found.milliseconds).toBeLessThan(1_000);
      },
    );
  });
