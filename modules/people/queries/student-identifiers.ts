import type { Tx } from '../../../platform/server/db.ts';
import type { CivicNumber } from '../rules/civic-number.ts';

/** Every student of the organiser by what files may call her: any number she has or has had, any source id she is known by. */
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
  const { rows } = await tx.client.query<{ id: number; kind: 'civic' | 'source'; value: string }>(
    `with student as (
       select p.person_id, p.civic_number from people.person p
       where p.organiser_id = $1 and exists (
         select from people.enrolment e where e.organiser_id = p.organiser_id and e.student_id = p.person_id
           and ($2::integer[] is null or e.unit_id = any($2))))
     select person_id as id, 'civic' as kind, civic_number as value from student where civic_number is not null
     union all
     select f.person_id, 'civic', f.civic_number
     from people.former_civic_number f join student using (person_id) where f.organiser_id = $1
     union all
     select k.person_id, 'source', k.source_id
     from people.known_source_id k join student using (person_id) where k.organiser_id = $1`,
    [tx.organiser, onlyUnits],
  );
  const of = (kind: 'civic' | 'source') =>
    new Map(rows.flatMap((row) => (row.kind === kind ? [[row.value, row.id] as const] : [])));
  return { byCivicNumber: of('civic'), bySourceId: of('source') };
}
