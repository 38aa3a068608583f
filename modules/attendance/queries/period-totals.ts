import type { LocalDate } from '../../../platform/local-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { prepared } from '../../../platform/server/prepared.ts';

/** A student's attendance in a period as totals, in minutes: all that some schools can give. */
export interface PeriodTotal {
  readonly starts: LocalDate;
  readonly ends: LocalDate;
  readonly courseCode: string;
  readonly groupName: string;
  readonly offered: number;
  readonly reported: number;
  readonly valid: number;
  readonly invalid: number;
}

/** The totals of one student that ended on or after `from`, the newest period first. */
export async function periodTotals(
  tx: Tx,
  studentId: number,
  from: LocalDate,
): Promise<readonly PeriodTotal[]> {
  const rows = await totals(tx, tx.organiser, studentId, from);
  return rows.map(({ course_code: courseCode, group_name: groupName, ...row }) => ({
    ...row,
    courseCode,
    groupName,
  }));
}

const totals = prepared((q, organiser: number, student: number, from: LocalDate) =>
  q
    .selectFrom('attendance.period_total as t')
    .innerJoin('attendance.activity as a', (join) =>
      join.onRef('a.organiser_id', '=', 't.organiser_id').onRef('a.activity_id', '=', 't.activity_id'),
    )
    .select(['t.starts', 't.ends', 't.offered', 't.reported', 't.valid', 't.invalid'])
    .select(['a.course_code', 'a.group_name'])
    .where('t.organiser_id', '=', organiser)
    .where('t.student_id', '=', student)
    .where('t.ends', '>=', from)
    .orderBy('t.starts', 'desc')
    .orderBy('a.course_code')
    .limit(60),
);
