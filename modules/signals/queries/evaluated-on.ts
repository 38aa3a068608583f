import type { LocalDate } from '../../../platform/local-date.ts';
import type { Tx } from '../../../platform/server/db.ts';

/** Whether every student has been evaluated for a day. Locks the question, so that two servers do not both answer no. */
export async function evaluatedOn(tx: Tx, on: LocalDate): Promise<boolean> {
  await tx.client.query('select pg_advisory_xact_lock(7305002, $1)', [tx.organiser]);
  const row = await tx.q
    .selectFrom('signals.evaluation')
    .select('evaluated_on')
    .where('organiser_id', '=', tx.organiser)
    .where('evaluated_on', '=', on)
    .executeTakeFirst();
  return row !== undefined;
}
