import type { LocalDate } from '../../../platform/local-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { writeLessons } from '../lesson-before.ts';

/**
 * Takes the source's ids from lessons, from a day on, that nobody has reported: what the source called so is no more, and
 * the lesson would be taken for it. Undone with the transaction's set of changes.
 */
export async function forgetLessonRefs(tx: Tx, refs: readonly string[], from: LocalDate): Promise<void> {
  if (refs.length === 0) return;
  await writeLessons(
    tx,
    `update attendance.lesson l set lesson_ref = null where l.organiser_id = ${tx.organiser} and l.day >= $1
       and not l.reported and l.lesson_ref = any($2)`,
    [from, refs],
  );
}
