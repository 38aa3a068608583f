import type { LocalDate } from '../../platform/local-date.ts';
import type { DutyRole } from '../people/index.ts';

/** A duty that a person holds on the day. `unitId` null means the whole organiser. */
export interface Duty {
  readonly role: DutyRole;
  readonly unitId: number | null;
  /** The unit's name, for sentences; null for the whole organiser. */
  readonly unitName: string | null;
  /** As people say it: "kurator"; null when none is told. */
  readonly title: string | null;
  readonly since: LocalDate;
}

/** The one who asks: a person of one organiser, with the duties held on the day. */
export interface Actor {
  readonly organiser: number;
  readonly personId: number;
  /** The name to show; masked for a protected identity. */
  readonly name: string;
  /**
   * Those of `people.duty` on the day, and 'mentor' or 'teacher' (for the organiser) for whoever has students or
   * groups that day without such a row.
   */
  readonly duties: readonly Duty[];
  /** Enrolled as a student on the day. */
  readonly isStudent: boolean;
  /** Guardian on the day of a student who is under 18. */
  readonly isGuardian: boolean;
}
