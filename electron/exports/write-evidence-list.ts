// The empty list of evidence to fill in, as a workbook or CSV, with one example of every kind and label.
import writeWorkbook from 'write-excel-file/node';
import type { EvidenceField } from '../../shared/contract/evidence-methods.ts';
import type { Language } from '../../shared/lang/say.ts';
import { EVIDENCE_KIND_WORDS, EVIDENCE_LABEL_WORDS } from '../imports/evidence-words.ts';
import { EVIDENCE_HEADINGS, SHEET_NAMES } from '../imports/sheet-words.ts';
import { csvText } from './csv-text.ts';
import { labelledSheet, tableSheet } from './text-cells.ts';

const FIELDS = Object.keys(EVIDENCE_HEADINGS) as readonly EvidenceField[];
const headings = (language: Language): readonly string[] => FIELDS.map((field) => EVIDENCE_HEADINGS[field][language]);

const wordsOf = (words: Readonly<Record<string, readonly string[]>>, language: Language): string =>
  Object.values(words)
    .map((each) => each[language === 'vi' ? 0 : 1])
    .join('; ');

const guide = (language: Language): readonly (readonly [string, string])[] => {
  const says: Readonly<Record<EvidenceField, Readonly<Record<Language, string>>>> = {
    file: {
      vi: 'Tên tệp với phần mở rộng, như khi nạp. Cần tên tệp hoặc SHA-256.',
      en: 'The name with its ending, as uploaded. A file name or a SHA-256 is needed.',
    },
    sha256: { vi: '64 chữ số thập lục phân; có thể để trống.', en: '64 hexadecimal digits; may be left empty.' },
    title: { vi: 'Tên minh chứng, tối đa 300 ký tự.', en: 'Title, at most 300 characters.' },
    kind: { vi: wordsOf(EVIDENCE_KIND_WORDS, 'vi'), en: wordsOf(EVIDENCE_KIND_WORDS, 'en') },
    supplier: { vi: 'Ai cung cấp.', en: 'Who supplied it.' },
    date: { vi: '05/07/2026 (ngày trước) hoặc 2026-07-05.', en: '05/07/2026 (day first) or 2026-07-05.' },
    label: {
      vi: `${wordsOf(EVIDENCE_LABEL_WORDS, 'vi')}. Không nhận tài liệu Mật, Tối mật, Tuyệt mật.`,
      en: `${wordsOf(EVIDENCE_LABEL_WORDS, 'en')}. State secrets are not accepted.`,
    },
    criteria: { vi: 'Mã các tiêu chí, cách nhau bằng dấu ;', en: 'Ids of criteria, separated by ;' },
  };
  return FIELDS.map((field) => [EVIDENCE_HEADINGS[field][language], says[field][language]] as const);
};

export async function writeEvidenceTemplate(format: 'xlsx' | 'csv', language: Language): Promise<Uint8Array> {
  if (format === 'csv') return csvText([headings(language)]);
  const sheets = [
    tableSheet(SHEET_NAMES.evidence[language], [headings(language)], [36, 24, 50, 28, 30, 14, 22, 24]),
    labelledSheet(SHEET_NAMES.guide[language], guide(language), [24, 110]),
  ];
  return new Uint8Array(await writeWorkbook(sheets).toBuffer());
}
