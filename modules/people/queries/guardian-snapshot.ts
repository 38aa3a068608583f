import type { LocalDate } from '../../../platform/local-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import type { GuardianRow } from '../guardians/guardian-row.ts';
import type { GuardianSnapshot } from '../guardians/guardian-snapshot.ts';
import type { Protection } from '../person-name.ts';
import type { StoredPerson, StoredTie } from '../roster/roster-snapshot.ts';
import { personsTold } from './persons-told.ts';

/** What is stored about the persons and students of a file of guardians. */
export async function guardianSnapshot(
  tx: Tx,
  rows: readonly GuardianRow[],
  on: LocalDate,
): Promise<GuardianSnapshot> {
  const students = [...new Set(rows.map((row) => row.studentId))];
  const { persons, known } = await personsTold(tx, rows);
  const guardians = await guardiansOf(tx, students, rows);
  const ids = [...new Set([...persons, ...guardians].map((person) => person.personId))];
  const ties = await tiesOf(tx, ids, students);
  return {
    persons,
    known,
    guardians,
    ties,
    protectedStudents: await protectedAmong(tx, [...students, ...ties.map((tie) => tie.studentId)]),
    students: await idsOf(tx, ids, on, 'enrolment', 'student_id'),
    staff: await idsOf(tx, ids, on, 'duty', 'person_id'),
  };
}

async function guardiansOf(
  tx: Tx,
  students: readonly number[],
  rows: readonly GuardianRow[],
): Promise<readonly StoredPerson[]> {
  const emails = rows.flatMap((row) => (row.email ? [row.email.toLowerCase()] : []));
  const answer = await tx.client.query<StoredPerson>(
    `select person_id as "personId", civic_number as "civicNumber", source_id as "sourceId", federated_name as "federatedName",
       given_name as "givenName", middle_name as "middleName", family_name as "familyName", protection, email,
       home_municipality as "homeMunicipality"
     from people.person p
     where organiser_id = $1 and exists (
       select from people.guardianship g where g.organiser_id = p.organiser_id and g.guardian_id = p.person_id
         and (g.student_id = any($2) or lower(p.email) = any($3)))`,
    [tx.organiser, students, emails],
  );
  return answer.rows;
}

async function tiesOf(
  tx: Tx,
  guardians: readonly number[],
  students: readonly number[],
): Promise<readonly StoredTie[]> {
  const { rows } = await tx.client.query<StoredTie>(
    `select student_id as "studentId", guardian_id as "otherId", starts, ends
     from people.guardianship where organiser_id = $1 and (guardian_id = any($2) or student_id = any($3))`,
    [tx.organiser, guardians, students],
  );
  return rows;
}

async function protectedAmong(tx: Tx, students: readonly number[]): Promise<ReadonlyMap<number, Protection>> {
  const { rows } = await tx.client.query<{ id: number; protection: Protection }>(
    `select person_id as id, protection from people.person
     where organiser_id = $1 and person_id = any($2) and protection <> 'none'`,
    [tx.organiser, students],
  );
  return new Map(rows.map((row) => [row.id, row.protection]));
}

async function idsOf(
  tx: Tx,
  persons: readonly number[],
  on: LocalDate,
  table: 'enrolment' | 'duty',
  column: 'student_id' | 'person_id',
): Promise<ReadonlySet<number>> {
  const { rows } = await tx.client.query<{ id: number }>(
    `select distinct ${column} as id from people.${table}
     where organiser_id = $1 and ${column} = any($2) and (ends is null or ends >= $3)`,
    [tx.organiser, persons, on],
  );
  return new Set(rows.map((row) => row.id));
}
