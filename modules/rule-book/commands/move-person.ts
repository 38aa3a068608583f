import type { KeptTable } from '../../../platform/server/change-set.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { moveRows } from '../../../platform/server/move-rows.ts';
import type { MovePerson } from '../../people/index.ts';

/** The routines, whose changes are kept to be undone. */
export const keptRoutines: readonly KeptTable[] = [
  { name: 'rule_book.routine', key: ['rule', 'key', 'starts'] },
];

/** Lets the routines that one person has set be set by the person that she is. */
export async function moveRoutines(tx: Tx, { goes, stays }: MovePerson): Promise<void> {
  await moveRows(tx, keptRoutines[0]!, { column: 'set_by', from: goes, to: stays });
}
