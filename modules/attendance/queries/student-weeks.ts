import type { LocalDate } from '../../../platform/local-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { prepared } from '../../../platform/server/prepared.ts';

/** One week of a student's attendance as pages show it: minutes and lessons, reported and not. */
export interface StudentWeek {
  readonly monday: LocalDate;
  readonly lessons: number;
  readonly reportedLessons: number;
  readonly absentLessons: number;
  readonly invalidLessons: number;
  readonly lateLessons: number;
  readonly reportedMinutes: number;
  readonly validMinutes: number;
  readonly invalidMinutes: number;
}

/** A student's weeks from `from` through `to`, oldest first. Weeks without lessons have no row. */
export async function studentWeeks(
  tx: Tx,
  studentId: number,
  from: LocalDate,
  to: LocalDate,
): Promise<readonly StudentWeek[]> {
  const rows = await weeks(tx, tx.organiser, studentId, from, to);
  return rows.map((row) => ({
    monday: row.monday,
    lessons: row.lessons,
    reportedLessons: row.reported_lessons,
    absentLessons: row.absent_lessons,
    invalidLessons: row.invalid_lessons,
    lateLessons: row.late_lessons,
    reportedMinutes: row.reported_minutes,
    validMinutes: row.valid_minutes,
    invalidMinutes: row.invalid_minutes,
  }));
}

const weeks = prepared((q, organiser: number, student: number, from: LocalDate, to: LocalDate) =>
  q
    .selectFrom('attendance.week')
    .select(['monday', 'lessons', 'reported_lessons', 'absent_lessons', 'invalid_lessons', 'late_lessons'])
    .select(['reported_minutes', 'valid_minutes', 'invalid_minutes'])
    .where('organiser_id', '=', organiser)
    .where('student_id', '=', student)
    .where('monday', '>=', from)
    .where('monday', '<=', to)
    .orderBy('monday'),
);
