import { sql } from 'kysely';
import type { LocalDate } from '../../../platform/local-date.ts';
import type { Tx } from '../../../platform/server/db.ts';

/** One lesson that a student was away from: the row behind a signal's figure. */
export interface AbsentLesson {
  readonly day: LocalDate;
  readonly startMinute: number;
  readonly minutes: number;
  readonly courseCode: string;
  readonly groupName: string;
  readonly validMinutes: number;
  readonly invalidMinutes: number;
  readonly reason: string | null;
  readonly lessonRef: string | null;
}

/** The lessons absent by half or more in a period, newest first. */
export async function absentLessons(
  tx: Tx,
  studentId: number,
  from: LocalDate,
  to: LocalDate,
  most = 500,
): Promise<readonly AbsentLesson[]> {
  const { rows } = await sql<AbsentLesson>`
    select l.day, l.start_minute as "startMinute", l.minutes, a.course_code as "courseCode", a.group_name as "groupName",
      l.valid as "validMinutes", l.invalid as "invalidMinutes", r.name as reason, l.lesson_ref as "lessonRef"
    from attendance.lesson l
    join attendance.activity a on a.organiser_id = l.organiser_id and a.activity_id = l.activity_id
    left join attendance.reason r on r.organiser_id = l.organiser_id and r.reason_id = l.reason_id
    where l.organiser_id = ${tx.organiser} and l.student_id = ${studentId}
      and l.day between ${from} and ${to} and l.reported and l.valid + l.invalid > 0 and 2 * (l.valid + l.invalid) >= l.minutes
    order by l.day desc, l.start_minute desc
    limit ${most}`.execute(tx.q);
  return rows;
}
