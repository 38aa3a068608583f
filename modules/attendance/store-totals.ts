import { type KeptTable, keeping, writeKept } from '../../platform/server/change-set.ts';
import type { Tx } from '../../platform/server/db.ts';
import type { MovePerson } from '../people/index.ts';
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

/** Takes totals away, each by its key. Answers what became of each: updated if it stood. */
export async function removePeriodTotals(
  tx: Tx,
  totals: readonly (IncomingPeriodTotal & { readonly activityId: number })[],
): Promise<readonly PeriodTotalOutcome[]> {
  const kept = keeping(tx, keptTotals[0]!);
  const { rows } = await tx.client.query<{ row: number }>(
    `with n as (select "row", "studentId" as student_id, starts, ends, "activityId" as activity_id
       from jsonb_to_recordset($2::jsonb) as j("row" int, "studentId" int, starts date, ends date, "activityId" int)),
     written as (delete from attendance.period_total t using n where t.organiser_id = $1 and t.student_id = n.student_id
       and t.starts = n.starts and t.ends = n.ends and t.activity_id = n.activity_id
       ${kept.returning('n."row" as of_row')}) ${kept.from('written')}
     select of_row as "row" from written`,
    [tx.organiser, JSON.stringify(totals)],
  );
  const gone = new Set(rows.map(({ row }) => row));
  return totals.map(({ row }) => ({ row, became: gone.has(row) ? 'updated' : 'unchanged' }));
}

/** The same time of the same teaching; a total without group and course tells of all teaching. */
const sameTime = (a: string, b: string): string =>
  `${a}.starts <= ${b}.ends and ${b}.starts <= ${a}.ends
   and (${a}.activity_id = ${b}.activity_id or exists (
     select from attendance.activity whole where whole.organiser_id = $1 and whole.group_name = '' and whole.course_code = ''
       and whole.activity_id in (${a}.activity_id, ${b}.activity_id)))`;

/**
 * Takes away totals that two students who are one both have for the same time, so that nothing is counted twice: the one
 * with anything reported stands, else that of the one who stays. Kept, to be given back.
 */
export async function setAsideTotals(tx: Tx, { goes, stays }: MovePerson): Promise<void> {
  const values = [tx.organiser, goes, stays];
  const of = (alias: string, parameter: string) =>
    `${alias}.organiser_id = $1 and ${alias}.student_id = ${parameter}`;
  await writeKept(
    tx,
    keptTotals[0]!,
    `delete from attendance.period_total s where ${of('s', '$3')} and s.reported = 0 and exists (
       select from attendance.period_total g where ${of('g', '$2')} and g.reported > 0 and ${sameTime('g', 's')}
         and not exists (select from attendance.period_total x where ${of('x', '$3')} and x.reported > 0 and ${sameTime('x', 'g')}))`,
    values,
  );
  await writeKept(
    tx,
    keptTotals[0]!,
    `delete from attendance.period_total g where ${of('g', '$2')} and exists (
       select from attendance.period_total s where ${of('s', '$3')} and ${sameTime('s', 'g')})`,
    values,
  );
}
