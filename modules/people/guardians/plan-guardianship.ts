import type { LocalDate } from '../../../platform/local-date.ts';
import type { StoredTie } from '../roster/roster-snapshot.ts';
import type { GuardianRow } from './guardian-row.ts';
import { goesOn } from './guardian-snapshot.ts';

/** What a row makes of a guardianship. `before` null is a new one; `after` null: there is none and none is made. */
export type GuardianshipPlan =
  | { readonly before: StoredTie | null; readonly after: StoredTie | null }
  | { readonly refused: 'ends-before-start' };

/**
 * Holds a row against the pair's guardianships: the one with the same first day is meant, otherwise the one that goes on.
 * An earlier first day moves it back; a later one leaves it. `remove` sets the last day.
 */
export function planGuardianship(
  row: Pick<GuardianRow, 'studentId' | 'starts' | 'ends' | 'remove'>,
  guardianId: number,
  stored: readonly StoredTie[],
  on: LocalDate,
): GuardianshipPlan {
  const newestFirst = stored.toSorted((a, b) => (a.starts < b.starts ? 1 : -1));
  const before =
    newestFirst.find((tie) => tie.starts === row.starts) ??
    newestFirst.find((tie) => goesOn(tie, row.starts ?? on)) ??
    (row.remove ? newestFirst[0] : undefined) ??
    null;
  if (!before && row.remove) return { before: null, after: null };
  const starts = before && !(row.starts && row.starts < before.starts) ? before.starts : (row.starts ?? on);
  const ends = lastDay(row, before, starts, on);
  if (ends !== null && ends < starts) return { refused: 'ends-before-start' };
  return { before, after: { studentId: row.studentId, otherId: guardianId, starts, ends } };
}

function lastDay(
  row: Pick<GuardianRow, 'ends' | 'remove'>,
  before: StoredTie | null,
  starts: LocalDate,
  on: LocalDate,
): LocalDate | null {
  if (!row.remove) return row.ends === undefined ? (before?.ends ?? null) : row.ends;
  const last = row.ends ?? (on < starts ? starts : on);
  return before?.ends != null && before.ends <= last ? before.ends : last;
}
