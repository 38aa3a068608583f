import type { LocalDate } from '../../../platform/local-date.ts';
import type { RosterDifference } from './roster-difference.ts';
import type { RosterOutcome, RosterWarning } from './roster-row.ts';
import type { StoredEnrolment, StoredGroup, StoredPerson, StoredTie } from './roster-snapshot.ts';

/** An id that exists, or a negative number for a row that the plan itself makes. */
export type PlannedId = number;

/**
 * A tie whose last day is set, or taken back (null). A last day before the first means that the tie never held, as when
 * a class is put right the day it was read in: such a tie is taken away.
 */
export interface EndedTie {
  readonly studentId: number;
  readonly otherId: number;
  readonly starts: LocalDate;
  readonly ends: LocalDate | null;
}

/** All that has to be written so that what is stored agrees with a roster. Nothing in it deletes a person or an enrolment. */
export interface RosterPlan {
  readonly newPersons: readonly StoredPerson[];
  readonly changedPersons: readonly StoredPerson[];
  /** Numbers that gave way to another. */
  readonly formerNumbers: readonly { readonly personId: number; readonly civicNumber: string }[];
  readonly newEnrolments: readonly StoredEnrolment[];
  readonly changedEnrolments: readonly StoredEnrolment[];
  readonly newGroups: readonly StoredGroup[];
  readonly newMemberships: readonly StoredTie[];
  readonly endedMemberships: readonly EndedTie[];
  readonly newMentorDuties: readonly {
    readonly personId: PlannedId;
    readonly unitId: number;
    readonly starts: LocalDate;
  }[];
  readonly newMentorships: readonly StoredTie[];
  readonly endedMentorships: readonly EndedTie[];
  readonly outcomes: readonly RosterOutcome[];
  readonly warnings: readonly RosterWarning[];
  /** What changes about whom: to be looked at, and what an improbable amount of change is told by. */
  readonly differences: readonly RosterDifference[];
  /** Those who were there before that the rows name, and at which unit; also where the row is refused. */
  readonly named: readonly { readonly studentId: number; readonly unitId: number }[];
}
