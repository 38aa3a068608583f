import { daysBetween, epochDay, type LocalDate, mondayOf } from '../local-date.ts';
import { noBreakSpace } from './format-number.ts';

const weekdays = ['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag'];
const weekdaysShort = ['mån', 'tis', 'ons', 'tors', 'fre', 'lör', 'sön'];
const months = [
  'januari',
  'februari',
  'mars',
  'april',
  'maj',
  'juni',
  'juli',
  'augusti',
  'september',
  'oktober',
  'november',
  'december',
];
const monthsShort = ['jan', 'feb', 'mars', 'apr', 'maj', 'juni', 'juli', 'aug', 'sep', 'okt', 'nov', 'dec'];

/** "27 nov". With `today`, the year is added when it is not this year and more than half a year away: "27 nov 2025". */
export function dayShort(day: LocalDate, today?: LocalDate): string {
  const { year, month, date } = parts(day);
  const text = `${date}${noBreakSpace}${monthsShort[month - 1]}`;
  const far = today && year !== parts(today).year && Math.abs(daysBetween(today, day)) > 183;
  return far ? `${text}${noBreakSpace}${year}` : text;
}

/** "fre 27 nov". */
export function weekdayShort(day: LocalDate, today?: LocalDate): string {
  return `${weekdaysShort[weekdayIndex(day)]} ${dayShort(day, today)}`;
}

/** "27 november": in sentences about this year. */
export function dayInSentence(day: LocalDate): string {
  const { month, date } = parts(day);
  return `${date}${noBreakSpace}${months[month - 1]}`;
}

/** "30 november 2026": in documents. */
export function dayLong(day: LocalDate): string {
  return `${dayInSentence(day)} ${parts(day).year}`;
}

/** "onsdag 25 november". */
export function weekdayLong(day: LocalDate): string {
  return `${weekdays[weekdayIndex(day)]} ${dayInSentence(day)}`;
}

/** "måndag 23 november, vecka 48": the line under a page's heading. */
export function dayAndWeek(day: LocalDate): string {
  return `${weekdayLong(day)}, vecka${noBreakSpace}${weekNumber(day)}`;
}

/** The week's number by ISO 8601, which Swedish calendars use: week 1 is the week with 4 January. */
export function weekNumber(day: LocalDate): number {
  const thursday = epochDay(mondayOf(day)) + 3;
  const year = new Date(thursday * 86_400_000).getUTCFullYear();
  return Math.floor((thursday - epochDay(`${year}-01-01`)) / 7) + 1;
}

/** "19 okt–20 nov", "16–20 nov": the days from `first` to `last`, both counted. */
export function period(first: LocalDate, last: LocalDate): string {
  const sameMonth = first.slice(0, 7) === last.slice(0, 7);
  const start = sameMonth ? String(parts(first).date) : dayShort(first);
  return first === last ? dayShort(last) : `${start}–${dayShort(last)}`;
}

/** Weekday as a number: Monday 0 to Sunday 6. */
function weekdayIndex(day: LocalDate): number {
  return daysBetween(mondayOf(day), day);
}

function parts(day: LocalDate): { year: number; month: number; date: number } {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return { year, month, date };
}
