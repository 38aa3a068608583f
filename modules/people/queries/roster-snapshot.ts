import type { LocalDate } from '../../../platform/local-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import type { RosterRow } from '../roster/roster-row.ts';
import type {
  EnrolledStudent,
  RosterSnapshot,
  StoredEnrolment,
  StoredGroup,
  StoredStaff,
  StoredTie,
} from '../roster/roster-snapshot.ts';
import { personsTold } from './persons-told.ts';

/** What is stored about the persons and units of a roster: the persons by any identifier that it uses, and their ties that still go on. */
export async function rosterSnapshot(
  tx: Tx,
  rows: readonly RosterRow[],
  units: ReadonlyMap<string, number>,
  on: LocalDate,
): Promise<RosterSnapshot> {
  const { persons, known } = await personsTold(tx, rows);
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
       p.family_name as "familyName", d.role = 'mentor' as "isMentor", p.civic_number as "civicNumber",
       p.source_id as "sourceId", p.federated_name as "federatedName", p.email
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
