import type { LocalDate } from '../../platform/local-date.ts';
import type { ComparedGrade } from './rules/grade-difference.ts';

/** One grade as a source system tells it, checked. */
export interface IncomingGrade {
  /** The caller's number of the row; comes back in the outcome. */
  readonly row: number;
  readonly studentId: number;
  readonly courseCode: string;
  readonly courseName: string | null;
  readonly points: number | null;
  readonly gradedOn: LocalDate;
  /** Set by examination (prövning). */
  readonly trial: boolean;
  readonly scale: string;
  readonly value: string;
  readonly isPass: boolean | null;
  readonly term: string | null;
  readonly extended: boolean;
  readonly adaptedPlan: string | null;
  readonly teacher: string | null;
  readonly remark: string | null;
  /** The grade is to be taken away: it should never have been there. */
  readonly remove: boolean;
}

/** What became of a row. */
export interface GradeOutcome {
  readonly row: number;
  readonly became: 'created' | 'updated' | 'unchanged' | 'contradicting';
  /** The grade that stood, where one did. */
  readonly before?: ComparedGrade | undefined;
}
