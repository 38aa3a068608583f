import type { Tx } from '../../../platform/server/db.ts';
import { moveRows } from '../../../platform/server/move-rows.ts';
import type { MovePerson } from '../../people/index.ts';
import {
  giveLessons,
  holdLessonsTogether,
  noteMovedDays,
  setAsideDoubles,
  takeLessonsBack,
  touchMovedWeeks,
} from '../store-moved-lessons.ts';
import { keptTotals, setAsideTotals } from '../store-totals.ts';
import { touchedMondays } from '../store-weeks.ts';
import { refreshWeeks } from './refresh-weeks.ts';

/**
 * Gives one student's attendance to the student that she is. No minute is counted twice: of two lessons at the same time
 * the reported one stands, and of two that are alike in that the one of the student who stays; so too with totals of a
 * period. The transaction must belong to a set of changes, which `takeAttendanceBack` undoes.
 */
export async function moveAttendance(tx: Tx, changeSet: number, ids: MovePerson): Promise<void> {
  await holdLessonsTogether(tx, ids);
  await setAsideDoubles(tx, changeSet, ids);
  await giveLessons(tx, changeSet, ids);
  await weeksAnew(tx, ids);
  await setAsideTotals(tx, ids);
  await moveRows(tx, keptTotals[0]!, { column: 'student_id', from: ids.goes, to: ids.stays });
}

/** Gives the lessons back that `moveAttendance` moved, and computes the weeks of both anew. Totals come back with the set of changes. */
export async function takeAttendanceBack(tx: Tx, changeSet: number, ids: MovePerson): Promise<void> {
  await noteMovedDays(tx, changeSet);
  await takeLessonsBack(tx, changeSet, ids);
  await weeksAnew(tx, ids);
}

async function weeksAnew(tx: Tx, ids: MovePerson): Promise<void> {
  await touchMovedWeeks(tx, ids);
  await refreshWeeks(tx, await touchedMondays(tx));
}
