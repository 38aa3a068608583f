import type { Tx } from '../../../platform/server/db.ts';
import { moveRows } from '../../../platform/server/move-rows.ts';
import type { MovePerson } from '../../people/index.ts';
import { keptGrades } from '../store.ts';

/** Gives one student's grades, those of year 9 too, to the student that she is; a grade of the same course and day that stands there already stays. */
export async function moveGrades(tx: Tx, { goes, stays }: MovePerson): Promise<void> {
  for (const table of keptGrades) await moveRows(tx, table, { column: 'student_id', from: goes, to: stays });
}
