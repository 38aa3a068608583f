import type { LocalDate } from '../../../platform/local-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { nameKey } from '../roster/mentor-names.ts';
import type { StoredGroup, StoredPerson, StoredTie } from '../roster/roster-snapshot.ts';
import type { StaffRow } from '../staff/staff-row.ts';
import type { StaffSnapshot, StoredDuty } from '../staff/staff-snapshot.ts';
import { personsTold } from './persons-told.ts';

/** What is stored about the persons and units of a file of staff. */
export async function staffSnapshot(
  tx: Tx,
  rows: readonly StaffRow[],
  units: ReadonlyMap<string, number>,
  on: LocalDate,
): Promise<StaffSnapshot> {
  const { persons, known } = await personsTold(tx, rows);
  const namesakes = await namesakesOf(tx, rows);
  const ids = [...persons, ...namesakes].map((person) => person.personId);
  const unitIds = [...units.values()];
  return {
    persons,
    known,
    namesakes,
    units,
    duties: await dutiesOf(tx, ids),
    students: await idsOf(tx, ids, on, 'enrolment', 'student_id'),
    mentors: await idsOf(tx, ids, on, 'mentorship', 'mentor_id'),
    groups: await teachingGroups(tx, unitIds),
    teaching: await teachingOf(tx, ids, on),
    dutiesBefore: await dutiesAt(tx, unitIds, on),
  };
}

/** Those without personnummer and source id who are called as somebody in the file, and never went here as students. */
async function namesakesOf(tx: Tx, rows: readonly StaffRow[]): Promise<readonly StoredPerson[]> {
  const names = rows.flatMap((row) => [
    nameKey(row.givenName, row.familyName),
    nameKey(row.familyName, row.givenName),
  ]);
  const answer = await tx.client.query<StoredPerson>(
    `select person_id as "personId", civic_number as "civicNumber", source_id as "sourceId", federated_name as "federatedName",
       given_name as "givenName", middle_name as "middleName", family_name as "familyName", protection, email,
       home_municipality as "homeMunicipality"
     from people.person p
     where organiser_id = $1 and civic_number is null and source_id is null
       and lower(trim(given_name || ' ' || family_name)) = any($2)
       and not exists (select from people.enrolment e where e.organiser_id = p.organiser_id and e.student_id = p.person_id)
       and not exists (select from people.guardianship g where g.organiser_id = p.organiser_id and g.guardian_id = p.person_id)`,
    [tx.organiser, names],
  );
  return answer.rows;
}

async function dutiesOf(tx: Tx, persons: readonly number[]): Promise<readonly StoredDuty[]> {
  const { rows } = await tx.client.query<StoredDuty>(
    `select duty_id as "dutyId", person_id as "personId", unit_id as "unitId", role, title, starts, ends
     from people.duty where organiser_id = $1 and person_id = any($2)`,
    [tx.organiser, persons],
  );
  return rows;
}

async function idsOf(
  tx: Tx,
  persons: readonly number[],
  on: LocalDate,
  table: 'enrolment' | 'mentorship',
  column: 'student_id' | 'mentor_id',
): Promise<ReadonlySet<number>> {
  const { rows } = await tx.client.query<{ id: number }>(
    `select distinct ${column} as id from people.${table}
     where organiser_id = $1 and ${column} = any($2) and (ends is null or ends >= $3)`,
    [tx.organiser, persons, on],
  );
  return new Set(rows.map((row) => row.id));
}

async function teachingGroups(tx: Tx, units: readonly number[]): Promise<readonly StoredGroup[]> {
  const { rows } = await tx.client.query<StoredGroup>(
    `select group_id as "groupId", unit_id as "unitId", kind, name
     from people.student_group where organiser_id = $1 and unit_id = any($2) and kind = 'teaching'`,
    [tx.organiser, units],
  );
  return rows;
}

async function teachingOf(tx: Tx, persons: readonly number[], on: LocalDate): Promise<readonly StoredTie[]> {
  const { rows } = await tx.client.query<StoredTie>(
    `select teacher_id as "studentId", group_id as "otherId", starts, ends
     from people.teaching where organiser_id = $1 and teacher_id = any($2) and (ends is null or ends >= $3)`,
    [tx.organiser, persons, on],
  );
  return rows;
}

async function dutiesAt(tx: Tx, units: readonly number[], on: LocalDate): Promise<number> {
  const { rows } = await tx.client.query<{ duties: number }>(
    `select count(*) as duties from people.duty
     where organiser_id = $1 and unit_id = any($2) and starts <= $3 and (ends is null or ends >= $3)`,
    [tx.organiser, units, on],
  );
  return rows[0]!.duties;
}
