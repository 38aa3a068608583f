import type { Tx } from '../../../platform/server/db.ts';
import { moveRows } from '../../../platform/server/move-rows.ts';
import type { MovePerson } from '../../people/index.ts';
import { keptGrades } from '../store.ts';

/** Gives one student's grades to the student that she is; a grade of the same course and day that stands there already stays. */
export async function moveGrades(tx: Tx, { goes, stays }: MovePerson): Promise<void> {
  await moveRows(tx, keptGrades[0]!, { column: 'student_id', from: goes, to: stays });
}
