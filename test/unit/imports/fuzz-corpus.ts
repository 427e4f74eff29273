// Sound files of every format, from which the fuzz test makes unsound ones.
import { readFileSync } from 'node:fs';
import { exportSet } from '../../../electron/exports/export-set.ts';
import { writeEvidenceTemplate } from '../../../electron/exports/write-evidence-list.ts';
import { manifestOf, writePack } from '../../../electron/exports/write-pack.ts';
import { writeCsv } from '../../../electron/exports/write-sheet.ts';
import { openZip } from '../../../electron/imports/xlsx-zip.ts';
import { utf8 } from '../../../shared/base/bytes.ts';
import type { CriteriaSet } from '../../../shared/criteria/criteria-set.ts';
import { randomFrom } from '../../helpers/seed.ts';
import { fixtureText, readSample, sampleText } from './given.ts';
import { hardSet } from './hard-set.ts';

export type Form = 'yaml' | 'json' | 'csv' | 'xlsx' | 'pack';
export type Seed = {
  readonly name: string;
  readonly form: Form;
  /** What reads it: the door for criteria, or the one for lists of evidence. */
  readonly as: 'criteria' | 'evidence';
  readonly bytes: Uint8Array;
  /** Of a workbook. */
  readonly parts?: ReadonlyMap<string, string>;
};

const folder = new URL('../../fixtures/criteria/', import.meta.url);
const fixture = (name: string): Uint8Array => readFileSync(new URL(name, folder));

async function partsOf(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const zip = await openZip(bytes);
  const parts = new Map<string, string>();
  for (const name of zip.names) {
    const part = await zip.read(name);
    if (part !== undefined) parts.set(name, Buffer.from(part).toString('utf8'));
  }
  return parts;
}

function packOf(set: CriteriaSet): Uint8Array {
  const decided = { ...set, sample: false, promulgation: { number: '12/QĐ', date: '2026-11-02', body: 'Cơ quan Mẫu' } };
  const sent = {
    key: 1,
    body: 'Sở Mẫu',
    sentOn: '2026-10-01',
    letter: '3/CV',
    answeredOn: '',
    answer: '',
    handled: '',
  };
  const pack = writePack(manifestOf({ set: decided, consultations: [sent] }));
  if (!pack.ok) throw new Error(pack.refusal.code);
  return pack.value;
}

export async function fuzzCorpus(): Promise<readonly Seed[]> {
  const [sample, hard] = [readSample('mau-1230.yaml'), hardSet(randomFrom(5))];
  const wishes = { language: 'vi', now: '2026-11-24T00:00:00Z' } as const;
  const written = async (set: typeof sample, format: 'yaml' | 'json' | 'xlsx' | 'oscal') =>
    (await exportSet(set, format, wishes)).bytes;
  const texts: readonly (readonly [name: string, form: Form, bytes: Uint8Array])[] = [
    ['good.yaml', 'yaml', utf8(fixtureText('good.yaml'))],
    ['sound.yaml', 'yaml', utf8(fixtureText('bad/sound.yaml'))],
    ['mau-1230.yaml', 'yaml', utf8(sampleText('mau-1230.yaml'))],
    ['hard.yaml', 'yaml', await written(hard, 'yaml')],
    ['framework.ciso.yaml', 'yaml', fixture('foreign/framework.ciso.yaml')],
    ['badge.criteria.yml', 'yaml', fixture('foreign/badge.criteria.yml')],
    ['good.json', 'json', utf8(fixtureText('good.json'))],
    ['hard.json', 'json', await written(hard, 'json')],
    ['catalog.oscal.json', 'json', fixture('foreign/catalog.oscal.json')],
    ['hard.oscal.json', 'json', await written(hard, 'oscal')],
    ['hard.hdset', 'pack', packOf(hard)],
    ['mau.hdset', 'pack', packOf(sample)],
    ['mau.csv', 'csv', writeCsv(sample, 'vi').bytes],
    ['hard.csv', 'csv', writeCsv(hard, 'en').bytes],
    ['libreoffice.csv', 'csv', fixture('sheets/libreoffice-mau-1230.csv')],
  ];
  const books: readonly (readonly [name: string, as: Seed['as'], bytes: Uint8Array])[] = [
    ['hard.xlsx', 'criteria', await written(hard, 'xlsx')],
    ['libreoffice.xlsx', 'criteria', fixture('sheets/libreoffice-mau-1230.xlsx')],
    ['openpyxl-own.xlsx', 'criteria', fixture('sheets/openpyxl-own-sheet.xlsx')],
    ['libreoffice-own.xlsx', 'criteria', fixture('sheets/libreoffice-own-sheet.xlsx')],
    ['evidence.xlsx', 'evidence', fixture('sheets/openpyxl-evidence.xlsx')],
  ];
  const list = utf8(
    'Tên tệp,Tiêu đề,Loại,Ngày,Chế độ\na.pdf,Báo cáo,Kết quả kiểm thử,05/07/2026,Công khai\nb.pdf,,,,\n',
  );
  return [
    ...texts.map(([name, form, bytes]): Seed => ({ name, form, bytes, as: 'criteria' })),
    ...(await Promise.all(
      books.map(
        async ([name, as, bytes]): Promise<Seed> => ({ name, as, bytes, form: 'xlsx', parts: await partsOf(bytes) }),
      ),
    )),
    { name: 'template.csv', form: 'csv', as: 'evidence', bytes: await writeEvidenceTemplate('csv', 'vi') },
    { name: 'evidence.csv', form: 'csv', as: 'evidence', bytes: list },
  ];
}
