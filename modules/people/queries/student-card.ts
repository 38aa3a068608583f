import { sql } from 'kysely';
import type { LocalDate } from '../../../platform/local-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { displayName, masked, type Protection } from '../person-name.ts';
import { ageOn } from '../rules/civic-number.ts';
import { type MentorOfStudent, mentorsOf } from './mentor-of.ts';
import type { NamedPerson } from './named-persons.ts';

/** A student's time at a school unit; `ends` null while it goes on. */
export interface EnrolmentOfStudent {
  readonly unitId: number;
  readonly unitName: string;
  readonly schoolForm: string;
  readonly programmeCode: string | null;
  readonly yearOfStudy: number | null;
  readonly starts: LocalDate;
  readonly ends: LocalDate | null;
}

/**
 * Who a student is, for the head of a page. For a protected identity the name is "Skyddade uppgifter" and there is no
 * `givenName`, home municipality or guardian: nothing to guess from.
 */
export interface StudentCard {
  readonly studentId: number;
  readonly name: string;
  /** For sentences such as "Du är Noras mentor"; null for a protected identity. */
  readonly givenName: string | null;
  readonly protection: Protection;
  /** Where the student goes on the day; null when enrolled nowhere then. */
  readonly unitId: number | null;
  readonly unitName: string | null;
  readonly className: string | null;
  readonly programmeCode: string | null;
  readonly yearOfStudy: number | null;
  /** Whole years; null when no civic number is known. */
  readonly age: number | null;
  readonly mentors: readonly MentorOfStudent[];
  /** Those who are guardians on the day, only while the student is under 18 or of unknown age. */
  readonly guardians: readonly NamedPerson[];
  /** All enrolments at this organiser, the latest first. */
  readonly enrolments: readonly EnrolmentOfStudent[];
  /** The four-digit code of hemkommun. */
  readonly homeMunicipality: string | null;
}

/** The card of one student on a day; undefined when there is no such person here. Whether the asker may see it is not asked here. */
export async function studentCard(
  tx: Tx,
  studentId: number,
  on: LocalDate,
): Promise<StudentCard | undefined> {
  const person = await tx.q
    .selectFrom('people.person')
    .select(['given_name', 'family_name', 'protection', 'civic_number', 'home_municipality'])
    .where('organiser_id', '=', tx.organiser)
    .where('person_id', '=', studentId)
    .executeTakeFirst();
  if (!person) return undefined;
  const protection = person.protection as Protection;
  const name = { givenName: person.given_name, familyName: person.family_name, protection };
  const age = person.civic_number ? ageOn(person.civic_number, on) : null;
  const hidden = masked(name);
  const enrolments = await enrolmentsOf(tx, studentId);
  return {
    studentId,
    name: displayName(name),
    givenName: hidden ? null : person.given_name,
    protection,
    ...current(enrolments, on),
    className: await classOn(tx, studentId, on),
    age,
    mentors: await mentorsOf(tx, studentId, on),
    guardians: hidden || (age !== null && age >= 18) ? [] : await guardiansOf(tx, studentId, on),
    enrolments,
    homeMunicipality: hidden ? null : person.home_municipality,
  };
}

function current(enrolments: readonly EnrolmentOfStudent[], on: LocalDate) {
  const now = enrolments.find(({ starts, ends }) => starts <= on && (ends === null || ends >= on));
  return {
    unitId: now?.unitId ?? null,
    unitName: now?.unitName ?? null,
    programmeCode: now?.programmeCode ?? null,
    yearOfStudy: now?.yearOfStudy ?? null,
  };
}

async function enrolmentsOf(tx: Tx, studentId: number): Promise<readonly EnrolmentOfStudent[]> {
  return tx.q
    .selectFrom('people.enrolment as e')
    .innerJoin('organisation.school_unit as u', (join) =>
      join.onRef('u.organiser_id', '=', 'e.organiser_id').onRef('u.unit_id', '=', 'e.unit_id'),
    )
    .select([
      'e.unit_id as unitId',
      'u.name as unitName',
      'e.school_form as schoolForm',
      'e.programme_code as programmeCode',
      'e.year_of_study as yearOfStudy',
      'e.starts',
      'e.ends',
    ])
    .where('e.organiser_id', '=', tx.organiser)
    .where('e.student_id', '=', studentId)
    .orderBy('e.starts', 'desc')
    .orderBy('e.enrolment_id', 'desc')
    .execute();
}

async function classOn(tx: Tx, studentId: number, on: LocalDate): Promise<string | null> {
  const { rows } = await sql<{ name: string }>`
    select g.name from people.group_membership m
    join people.student_group g on g.organiser_id = m.organiser_id and g.group_id = m.group_id and g.kind = 'class'
    where m.organiser_id = ${tx.organiser} and m.student_id = ${studentId}
      and m.starts <= ${on} and (m.ends is null or m.ends >= ${on})
    order by m.starts desc, g.group_id desc limit 1`.execute(tx.q);
  return rows[0]?.name ?? null;
}

async function guardiansOf(tx: Tx, studentId: number, on: LocalDate): Promise<readonly NamedPerson[]> {
  const rows = await tx.q
    .selectFrom('people.guardianship as g')
    .innerJoin('people.person as p', (join) =>
      join.onRef('p.organiser_id', '=', 'g.organiser_id').onRef('p.person_id', '=', 'g.guardian_id'),
    )
    .select(['p.person_id', 'p.given_name', 'p.family_name', 'p.protection'])
    .where('g.organiser_id', '=', tx.organiser)
    .where('g.student_id', '=', studentId)
    .where('g.starts', '<=', on)
    .where((eb) => eb.or([eb('g.ends', 'is', null), eb('g.ends', '>=', on)]))
    .orderBy('p.given_name')
    .execute();
  return rows.map((row) => ({
    personId: row.person_id,
    name: displayName({
      givenName: row.given_name,
      familyName: row.family_name,
      protection: row.protection as Protection,
    }),
  }));
}
