import type { LocalDate } from '../../../platform/local-date.ts';
import type { Tx } from '../../../platform/server/db.ts';

/** Minutes of lessons: all, those reported, and those absent. */
export interface LessonMinutes {
  readonly offered: number;
  readonly reported: number;
  readonly absent: number;
}

/** One unit's one week of a run: what the source said and what stands here, for the same students. */
export interface ReconciledWeek {
  readonly unit: string;
  readonly monday: LocalDate;
  readonly students: number;
  readonly source: LessonMinutes;
  readonly stored: LessonMinutes;
}

/** The weeks of a run, unit by unit in the order of time. */
export async function reconciliationOf(tx: Tx, runId: number): Promise<readonly ReconciledWeek[]> {
  const { rows } = await tx.client.query<ReconciledWeek>(
    `select u.name as unit, r.monday, r.students,
       json_build_object('offered', source_offered, 'reported', source_reported, 'absent', source_absent) as source,
       json_build_object('offered', stored_offered, 'reported', stored_reported, 'absent', stored_absent) as stored
     from imports.reconciliation r
     join organisation.school_unit u on u.organiser_id = r.organiser_id and u.unit_id = r.unit_id
     where r.organiser_id = $1 and r.run_id = $2 order by u.name, r.monday`,
    [tx.organiser, runId],
  );
  return rows;
}
