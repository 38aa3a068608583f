import type { LocalDate } from '../../../platform/local-date.ts';
import type { ToldPerson } from '../roster/roster-row.ts';

/** One guardian of one student as a file tells it; `undefined` and `null` as in `ToldPerson`. Neither identifier is needed. */
export interface GuardianRow extends ToldPerson {
  /** The caller's number of the row; comes back in the outcome. */
  readonly row: number;
  readonly studentId: number;
  readonly starts: LocalDate | null;
  readonly ends?: LocalDate | null | undefined;
  /** The guardianship ends; nothing is deleted. */
  readonly remove: boolean;
}

/** Why a row about a guardian is not read in although its cells could be. */
export type GuardianRefusal =
  | 'identifiers-differ'
  | 'guardian-twice'
  | 'guardian-is-student'
  | 'federated-name-taken'
  | 'ends-before-start'
  | 'own-child';

/** What became of a row. */
export type GuardianOutcome =
  | { readonly row: number; readonly became: 'created' | 'updated' | 'unchanged' }
  | { readonly row: number; readonly became: 'refused'; readonly code: GuardianRefusal };

/** How far the one who reads a file in may reach. */
export interface GuardianReader {
  /** Null is the operator. */
  readonly personId: number | null;
  /** The students whose guardians may be read in; null is all. */
  readonly onlyStudents: ReadonlySet<number> | null;
}
