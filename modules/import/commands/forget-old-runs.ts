import type { Tx } from '../../../platform/server/db.ts';
import { forgetChanges } from '../../../platform/server/undo-changes.ts';
import { forgetLessons } from '../../attendance/index.ts';
import { forgetRunsBefore } from '../store.ts';

/** So many days a run can be undone; then what it changed is kept no longer than it has to be. */
export const undoableDays = 30;

/** Deletes what was kept of runs that are older than that. Answers how many there were. Run it once a day. */
export async function forgetOldRuns(tx: Tx, now: Date): Promise<number> {
  const sets = await forgetRunsBefore(tx, new Date(now.getTime() - undoableDays * 86_400_000));
  for (const set of sets) {
    await forgetChanges(tx, set);
    await forgetLessons(tx, set);
  }
  return sets.length;
}
