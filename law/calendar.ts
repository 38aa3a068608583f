import { addDays, epochDay, isLocalDate, type LocalDate } from '../platform/local-date.ts';

/**
 * Swedish public holidays that are not always a Sunday, of a year, per lag (1989:253) om allmänna helgdagar: National Day
 * has been one since 2005, Whit Monday was one until then.
 */
export function publicHolidays(year: number): readonly LocalDate[] {
  const easter = easterSunday(year);
  return [
    `${year}-01-01`,
    `${year}-01-06`,
    addDays(easter, -2),
    addDays(easter, 1),
    `${year}-05-01`,
    addDays(easter, 39),
    year >= 2005 ? `${year}-06-06` : addDays(easter, 50),
    firstSaturday(`${year}-06-20`),
    firstSaturday(`${year}-10-31`),
    `${year}-12-25`,
    `${year}-12-26`,
  ];
}

/** Midsummer's, Christmas and New Year's Eve: no holidays, but lag (1930:173) 2 § counts them as such. */
function eves(year: number): readonly LocalDate[] {
  return [addDays(firstSaturday(`${year}-06-20`), -1), `${year}-12-24`, `${year}-12-31`];
}

/** Easter Sunday of a year: Gauss, as written for the Gregorian calendar by Meeus, Jones and Butcher. */
export function easterSunday(year: number): LocalDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const days = h + l - 7 * m + 114;
  return `${year}-0${Math.floor(days / 31)}-${String((days % 31) + 1).padStart(2, '0')}`;
}

function firstSaturday(from: LocalDate): LocalDate {
  return addDays(from, (5 - weekday(from) + 7) % 7);
}

/** 0 Monday – 6 Sunday. */
function weekday(day: LocalDate): number {
  return (((epochDay(day) + 3) % 7) + 7) % 7;
}

/** Whether an act that the law wants done at the latest on this day may wait: Saturday, Sunday, holiday or one of the eves. */
export function isDayOfRest(day: LocalDate): boolean {
  const year = Number(day.slice(0, 4));
  return weekday(day) >= 5 || publicHolidays(year).includes(day) || eves(year).includes(day);
}

/** The day itself, or the next working day: lag (1930:173) 2 §. */
export function lastDay(day: LocalDate): LocalDate {
  return isDayOfRest(day) ? lastDay(addDays(day, 1)) : day;
}

/** `count` working days later: the day itself is not counted. */
export function addWorkingDays(day: LocalDate, count: number): LocalDate {
  let last = day;
  for (let left = count; left > 0; left -= isDayOfRest(last) ? 0 : 1) last = addDays(last, 1);
  return last;
}

/** A day that the book can count with: 1900–2199. A year that is being typed (0026) is none. */
export function isDayOfTheBook(text: string): text is LocalDate {
  return isLocalDate(text) && text >= '1900' && text < '2200';
}

/** Months end on the day of the same number, or on the month's last when it has none (weeks on the day of the same name): lag (1930:173) 1 §. */
export function addMonths(day: LocalDate, months: number): LocalDate {
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const first = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  const next = `${Math.floor((month + 1) / 12)}-${String(((month + 1) % 12) + 1).padStart(2, '0')}-01`;
  const end = addDays(next, -1);
  const wanted = `${first}-${day.slice(8)}`;
  return wanted > end ? end : wanted;
}

/** The birthday on which somebody reaches an age. Born on 29 February: on that day or, in other years, on 1 March. */
export function birthdayOf(birthDate: LocalDate, age: number): LocalDate {
  const year = Number(birthDate.slice(0, 4)) + age;
  const birthday = `${year}${birthDate.slice(4)}`;
  return isLocalDate(birthday) ? birthday : `${year}-03-01`;
}
