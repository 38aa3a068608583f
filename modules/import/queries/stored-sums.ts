import type { LocalDate } from '../../../platform/local-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import type { SourceWeek } from '../commands/lesson-tally.ts';

/** Minutes of one unit's one week: as the source says, and as they stand here for the same students. */
export interface UnitWeekSums {
  readonly unitId: number;
  readonly monday: LocalDate;
  readonly students: number;
  readonly source: { readonly offered: number; readonly reported: number; readonly absent: number };
  readonly stored: { readonly offered: number; readonly reported: number; readonly absent: number };
}

/**
 * Holds what the source said of each student's each week against what stands after the merge, added up per unit. A
 * student counts at the unit of the latest enrolment; one who has never been enrolled anywhere counts nowhere.
 */
export async function withStored(tx: Tx, weeks: Iterable<SourceWeek>): Promise<readonly UnitWeekSums[]> {
  const sums: UnitWeekSums[] = [];
  for (const week of weeks) sums.push(...(await ofWeek(tx, week)));
  return sums;
}

async function ofWeek(tx: Tx, week: SourceWeek): Promise<readonly UnitWeekSums[]> {
  const { rows } = await tx.client.query<Readonly<Record<string, number>>>(
    `select e.unit_id, count(*)::int as students,
       sum(s.offered) as source_offered, sum(s.reported) as source_reported, sum(s.absent) as source_absent,
       sum(coalesce(w.offered_minutes, 0)) as stored_offered, sum(coalesce(w.reported_minutes, 0)) as stored_reported,
       sum(coalesce(w.valid_minutes + w.invalid_minutes, 0)) as stored_absent
     from unnest($3::int[], $4::int[], $5::int[], $6::int[]) as s(student_id, offered, reported, absent)
     join (select distinct on (student_id) student_id, unit_id from people.enrolment where organiser_id = $1
       order by student_id, starts desc, enrolment_id desc) e on e.student_id = s.student_id
     left join attendance.week w on w.organiser_id = $1 and w.student_id = s.student_id and w.monday = $2
     group by e.unit_id order by e.unit_id`,
    [tx.organiser, week.monday, week.students, week.offered, week.reported, week.absent],
  );
  return rows.map((row) => ({
    unitId: row['unit_id']!,
    monday: week.monday,
    students: row['students']!,
    source: figuresOf(row, 'source'),
    stored: figuresOf(row, 'stored'),
  }));
}

function figuresOf(row: Readonly<Record<string, number>>, prefix: string): UnitWeekSums['source'] {
  return {
    offered: row[`${prefix}_offered`]!,
    reported: row[`${prefix}_reported`]!,
    absent: row[`${prefix}_absent`]!,
  };
}
