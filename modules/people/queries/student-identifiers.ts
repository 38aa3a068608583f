import type { Tx } from '../../../platform/server/db.ts';
import type { CivicNumber } from '../rules/civic-number.ts';

/** Every student of the organiser by the two identifiers that files use. */
export interface StudentIdentifiers {
  readonly byCivicNumber: ReadonlyMap<CivicNumber, number>;
  readonly bySourceId: ReadonlyMap<string, number>;
}

/**
 * The identifiers of all who are or were students, protected identities too: for matching a file's rows, and never to
 * be shown. With `onlyUnits`, those who are or were enrolled at one of these units.
 */
export async function dangerouslyAllStudentIdentifiers(
  tx: Tx,
  onlyUnits: readonly number[] | null = null,
): Promise<StudentIdentifiers> {
  const { rows } = await tx.client.query<{ id: number; civic: string | null; source: string | null }>(
    `select p.person_id as id, p.civic_number as civic, p.source_id as source
     from people.person p
     where p.organiser_id = $1 and exists (
       select from people.enrolment e where e.organiser_id = p.organiser_id and e.student_id = p.person_id
         and ($2::integer[] is null or e.unit_id = any($2)))`,
    [tx.organiser, onlyUnits],
  );
  return {
    byCivicNumber: new Map(rows.flatMap((row) => (row.civic === null ? [] : [[row.civic, row.id]]))),
    bySourceId: new Map(rows.flatMap((row) => (row.source === null ? [] : [[row.source, row.id]]))),
  };
}
