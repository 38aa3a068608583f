import type { LocalDate } from '../../../platform/local-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { prepared } from '../../../platform/server/prepared.ts';

/** One grade as it was set. `isPass` null: not known, or no grade in the sense of pass and fail. */
export interface GradeOfStudent {
  readonly studentId: number;
  readonly courseCode: string;
  readonly courseName: string | null;
  readonly gradedOn: LocalDate;
  readonly points: number | null;
  readonly value: string;
  readonly isPass: boolean | null;
  readonly trial: boolean;
  readonly remark: string | null;
}

/** The grades of some students set on or before `on`, the oldest first. */
export async function gradesOf(
  tx: Tx,
  studentIds: readonly number[],
  on: LocalDate,
): Promise<readonly GradeOfStudent[]> {
  const rows = await grades(tx, tx.organiser, studentIds, on);
  return rows.map((row) => ({
    studentId: row.student_id,
    courseCode: row.course_code,
    courseName: row.course_name,
    gradedOn: row.graded_on,
    points: row.points,
    value: row.value,
    isPass: row.is_pass,
    trial: row.trial,
    remark: row.remark,
  }));
}

const grades = prepared((q, organiser: number, students: readonly number[], on: LocalDate) =>
  q
    .selectFrom('grades.grade')
    .select([
      'student_id',
      'course_code',
      'course_name',
      'graded_on',
      'points',
      'value',
      'is_pass',
      'trial',
      'remark',
    ])
    .where('organiser_id', '=', organiser)
    .where((where) => where('student_id', '=', where.fn.any(where.val(students as number[]))))
    .where('graded_on', '<=', on)
    .orderBy('student_id')
    .orderBy('graded_on')
    .orderBy('course_code'),
);
