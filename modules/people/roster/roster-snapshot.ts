import type { LocalDate } from '../../../platform/local-date.ts';
import type { Protection } from '../person-name.ts';

/** A person as stored. */
export interface StoredPerson {
  readonly personId: number;
  readonly civicNumber: string | null;
  readonly sourceId: string | null;
  readonly federatedName: string | null;
  readonly givenName: string;
  readonly middleName: string | null;
  readonly familyName: string;
  readonly protection: Protection;
  readonly email: string | null;
  readonly homeMunicipality: string | null;
}

/** An enrolment as stored. */
export interface StoredEnrolment {
  readonly enrolmentId: number;
  readonly studentId: number;
  readonly unitId: number;
  readonly schoolForm: string;
  readonly programmeCode: string | null;
  readonly yearOfStudy: number | null;
  readonly starts: LocalDate;
  readonly ends: LocalDate | null;
}

/** A class or teaching group as stored. */
export interface StoredGroup {
  readonly groupId: number;
  readonly unitId: number;
  readonly kind: 'class' | 'teaching';
  readonly name: string;
}

/** That a student belongs to a group, or to a mentor, from a day and perhaps to a day. */
export interface StoredTie {
  readonly studentId: number;
  /** The group's or the mentor's id. */
  readonly otherId: number;
  readonly starts: LocalDate;
  readonly ends: LocalDate | null;
}

/** A member of staff at a unit, with all that a file may know one by. */
export interface StoredStaff
  extends Pick<StoredPerson, 'civicNumber' | 'sourceId' | 'federatedName' | 'email'> {
  readonly personId: number;
  /** Null for a duty for the whole organiser. */
  readonly unitId: number | null;
  readonly givenName: string;
  readonly familyName: string;
  readonly isMentor: boolean;
}

/** A student who is enrolled at a unit. */
export interface EnrolledStudent {
  readonly studentId: number;
  readonly unitId: number;
  /** The class there; null without one. */
  readonly className: string | null;
}

/** What persons are and have been known by, as the id of each: only what the rows of a roster tell. */
export interface KnownBy {
  /** Every id of every system that rows have come from. */
  readonly sourceIds: ReadonlyMap<string, number>;
  /** Civic numbers that have given way to another. */
  readonly formerNumbers: ReadonlyMap<string, number>;
}

/** What is stored about the persons of a roster before it is read in. */
export interface RosterSnapshot {
  readonly persons: readonly StoredPerson[];
  readonly known: KnownBy;
  readonly enrolments: readonly StoredEnrolment[];
  readonly groups: readonly StoredGroup[];
  readonly memberships: readonly StoredTie[];
  readonly mentorships: readonly StoredTie[];
  readonly staff: readonly StoredStaff[];
  /** Unit code → id, for the codes of the roster. */
  readonly units: ReadonlyMap<string, number>;
  /** Who is enrolled at those units today. */
  readonly enrolled: readonly EnrolledStudent[];
}
