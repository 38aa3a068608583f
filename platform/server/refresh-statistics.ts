import type { Tx } from './db.ts';

/** So many changed rows make the planner's picture of a table wrong. */
const manyRows = 1_000;

/**
 * Tells the planner about rows that this transaction has just written, when they are many: what is asked next would be
 * planned for an empty table. `tables` as `schema.table`, in the alphabet's order, so that two transactions never wait
 * for each other in a ring.
 */
export async function refreshStatistics(
  tx: Tx,
  changedRows: number,
  tables: readonly string[],
): Promise<void> {
  if (changedRows < manyRows) return;
  await tx.client.query('select platform.refresh_statistics($1)', [tables.toSorted()]);
}
