import { sql } from 'kysely';
import type { LocalDate } from '../../platform/local-date.ts';
import type { Tx } from '../../platform/server/db.ts';

/** Sorts after every name in Swedish and in byte order, and says nothing. */
const lastInEveryOrder = '\uffff';

/**
 * Recomputes `people.placement` (where each student is on the day) from the dated rows, for these students or, when
 * none are told, for all of the organiser. A student who is enrolled nowhere that day loses the row. Run it whenever
 * enrolments, groups or mentors change, and once a day. One statement each way, whatever the number of students.
 */
export async function refreshPlacements(
  tx: Tx,
  on: LocalDate,
  studentIds?: readonly number[],
): Promise<void> {
  if (studentIds?.length === 0) return;
  const chosen = studentIds ? sql`student_id = any(${[...studentIds]}::integer[])` : sql`true`;
  const dated = sql`organiser_id = ${tx.organiser} and starts <= ${on} and (ends is null or ends >= ${on}) and ${chosen}`;
  await sql`
    with enrolled as (
      select distinct on (student_id) student_id, unit_id, programme_code, year_of_study
      from people.enrolment where ${dated} order by student_id, starts desc, enrolment_id desc),
    classes as (
      select distinct on (m.student_id) m.student_id, g.group_id, g.name
      from (select * from people.group_membership where ${dated}) m
      join people.student_group g on g.organiser_id = m.organiser_id and g.group_id = m.group_id and g.kind = 'class'
      join enrolled e on e.student_id = m.student_id
      order by m.student_id, g.unit_id = e.unit_id desc, m.starts desc, g.group_id desc),
    mentors as (
      select distinct on (student_id) student_id, mentor_id
      from people.mentorship where ${dated} order by student_id, starts desc, mentor_id)
    insert into people.placement as p (organiser_id, student_id, as_of, unit_id, class_id, class_name, programme_code,
      year_of_study, mentor_id, sort_name)
    select ${tx.organiser}, e.student_id, ${on}, e.unit_id, c.group_id, coalesce(c.name, ''), e.programme_code,
      e.year_of_study, m.mentor_id,
      case when n.protection = 'none' then n.family_name || ' ' || n.given_name else ${lastInEveryOrder} end
    from enrolled e
    join people.person n on n.organiser_id = ${tx.organiser} and n.person_id = e.student_id
    left join classes c on c.student_id = e.student_id
    left join mentors m on m.student_id = e.student_id
    on conflict (organiser_id, student_id) do update set as_of = excluded.as_of, unit_id = excluded.unit_id,
      class_id = excluded.class_id, class_name = excluded.class_name, programme_code = excluded.programme_code,
      year_of_study = excluded.year_of_study, mentor_id = excluded.mentor_id, sort_name = excluded.sort_name`.execute(
    tx.q,
  );
  await sql`
    delete from people.placement where organiser_id = ${tx.organiser} and ${chosen}
      and student_id not in (select student_id from people.enrolment where ${dated})`.execute(tx.q);
  await sql`set local enable_nestloop = on`.execute(tx.q);
}
