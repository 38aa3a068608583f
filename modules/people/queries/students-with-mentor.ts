import { sql } from 'kysely';
import type { Tx } from '../../../platform/server/db.ts';

/** The students whose mentor any of these persons is or has been. */
export async function studentsWithMentor(tx: Tx, mentorIds: readonly number[]): Promise<readonly number[]> {
  const rows = await tx.q
    .selectFrom('people.mentorship')
    .select('student_id')
    .distinct()
    .where('organiser_id', '=', tx.organiser)
    .where(sql<boolean>`mentor_id = any(${[...mentorIds]}::integer[])`)
    .execute();
  return rows.map((row) => row.student_id);
}
