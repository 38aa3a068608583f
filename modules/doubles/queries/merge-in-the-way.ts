import type { Tx } from '../../../platform/server/db.ts';

/**
 * Why a set of changes cannot be undone as a whole: a merge that stands has moved rows that it wrote (`merged`), or it
 * wrote about somebody who was merged then and has been parted since (`parted`), so that its rows are whose they were
 * not. Undefined when no merge is in the way.
 */
export async function mergeInTheWay(tx: Tx, changeSet: number): Promise<'merged' | 'parted' | undefined> {
  const values = [tx.organiser, changeSet];
  const merged = await tx.client.query(standing, values);
  if ((merged.rowCount ?? 0) > 0) return 'merged';
  const parted = await tx.client.query(partedSince, values);
  return (parted.rowCount ?? 0) > 0 ? 'parted' : undefined;
}

const standing = `
  select from people.merge m
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
  limit 1`;

const partedSince = `
  select from people.merge m
  where m.organiser_id = $1 and m.change_set < $2 and m.parted_set > $2 and (
    exists (select from platform.change c
      where c.organiser_id = $1 and c.change_set = $2
        and m.into_id in ((c.key ->> 'person_id')::int, (c.key ->> 'student_id')::int, (c.key ->> 'mentor_id')::int,
          (c.before ->> 'person_id')::int, (c.before ->> 'student_id')::int))
    or exists (select from attendance.lesson l
      where l.organiser_id = $1 and l.student_id in (m.into_id, m.gone_id) and l.change_set = $2)
    or exists (select from attendance.lesson_before b
      where b.organiser_id = $1 and b.change_set = $2 and b.student_id in (m.into_id, m.gone_id)))
  limit 1`;
