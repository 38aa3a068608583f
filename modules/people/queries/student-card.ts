import { sql } from 'kysely';
import type { LocalDate } from '../../../platform/local-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { displayName, masked, type PersonName, type Protection } from '../person-name.ts';
import { ageOn } from '../rules/civic-number.ts';
import type { MentorOfStudent } from './mentor-of.ts';
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
  /** On the day, the one appointed last first. */
  readonly mentors: readonly MentorOfStudent[];
  /** Those who are guardians on the day, only while the student is under 18 or of unknown age. */
  readonly guardians: readonly NamedPerson[];
  /** All enrolments at this organiser, the latest first. */
  readonly enrolments: readonly EnrolmentOfStudent[];
  /** The four-digit code of hemkommun. */
  readonly homeMunicipality: string | null;
}

type Named = PersonName & { readonly personId: number; readonly since: LocalDate };

interface Row extends PersonName {
  readonly civicNumber: string | null;
  readonly homeMunicipality: string | null;
  readonly className: string | null;
  readonly enrolments: readonly EnrolmentOfStudent[];
  readonly mentors: readonly Named[];
  readonly guardians: readonly Named[];
}

/** The card of one student on a day, in one round trip; undefined when there is no such person here. Whether the asker may see it is not asked here. */
export async function studentCard(
  tx: Tx,
  studentId: number,
  on: LocalDate,
): Promise<StudentCard | undefined> {
  const row = await read(tx, studentId, on);
  if (!row) return undefined;
  const hidden = masked(row);
  const age = row.civicNumber ? ageOn(row.civicNumber, on) : null;
  const { className, enrolments } = row;
  return {
    studentId,
    name: displayName(row),
    givenName: hidden ? null : row.givenName,
    protection: row.protection,
    ...current(enrolments, on),
    className,
    age,
    mentors: row.mentors.map((each) => ({
      personId: each.personId,
      name: displayName(each),
      since: each.since,
    })),
    guardians: hidden || (age !== null && age >= 18) ? [] : row.guardians.map(named),
    enrolments,
    homeMunicipality: hidden ? null : row.homeMunicipality,
  };
}

function named(person: Named): NamedPerson {
  return { personId: person.personId, name: displayName(person) };
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

/** A person as JSON, from the alias `n`, tied by a dated row of the alias `t`. */
const asNamed = sql`json_build_object('personId', n.person_id, 'givenName', n.given_name, 'familyName', n.family_name,
  'protection', n.protection, 'since', t.starts)`;

async function read(tx: Tx, studentId: number, on: LocalDate): Promise<Row | undefined> {
  const dated = sql`t.organiser_id = p.organiser_id and t.student_id = p.person_id and t.starts <= ${on}
    and (t.ends is null or t.ends >= ${on})`;
  const { rows } = await sql<Row>`
    select p.given_name as "givenName", p.family_name as "familyName", p.protection, p.civic_number as "civicNumber",
      p.home_municipality as "homeMunicipality",
      (select g.name from people.group_membership t
        join people.student_group g on g.organiser_id = t.organiser_id and g.group_id = t.group_id and g.kind = 'class'
        where ${dated} order by t.starts desc, g.group_id desc limit 1) as "className",
      (select coalesce(json_agg(json_build_object('unitId', t.unit_id, 'unitName', u.name, 'schoolForm', t.school_form,
          'programmeCode', t.programme_code, 'yearOfStudy', t.year_of_study, 'starts', t.starts, 'ends', t.ends)
          order by t.starts desc, t.enrolment_id desc), '[]')
        from people.enrolment t
        join organisation.school_unit u on u.organiser_id = t.organiser_id and u.unit_id = t.unit_id
        where t.organiser_id = p.organiser_id and t.student_id = p.person_id) as enrolments,
      (select coalesce(json_agg(${asNamed} order by t.starts desc, t.mentor_id), '[]') from people.mentorship t
        join people.person n on n.organiser_id = t.organiser_id and n.person_id = t.mentor_id
        where ${dated}) as mentors,
      (select coalesce(json_agg(${asNamed} order by n.given_name), '[]') from people.guardianship t
        join people.person n on n.organiser_id = t.organiser_id and n.person_id = t.guardian_id
        where ${dated}) as guardians
    from people.person p
    where p.organiser_id = ${tx.organiser} and p.person_id = ${studentId}`.execute(tx.q);
  return rows[0];
}
