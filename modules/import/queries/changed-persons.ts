import type { Tx } from '../../../platform/server/db.ts';

/** Whom a set of changes is about: persons it added, and others it changed something about. */
export interface ChangedPersons {
  readonly added: readonly number[];
  readonly changed: readonly number[];
}

/** The persons that stand in the kept changes of a set; those of the lessons are not among them. */
export async function changedPersons(tx: Tx, changeSet: number): Promise<ChangedPersons> {
  const { rows } = await tx.client.query<{ id: number; added: boolean }>(
    `select id, bool_or(added) as added from (
       select coalesce(key ->> 'student_id', before ->> 'student_id', key ->> 'person_id')::int as id,
         relation = 'people.person' and before is null as added
       from platform.change where organiser_id = $1 and change_set = $2
       union all
       -- The key of an enrolment that was added does not tell whose it is.
       select e.student_id, false from platform.change c
       join people.enrolment e on e.organiser_id = c.organiser_id and e.enrolment_id = (c.key ->> 'enrolment_id')::int
       where c.organiser_id = $1 and c.change_set = $2 and c.relation = 'people.enrolment') p
     where id is not null group by id`,
    [tx.organiser, changeSet],
  );
  return {
    added: rows.filter((row) => row.added).map((row) => row.id),
    changed: rows.filter((row) => !row.added).map((row) => row.id),
  };
}
