import { sql } from 'kysely';
import type { LocalDate } from '../../platform/local-date.ts';
import type { Tx } from '../../platform/server/db.ts';

/** Sorts after every name in Swedish and in byte order, and says nothing. */
const lastInEveryOrder = '\uffff';

/**
 * Recomputes `people.placement` (where each student is on the day) from the dated rows, for these students or, when
 * none are told, for all of the organiser. A student who is enrolled nowhere that day loses the row. Run it whenever
 * enrolments, groups or mentors change, and once a day. Two statements, whatever the number of students.
 *
 * Each student's rows are looked up by index, one student at a time. Joins over all of them are quicker on paper, but
 * right after a large import the tables have no statistics, and the planner then joined by nested loops over everything
 * (measured: 7 s for 30 students of 10,000). `offset 0` keeps it from beginning with every class there is.
 */
export async function refreshPlacements(
  tx: Tx,
  on: LocalDate,
  studentIds?: readonly number[],
): Promise<void> {
  if (studentIds?.length === 0) return;
  const chosen = (column: string) =>
    studentIds ? sql`${sql.ref(column)} = any(${[...studentIds]}::integer[])` : sql`true`;
  const of = (alias: string) => {
    const [organiser, student] = [sql.ref(`${alias}.organiser_id`), sql.ref(`${alias}.student_id`)];
    const [starts, ends] = [sql.ref(`${alias}.starts`), sql.ref(`${alias}.ends`)];
    return sql`${organiser} = n.organiser_id and ${student} = n.person_id
      and ${starts} <= ${on} and (${ends} is null or ${ends} >= ${on})`;
  };
  await sql`
    insert into people.placement as p (organiser_id, student_id, as_of, unit_id, class_id, class_name, programme_code,
      year_of_study, mentor_id, sort_name)
    select n.organiser_id, n.person_id, ${on}, e.unit_id, c.group_id, coalesce(c.name, ''), e.programme_code,
      e.year_of_study, m.mentor_id,
      case when n.protection = 'none' then n.family_name || ' ' || n.given_name else ${lastInEveryOrder} end
    from people.person n
    cross join lateral (
      select en.unit_id, en.programme_code, en.year_of_study from people.enrolment en
      where ${of('en')} order by en.starts desc, en.enrolment_id desc limit 1) e
    left join lateral (
      select g.group_id, g.name from (select * from people.group_membership j where ${of('j')} offset 0) j
      cross join lateral (select * from people.student_group g
        where g.organiser_id = n.organiser_id and g.group_id = j.group_id offset 0) g
      where g.kind = 'class' order by g.unit_id = e.unit_id desc, j.starts desc, g.group_id desc limit 1) c on true
    left join lateral (
      select w.mentor_id from people.mentorship w
      where ${of('w')} order by w.starts desc, w.mentor_id limit 1) m on true
    where n.organiser_id = ${tx.organiser} and ${chosen('n.person_id')}
    on conflict (organiser_id, student_id) do update set as_of = excluded.as_of, unit_id = excluded.unit_id,
      class_id = excluded.class_id, class_name = excluded.class_name, programme_code = excluded.programme_code,
      year_of_study = excluded.year_of_study, mentor_id = excluded.mentor_id, sort_name = excluded.sort_name`.execute(
    tx.q,
  );
  await sql`
    delete from people.placement p using people.person n
    where p.organiser_id = ${tx.organiser} and ${chosen('p.student_id')}
      and n.organiser_id = p.organiser_id and n.person_id = p.student_id
      and not exists (select from people.enrolment en where ${of('en')})`.execute(tx.q);
}

/** Takes away where these students are: they are about to be taken away themselves. */
export async function forgetPlacements(tx: Tx, studentIds: readonly number[]): Promise<void> {
  await tx.client.query('delete from people.placement where organiser_id = $1 and student_id = any($2)', [
    tx.organiser,
    studentIds,
  ]);
}
