import { easterSunday } from '../../../law/index.ts';
import { addDays, epochDay, fromEpochDay, type LocalDate, mondayOf } from '../../../platform/local-date.ts';

/** Days without teaching, both ends included: a break, a public holiday, a day for planning. */
export interface SchoolBreak {
  from: LocalDate;
  to: LocalDate;
  name: string;
}

/**
 * One school year of a school unit. Breaks are local decisions; `usualCalendar` stands in until the organiser has said.
 * A term begins on its first school day.
 */
export interface SchoolCalendar {
  yearStart: LocalDate;
  springStart: LocalDate;
  breaks: readonly SchoolBreak[];
}

/** The autumn in which the school year of `day` began: school years turn on 1 July. */
export function autumnOf(day: LocalDate): number {
  const year = Number(day.slice(0, 4));
  return day.slice(5) >= '07-01' ? year : year - 1;
}

/**
 * The breaks that most Swedish upper secondary schools have, for the school year that begins in `autumn`:
 * autumn break week 44, Christmas to Twelfth Night, winter break week 9, the week before Easter, and public holidays.
 */
export function usualCalendar(autumn: number): SchoolCalendar {
  const spring = autumn + 1;
  const easter = easterSunday(spring);
  const breaks: SchoolBreak[] = [
    { from: `${autumn}-07-01`, to: addDays(firstAutumnMonday(autumn), -1), name: 'Sommarlov' },
    weekOff(autumn, 44, 'Höstlov'),
    { from: `${autumn}-12-20`, to: `${spring}-01-06`, name: 'Jullov' },
    weekOff(spring, 9, 'Sportlov'),
    { from: addDays(easter, -6), to: addDays(easter, 1), name: 'Påsklov' },
    { from: `${spring}-05-01`, to: `${spring}-05-01`, name: 'Första maj' },
    { from: addDays(easter, 39), to: addDays(easter, 39), name: 'Kristi himmelsfärdsdag' },
    { from: `${spring}-06-06`, to: `${spring}-06-06`, name: 'Sveriges nationaldag' },
    { from: addDays(mondayOf(`${spring}-06-10`), 5), to: `${spring}-06-30`, name: 'Sommarlov' },
  ];
  return { yearStart: firstAutumnMonday(autumn), springStart: `${spring}-01-07`, breaks };
}

/** The Monday of the week in which 18 August falls: when autumn terms usually begin. */
function firstAutumnMonday(autumn: number): LocalDate {
  return mondayOf(`${autumn}-08-18`);
}

/** ISO week `week` of `year`, Monday to Sunday, as a break. 4 January always lies in week 1. */
function weekOff(year: number, week: number, name: string): SchoolBreak {
  const from = addDays(mondayOf(`${year}-01-04`), (week - 1) * 7);
  return { from, to: addDays(from, 6), name };
}

/** The calendar as a set of days without teaching, counted as `epochDay`: for the loops that ask often. */
export function daysOff(calendar: SchoolCalendar): ReadonlySet<number> {
  const off = new Set<number>();
  for (const each of calendar.breaks) {
    for (let day = epochDay(each.from); day <= epochDay(each.to); day++) off.add(day);
  }
  return off;
}

/** Whether `day` (an `epochDay`) is a Saturday or a Sunday. 1970-01-01 was a Thursday. */
export function isWeekend(day: number): boolean {
  return (day + 3) % 7 > 4;
}

/** School days after `from` up to and including `to` (both `epochDay`): no weekends, no days off. */
export function schoolDaysBetween(from: number, to: number, off: ReadonlySet<number>): number {
  let count = 0;
  for (let day = from + 1; day <= to; day++) if (!isWeekend(day) && !off.has(day)) count += 1;
  return count;
}

/** The term that `day` lies in: its first day, and whether it is the autumn term. */
export function termOf(day: LocalDate, calendar: SchoolCalendar): { from: LocalDate; autumn: boolean } {
  const autumn = day < calendar.springStart;
  return { from: autumn ? calendar.yearStart : calendar.springStart, autumn };
}

/** The day that is `count` days after `from` (an `epochDay`), days off not counted. */
export function afterTermDays(from: number, count: number, off: ReadonlySet<number>): LocalDate {
  let day = from;
  for (let left = count; left > 0; day++) if (!off.has(day + 1)) left -= 1;
  return fromEpochDay(day);
}
