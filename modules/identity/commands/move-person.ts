import type { KeptTable } from '../../../platform/server/change-set.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { moveRows } from '../../../platform/server/move-rows.ts';
import type { MovePerson } from '../../people/index.ts';
import { forgetPerson } from '../recent-actors.ts';
import { endSessionsOf } from '../store.ts';

/** Who is who at the log-in service, whose changes are kept to be undone. */
export const keptLogIns: readonly KeptTable[] = [{ name: 'identity.subject', key: ['issuer', 'subject'] }];

/** Lets whoever logs in as one person log in as the person that she is. Sessions end: she logs in again. */
export async function moveLogIns(tx: Tx, { goes, stays }: MovePerson): Promise<void> {
  await moveRows(tx, keptLogIns[0]!, { column: 'person_id', from: goes, to: stays });
  await endSessionsOf(tx, goes);
  forgetPerson(tx.organiser, goes);
}
