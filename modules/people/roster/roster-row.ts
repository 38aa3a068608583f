import type { LocalDate } from '../../../platform/local-date.ts';
import type { Protection } from '../person-name.ts';
import type { CivicNumber } from '../rules/civic-number.ts';

/**
 * Who somebody is, as a file tells it. `undefined` means that the file has no such column and
 * says nothing; `null` that the cell is empty and the thing is not.
 */
export interface ToldPerson {
  readonly civicNumber: CivicNumber | null;
  readonly sourceId: string | null;
  readonly federatedName?: string | null | undefined;
  /** Null: left out, as in the row of a protected person. A name that is known stays. */
  readonly givenName: string | null;
  readonly middleName?: string | null | undefined;
  readonly familyName: string | null;
  readonly protection?: Protection | undefined;
  readonly email?: string | null | undefined;
  readonly homeMunicipality?: string | null | undefined;
}

/** One student at one school unit as a roster file tells it; `undefined` and `null` as in `ToldPerson`. */
export interface RosterRow extends ToldPerson {
  /** The caller's number of the row; comes back in the outcome. */
  readonly row: number;
  readonly unitCode: string;
  readonly schoolForm?: string | undefined;
  readonly programmeCode?: string | null | undefined;
  readonly yearOfStudy?: number | null | undefined;
  /** Null says nothing about the class: an earlier one goes on. */
  readonly className: string | null;
  /** An empty list says nothing about teaching groups; otherwise those of the unit that are not listed end. */
  readonly groups: readonly string[];
  /** Names as written; an empty list says nothing about mentors. */
  readonly mentors: readonly string[];
  /** Of these the row says that the student has none any more. */
  readonly none?: readonly ('class' | 'groups' | 'mentors')[];
  readonly starts: LocalDate | null;
  readonly ends?: LocalDate | null | undefined;
  /** The student leaves the unit; nothing is deleted. */
  readonly remove: boolean;
}

/** What became of a row. `refused` is a code of `rosterSentences`. */
export type RosterOutcome =
  | { readonly row: number; readonly became: 'created' | 'updated' | 'unchanged' }
  | { readonly row: number; readonly became: 'refused'; readonly code: RosterRefusal };

/** Why a roster row is not read in although its cells could be. */
export type RosterRefusal =
  | 'identifiers-differ'
  | 'student-twice'
  | 'student-is-staff'
  | 'unknown-student'
  | 'federated-name-taken'
  | 'ends-before-start';

/** What the reader should know; `rows` are the caller's numbers. */
export interface RosterWarning {
  readonly code: 'several-units' | 'mentor-ambiguous' | 'mentor-made' | 'mentor-unknown';
  readonly rows: readonly number[];
}
