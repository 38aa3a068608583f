import { sql } from 'kysely';
import type { LocalDate } from '../../../platform/local-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import type { Protection } from '../person-name.ts';
import type { PersonFacts } from '../rules/likely-doubles.ts';

/** A unit, and how it is called. */
export interface UnitOfPerson {
  readonly unitId: number;
  readonly name: string;
}

/** A person as somebody who is to tell two apart must see her. The real name and number: mask before anything is shown. */
export interface WholePerson extends PersonFacts {
  readonly personId: number;
  readonly version: number;
  readonly protection: Protection;
  readonly sourceIds: readonly string[];
  readonly className: string | null;
  /** The units where the person is enrolled today. */
  readonly goesAt: readonly UnitOfPerson[];
  /** The last day of the latest enrolment, where none goes on. */
  readonly left: LocalDate | null;
  readonly dutiesAt: readonly UnitOfPerson[];
  /** Every unit that the person has been enrolled or had a duty at. */
  readonly everAt: readonly number[];
  /** Whether the person has, or has had, a duty for the whole organiser. */
  readonly wholeOrganiser: boolean;
  /** Those whose guardian or mentor the person is or has been, or the other way round. */
  readonly tiedTo: readonly number[];
}

/** Reads these persons with all that ties them, as of a day, by id. For `doubles` alone: nothing is masked here. */
export async function wholePersons(
  tx: Tx,
  personIds: readonly number[],
  on: LocalDate,
): Promise<ReadonlyMap<number, WholePerson>> {
  const holds = sql`t.starts <= ${on} and (t.ends is null or t.ends >= ${on})`;
  const named = sql`json_build_object('unitId', u.unit_id, 'name', u.name)`;
  const unit = sql`join organisation.school_unit u on u.organiser_id = t.organiser_id and u.unit_id = t.unit_id`;
  const enrolled = sql`people.enrolment t ${unit} where t.organiser_id = p.organiser_id and t.student_id = p.person_id`;
  const duties = sql`people.duty t ${unit} where t.organiser_id = p.organiser_id and t.person_id = p.person_id`;
  const { rows } = await sql<Omit<WholePerson, 'units' | 'worksAt'>>`
    select p.person_id as "personId", p.version, p.given_name as "givenName", p.family_name as "familyName", p.protection,
      p.civic_number as "civicNumber", p.email, p.federated_name as "federatedName",
      (select coalesce(json_agg(k.source_id order by k.first_told_at, k.source_id), '[]') from people.known_source_id k
        where k.organiser_id = p.organiser_id and k.person_id = p.person_id) as "sourceIds",
      c.group_id as "classId", c.name as "className",
      (select coalesce(json_agg(${named} order by u.name), '[]') from ${enrolled} and ${holds}) as "goesAt",
      (select max(t.ends)::text from people.enrolment t where t.organiser_id = p.organiser_id and t.student_id = p.person_id
        having bool_and(t.ends < ${on})) as "left",
      exists (select from ${enrolled}) as "isStudent",
      (select coalesce(json_agg(distinct ${named}::jsonb), '[]') from ${duties} and ${holds}) as "dutiesAt",
      (select coalesce(json_agg(distinct x.unit_id), '[]') from (
        select t.unit_id from ${enrolled} union select t.unit_id from ${duties}) x) as "everAt",
      exists (select from people.duty t where t.organiser_id = p.organiser_id and t.person_id = p.person_id
        and t.unit_id is null) as "wholeOrganiser",
      (select coalesce(json_agg(distinct x.id), '[]') from (
        select m.mentor_id as id from people.mentorship m where m.organiser_id = p.organiser_id and m.student_id = p.person_id
        union all
        select m.student_id from people.mentorship m where m.organiser_id = p.organiser_id and m.mentor_id = p.person_id
        union all
        select g.guardian_id from people.guardianship g where g.organiser_id = p.organiser_id and g.student_id = p.person_id
        union all
        select g.student_id from people.guardianship g where g.organiser_id = p.organiser_id and g.guardian_id = p.person_id) x)
        as "tiedTo"
    from people.person p
    left join lateral (
      select g.group_id, g.name from people.group_membership t
      join people.student_group g on g.organiser_id = t.organiser_id and g.group_id = t.group_id and g.kind = 'class'
      where t.organiser_id = p.organiser_id and t.student_id = p.person_id and ${holds}
      order by t.starts desc, g.group_id desc limit 1) c on true
    where p.organiser_id = ${tx.organiser} and p.person_id = any(${[...personIds]}::integer[])`.execute(tx.q);
  return new Map(
    rows.map((row) => [
      row.personId,
      {
        ...row,
        units: row.goesAt.map((each) => each.unitId),
        worksAt: row.dutiesAt.map((each) => each.unitId),
      },
    ]),
  );
}
