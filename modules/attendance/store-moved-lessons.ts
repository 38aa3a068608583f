import type { Tx } from '../../platform/server/db.ts';
import type { MovePerson } from '../people/index.ts';

const figures = 'minutes, attended, valid, invalid, other, late, reported, reason_id, lesson_ref';
const columns = `student_id, day, start_minute, activity_id, ${figures}`;

/** Two lessons at the same time of a day: the same lesson, told twice. */
const overlap = (a: string, b: string): string =>
  `${a}.day = ${b}.day and ${a}.start_minute < ${b}.start_minute + greatest(${b}.minutes, 1)
   and ${b}.start_minute < ${a}.start_minute + greatest(${a}.minutes, 1)`;

/** The lessons of two students who are one, and which of them stands where both have one at the same time. */
export async function holdLessonsTogether(tx: Tx, { goes, stays }: MovePerson): Promise<void> {
  await tx.client.query(`select pg_advisory_xact_lock(hashtext('attendance'), $1)`, [tx.organiser]);
  await tx.client.query('drop table if exists merge_lesson');
  await tx.client.query(
    `create temporary table merge_lesson on commit drop as
     select g.day, g.start_minute, g.minutes, g.reported and not exists (
       select from attendance.lesson s where s.organiser_id = ${tx.organiser} and s.student_id = ${Number(stays)}
         and s.reported and ${overlap('s', 'g')}) as wins
     from attendance.lesson g where g.organiser_id = ${tx.organiser} and g.student_id = ${Number(goes)}`,
  );
}

/** Sets lessons aside that give way: they are whole in `attendance.lesson_before` until the two are parted. */
export async function setAsideDoubles(tx: Tx, changeSet: number, { goes, stays }: MovePerson): Promise<void> {
  await setAside(
    tx,
    changeSet,
    stays,
    `not l.reported and exists (select from merge_lesson m where m.wins and ${overlap('m', 'l')})`,
  );
  await setAside(
    tx,
    changeSet,
    goes,
    `exists (select from attendance.lesson s where s.organiser_id = l.organiser_id and s.student_id = ${Number(stays)}
       and ${overlap('s', 'l')})`,
  );
}

async function setAside(tx: Tx, changeSet: number, student: number, which: string): Promise<void> {
  await tx.client.query(
    `with aside as (
       delete from attendance.lesson l where l.organiser_id = $1 and l.student_id = $2 and ${which} returning *)
     insert into attendance.lesson_before (organiser_id, change_set, ${columns}, inserted_by)
     select organiser_id, $3, ${columns}, change_set from aside`,
    [tx.organiser, student, changeSet],
  );
}

/** Gives the lessons that are left to the one that stays, and notes which they were. */
export async function giveLessons(tx: Tx, changeSet: number, { goes, stays }: MovePerson): Promise<void> {
  await tx.client.query(
    `with given as (
       update attendance.lesson set student_id = $3 where organiser_id = $1 and student_id = $2
       returning day, start_minute, activity_id)
     insert into attendance.moved_lesson (organiser_id, change_set, day, start_minute, activity_id)
     select $1, $4, day, start_minute, activity_id from given`,
    [tx.organiser, goes, stays, changeSet],
  );
}

/** The days that a merge changed, for their weeks to be computed anew. */
export async function noteMovedDays(tx: Tx, changeSet: number): Promise<void> {
  await tx.client.query('drop table if exists merge_lesson');
  await tx.client.query(
    `create temporary table merge_lesson on commit drop as
     select day from attendance.moved_lesson where organiser_id = ${tx.organiser} and change_set = ${Number(changeSet)}
     union
     select day from attendance.lesson_before where organiser_id = ${tx.organiser} and change_set = ${Number(changeSet)}`,
  );
}

/**
 * Takes lessons back from the one that stayed, as they are today: what has been put right since stays right. Then those
 * that gave way come back, where nothing has come in their place.
 */
export async function takeLessonsBack(tx: Tx, changeSet: number, { goes, stays }: MovePerson): Promise<void> {
  const set = [tx.organiser, changeSet];
  await tx.client.query(
    `update attendance.lesson l set student_id = $3 from attendance.moved_lesson m
     where m.organiser_id = $1 and m.change_set = $2 and l.organiser_id = $1 and l.student_id = $4 and l.day = m.day
       and l.start_minute = m.start_minute and l.activity_id = m.activity_id`,
    [...set, goes, stays],
  );
  await tx.client.query(
    `insert into attendance.lesson (organiser_id, ${columns}, change_set)
     select organiser_id, ${columns}, inserted_by from attendance.lesson_before
     where organiser_id = $1 and change_set = $2 on conflict do nothing`,
    set,
  );
  for (const table of ['moved_lesson', 'lesson_before'])
    await tx.client.query(`delete from attendance.${table} where organiser_id = $1 and change_set = $2`, set);
}

/** Takes the two students' weeks of the noted days away, to be computed anew from the lessons that there are. */
export async function touchMovedWeeks(tx: Tx, { goes, stays }: MovePerson): Promise<void> {
  await tx.client.query('drop table if exists touched_week');
  await tx.client.query(
    `create temporary table touched_week on commit drop as
     select distinct student_id, day - (day - date '1970-01-05') % 7 as monday
     from merge_lesson cross join (values (${Number(goes)}), (${Number(stays)})) s(student_id)`,
  );
  await tx.client.query('analyze touched_week');
  await tx.client.query(
    `delete from attendance.week w using touched_week t
     where w.organiser_id = $1 and w.student_id = t.student_id and w.monday = t.monday`,
    [tx.organiser],
  );
}
