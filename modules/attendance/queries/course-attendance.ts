import { sql } from 'kysely';
import type { LocalDate } from '../../../platform/local-date.ts';
import type { Tx } from '../../../platform/server/db.ts';

/** One course's or teaching group's lessons for one student in a period. Absent as in the week's facts: half the lesson or more. */
export interface CourseAttendance {
  readonly courseCode: string;
  readonly groupName: string;
  readonly reportedLessons: number;
  readonly absentLessons: number;
}

/** Per course, the most absent first. Unreported lessons are not counted. */
export async function courseAttendance(
  tx: Tx,
  studentId: number,
  from: LocalDate,
  to: LocalDate,
): Promise<readonly CourseAttendance[]> {
  const { rows } = await sql<{ course_code: string; group_name: string; reported: number; absent: number }>`
    select a.course_code, a.group_name, count(*)::int as reported,
      (count(*) filter (where l.valid + l.invalid > 0 and 2 * (l.valid + l.invalid) >= l.minutes))::int as absent
    from attendance.lesson l
    join attendance.activity a on a.organiser_id = l.organiser_id and a.activity_id = l.activity_id
    where l.organiser_id = ${tx.organiser} and l.student_id = ${studentId}
      and l.day between ${from} and ${to} and l.reported
    group by a.course_code, a.group_name
    order by absent desc, reported desc, a.course_code, a.group_name`.execute(tx.q);
  return rows.map((row) => ({
    courseCode: row.course_code,
    groupName: row.group_name,
    reportedLessons: row.reported,
    absentLessons: row.absent,
  }));
}
