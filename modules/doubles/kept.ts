import type { KeptTable } from '../../platform/server/change-set.ts';
import type { Tx } from '../../platform/server/db.ts';
import { keptTotals } from '../attendance/index.ts';
import { keptConcerns } from '../concerns/index.ts';
import { keptTalks } from '../coordination/index.ts';
import { keptGrades } from '../grades/index.ts';
import { keptLogIns } from '../identity/index.ts';
import { keptByMerge } from '../people/index.ts';
import { keptRoutines } from '../rule-book/index.ts';
import { keptSignals } from '../signals/index.ts';

/** Every table whose changes a merge keeps, in an order in which rows may be inserted. Lessons are kept by attendance itself. */
export const keptTables: readonly KeptTable[] = [
  ...keptByMerge,
  ...keptLogIns,
  ...keptRoutines,
  ...keptTotals,
  ...keptGrades,
  ...keptTalks,
  ...keptConcerns,
  ...keptSignals,
];

/**
 * Keeps imports out until the transaction ends: rows that a file tells of a person must not arrive while she becomes
 * another. False when one is being read in; nobody waits for it. The lock is the one of `import/store.ts`.
 */
export async function importsKeptOut(tx: Tx): Promise<boolean> {
  const { rows } = await tx.client.query<{ got: boolean }>(
    `select pg_try_advisory_xact_lock(hashtext('import'), $1) as got`,
    [tx.organiser],
  );
  return rows[0]!.got;
}
