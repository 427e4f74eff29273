// Who meets in the browser test, what each marks, and the words each plants to be looked for.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readCriteriaFile } from '../../electron/imports/read-criteria-file.ts';
import { criteriaOf } from '../../shared/criteria/criteria-set.ts';
import { sentences } from '../../shared/lang/say.ts';
import type { FileGiven } from '../helpers/browser.ts';

const assets = path.resolve(import.meta.dirname, '../../assets');

export const t = sentences('vi');

/** In the order of the form. */
export const COUNCIL = [
  { key: 'chair', role: 'chair', name: 'Nguyễn Phước Bảo Ngọc Quỳnh Trâm', unit: 'Cục Chuyển đổi số' },
  { key: 'desk', role: 'secretary', name: 'Lê Thị Bích Vân', unit: 'Văn phòng Bộ' },
  { key: 'first', role: 'member', name: 'Trần Quốc Dũng', unit: 'Vụ Kế hoạch' },
  { key: 'second', role: 'member', name: 'Phạm Hồng Hà', unit: 'Viện Chiến lược' },
] as const;
export type SeatKey = (typeof COUNCIL)[number]['key'];
export const nameOf = (key: SeatKey): string => COUNCIL.find((each) => each.key === key)?.name ?? '';

export const PLATFORM = 'Nền tảng Dữ liệu mở';
export const SUBJECT = 'Họp Hội đồng đánh giá nền tảng số đợt 1';

const read = readCriteriaFile(readFileSync(path.join(assets, 'criteria', 'mau-1230.yaml')), 'mau-1230.yaml');
if (!read.ok) throw new Error('the sample set does not read');
export const SET = read.value.set;
/** Six groups, thirty criteria. */
export const CRITERIA = criteriaOf(SET).map(({ id }) => id);

const file = (name: string, mimeType: string): FileGiven => ({
  name,
  mimeType,
  buffer: readFileSync(path.join(assets, 'evidence', name)),
});
export const EVIDENCE = [
  file('bao-cao-van-hanh-dien-tap.pdf', 'application/pdf'),
  file('kiem-thu-tai-dien-tap.png', 'image/png'),
] as const;

/** The criterion everybody writes a remark on. */
export const REMARKED = CRITERIA[2] ?? '';
export const remarkOf = (key: SeatKey): string => `bí-mật-${key}-7f3a`;
export const commentOf = (key: SeatKey): string => `ý kiến kín ${key} 5c21`;

/** Which criteria each marks as not met in the end; everything else is met. */
const NOT_MET: Readonly<Record<SeatKey, readonly number[]>> = {
  chair: [2],
  desk: [7],
  first: [2, 15],
  second: [29],
};
export const markOf = (key: SeatKey, criterion: string): 'met' | 'not-met' =>
  NOT_MET[key].includes(CRITERIA.indexOf(criterion)) ? 'not-met' : 'met';
