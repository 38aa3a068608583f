import type { Tx } from '../../platform/server/db.ts';
import type { MissingAtUnit } from './rules/missing-students.ts';
import type { Difference } from './rules/telling-differences.ts';

/** What a run changes that is worth seeing, and who is missing in its files. */
export interface Story {
  readonly differences: readonly Difference[];
  readonly missing: readonly Pick<MissingAtUnit, 'unitId' | 'missing'>[];
}

/** Writes down a run's story, in place of an earlier one of the same run. */
export async function writeStory(tx: Tx, runId: number, { differences, missing }: Story): Promise<void> {
  await deleteStory(tx, runId);
  const told = differences.map(({ place, ...each }, index) => ({
    ...each,
    number: index + 1,
    file: place?.file ?? null,
    row: place?.row ?? null,
  }));
  await tx.client.query(
    `insert into imports.difference (organiser_id, run_id, number, kind, student_id, unit_id, masked, what, before, after, file, "row")
     select $1, $2, number, kind, "studentId", "unitId", masked, what, before, after, file, "row"
     from jsonb_to_recordset($3::jsonb) as d(number int, kind text, "studentId" int, "unitId" int, masked bool, what text,
       before text, after text, file text, "row" int)`,
    [tx.organiser, runId, JSON.stringify(told)],
  );
  const students = missing.flatMap((unit) =>
    unit.missing.map((studentId) => ({ studentId, unitId: unit.unitId })),
  );
  await tx.client.query(
    `insert into imports.missing_student (organiser_id, run_id, unit_id, student_id)
     select $1, $2, "unitId", "studentId" from jsonb_to_recordset($3::jsonb) as m("unitId" int, "studentId" int)`,
    [tx.organiser, runId, JSON.stringify(students)],
  );
}

/** Deletes a run's story, which is about persons. */
export async function deleteStory(tx: Tx, runId: number): Promise<void> {
  for (const table of ['difference', 'missing_student'])
    await tx.client.query(`delete from imports.${table} where organiser_id = $1 and run_id = $2`, [
      tx.organiser,
      runId,
    ]);
}
