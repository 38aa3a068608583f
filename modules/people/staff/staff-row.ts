import type { LocalDate } from '../../../platform/local-date.ts';
import type { ToldPerson } from '../roster/roster-row.ts';
import type { DutyRole } from '../store.ts';

/**
 * The duties that a file can give. Those for the whole organiser (administrator, head of education, data protection
 * officer) are given by a person, never by a file.
 */
export type FileDuty = Extract<
  DutyRole,
  'mentor' | 'teacher' | 'principal' | 'health-team' | 'career-counsellor' | 'coach'
>;

/** Duties that open every student of a unit to whoever holds them. */
export const wideDuties: ReadonlySet<DutyRole> = new Set([
  'principal',
  'health-team',
  'career-counsellor',
  'coach',
]);

/** One person's duty at one school unit as a file tells it; `undefined` and `null` as in `ToldPerson`. */
export interface StaffRow extends ToldPerson {
  /** The caller's number of the row; comes back in the outcome. */
  readonly row: number;
  readonly unitCode: string;
  /** Null: the person is registered, without a duty. */
  readonly role: FileDuty | null;
  /** As people say it: "kurator". */
  readonly title: string | null;
  /** Groups taught; an empty list says nothing, otherwise those of the unit that are not listed end. */
  readonly groups: readonly string[];
  readonly starts: LocalDate | null;
  readonly ends?: LocalDate | null | undefined;
  /** The duty ends, and the groups taught at the unit with it; nothing is deleted. */
  readonly remove: boolean;
}

/** Why a row about staff is not read in although its cells could be. */
export type StaffRefusal =
  | 'identifiers-differ'
  | 'staff-twice'
  | 'staff-is-student'
  | 'federated-name-taken'
  | 'ends-before-start'
  | 'duty-not-yours'
  | 'own-duty';

/** What became of a row. */
export type StaffOutcome =
  | { readonly row: number; readonly became: 'created' | 'updated' | 'unchanged' }
  | { readonly row: number; readonly became: 'refused'; readonly code: StaffRefusal };

/** What the reader should know; `rows` are the caller's numbers. */
export interface StaffWarning {
  /**
   * `adopted`: somebody known by name only is the one meant. `kept`: the person also works elsewhere or has a duty that
   * no file gives, so name and log-in stay. `still-mentor`: the duty ends but students still have the person as mentor.
   */
  readonly code: 'adopted' | 'kept' | 'still-mentor';
  readonly rows: readonly number[];
}

/** How far the one who reads a file in may reach. */
export interface StaffReader {
  /** Null is the operator. */
  readonly personId: number | null;
  /** The units whose staff may be read in; null is all, and only then are wide duties given. */
  readonly onlyUnits: readonly number[] | null;
}
