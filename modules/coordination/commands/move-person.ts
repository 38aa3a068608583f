import type { KeptTable } from '../../../platform/server/change-set.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { moveRows } from '../../../platform/server/move-rows.ts';
import type { MovePerson } from '../../people/index.ts';

/** The talks, whose changes are kept to be undone. */
export const keptTalks: readonly KeptTable[] = [{ name: 'coordination.talk', key: ['talk_id'] }];

/** Gives the talks with one person, and those that she has held, to the person that she is. */
export async function moveTalks(tx: Tx, { goes, stays }: MovePerson): Promise<void> {
  for (const column of ['student_id', 'held_by'])
    await moveRows(tx, keptTalks[0]!, { column, from: goes, to: stays });
}
