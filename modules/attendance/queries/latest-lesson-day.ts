import type { LocalDate } from '../../../platform/local-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { prepared } from '../../../platform/server/prepared.ts';

/** The newest day that any lesson is reported for; null when nothing is read in. Asked by every page. */
export async function latestLessonDay(tx: Tx): Promise<LocalDate | null> {
  const [row] = await freshness(tx, tx.organiser);
  return row?.newest_day ?? null;
}

const freshness = prepared((q, organiser: number) =>
  q.selectFrom('attendance.freshness').select('newest_day').where('organiser_id', '=', organiser),
);
