// Times as Vietnamese minutes write them: UTC+7 all year, a leading zero for days under 10 and months 1 and 2.

const SEVEN_HOURS = 7 * 3_600_000;
const DAY = 86_400_000;

type Civil = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
};

/** Civil date from days since 1970-01-01 (Howard Hinnant, "chrono-compatible low-level date algorithms"). */
function civil(at: string): Civil {
  const local = Date.parse(at) + SEVEN_HOURS;
  const days = Math.floor(local / DAY);
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const minutes = Math.floor((local - days * DAY) / 60_000);
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
    hour: Math.floor(minutes / 60),
    minute: minutes % 60,
  };
}

const two = (value: number): string => String(value).padStart(2, '0');
/** Decree 30/2020, Annex I: 0 before days under 10 and months 1 and 2 only. */
const monthText = (month: number): string => (month <= 2 ? two(month) : String(month));

/** "ngày 05 tháng 3 năm 2026" */
export function dateInWords(at: string): string {
  const { year, month, day } = civil(at);
  return `ngày ${two(day)} tháng ${monthText(month)} năm ${year}`;
}

/** "08 giờ 30 phút" */
export function timeInWords(at: string): string {
  const { hour, minute } = civil(at);
  return `${two(hour)} giờ ${two(minute)} phút`;
}

/** "08 giờ 30 phút, ngày 05 tháng 3 năm 2026" */
export const momentInWords = (at: string): string => `${timeInWords(at)}, ${dateInWords(at)}`;

/** The day in Việt Nam as "2026-03-05". */
export function isoDay(at: string): string {
  const { year, month, day } = civil(at);
  return `${year}-${two(month)}-${two(day)}`;
}

/** "2026-03-05" as "ngày 05 tháng 3 năm 2026"; any other text as it is. */
export function dayInWords(day: string): string {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  if (year === undefined) return day;
  return `ngày ${date} tháng ${monthText(Number(month))} năm ${year}`;
}

/** "2026-03-05" as "05/03/2026"; any other text as it is. */
export const dayInFigures = (day: string): string => day.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3/$2/$1');
