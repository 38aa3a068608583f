import { sql } from 'kysely';
import type { LocalDate } from '../../platform/local-date.ts';
import type { Tx } from '../../platform/server/db.ts';
import type { PersonName } from './person-name.ts';
import type { CivicNumber } from './rules/civic-number.ts';
import { noteSourceIds } from './store-known.ts';

/** A person to add. The name is the real one, also of a protected identity. */
export interface NewPerson extends PersonName {
  readonly civicNumber?: CivicNumber | null;
  /** The person's id in the system that the rows come from. */
  readonly sourceId?: string | null;
  /** What the log-in service calls the person (eduPersonPrincipalName). */
  readonly federatedName?: string | null;
  readonly email?: string | null;
  readonly homeMunicipality?: string | null;
}

/** The days something holds, both included; no last day while it goes on. */
interface Dated {
  readonly starts: LocalDate;
  readonly ends?: LocalDate | null;
}

/** The duties that can be given to a person. Mentor and teacher are relations to students besides. */
export type DutyRole =
  | 'mentor'
  | 'teacher'
  | 'principal'
  | 'health-team'
  | 'career-counsellor'
  | 'coach'
  | 'administrator'
  | 'head-of-education'
  | 'data-protection-officer';

/** Adds a person and answers the id. Refused by the database when the civic number, source id or federated name is taken. */
export async function registerPerson(tx: Tx, person: NewPerson): Promise<number> {
  const row = await tx.q
    .insertInto('people.person')
    .values({
      organiser_id: tx.organiser,
      given_name: person.givenName,
      middle_name: person.middleName ?? null,
      family_name: person.familyName,
      protection: person.protection,
      civic_number: person.civicNumber ?? null,
      source_id: person.sourceId ?? null,
      federated_name: person.federatedName ?? null,
      email: person.email ?? null,
      home_municipality: person.homeMunicipality ?? null,
    })
    .returning('person_id')
    .executeTakeFirstOrThrow();
  await noteSourceIds(tx, [{ personId: row.person_id, sourceId: person.sourceId ?? null }]);
  return row.person_id;
}

/**
 * Sets the name that the log-in service knows a person by (eduPersonPrincipalName). Refused by the database when somebody else
 * has it.
 */
export async function setFederatedName(tx: Tx, personId: number, federatedName: string): Promise<void> {
  await tx.q
    .updateTable('people.person')
    .set({ federated_name: federatedName })
    .where('organiser_id', '=', tx.organiser)
    .where('person_id', '=', personId)
    .execute();
}

/** Gives a person a duty at a unit, or for the whole organiser (`unitId` null). `title` as people say it: "kurator". */
export async function giveDuty(
  tx: Tx,
  duty: Dated & {
    readonly personId: number;
    readonly role: DutyRole;
    readonly unitId: number | null;
    readonly title?: string | null;
  },
): Promise<void> {
  await tx.q
    .insertInto('people.duty')
    .values({
      organiser_id: tx.organiser,
      person_id: duty.personId,
      unit_id: duty.unitId,
      role: duty.role,
      title: duty.title ?? null,
      starts: duty.starts,
      ends: duty.ends ?? null,
    })
    .execute();
}

/** Enrols a student at a unit; the same enrolment again (student, unit, first day) is brought up to date. */
export async function enrolStudent(
  tx: Tx,
  enrolment: Dated & {
    readonly studentId: number;
    readonly unitId: number;
    readonly schoolForm: string;
    readonly programmeCode: string | null;
    readonly yearOfStudy: number | null;
  },
): Promise<void> {
  const changing = {
    school_form: enrolment.schoolForm,
    programme_code: enrolment.programmeCode,
    year_of_study: enrolment.yearOfStudy,
    ends: enrolment.ends ?? null,
  };
  await tx.q
    .insertInto('people.enrolment')
    .values({
      organiser_id: tx.organiser,
      student_id: enrolment.studentId,
      unit_id: enrolment.unitId,
      starts: enrolment.starts,
      ...changing,
    })
    .onConflict((on) => on.columns(['organiser_id', 'student_id', 'unit_id', 'starts']).doUpdateSet(changing))
    .execute();
}

/** The id of a class or a teaching group of the unit; made when it is missing. */
export async function ensureGroup(
  tx: Tx,
  group: { readonly unitId: number; readonly kind: 'class' | 'teaching'; readonly name: string },
): Promise<number> {
  const { rows } = await sql<{ group_id: number }>`
    insert into people.student_group (organiser_id, unit_id, kind, name)
    values (${tx.organiser}, ${group.unitId}, ${group.kind}, ${group.name})
    on conflict (organiser_id, unit_id, kind, name) do update set name = excluded.name
    returning group_id`.execute(tx.q);
  return rows[0]!.group_id;
}

/** Puts a student in a group; the same first day again moves the last day. */
export async function joinGroup(
  tx: Tx,
  membership: Dated & { readonly studentId: number; readonly groupId: number },
): Promise<void> {
  await dated(tx, 'people.group_membership', {
    student_id: membership.studentId,
    group_id: membership.groupId,
    starts: membership.starts,
    ends: membership.ends ?? null,
  });
}

/** Makes a person a student's guardian. */
export async function addGuardian(
  tx: Tx,
  guardianship: Dated & { readonly studentId: number; readonly guardianId: number },
): Promise<void> {
  await dated(tx, 'people.guardianship', {
    student_id: guardianship.studentId,
    guardian_id: guardianship.guardianId,
    starts: guardianship.starts,
    ends: guardianship.ends ?? null,
  });
}

/** Appoints a student's mentor (15 kap. 19 a § skollagen). Ending the earlier one is the caller's. */
export async function appointMentor(
  tx: Tx,
  mentorship: Dated & { readonly studentId: number; readonly mentorId: number },
): Promise<void> {
  await dated(tx, 'people.mentorship', {
    student_id: mentorship.studentId,
    mentor_id: mentorship.mentorId,
    starts: mentorship.starts,
    ends: mentorship.ends ?? null,
  });
}

/** Lets a teacher teach a group. */
export async function assignTeacher(
  tx: Tx,
  teaching: Dated & { readonly groupId: number; readonly teacherId: number },
): Promise<void> {
  await dated(tx, 'people.teaching', {
    group_id: teaching.groupId,
    teacher_id: teaching.teacherId,
    starts: teaching.starts,
    ends: teaching.ends ?? null,
  });
}

type DatedTable = 'people.group_membership' | 'people.guardianship' | 'people.mentorship' | 'people.teaching';

/** Adds a dated row; a row with the same key has its last day moved. */
async function dated(
  tx: Tx,
  table: DatedTable,
  row: Readonly<Record<string, number | string | null>>,
): Promise<void> {
  const columns = ['organiser_id', ...Object.keys(row)];
  const key = columns.filter((column) => column !== 'ends');
  const values = [tx.organiser, ...Object.values(row)];
  await sql`
    insert into ${sql.table(table)} (${sql.join(columns.map((name) => sql.ref(name)))}) values (${sql.join(values)})
    on conflict (${sql.join(key.map((name) => sql.ref(name)))}) do update set ends = excluded.ends`.execute(
    tx.q,
  );
}
