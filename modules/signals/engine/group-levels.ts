import { epochDay, type LocalDate } from '../../../platform/local-date.ts';
import {
  attendedLessons,
  schoolYearOf,
  teachingWeekShares,
  type WeekFacts,
} from '../../attendance/rules/index.ts';
import { smallestGroup } from './attendance-tracks.ts';
import { offDaysOf } from './evaluate.ts';
import { earlierWindow, evaluationDay, recentWindow, type Timeline, timeline } from './timeline.ts';
import type { EngineSettings, GroupLevel, GroupWeeks } from './types.ts';

/**
 * One class, from its students' weeks: the Mondays of weeks in which it stood still (median of attended lessons below
 * 60 % of its own normal so far), and for each Monday the median share of absent lessons now and earlier.
 * Weeks after `on` are not looked at, and no Monday's figures depend on a later one. Classes below ten are not judged.
 */
export function groupWeeks(
  students: readonly (readonly WeekFacts[])[],
  on: LocalDate,
  settings: EngineSettings,
): GroupWeeks {
  const stoodStill = weeksStoodStill(students);
  const off = offDaysOf(settings.calendar);
  const times = students.map((weeks) => timeline(weeks, epochDay(on), off, stoodStill));
  return { levels: levelsOf(times), stoodStill };
}

/** Several classes at once: students' weeks by student, and the class of each (null = in none). */
export function groupLevels<Student>(
  weeksByStudent: ReadonlyMap<Student, readonly WeekFacts[]>,
  classOf: (student: Student) => string | null,
  on: LocalDate,
  settings: EngineSettings,
): ReadonlyMap<string, GroupWeeks> {
  const classes = new Map<string, (readonly WeekFacts[])[]>();
  for (const [student, weeks] of weeksByStudent) {
    const name = classOf(student);
    if (name === null) continue;
    const members = classes.get(name);
    if (members) members.push(weeks);
    else classes.set(name, [weeks]);
  }
  return new Map([...classes].map(([name, members]) => [name, groupWeeks(members, on, settings)]));
}

/** The levels of a class whose timelines are built. */
export function levelsOf(times: readonly Timeline[]): ReadonlyMap<number, GroupLevel> {
  const now = new Map<number, number[]>();
  const before = new Map<number, number[]>();
  for (const time of times) {
    for (let i = time.first; i < time.count; i++) {
      const day = evaluationDay(time, i);
      note(now, day, recentWindow(time, i));
      note(before, day, earlierWindow(time, i));
    }
  }
  const levels = new Map<number, GroupLevel>();
  for (const [day, shares] of now) {
    const earlier = before.get(day) ?? [];
    levels.set(day, {
      median: median(shares),
      n: shares.length,
      earlier: earlier.length < smallestGroup ? null : median(earlier),
    });
  }
  return levels;
}

function note(
  shares: Map<number, number[]>,
  day: number,
  window: { absent: number; reported: number } | null,
): void {
  if (window === null || window.reported === 0) return;
  const share = window.absent / window.reported;
  const list = shares.get(day);
  if (list) list.push(share);
  else shares.set(day, [share]);
}

/** The Mondays (`epochDay`) of weeks in which the class stood still: an outing, a test week, a day everybody was ill. */
export function weeksStoodStill(students: readonly (readonly WeekFacts[])[]): ReadonlySet<number> {
  const activity = new Map<number, number[]>();
  for (const weeks of students) {
    for (const week of weeks) {
      if (week.lessons === 0) continue;
      const monday = epochDay(week.monday);
      const list = activity.get(monday);
      if (list) list.push(attendedLessons(week));
      else activity.set(monday, [attendedLessons(week)]);
    }
  }
  return still(activity);
}

function still(activity: ReadonlyMap<number, number[]>): ReadonlySet<number> {
  const found = new Set<number>();
  let soFar: number[] = [];
  let year = Number.NaN;
  for (const [monday, lessons] of [...activity].sort(([a], [b]) => a - b)) {
    if (lessons.length < smallestGroup) continue;
    if (schoolYearOf(monday) !== year) soFar = [];
    year = schoolYearOf(monday);
    const week = median(lessons);
    soFar.push(week);
    if (week < teachingWeekShares.ofGroupNormal * median(soFar)) found.add(monday);
  }
  return found;
}

function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
