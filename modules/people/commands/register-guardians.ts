import type { LocalDate } from '../../../platform/local-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import type { GuardianReader, GuardianRow } from '../guardians/guardian-row.ts';
import { type PlannedGuardians, planGuardians } from '../guardians/plan-guardians.ts';
import { guardianSnapshot } from '../queries/guardian-snapshot.ts';
import { carryOutGuardians } from '../store-guardians.ts';

/** What a file of guardians came to. */
export type GuardianRegistration = Pick<PlannedGuardians, 'outcomes' | 'kept' | 'weight'>;

/**
 * Registers guardians from a list, with dates. Whoever is missing is left alone; `remove` ends a guardianship and deletes
 * nothing. A guardian of a protected student is protected too. `on` is the day that changes count from.
 */
export async function registerGuardians(
  tx: Tx,
  rows: readonly GuardianRow[],
  reader: GuardianReader,
  on: LocalDate,
): Promise<GuardianRegistration> {
  const plan = planGuardians(rows, await guardianSnapshot(tx, rows, on), reader, on);
  await carryOutGuardians(tx, plan);
  return { outcomes: plan.outcomes, kept: plan.kept, weight: plan.weight };
}
