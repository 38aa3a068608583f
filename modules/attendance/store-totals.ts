import { type KeptTable, keeping } from '../../platform/server/change-set.ts';
import type { Tx } from '../../platform/server/db.ts';
import type { IncomingPeriodTotal, PeriodTotalOutcome } from './incoming-period-total.ts';

const totalFigures = ['lessons', 'offered', 'reported', 'attended', 'valid', 'invalid', 'other'];
const totalsOf = (prefix: string): string => totalFigures.map((name) => `${prefix}.${name}`).join(', ');

/** The totals of periods, whose changes are kept to be undone. */
export const keptTotals: readonly KeptTable[] = [
  { name: 'attendance.period_total', key: ['student_id', 'starts', 'ends', 'activity_id'] },
];

/** Inserts totals that are new and writes changed ones over what is stored, each key once. Answers what became of each. */
export async function storePeriodTotals(
  tx: Tx,
  totals: readonly (IncomingPeriodTotal & { readonly activityId: number })[],
): Promise<readonly PeriodTotalOutcome[]> {
  const kept = keeping(tx, keptTotals[0]!);
  const { rows } = await tx.client.query<PeriodTotalOutcome>(
    `with n as (
       select "row", "studentId" as student_id, starts, ends, "activityId" as activity_id, ${totalFigures.join(', ')}
       from jsonb_to_recordset($2::jsonb) as j("row" int, "studentId" int, starts date, ends date, "activityId" int,
         ${totalFigures.map((name) => `${name} int`).join(', ')})),
     compared as (
       select n.*, t.student_id is null as is_new, (${totalsOf('t')}) is distinct from (${totalsOf('n')}) as differs
       from n left join attendance.period_total t on t.organiser_id = $1 and t.student_id = n.student_id
         and t.starts = n.starts and t.ends = n.ends and t.activity_id = n.activity_id),
     written as (
       insert into attendance.period_total (organiser_id, student_id, starts, ends, activity_id, ${totalFigures.join(', ')})
       select $1, student_id, starts, ends, activity_id, ${totalFigures.join(', ')} from compared where differs
       on conflict (organiser_id, student_id, starts, ends, activity_id)
       do update set ${totalFigures.map((name) => `${name} = excluded.${name}`).join(', ')}
       ${kept.returning()}) ${kept.from('written')}
     select "row", case when is_new then 'created' when differs then 'updated' else 'unchanged' end as became
     from compared`,
    [tx.organiser, JSON.stringify(totals)],
  );
  return rows;
}
