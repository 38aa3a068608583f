import type { LocalDate } from '../../../platform/local-date.ts';
import type { StaffRow } from './staff-row.ts';
import type { StoredDuty } from './staff-snapshot.ts';

/** What a row makes of a duty. Null: there is none and none is made. */
export type DutyPlan =
  | { readonly duty: StoredDuty | null; readonly became: 'created' | 'updated' | 'unchanged' }
  | { readonly refused: 'ends-before-start' };

/**
 * Holds a row against the person's duties of that role at the unit: the one with the same first day is meant, otherwise
 * the one that still goes on. An earlier first day moves it back; a later one leaves it. `Ta bort` sets the last day.
 */
export function planDuty(
  row: Pick<StaffRow, 'role' | 'title' | 'starts' | 'ends' | 'remove'>,
  stored: readonly StoredDuty[],
  who: { readonly personId: number; readonly unitId: number },
  on: LocalDate,
): DutyPlan {
  const { role } = row;
  if (role === null) return { duty: null, became: 'unchanged' };
  const current = meantBy(row, stored, on);
  if (!current && row.remove) return { duty: null, became: 'unchanged' };
  const starts =
    current && !(row.starts && row.starts < current.starts) ? current.starts : (row.starts ?? on);
  const ends = lastDay(row, current, starts, on);
  if (ends !== null && ends < starts) return { refused: 'ends-before-start' };
  const title = row.title ?? current?.title ?? null;
  const duty: StoredDuty = { dutyId: current?.dutyId ?? 0, ...who, role, title, starts, ends };
  if (!current) return { duty, became: 'created' };
  const same = current.title === title && current.starts === starts && current.ends === ends;
  return { duty, became: same ? 'unchanged' : 'updated' };
}

function meantBy(
  row: Pick<StaffRow, 'starts' | 'remove'>,
  stored: readonly StoredDuty[],
  on: LocalDate,
): StoredDuty | undefined {
  const from = row.starts ?? on;
  const newestFirst = stored.toSorted((a, b) => (a.starts < b.starts ? 1 : -1));
  const same = newestFirst.find((each) => each.starts === row.starts);
  if (same) return same;
  const going = newestFirst.find((each) => each.ends === null || each.ends >= from);
  return going ?? (row.remove ? newestFirst[0] : undefined);
}

function lastDay(
  row: Pick<StaffRow, 'ends' | 'remove'>,
  current: StoredDuty | undefined,
  starts: LocalDate,
  on: LocalDate,
): LocalDate | null {
  if (!row.remove) return row.ends === undefined ? (current?.ends ?? null) : row.ends;
  const last = row.ends ?? (on < starts ? starts : on);
  return current?.ends != null && current.ends <= last ? current.ends : last;
}
