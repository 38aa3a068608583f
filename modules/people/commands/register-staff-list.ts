import type { LocalDate } from '../../../platform/local-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { staffSnapshot } from '../queries/staff-snapshot.ts';
import { planStaff } from '../staff/plan-staff.ts';
import type { StaffWeight } from '../staff/staff-plan.ts';
import type { StaffOutcome, StaffReader, StaffRow, StaffWarning } from '../staff/staff-row.ts';
import { carryOutStaff } from '../store-staff.ts';

/** What a file of staff came to. */
export interface StaffRegistration {
  /** One for each row, in no particular order. */
  readonly outcomes: readonly StaffOutcome[];
  readonly warnings: readonly StaffWarning[];
  readonly weight: StaffWeight;
}

/**
 * Registers staff from a list: persons, duties at units, groups taught, all with dates. Whoever is missing is left alone;
 * `remove` ends a duty and deletes nothing. Duties for the whole organiser are never given, those that open every student
 * of a unit only by a `reader` of the whole organiser, and nobody is given anything by her own file. `units` gives the id
 * of each unit code that the rows name. `on` is the day that changes count from.
 */
export async function registerStaffList(
  tx: Tx,
  rows: readonly StaffRow[],
  units: ReadonlyMap<string, number>,
  reader: StaffReader,
  on: LocalDate,
): Promise<StaffRegistration> {
  const plan = planStaff(rows, await staffSnapshot(tx, rows, units, on), reader, on);
  const realId = await carryOutStaff(tx, plan);
  const opened = plan.weight.opened.map((each) => ({ ...each, personId: realId(each.personId) }));
  return { outcomes: plan.outcomes, warnings: plan.warnings, weight: { ...plan.weight, opened } };
}
