import { isWithoutGrade } from './read-grade.ts';

/** How a grade that stood is another now, or is gone. */
export type GradeDifferenceKind = 'grade-removed' | 'grade-lost' | 'grade-gained' | 'grade-changed';

/** A grade as far as a comparison needs it. `isPass` null: not known, or no grade in the sense of pass and fail. */
export interface ComparedGrade {
  readonly value: string;
  readonly isPass: boolean | null;
}

/**
 * What it means that a grade is set anew for the same course and day: `grade-lost` from pass to F or a dash,
 * `grade-gained` the other way, `grade-removed` when it is taken away or no grade is set any more. Undefined when the
 * grade is the same.
 */
export function gradeDifference(
  before: ComparedGrade,
  after: ComparedGrade | null,
): GradeDifferenceKind | undefined {
  if (after === null) return 'grade-removed';
  if (after.value === before.value) return undefined;
  if (isWithoutGrade(after.value) && !isWithoutGrade(before.value)) return 'grade-removed';
  if (before.isPass === true && after.isPass === false) return 'grade-lost';
  if (before.isPass === false && after.isPass === true) return 'grade-gained';
  return 'grade-changed';
}
