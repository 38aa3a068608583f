import type { LocalDate } from '../../platform/local-date.ts';
import type { Tx } from '../../platform/server/db.ts';
import { writeLessons } from './lesson-before.ts';
import type { LessonRemoval, StagedLessons } from './lesson-stage.ts';

/** The ids of a stage's activities and reasons, in the order of the stage's numbers. */
export interface StageIds {
  readonly activities: readonly number[];
  readonly reasons: readonly number[];
}

/**
 * The tables of one transaction that hold lessons on their way: all that come in, those of them that differ from what
 * stands, those that are taken away, those that are taken back.
 */
export type StageTable = 'lesson_stage' | 'lesson_change' | 'lesson_removed' | 'lesson_undo';

/** Lets one merge at a time change an organiser's attendance; given back when the transaction ends. */
export async function lockAttendance(tx: Tx): Promise<void> {
  await tx.client.query(`select pg_advisory_xact_lock(hashtext('attendance'), $1)`, [tx.organiser]);
  // Sorting a year of lessons in memory instead of on disk; only for this transaction.
  await tx.client.query(`set local work_mem = '128MB'; set local jit = off`);
}

const many = 1_000;

/**
 * Lets the planner choose between joins that read a month once. A month that has just begun has no statistics, and for it the planner would
 * hold every staged lesson against every lesson of the month (measured: 46 s for a day's file in a new month, 1 s without).
 */
export async function planForMany(tx: Tx, lessons: number): Promise<void> {
  if (lessons >= many) await tx.client.query('set local enable_nestloop = off');
}

/** Gives the planner back what `planForMany` took, for the rest of the transaction. */
export async function planAsUsual(tx: Tx): Promise<void> {
  await tx.client.query('set local enable_nestloop = on');
}

/** Those of the months' tables that the planner knows nothing of yet. */
export async function neverAnalyzed(tx: Tx, months: readonly LocalDate[]): Promise<readonly string[]> {
  const names = months.map((month) => `attendance.lesson_${month.slice(0, 7).replace('-', '_')}`);
  const { rows } = await tx.client.query<{ name: string }>(
    `select name from unnest($1::text[]) as n(name) where (select reltuples from pg_class where oid = n.name::regclass) <= 0`,
    [names],
  );
  return rows.map((row) => row.name);
}

/** Finds the organiser's newest reported day anew from its weeks, after lessons were taken away. */
export async function findNewest(tx: Tx, on: LocalDate): Promise<void> {
  await tx.client.query('delete from attendance.freshness where organiser_id = $1', [tx.organiser]);
  // The highest bit of reported_days is the week's last day with a reported lesson.
  await tx.client.query(
    `insert into attendance.freshness (organiser_id, newest_day)
     select $1, max(day) from (select monday + floor(log(2, reported_days))::integer as day
       from attendance.week where organiser_id = $1 and reported_days > 0) d
     where day <= $2 having max(day) is not null`,
    [tx.organiser, on],
  );
}

/**
 * Moves the organiser's newest reported day forward, if the stage holds a later one. A leave that is granted for days to
 * come tells nothing of how fresh the figures are.
 */
export async function noteNewest(tx: Tx, on: LocalDate): Promise<void> {
  await tx.client.query(
    `insert into attendance.freshness as f (organiser_id, newest_day)
     select $1, max(day) from lesson_stage where reported and day <= $2 having max(day) is not null
     on conflict (organiser_id) do update set newest_day = greatest(f.newest_day, excluded.newest_day)`,
    [tx.organiser, on],
  );
}

/** Makes the partition of a month if it is missing. */
export async function ensureMonth(tx: Tx, month: LocalDate): Promise<void> {
  await tx.client.query('select attendance.ensure_month($1)', [month]);
}

