import type { Tx } from '../../../platform/server/db.ts';
import type { IncomingPeriodTotal, PeriodTotalOutcome } from '../incoming-period-total.ts';
import { activityIds } from '../store-lessons.ts';
import { removePeriodTotals, storePeriodTotals } from '../store-totals.ts';

/**
 * Merges totals of periods: known by student, first and last day, group and course. A total that is missing is left
 * alone; one that is to be removed is taken away, and counted as updated if it stood. Two rows about the same total that differ are both left out.
 */
export async function mergePeriodTotals(
  tx: Tx,
  totals: readonly IncomingPeriodTotal[],
): Promise<readonly PeriodTotalOutcome[]> {
  const groups = [...Map.groupBy(totals, keyOf).values()];
  const agree = (rows: readonly IncomingPeriodTotal[]): boolean => new Set(rows.map(contentOf)).size === 1;
  const agreeing = groups.filter(agree);
  const repeated = agreeing.flatMap((rows) => rows.slice(1));
  const contradicting = groups.filter((rows) => !agree(rows)).flat();
  const firsts = agreeing.map((rows) => rows[0]!);
  return [
    ...(await remove(
      tx,
      firsts.filter((total) => total.remove),
    )),
    ...(await store(
      tx,
      firsts.filter((total) => !total.remove),
    )),
    ...repeated.map(({ row }) => ({ row, became: 'unchanged' as const })),
    ...contradicting.map(({ row }) => ({ row, became: 'contradicting' as const })),
  ];
}

type Totals = readonly IncomingPeriodTotal[];

async function store(tx: Tx, totals: Totals): Promise<readonly PeriodTotalOutcome[]> {
  return storePeriodTotals(tx, await withActivity(tx, totals));
}

async function remove(tx: Tx, totals: Totals): Promise<readonly PeriodTotalOutcome[]> {
  return totals.length === 0 ? [] : removePeriodTotals(tx, await withActivity(tx, totals));
}

async function withActivity(
  tx: Tx,
  totals: Totals,
): Promise<readonly (IncomingPeriodTotal & { readonly activityId: number })[]> {
  const activities = [...new Map(totals.map((total) => [activityKey(total), total])).values()];
  const ids = await activityIds(tx, activities);
  const idOf = new Map(activities.map((activity, index) => [activityKey(activity), ids[index]!]));
  return totals.map((total) => ({ ...total, activityId: idOf.get(activityKey(total))! }));
}

function activityKey(total: IncomingPeriodTotal): string {
  return `${total.groupName}\0${total.courseCode}`;
}

function keyOf(total: IncomingPeriodTotal): string {
  return `${total.studentId}|${total.starts}|${total.ends}|${activityKey(total)}`;
}

function contentOf(total: IncomingPeriodTotal): string {
  return JSON.stringify({ ...total, row: 0 });
}
