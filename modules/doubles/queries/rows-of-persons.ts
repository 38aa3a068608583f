import type { Tx } from '../../../platform/server/db.ts';

/** How much there is about a person: what would move if she were merged. */
export interface RowsOfPerson {
  readonly enrolments: number;
  readonly lessons: number;
  readonly totals: number;
  readonly grades: number;
  readonly talks: number;
  readonly concerns: number;
  /** Students whose mentor or guardian the person is or has been, and groups taught. */
  readonly ties: number;
  readonly duties: number;
}

/** Counts the rows about each of these persons, by id. */
export async function rowsOfPersons(
  tx: Tx,
  personIds: readonly number[],
): Promise<ReadonlyMap<number, RowsOfPerson>> {
  const count = (table: string, ...columns: string[]) =>
    `(select count(*)::int from ${table} t where t.organiser_id = $1 and p.id in (${columns.map((name) => `t.${name}`).join(', ')}))`;
  const { rows } = await tx.client.query<RowsOfPerson & { readonly id: number }>(
    `select p.id, ${count('people.enrolment', 'student_id')} as enrolments,
       (select count(*)::int from attendance.lesson t where t.organiser_id = $1 and t.student_id = p.id) as lessons,
       ${count('attendance.period_total', 'student_id')} as totals, ${count('grades.grade', 'student_id')} as grades,
       ${count('coordination.talk', 'student_id', 'held_by')} as talks,
       ${count('concerns.concern', 'student_id', 'raised_by')} as concerns,
       ${count('people.mentorship', 'mentor_id')} + ${count('people.guardianship', 'guardian_id')}
         + ${count('people.teaching', 'teacher_id')} as ties,
       ${count('people.duty', 'person_id')} as duties
     from unnest($2::int[]) p(id)`,
    [tx.organiser, personIds],
  );
  return new Map(rows.map(({ id, ...counted }) => [id, counted]));
}

/** All of them together. */
export function rowsInAll(rows: RowsOfPerson): number {
  return Object.values(rows).reduce((sum, count) => sum + count, 0);
}