/** The ids of activities, in the order given; those that are missing are made. */
export async function activityIds(tx: Tx, wanted: StagedLessons['activities']): Promise<readonly number[]> {
  const values = [tx.organiser, wanted.map((each) => each.groupName), wanted.map((each) => each.courseCode)];
  const asked = 'unnest($2::text[], $3::text[]) with ordinality as w(group_name, course_code, nr)';
  await tx.client.query(
    `insert into attendance.activity (organiser_id, group_name, course_code)
     select $1, group_name, course_code from ${asked}
     where not exists (select from attendance.activity a
       where a.organiser_id = $1 and a.group_name = w.group_name and a.course_code = w.course_code)
     order by nr on conflict do nothing`,
    values,
  );
  const { rows } = await tx.client.query<{ id: number }>(
    `select a.activity_id as id from ${asked}
     join attendance.activity a on a.organiser_id = $1 and a.group_name = w.group_name and a.course_code = w.course_code
     order by nr`,
    values,
  );
  return rows.map((row) => row.id);
}

/** The ids of reasons, in the order given; those that are missing are made. */
export async function reasonIds(tx: Tx, names: readonly string[]): Promise<readonly number[]> {
  await tx.client.query(
    `insert into attendance.reason (organiser_id, name)
     select $1, name from unnest($2::text[]) with ordinality as w(name, nr)
     where not exists (select from attendance.reason r where r.organiser_id = $1 and r.name = w.name)
     order by nr on conflict do nothing`,
    [tx.organiser, names],
  );
  const { rows } = await tx.client.query<{ id: number }>(
    `select r.reason_id as id from unnest($2::text[]) with ordinality as w(name, nr)
     join attendance.reason r on r.organiser_id = $1 and r.name = w.name order by nr`,
    [tx.organiser, names],
  );
  return rows.map((row) => row.id);
}

/** Whether any lesson of the organiser lies in the period. */
export async function lessonsExist(tx: Tx, period: { from: LocalDate; to: LocalDate }): Promise<boolean> {
  const { rows } = await tx.client.query<{ exist: boolean }>(
    `select exists (select from attendance.lesson where organiser_id = ${tx.organiser}
       and day between '${period.from}' and '${period.to}') as exist`,
  );
  return rows[0]!.exist;
}

const figures = 'minutes, attended, valid, invalid, other, late, reported';
const columns = `organiser_id, student_id, day, start_minute, activity_id, ${figures}, reason_id, lesson_ref, change_set`;
const key = 'student_id, day, start_minute, activity_id';

const intArray = (ids: readonly number[]): string => `'{${ids.join(',')}}'::integer[]`;

const setOf = (tx: Tx): string => (tx.changeSet === undefined ? 'null' : String(tx.changeSet));

/** Inserts all that is staged, a lesson that stands twice once, in the order of the key. Answers how many. */
export async function insertStaged(tx: Tx, ids: StageIds): Promise<number> {
  const answer = await tx.client.query(
    `insert into attendance.lesson (${columns})
     select distinct on (student_id, day, start_minute, activity) ${tx.organiser}, student_id, day, start_minute,
       (${intArray(ids.activities)})[activity], ${figures}, (${intArray(ids.reasons)})[reason], lesson_ref, ${setOf(tx)}
     from lesson_stage order by student_id, day, start_minute, activity`,
  );
  return answer.rowCount ?? 0;
}

/** Sets apart the staged lessons that are new or differ from what stands. A missing lesson-id in the file is no difference. */
export async function findChanges(tx: Tx, staged: StagedLessons, ids: StageIds): Promise<void> {
  await tx.client.query('drop table if exists lesson_change');
  await tx.client.query(
    `create temporary table lesson_change on commit drop as
     select s.*, l.student_id is null as is_new
     from (select row, student_id, day, start_minute, activity, (${intArray(ids.activities)})[activity] as activity_id,
         ${figures}, (${intArray(ids.reasons)})[reason] as reason_id, lesson_ref from lesson_stage) s
     left join attendance.lesson l on l.organiser_id = ${tx.organiser} and l.student_id = s.student_id and l.day = s.day
       and l.start_minute = s.start_minute and l.activity_id = s.activity_id
       and l.day between '${staged.from}' and '${staged.to}'
     where l.student_id is null
       or (l.minutes, l.attended, l.valid, l.invalid, l.other, l.late, l.reported)
         <> (s.minutes, s.attended, s.valid, s.invalid, s.other, s.late, s.reported)
       or l.reason_id is distinct from s.reason_id
       or (s.lesson_ref is not null and l.lesson_ref is distinct from s.lesson_ref)`,
  );
  await tx.client.query('analyze lesson_change');
}

