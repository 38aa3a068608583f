import type { LocalDate } from '../../../platform/local-date.ts';
import type { KnownBy, StoredGroup, StoredPerson, StoredTie } from '../roster/roster-snapshot.ts';
import type { DutyRole } from '../store.ts';

/** A duty as stored; `dutyId` 0 is a new one. */
export interface StoredDuty {
  readonly dutyId: number;
  readonly personId: number;
  /** Null: the whole organiser. */
  readonly unitId: number | null;
  readonly role: DutyRole;
  readonly title: string | null;
  readonly starts: LocalDate;
  readonly ends: LocalDate | null;
}

/** What is stored about the persons of a file of staff before it is read in. */
export interface StaffSnapshot {
  /** By any identifier that the file uses. */
  readonly persons: readonly StoredPerson[];
  readonly known: KnownBy;
  /** Those known by name only, as the mentors that a file of students brought, who are called as somebody in the file. */
  readonly namesakes: readonly StoredPerson[];
  /** All duties of both, ended ones too. */
  readonly duties: readonly StoredDuty[];
  /** Who of them goes here as a student. */
  readonly students: ReadonlySet<number>;
  /** Who of them is a mentor of somebody. */
  readonly mentors: ReadonlySet<number>;
  readonly groups: readonly StoredGroup[];
  /** Groups taught that go on; `studentId` is the teacher. */
  readonly teaching: readonly StoredTie[];
  /** Unit code → id. */
  readonly units: ReadonlyMap<string, number>;
  /** How many duties go on at those units. */
  readonly dutiesBefore: number;
}
