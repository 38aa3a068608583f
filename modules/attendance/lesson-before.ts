import type { Tx } from '../../platform/server/db.ts';

const lesson = [
  ...['student_id', 'day', 'start_minute', 'activity_id', 'minutes', 'attended', 'valid', 'invalid', 'other'],
  ...['late', 'reported', 'reason_id', 'lesson_ref'],
];
const columns = lesson.join(', ');
const key = 'organiser_id, student_id, day, start_minute, activity_id';

/**
 * Updates or deletes lessons (`attendance.lesson l`) with a statement that returns nothing itself, and keeps them as they
 * were when the transaction belongs to a set of changes. A lesson that the set changes twice is kept as it was first, and
 * one that the set inserted itself is not kept. Answers how many it wrote.
 */
export async function writeLessons(tx: Tx, statement: string, values: unknown[] = []): Promise<number> {
  const { changeSet } = tx;
  if (changeSet === undefined) return (await tx.client.query(statement, values)).rowCount ?? 0;
  const { rows } = await tx.client.query<{ count: number }>(
    `with written as (${statement} returning ${lesson.map((name) => `old.${name} as ${name}`).join(', ')},
         old.change_set as inserted_by),
     kept as (insert into attendance.lesson_before (organiser_id, change_set, ${columns}, inserted_by)
       select ${tx.organiser}, ${changeSet}, ${columns}, inserted_by from written
       where inserted_by is distinct from ${changeSet} on conflict do nothing)
     select count(*)::int as count from written`,
    values,
  );
  return rows[0]!.count;
}

/**
 * Takes away the lessons that the set inserted and writes back those that it changed or removed. Which weeks of which
 * students that was stands afterwards in the transaction's table `lesson_undo` (student_id, day).
 */
export async function takeBackLessons(tx: Tx, changeSet: number): Promise<void> {
  const ofSet = `organiser_id = ${tx.organiser} and change_set = ${Number(changeSet)}`;
  await tx.client.query('drop table if exists lesson_undo');
  await tx.client.query(
    'create temporary table lesson_undo (student_id integer not null, day date not null) on commit drop',
  );
  await tx.client.query(
    `with gone as (delete from attendance.lesson where ${ofSet} returning student_id, day)
     insert into lesson_undo select distinct student_id, day from gone`,
  );
  await tx.client.query(
    `insert into lesson_undo select distinct student_id, day from attendance.lesson_before where ${ofSet}`,
  );
  await tx.client.query(
    `insert into attendance.lesson (organiser_id, ${columns}, change_set)
     select organiser_id, ${columns}, inserted_by from attendance.lesson_before where ${ofSet}
     on conflict (${key}) do update set change_set = excluded.change_set,
       ${lesson
         .slice(4)
         .map((name) => `${name} = excluded.${name}`)
         .join(', ')}`,
  );
  await forgetLessons(tx, changeSet);
  await tx.client.query('analyze lesson_undo');
}

/** Deletes what was kept of a set: its lessons can then not be taken back. */
export async function forgetLessons(tx: Tx, changeSet: number): Promise<void> {
  await tx.client.query('delete from attendance.lesson_before where organiser_id = $1 and change_set = $2', [
    tx.organiser,
    changeSet,
  ]);
}
