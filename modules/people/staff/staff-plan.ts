import type { EndedTie } from '../roster/roster-plan.ts';
import type { StoredGroup, StoredPerson, StoredTie } from '../roster/roster-snapshot.ts';
import type { FileDuty, StaffOutcome, StaffWarning } from './staff-row.ts';
import type { StoredDuty } from './staff-snapshot.ts';

/** All that has to be written so that what is stored agrees with a file of staff. Nothing in it deletes a person or a duty. */
export interface StaffPlan {
  readonly newPersons: readonly StoredPerson[];
  readonly changedPersons: readonly StoredPerson[];
  /** Numbers that persons no longer have. */
  readonly formerNumbers: readonly { readonly personId: number; readonly civicNumber: string }[];
  readonly newDuties: readonly StoredDuty[];
  readonly changedDuties: readonly StoredDuty[];
  readonly newGroups: readonly StoredGroup[];
  readonly newTeaching: readonly StoredTie[];
  readonly endedTeaching: readonly EndedTie[];
  readonly outcomes: readonly StaffOutcome[];
  readonly warnings: readonly StaffWarning[];
  readonly weight: StaffWeight;
}

/** How much a file of staff changes of who may see whom. */
export interface StaffWeight {
  /** Duties that went on at the file's units. */
  readonly before: number;
  readonly ended: number;
  /** Persons who would lose a protection marking. */
  readonly unprotected: number;
  /** New duties that open every student of a unit. */
  readonly opened: readonly { readonly role: FileDuty; readonly unitId: number; readonly personId: number }[];
}
