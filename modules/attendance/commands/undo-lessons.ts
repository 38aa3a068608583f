import type { LocalDate } from '../../../platform/local-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { takeBackLessons } from '../lesson-before.ts';
import { findNewest, lockAttendance, planAsUsual, planForMany } from '../store-lessons.ts';
import { removeEmptyWeeks, touchedMondays, touchedStudents, touchWeeks } from '../store-weeks.ts';
import { refreshWeeks } from './refresh-weeks.ts';

/**
 * Undoes what a set of changes did to the lessons: those it inserted go, those it changed or removed are as they were, and
 * the weeks are computed anew. Answers the students concerned. `on` is today.
 */
export async function undoLessons(tx: Tx, changeSet: number, on: LocalDate): Promise<readonly number[]> {
  await lockAttendance(tx);
  await takeBackLessons(tx, changeSet);
  await touchWeeks(tx, 'lesson_undo');
  const students = await touchedStudents(tx);
  if (students.length === 0) return [];
  await planForMany(tx, students.length);
  await refreshWeeks(tx, await touchedMondays(tx));
  await removeEmptyWeeks(tx);
  await findNewest(tx, on);
  await planAsUsual(tx);
  return students;
}
