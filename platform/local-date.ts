/** A day without time or zone, written `YYYY-MM-DD`: what law, school days and signals are counted in. */
export type LocalDate = string;

const pattern = /^\d{4}-\d{2}-\d{2}$/;

/** Whether `text` is a day that exists, written `YYYY-MM-DD`. Refuses 31 November and other spellings. */
export function isLocalDate(text: string): text is LocalDate {
  if (!pattern.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** Days since 1970-01-01: integers, for hot loops. */
export function epochDay(day: LocalDate): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000;
}

/** The day of an `epochDay`. */
export function fromEpochDay(days: number): LocalDate {
  return new Date(days * 86_400_000).toISOString().slice(0, 10);
}

/** `day` moved by a number of days, negative for earlier. */
export function addDays(day: LocalDate, days: number): LocalDate {
  return fromEpochDay(epochDay(day) + days);
}

/** The Monday of the day's ISO week. 1970-01-01 was a Thursday. */
export function mondayOf(day: LocalDate): LocalDate {
  const days = epochDay(day);
  return fromEpochDay(days - ((days + 3) % 7));
}

/** Whole days from `earlier` to `later`; negative if they come in the other order. */
export function daysBetween(earlier: LocalDate, later: LocalDate): number {
  return epochDay(later) - epochDay(earlier);
}
