import { epochDay } from '../../../platform/local-date.ts';
import type { WeekFacts } from './week-facts.ts';

/**
 * What tells whether a week was a teaching week: at least half of the normal number of lessons for the student,
 * and at least three fifths of the group's normal activity (signals.md 3.0).
 */
export const teachingWeekShares = { ofOwnNormal: 0.5, ofGroupNormal: 0.6 } as const;

/** Days without teaching and weeks in which the whole group stood still, as `epochDay` (of the Monday for weeks). */
export interface WeeksToSkip {
  daysOff: ReadonlySet<number>;
  groupStoodStill: ReadonlySet<number>;
}

const longestYear = 64;

/**
 * Which of a student's weeks, in the order of time, were teaching weeks: bytes, 1 = yes.
 * Normal is the student's own median of the weeks with lessons so far in the school year, the week itself included, so
 * a later week never changes the answer for an earlier one. A week wholly off never counts, whatever was taught then.
 */
export function teachingWeeks(weeks: readonly WeekFacts[], skip: WeeksToSkip): Uint8Array {
  const answer = new Uint8Array(weeks.length);
  const sorted = new Int16Array(longestYear);
  let count = 0;
  let year = Number.NaN;
  for (const [i, week] of weeks.entries()) {
    const monday = epochDay(week.monday);
    const schoolYear = schoolYearOf(monday);
    if (schoolYear !== year) count = 0;
    year = schoolYear;
    if (week.lessons === 0 || weekIsOff(monday, skip.daysOff)) continue;
    if (count < longestYear) insert(sorted, count++, week.lessons);
    const enough = week.lessons >= teachingWeekShares.ofOwnNormal * medianOf(sorted, count);
    if (enough && !skip.groupStoodStill.has(monday)) answer[i] = 1;
  }
  return answer;
}

/** A number that turns on about 1 July, from an `epochDay`: which school year a week belongs to. */
export function schoolYearOf(monday: number): number {
  return Math.floor((monday - 181) / 365.2425);
}

function weekIsOff(monday: number, off: ReadonlySet<number>): boolean {
  if (off.size === 0 || !off.has(monday)) return false;
  for (let day = monday + 1; day < monday + 5; day++) if (!off.has(day)) return false;
  return true;
}

function insert(sorted: Int16Array, count: number, value: number): void {
  let at = count;
  while (at > 0 && sorted[at - 1]! > value) {
    sorted[at] = sorted[at - 1]!;
    at -= 1;
  }
  sorted[at] = value;
}

function medianOf(sorted: Int16Array, count: number): number {
  const middle = count >> 1;
  return count % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** How much of a student's week was taught and attended, in lessons: what a group's standstill is seen by. */
export function attendedLessons(week: WeekFacts): number {
  if (week.reportedLessons === 0) return week.lessons;
  return week.lessons * (1 - week.absentLessons / week.reportedLessons);
}
