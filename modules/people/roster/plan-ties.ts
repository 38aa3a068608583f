import { addDays, type LocalDate } from '../../../platform/local-date.ts';
import type { EndedTie } from './roster-plan.ts';
import type { StoredTie } from './roster-snapshot.ts';

/** What a roster says about one student's groups (or mentors) at one unit. */
export interface WantedTies {
  readonly studentId: number;
  /** Ids of the groups or mentors that the row names; empty when it says nothing. */
  readonly wanted: readonly number[];
  /** The row says that there is none: all end. */
  readonly none?: boolean;
  /** The ties that still go on, of this kind and at this unit. */
  readonly going: readonly StoredTie[];
  /** The first day of a new tie. */
  readonly from: LocalDate;
  /** The last day at the unit, if one is told. */
  readonly last: LocalDate | null;
  readonly on: LocalDate;
}

/** Ties to begin, and ties to end on a day (null: the end that was set is taken back). */
export interface TiePlan {
  readonly begin: readonly StoredTie[];
  readonly end: readonly EndedTie[];
}

/**
 * A changed class ends the earlier membership the day before and starts the new one. Naming nobody changes nothing,
 * except that all ends with the last day at the unit.
 */
export function planTies({ studentId, wanted, none = false, going, from, last, on }: WantedTies): TiePlan {
  const kept = (tie: StoredTie): boolean => (wanted.length === 0 ? !none : wanted.includes(tie.otherId));
  const lastOf = (tie: StoredTie): LocalDate | null => {
    if (!kept(tie)) return earlier(addDays(on, -1), tie.ends);
    return wanted.length === 0 && last === null ? tie.ends : last;
  };
  const end = going
    .map((tie) => ({ ...tie, ends: lastOf(tie) }))
    .filter((tie, index) => tie.ends !== going[index]!.ends);
  const missing = wanted.filter((id) => !going.some((tie) => tie.otherId === id));
  const begin =
    last !== null && last < from
      ? []
      : missing.map((otherId) => ({ studentId, otherId, starts: from, ends: last }));
  return { begin, end };
}

function earlier(a: LocalDate, b: LocalDate | null): LocalDate {
  return b !== null && b < a ? b : a;
}
