import type { LocalDate } from '../../../platform/local-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import type { RosterRow } from '../roster/roster-row.ts';
import type {
  EnrolledStudent,
  KnownBy,
  RosterSnapshot,
  StoredEnrolment,
  StoredGroup,
  StoredPerson,
  StoredStaff,
  StoredTie,
} from '../roster/roster-snapshot.ts';

/** What is stored about the persons and units of a roster: the persons by any identifier that it uses, and their ties that still go on. */
export async function rosterSnapshot(
  tx: Tx,
  rows: readonly RosterRow[],
  units: ReadonlyMap<string, number>,
  on: LocalDate,
): Promise<RosterSnapshot> {
  const known = await knownBy(tx, rows);
  const persons = await personsOf(tx, rows, known);
  const ids = persons.map((person) => person.personId);
  const unitIds = [...units.values()];
  return {
    persons,
    known,
    units,
    enrolments: await enrolmentsOf(tx, ids),
    groups: await groupsOf(tx, unitIds),
    memberships: await tiesOf(tx, 'group_membership', 'group_id', ids, on),
    mentorships: await tiesOf(tx, 'mentorship', 'mentor_id', ids, on),
    staff: await staffOf(tx, on),
    enrolled: await enrolledAt(tx, unitIds, on),
  };
}

type Identifier = (row: RosterRow) => string | null | undefined;

function toldBy(rows: readonly RosterRow[], pick: Identifier): readonly string[] {
  return rows.map(pick).filter((value) => typeof value === 'string');
}

async function knownBy(tx: Tx, rows: readonly RosterRow[]): Promise<KnownBy> {
  const answer = await tx.client.query<{ kind: 'source' | 'former'; value: string; id: number }>(
    `select 'source' as kind, source_id as value, person_id as id from people.known_source_id
     where organiser_id = $1 and source_id = any($2)
     union all
     select 'former', civic_number, person_id from people.former_civic_number
     where organiser_id = $1 and civic_number = any($3)`,
    [tx.organiser, toldBy(rows, (row) => row.sourceId), toldBy(rows, (row) => row.civicNumber)],
  );
  const of = (kind: 'source' | 'former') =>
    new Map(answer.rows.flatMap((row) => (row.kind === kind ? [[row.value, row.id] as const] : [])));
  return { sourceIds: of('source'), formerNumbers: of('former') };
}

async function personsOf(
  tx: Tx,
  rows: readonly RosterRow[],
  known: KnownBy,
): Promise<readonly StoredPerson[]> {
  const answer = await tx.client.query<StoredPerson>(
    `select person_id as "personId", civic_number as "civicNumber", source_id as "sourceId", federated_name as "federatedName",
       given_name as "givenName", middle_name as "middleName", family_name as "familyName", protection, email,
       home_municipality as "homeMunicipality"
     from people.person
     where organiser_id = $1 and (civic_number = any($2) or person_id = any($3) or lower(federated_name) = any($4))`,
    [
      tx.organiser,
      toldBy(rows, (row) => row.civicNumber),
      [...known.sourceIds.values(), ...known.formerNumbers.values()],
      toldBy(rows, (row) => row.federatedName?.toLowerCase()),
    ],
  );
  return answer.rows;
}

async function enrolmentsOf(tx: Tx, students: readonly number[]): Promise<readonly StoredEnrolment[]> {
  const { rows } = await tx.client.query<StoredEnrolment>(
    `select enrolment_id as "enrolmentId", student_id as "studentId", unit_id as "unitId", school_form as "schoolForm",
       programme_code as "programmeCode", year_of_study as "yearOfStudy", starts, ends
     from people.enrolment where organiser_id = $1 and student_id = any($2)`,
    [tx.organiser, students],
  );
  return rows;
}

async function groupsOf(tx: Tx, units: readonly number[]): Promise<readonly StoredGroup[]> {
  const { rows } = await tx.client.query<StoredGroup>(
    `select group_id as "groupId", unit_id as "unitId", kind, name
     from people.student_group where organiser_id = $1 and unit_id = any($2)`,
    [tx.organiser, units],
  );
  return rows;
}

async function tiesOf(
  tx: Tx,
  table: 'group_membership' | 'mentorship',
  other: string,
  students: readonly number[],
  on: LocalDate,
): Promise<readonly StoredTie[]> {
  const { rows } = await tx.client.query<StoredTie>(
    `select student_id as "studentId", ${other} as "otherId", starts, ends
     from people.${table} where organiser_id = $1 and student_id = any($2) and (ends is null or ends >= $3)`,
    [tx.organiser, students, on],
  );
  return rows;
}

async function staffOf(tx: Tx, on: LocalDate): Promise<readonly StoredStaff[]> {
  const { rows } = await tx.client.query<StoredStaff>(
    `select distinct d.person_id as "personId", d.unit_id as "unitId", p.given_name as "givenName",
       p.family_name as "familyName", d.role = 'mentor' as "isMentor"
     from people.duty d join people.person p on p.organiser_id = d.organiser_id and p.person_id = d.person_id
     where d.organiser_id = $1 and (d.ends is null or d.ends >= $2)`,
    [tx.organiser, on],
  );
  return rows;
}

async function enrolledAt(
  tx: Tx,
  units: readonly number[],
  on: LocalDate,
): Promise<readonly EnrolledStudent[]> {
  const { rows } = await tx.client.query<EnrolledStudent>(
    `select distinct e.student_id as "studentId", e.unit_id as "unitId", nullif(p.class_name, '') as "className"
     from people.enrolment e
     left join people.placement p on p.organiser_id = e.organiser_id and p.student_id = e.student_id and p.unit_id = e.unit_id
     where e.organiser_id = $1 and e.unit_id = any($2) and e.starts <= $3 and (e.ends is null or e.ends >= $3)`,
    [tx.organiser, units, on],
  );
  return rows;
}
