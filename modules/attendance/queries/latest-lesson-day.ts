import { sql } from 'kysely';
import type { LocalDate } from '../../../platform/local-date.ts';
import type { Tx } from '../../../platform/server/db.ts';

/**
 * The Friday, or the last school day, of the newest week that has reported lessons; null when nothing is read in. Asked
 * by every page: found from the newest weeks of a single index descent, not from the lessons.
 */
export async function latestLessonDay(tx: Tx): Promise<LocalDate | null> {
  const { rows } = await sql<{ day: LocalDate | null }>`
    select max(monday + floor(log(2, greatest(reported_days, 1)))::int) as day
    from attendance.week w
    where w.organiser_id = ${tx.organiser} and w.reported_days > 0
      and w.monday = (select max(monday) from attendance.week where organiser_id = ${tx.organiser} and reported_days > 0)`.execute(
    tx.q,
  );
  return rows[0]?.day ?? null;
}
