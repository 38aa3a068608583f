import { fromEpochDay } from '../../../platform/local-date.ts';
import type { RunFacts } from '../rules/n04-long-absence.ts';
import type { EvidenceRow } from '../rules/types.ts';
import type { Timeline } from './timeline.ts';

/** A run of whole days absent: `from` and `to` are `epochDay`. */
export interface Run extends RunFacts {
  from: number;
  to: number;
}

/**
 * Walks the reported school days of the present school year up to `on` and shows each to `visit`: how many whole days
 * away in a row, of them with unknown reason, and how many of the last five were attended. The same object each time.
 */
export function walkAbsentDays(
  time: Timeline,
  on: number,
  visit: (day: number, run: Readonly<Run>) => void,
): void {
  const run: Run = { days: 0, unknown: 0, presentOfFive: 0, from: 0, to: 0 };
  let lastFive = 0;
  for (let i = time.firstWeek; i < time.weeks.length; i++) {
    const week = time.weeks[i]!;
    const monday = time.mondays[i]!;
    for (let d = 0; d < 7 && monday + d <= on; d++) {
      const bit = 1 << d;
      if ((week.reportedDays & bit) === 0) continue;
      const away = (week.wholeDaysAbsent & bit) !== 0;
      lastFive = ((lastFive << 1) | (away ? 0 : 1)) & 31;
      run.presentOfFive = ones(lastFive);
      extend(run, monday + d, away, (week.unknownReasonDays & bit) !== 0);
      visit(monday + d, run);
    }
  }
}

function extend(run: Run, day: number, away: boolean, unknown: boolean): void {
  if (!away) {
    run.days = 0;
    run.unknown = 0;
    return;
  }
  if (run.days === 0) run.from = day;
  run.days += 1;
  run.unknown += unknown ? 1 : 0;
  run.to = day;
}

function ones(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count += 1;
  return count;
}

/** The days of a run as evidence rows, and how many school days it spans, reported or not. */
export function daysOfRun(
  time: Timeline,
  from: number,
  to: number,
): { rows: EvidenceRow[]; schoolDays: number } {
  const rows: EvidenceRow[] = [];
  let schoolDays = 0;
  for (let i = time.firstWeek; i < time.weeks.length; i++) {
    const week = time.weeks[i]!;
    for (let d = 0; d < 7; d++) {
      const day = time.mondays[i]! + d;
      if (day < from || day > to || (week.schoolDays & (1 << d)) === 0) continue;
      schoolDays += 1;
      if ((week.wholeDaysAbsent & (1 << d)) === 0) continue;
      rows.push({
        kind: 'absent-day',
        day: fromEpochDay(day),
        reasonKnown: (week.unknownReasonDays & (1 << d)) === 0,
      });
    }
  }
  return { rows, schoolDays };
}
