import type { LocalDate } from '../../platform/local-date.ts';

/** Totals of a period for one student, as a source system that can give no more tells them. Minutes. */
export interface IncomingPeriodTotal {
  /** The caller's number of the row; comes back in the outcome. */
  readonly row: number;
  readonly studentId: number;
  readonly starts: LocalDate;
  readonly ends: LocalDate;
  readonly groupName: string;
  readonly courseCode: string;
  readonly lessons: number | null;
  readonly offered: number;
  readonly reported: number;
  readonly attended: number;
  readonly valid: number;
  readonly invalid: number;
  readonly other: number;
  /** The total is no more and is taken away. */
  readonly remove?: boolean;
}

/** What became of a row. */
export interface PeriodTotalOutcome {
  readonly row: number;
  readonly became: 'created' | 'updated' | 'unchanged' | 'contradicting';
}
