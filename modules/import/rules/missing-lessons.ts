import { addDays, type LocalDate } from '../../../platform/local-date.ts';

/** One unit's one week: minutes of lessons in the files, and here for the same students and for all of the unit. */
export interface WeekPresence {
  readonly unit: string;
  readonly monday: LocalDate;
  /** Students with lessons that week, in the files and here. */
  readonly named: number;
  readonly students: number;
  readonly inFiles: number;
  readonly hereForNamed: number;
  readonly here: number;
}

/** A week of which the files hold far less than stands here. Minutes of lessons. */
export interface MissingWeek {
  readonly unit: string;
  readonly monday: LocalDate;
  readonly inFiles: number;
  readonly here: number;
  /** Only the students of the files were compared, since they are fewer than half of the unit's. */
  readonly isPart: boolean;
}

/** Of a week's minutes so many may be lacking before it is told; shares are of 1. */
export const lackingFrom = 0.2;
/** From this share of the unit's students the files are about the unit. */
const wholeFrom = 0.5;

/**
 * Finds weeks that the files cover from Monday to Friday and of which they hold far less than has been read in before:
 * an export that was cut off. What is not in the files stays as it is; it is told, no more.
 */
export function missingWeeks(
  weeks: readonly WeekPresence[],
  period: { readonly from: LocalDate; readonly to: LocalDate },
): readonly MissingWeek[] {
  return weeks.flatMap(({ unit, monday, named, students, inFiles, hereForNamed, here: all }) => {
    if (monday < period.from || addDays(monday, 4) > period.to) return [];
    const isPart = named < wholeFrom * students;
    const here = isPart ? hereForNamed : all;
    return inFiles < (1 - lackingFrom) * here ? [{ unit, monday, inFiles, here, isPart }] : [];
  });
}
