// Times and numbers as a reader in Việt Nam expects them; the hour is that of Asia/Ho_Chi_Minh wherever the device is.
import type { Language } from './say.ts';

const LOCALES: Readonly<Record<Language, string>> = { vi: 'vi-VN', en: 'en-GB' };
const ZONE = 'Asia/Ho_Chi_Minh';

export const localeOf = (language: Language): string => LOCALES[language];

const formats = (language: Language) => ({
  day: new Intl.DateTimeFormat(LOCALES[language], {
    timeZone: ZONE,
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
  }),
  clock: new Intl.DateTimeFormat(LOCALES[language], { timeZone: ZONE, hour: '2-digit', minute: '2-digit' }),
  count: new Intl.NumberFormat(LOCALES[language]),
});
const made: Readonly<Record<Language, ReturnType<typeof formats>>> = { vi: formats('vi'), en: formats('en') };

/** ISO 8601 or YYYY-MM-DD to 05/02/2026; a text that is no date comes back as it is. */
export function dayOf(language: Language, text: string): string {
  const plain = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (plain) return `${plain[3]}/${plain[2]}/${plain[1]}`;
  const at = Date.parse(text);
  return Number.isNaN(at) ? text : made[language].day.format(at);
}

/** ISO 8601 to 14:05. */
export function clockOf(language: Language, text: string): string {
  const at = Date.parse(text);
  return Number.isNaN(at) ? text : made[language].clock.format(at);
}

export const countOf = (language: Language, count: number): string => made[language].count.format(count);

/** A decimal string of the book in the reader's writing: 99.5 is 99,5 in Vietnamese. */
export const decimalOf = (language: Language, text: string): string =>
  language === 'vi' ? text.replace('.', ',') : text;

/** Comparators as they are printed. */
export const comparatorOf = (comparator: string): string => ({ '>=': '≥', '<=': '≤' })[comparator] ?? comparator;

const UNITS = ['B', 'KB', 'MB', 'GB'] as const;
/** Size in a unit that gives one to four digits, whole numbers only. */
export function sizeOf(language: Language, bytes: number): string {
  let unit = 0;
  let size = bytes;
  while (size >= 10_000 && unit < UNITS.length - 1) {
    size = Math.round(size / 1_000);
    unit++;
  }
  return `${countOf(language, size)} ${UNITS[unit]}`;
}

/** 05/02/2026 as typed to 2026-02-05; undefined where it is no day of the calendar. */
export function readDay(typed: string): string | undefined {
  const parts = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(typed.trim());
  if (!parts) return undefined;
  const [, day = '', month = '', year = ''] = parts;
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = Date.parse(`${text}T00:00:00Z`);
  const isDay = !Number.isNaN(at) && Number(day) <= daysIn(Number(year), Number(month));
  return isDay ? text : undefined;
}

const daysIn = (year: number, month: number): number =>
  month === 2
    ? (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
      ? 29
      : 28
    : [4, 6, 9, 11].includes(month)
      ? 30
      : 31;
