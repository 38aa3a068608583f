import type { Tx } from '../../../platform/server/db.ts';

/**
 * The number of a merge that stands and has moved rows that the set of changes wrote, the latest first; undefined when there
 * is none. Such a set cannot be undone as a whole before the two are parted.
 */
export async function mergeAfter(tx: Tx, changeSet: number): Promise<number | undefined> {
  const { rows } = await tx.client.query<{ id: number }>(
    `select m.merge_id as id from people.merge m
     where m.organiser_id = $1 and m.parted_at is null and m.change_set > $2 and (
       exists (select from platform.change c join platform.change i
           on i.organiser_id = c.organiser_id and i.relation = c.relation and i.key = c.key and i.change_set = $2
         where c.organiser_id = $1 and c.change_set = m.change_set)
       or exists (select from attendance.moved_lesson v join attendance.lesson l
           on l.organiser_id = v.organiser_id and l.student_id = m.into_id and l.day = v.day
             and l.start_minute = v.start_minute and l.activity_id = v.activity_id
         where v.organiser_id = $1 and v.change_set = m.change_set and l.change_set = $2)
       or exists (select from attendance.lesson_before b
         where b.organiser_id = $1 and b.change_set = m.change_set and b.inserted_by = $2)
       or exists (select from attendance.lesson_before b
         where b.organiser_id = $1 and b.change_set = $2 and b.student_id = m.gone_id))
     order by m.change_set desc limit 1`,
    [tx.organiser, changeSet],
  );
  return rows[0]?.id;
}
