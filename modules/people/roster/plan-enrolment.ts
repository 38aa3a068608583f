import type { LocalDate } from '../../../platform/local-date.ts';
import type { RosterRow } from './roster-row.ts';
import type { StoredEnrolment } from './roster-snapshot.ts';

/** What a row makes of the student's enrolment at its unit. `enrolmentId` 0 is a new one; null: there is none and none is made. */
export type EnrolmentPlan =
  | { readonly enrolment: StoredEnrolment | null; readonly became: 'created' | 'updated' | 'unchanged' }
  | { readonly refused: 'ends-before-start' };

/** The upper secondary school, where no file has said which form. */
const usualForm = 'GY';

/**
 * Holds a row against the student's enrolments at the unit. The one with the same first day is meant, otherwise the one
 * that still goes on; an earlier first day moves it back, a later one leaves it (a roster often tells the first day of
 * the school year). `Ta bort` sets the last day and deletes nothing.
 */
export function planEnrolment(
  row: RosterRow,
  stored: readonly StoredEnrolment[],
  ids: { readonly studentId: number; readonly unitId: number },
  on: LocalDate,
): EnrolmentPlan {
  const current = meantBy(row, stored, on);
  if (!current && row.remove) return { enrolment: null, became: 'unchanged' };
  const starts =
    current && !(row.starts && row.starts < current.starts) ? current.starts : (row.starts ?? on);
  const ends = lastDay(row, current, starts, on);
  if (ends !== null && ends < starts) return { refused: 'ends-before-start' };
  const enrolment: StoredEnrolment = {
    enrolmentId: current?.enrolmentId ?? 0,
    ...ids,
    schoolForm: row.schoolForm ?? current?.schoolForm ?? usualForm,
    programmeCode: row.programmeCode === undefined ? (current?.programmeCode ?? null) : row.programmeCode,
    yearOfStudy: row.yearOfStudy === undefined ? (current?.yearOfStudy ?? null) : row.yearOfStudy,
    starts,
    ends,
  };
  if (!current) return { enrolment, became: 'created' };
  if (row.remove) return removed(current, ends);
  return { enrolment, became: differ(enrolment, current) ? 'updated' : 'unchanged' };
}

function meantBy(
  row: RosterRow,
  stored: readonly StoredEnrolment[],
  on: LocalDate,
): StoredEnrolment | undefined {
  const from = row.starts ?? on;
  const newestFirst = stored.toSorted((a, b) => (a.starts < b.starts ? 1 : -1));
  const same = newestFirst.find((each) => each.starts === row.starts);
  if (same) return same;
  const going = newestFirst.find((each) => each.ends === null || each.ends >= from);
  return going ?? (row.remove ? newestFirst[0] : undefined);
}

function lastDay(
  row: RosterRow,
  current: StoredEnrolment | undefined,
  starts: LocalDate,
  on: LocalDate,
): LocalDate | null {
  if (row.remove) return row.ends ?? (on < starts ? starts : on);
  return row.ends === undefined ? (current?.ends ?? null) : row.ends;
}

/** Already ended by then: nothing changes. */
function removed(current: StoredEnrolment, ends: LocalDate | null): EnrolmentPlan {
  if (ends === null || (current.ends !== null && current.ends <= ends))
    return { enrolment: current, became: 'unchanged' };
  return { enrolment: { ...current, ends }, became: 'updated' };
}

function differ(a: StoredEnrolment, b: StoredEnrolment): boolean {
  return (Object.keys(a) as (keyof StoredEnrolment)[]).some((field) => a[field] !== b[field]);
}
