import type { LocalDate } from '../../../platform/local-date.ts';
import type { Tx } from '../../../platform/server/db.ts';

/** One student's attendance in a period, in minutes. `offered` is all lessons, `reported` those that somebody has reported. */
export interface AttendanceTotal {
  readonly studentId: number;
  readonly offered: number;
  readonly reported: number;
  readonly attended: number;
  readonly valid: number;
  readonly invalid: number;
  readonly other: number;
}

const totals = `
  with lessons as (
    select student_id, sum(minutes) as offered, sum(minutes) filter (where reported) as reported, sum(attended) as attended,
      sum(valid) as valid, sum(invalid) as invalid, sum(other) as other
    from attendance.lesson where organiser_id = $1 and day between $2 and $3
    group by student_id),
  periods as (
    select t.*, a.group_name = '' and a.course_code = '' as is_whole
    from attendance.period_total t
    join attendance.activity a on a.organiser_id = t.organiser_id and a.activity_id = t.activity_id
    where t.organiser_id = $1 and t.starts >= $2 and t.ends <= $3
      and not exists (select from lessons l where l.student_id = t.student_id)),
  summed as (
    select student_id, sum(offered) as offered, sum(reported) as reported, sum(attended) as attended, sum(valid) as valid,
      sum(invalid) as invalid, sum(other) as other
    from periods p
    where not exists (select from periods w where w.student_id = p.student_id and (
        (w.starts = p.starts and w.ends = p.ends and w.is_whole and not p.is_whole)
        or (w.starts <= p.starts and w.ends >= p.ends and (w.starts, w.ends) <> (p.starts, p.ends))))
    group by student_id)
  select student_id as "studentId", offered::int, coalesce(reported, 0)::int as reported, attended::int, valid::int,
    invalid::int, other::int
  from (select * from lessons union all select * from summed) t`;

/**
 * Every student's minutes in a period, both days included: lessons, and for students without lessons in the period the
 * totals that lie wholly inside it. A total for everything goes before those per course, and a longer period before the
 * shorter ones inside it, so that nothing is counted twice.
 */
export async function attendanceTotals(
  tx: Tx,
  from: LocalDate,
  to: LocalDate,
): Promise<readonly AttendanceTotal[]> {
  const { rows } = await tx.client.query<AttendanceTotal>(totals, [tx.organiser, from, to]);
  return rows;
}
