// PDF dates (ISO 32000-2, 7.9.4) as we write them, in Vietnam's time, and as others write them.

const VIETNAM_OFFSET_MS = 7 * 60 * 60 * 1000;

/** `D:20261123100000+07'00'`; whole seconds, the rest is cut. */
export function formatPdfDate(date: Date): string {
  const local = new Date(date.getTime() + VIETNAM_OFFSET_MS).toISOString();
  return `D:${local.replace(/[-:T]/g, '').slice(0, 14)}+07'00'`;
}

const PATTERN =
  /^D:(\d{4})(?:(\d\d)(?:(\d\d)(?:(\d\d)(?:(\d\d)(?:(\d\d)(?:([Zz])|([+-])(\d\d)(?:'?(\d\d)?'?)?)?)?)?)?)?)?(?:00'?00'?)?$/;

/** Undefined if it is no PDF date; a time without a zone is read as UTC. */
export function parsePdfDate(text: string): Date | undefined {
  const found = PATTERN.exec(text);
  if (found === null) return undefined;
  const [, year = '', month = '01', day = '01', hour = '00', minute = '00', second = '00'] = found;
  const [sign = '+', zoneHour = '00', zoneMinute = '00'] = found.slice(8);
  const zone = `${sign}${zoneHour}:${zoneMinute}`;
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
