import { epochDay } from '../../../platform/local-date.ts';
import { joinedWeeks, schoolYearOf, teachingWeeks, type WeekFacts } from '../../attendance/rules/index.ts';
import type { WindowFacts } from '../rules/types.ts';

/** Sums kept for each teaching week; the order is the order in `sums`. */
const stride = 5;

/**
 * A student's finished teaching weeks with running sums, so that a window of any length costs the same.
 * Days are `epochDay`. `weeks` holds every week up to the day asked about, taught or not.
 */
export interface Timeline {
  weeks: readonly WeekFacts[];
  mondays: Int32Array;
  /** Teaching weeks whose Sunday lies before the day asked about. */
  count: number;
  /** Where each teaching week stands in `weeks`. */
  at: Int32Array;
  /** First teaching week of the present school year; equals `count` when there is none. */
  first: number;
  /** First week of the present school year in `weeks`. */
  firstWeek: number;
  sums: Int32Array;
  joined: Uint8Array;
}

/** Builds the timeline as it stands on `on` (`epochDay`): later weeks are not looked at. */
export function timeline(
  weeks: readonly WeekFacts[],
  on: number,
  daysOff: ReadonlySet<number>,
  stoodStill: ReadonlySet<number>,
): Timeline {
  const mondays = Int32Array.from(weeks, (week) => epochDay(week.monday));
  let length = weeks.length;
  while (length > 0 && mondays[length - 1]! > on) length -= 1;
  const known = length === weeks.length ? weeks : weeks.slice(0, length);
  return summed(known, mondays, on, teachingWeeks(known, { daysOff, groupStoodStill: stoodStill }));
}

function summed(weeks: readonly WeekFacts[], mondays: Int32Array, on: number, taught: Uint8Array): Timeline {
  const at = new Int32Array(weeks.length);
  const sums = new Int32Array((weeks.length + 1) * stride);
  const joined = new Uint8Array(weeks.length);
  const goesOn = joinedWeeks(weeks);
  const year = schoolYearOf(on);
  let count = 0;
  let first = -1;
  let firstWeek = weeks.length;
  for (let i = 0; i < weeks.length; i++) {
    const thisYear = schoolYearOf(mondays[i]!) === year;
    if (thisYear && firstWeek === weeks.length) firstWeek = i;
    if (taught[i] === 0 || mondays[i]! + 7 > on) continue;
    if (thisYear && first < 0) first = count;
    joined[count] = goesOn[i]!;
    addWeek(sums, count * stride, weeks[i]!, goesOn[i]!);
    at[count++] = i;
  }
  return { weeks, mondays, count, at, first: first < 0 ? count : first, firstWeek, sums, joined };
}

function addWeek(sums: Int32Array, from: number, week: WeekFacts, joined: number): void {
  sums[from + stride] = sums[from]! + week.lessons;
  sums[from + stride + 1] = sums[from + 1]! + week.reportedLessons;
  sums[from + stride + 2] = sums[from + 2]! + week.absentLessons;
  sums[from + stride + 3] = sums[from + 3]! + week.invalidLessons;
  sums[from + stride + 4] = sums[from + 4]! + week.episodesStarted - joined;
}

/** The window of teaching weeks `first` to `last`, both included. A run that began before the window counts once. */
export function windowOf(time: Timeline, first: number, last: number): WindowFacts {
  const { sums } = time;
  const a = first * stride;
  const b = (last + 1) * stride;
  return {
    weeks: last - first + 1,
    from: time.mondays[time.at[first]!]!,
    to: time.mondays[time.at[last]!]! + 6,
    lessons: sums[b]! - sums[a]!,
    reported: sums[b + 1]! - sums[a + 1]!,
    absent: sums[b + 2]! - sums[a + 2]!,
    invalid: sums[b + 3]! - sums[a + 3]!,
    episodes: sums[b + 4]! - sums[a + 4]! + time.joined[first]!,
  };
}

/** Teaching weeks in the rolling window, in the own earlier level, and between the two (signals.md N01, N03). */
export const windowWeeks = { recent: 4, gap: 3, earlier: 12 } as const;

/** The four latest teaching weeks up to `last`; fewer at the start of a school year, since summers are not bridged. */
export function recentWindow(time: Timeline, last: number): WindowFacts {
  return windowOf(time, Math.max(time.first, last - windowWeeks.recent + 1), last);
}

/** The student's own twelve teaching weeks before, three weeks apart from the recent ones; null when there are none. */
export function earlierWindow(time: Timeline, last: number): WindowFacts | null {
  const end = last - windowWeeks.recent - windowWeeks.gap;
  return end < 0 ? null : windowOf(time, Math.max(0, end - windowWeeks.earlier + 1), end);
}

/** The Monday after the teaching week: when it is evaluated. */
export function evaluationDay(time: Timeline, index: number): number {
  return time.mondays[time.at[index]!]! + 7;
}