/**
 * Takes away lessons that stand several times: with different content all of them, otherwise all but the first.
 * Answers the rows of the contradicting ones. Only keys that stand in `table` are looked at.
 */
export async function removeContradicting(tx: Tx, table: StageTable): Promise<readonly number[]> {
  const same =
    's.student_id = r.student_id and s.day = r.day and s.start_minute = r.start_minute and s.activity = r.activity';
  await tx.client.query('drop table if exists lesson_repeated');
  const found = await tx.client.query(
    `create temporary table lesson_repeated on commit drop as
     select student_id, day, start_minute, activity, min(row) as first,
       count(distinct (${figures}, reason)) > 1 as contradicting
     from lesson_stage s
     where (student_id, day, start_minute, activity) in (select student_id, day, start_minute, activity from ${table})
     group by student_id, day, start_minute, activity having count(*) > 1`,
  );
  if (found.rowCount === 0) return [];
  const { rows } = await tx.client.query<{ row: number }>(
    `select s.row from lesson_stage s join lesson_repeated r on ${same} where r.contradicting order by s.row`,
  );
  await tx.client.query(
    `delete from ${table} s using lesson_repeated r where ${same} and (r.contradicting or s.row <> r.first)`,
  );
  return rows.map((each) => each.row);
}

/** Writes the changed figures of lessons that stand already. Answers how many. */
export async function updateChanged(tx: Tx): Promise<number> {
  const update = `update attendance.lesson l set minutes = c.minutes, attended = c.attended, valid = c.valid, invalid = c.invalid,
       other = c.other, late = c.late, reported = c.reported, reason_id = c.reason_id,
       lesson_ref = coalesce(c.lesson_ref, l.lesson_ref)
     from lesson_change c
     where not c.is_new and l.organiser_id = ${tx.organiser} and l.student_id = c.student_id and l.day = c.day
       and l.start_minute = c.start_minute and l.activity_id = c.activity_id`;
  return writeLessons(tx, update);
}

/** Inserts the lessons that are new, in the order of the key. Answers how many. */
export async function insertChanged(tx: Tx): Promise<number> {
  const answer = await tx.client.query(
    `insert into attendance.lesson (${columns})
     select ${tx.organiser}, ${key}, ${figures}, reason_id, lesson_ref, ${setOf(tx)} from lesson_change where is_new order by ${key}`,
  );
  return answer.rowCount ?? 0;
}

/**
 * Removes the lessons named, by student, day, start and activity. Answers the rows of those that stood; whose weeks they
 * were stands afterwards in `lesson_removed` (student_id, day).
 */
export async function removeLessons(tx: Tx, removals: readonly LessonRemoval[]): Promise<readonly number[]> {
  await tx.client.query('drop table if exists lesson_removed');
  await tx.client.query(
    `create temporary table lesson_removed on commit drop as
     select n."row", n.student_id, n.day, n.start_minute, a.activity_id
     from jsonb_to_recordset($1::jsonb) as n("row" int, student_id int, day date, start_minute smallint,
       group_name text, course_code text)
     join attendance.activity a on a.organiser_id = ${tx.organiser} and a.group_name = n.group_name
       and a.course_code = n.course_code
     join attendance.lesson l on l.organiser_id = ${tx.organiser} and l.student_id = n.student_id and l.day = n.day
       and l.start_minute = n.start_minute and l.activity_id = a.activity_id`,
    [JSON.stringify(removals.map(asRecord))],
  );
  await writeLessons(
    tx,
    `delete from attendance.lesson l using lesson_removed r where l.organiser_id = ${tx.organiser}
       and l.student_id = r.student_id and l.day = r.day and l.start_minute = r.start_minute
       and l.activity_id = r.activity_id`,
  );
  const { rows } = await tx.client.query<{ row: number }>('select "row" from lesson_removed order by "row"');
  return rows.map((each) => each.row);
}

function asRecord({ row, studentId, day, startMinute, groupName, courseCode }: LessonRemoval): object {
  return {
    row,
    student_id: studentId,
    day,
    start_minute: startMinute,
    group_name: groupName,
    course_code: courseCode,
  };
}
