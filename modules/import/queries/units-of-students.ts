import type { Tx } from '../../../platform/server/db.ts';

/** The unit that each of these students is placed at; those who are placed nowhere are left out. */
export async function unitsOfStudents(
  tx: Tx,
  students: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  if (students.length === 0) return new Map();
  const { rows } = await tx.client.query<{ student: number; unit: number }>(
    `select student_id as student, unit_id as unit from people.placement
     where organiser_id = $1 and student_id = any($2)`,
    [tx.organiser, students],
  );
  return new Map(rows.map(({ student, unit }) => [student, unit]));
}
