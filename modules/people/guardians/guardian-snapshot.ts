import type { LocalDate } from '../../../platform/local-date.ts';
import type { Protection } from '../person-name.ts';
import type { KnownBy, StoredPerson, StoredTie } from '../roster/roster-snapshot.ts';

/** What is stored about the persons of a file of guardians before it is read in. */
export interface GuardianSnapshot {
  /** By any identifier that the file uses. */
  readonly persons: readonly StoredPerson[];
  readonly known: KnownBy;
  /** Guardians that the file may mean by name: those of its students, and those with an e-mail address in it. */
  readonly guardians: readonly StoredPerson[];
  /** Guardianships of the file's students, and of all these persons; `otherId` is the guardian. */
  readonly ties: readonly StoredTie[];
  /** Students of those ties and of the file who are protected. */
  readonly protectedStudents: ReadonlyMap<number, Protection>;
  /** Who of the persons goes here as a student. */
  readonly students: ReadonlySet<number>;
  /** Who of the persons has a duty here. */
  readonly staff: ReadonlySet<number>;
}

/** All that has to be written so that what is stored agrees with a file of guardians. */
export interface GuardianPlan {
  readonly newPersons: readonly StoredPerson[];
  readonly changedPersons: readonly StoredPerson[];
  /** Numbers that persons no longer have. */
  readonly formerNumbers: readonly { readonly personId: number; readonly civicNumber: string }[];
  readonly begun: readonly StoredTie[];
  /** Ties with the first and last day that they had, and those that they get. */
  readonly moved: readonly { readonly before: StoredTie; readonly after: StoredTie }[];
}

/** Whether a tie holds on a day or after it. */
export function goesOn(tie: { readonly ends: LocalDate | null }, on: LocalDate): boolean {
  return tie.ends === null || tie.ends >= on;
}
