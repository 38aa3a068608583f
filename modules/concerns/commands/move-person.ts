import type { KeptTable } from '../../../platform/server/change-set.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { moveRows } from '../../../platform/server/move-rows.ts';
import type { MovePerson } from '../../people/index.ts';

/** The concerns, whose changes are kept to be undone. */
export const keptConcerns: readonly KeptTable[] = [{ name: 'concerns.concern', key: ['concern_id'] }];

/** Gives the concerns about one person, those that she has raised and those meant for her to the person that she is. */
export async function moveConcerns(tx: Tx, { goes, stays }: MovePerson): Promise<void> {
  for (const column of ['student_id', 'raised_by', 'chosen_adult'])
    await moveRows(tx, keptConcerns[0]!, { column, from: goes, to: stays });
}
