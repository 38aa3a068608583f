import type { Tx } from '../../../platform/server/db.ts';
import type { WeekPresence } from '../rules/missing-lessons.ts';
import type { UnitWeekSums } from './stored-sums.ts';

/** The weeks of a run beside all that stands here for their units, students that the files do not name too. */
export async function weekPresence(tx: Tx, sums: readonly UnitWeekSums[]): Promise<readonly WeekPresence[]> {
  if (sums.length === 0) return [];
  const { rows } = await tx.client.query<WeekPresence>(
    `with sums as (
       select * from jsonb_to_recordset($2::jsonb) as s("unitId" int, monday date, named int, "inFiles" int, "hereForNamed" int)),
     here as (
       select e.unit_id, w.monday, count(*)::int as students, sum(w.offered_minutes)::int as minutes
       from attendance.week w
       join (select distinct on (student_id) student_id, unit_id from people.enrolment where organiser_id = $1
         order by student_id, starts desc, enrolment_id desc) e on e.student_id = w.student_id
       where w.organiser_id = $1 and w.monday between (select min(monday) from sums) and (select max(monday) from sums)
       group by e.unit_id, w.monday)
     select u.name as unit, s.monday, s.named, h.students, s."inFiles", s."hereForNamed", h.minutes as here
     from sums s join here h on h.unit_id = s."unitId" and h.monday = s.monday
     join organisation.school_unit u on u.organiser_id = $1 and u.unit_id = s."unitId"
     order by u.name, s.monday`,
    [tx.organiser, JSON.stringify(sums.map(asRecord))],
  );
  return rows;
}

function asRecord({ unitId, monday, students, source, stored }: UnitWeekSums) {
  return { unitId, monday, named: students, inFiles: source.offered, hereForNamed: stored.offered };
}
