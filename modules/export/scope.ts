import { isLocalDate, type LocalDate } from '../../platform/local-date.ts';
import type { Snapshot } from '../../platform/server/snapshot.ts';

/** What is taken out. */
export interface Choice {
  /** Units by id; null is the whole organiser. */
  readonly units: readonly number[] | null;
  /** One student, by id; null is all. */
  readonly student: number | null;
  readonly withProtected: boolean;
}

/** A choice, and the day on which it is taken out: what the queries of sheets and tables are made for. */
export interface Scope extends Choice {
  readonly organiser: number;
  readonly today: LocalDate;
}

/** How many persons a scope takes, and how many it leaves out because their identities are protected. */
export interface Taken {
  readonly students: number;
  readonly protectedStudents: number;
  readonly leftOutStudents: number;
  readonly leftOutOthers: number;
}

/** A scope for queries, which are put together as text: numbers and a day, and nothing else. */
export function scopeOf(organiser: number, today: LocalDate, choice: Choice): Scope {
  const numbers = [organiser, ...(choice.units ?? []), ...(choice.student === null ? [] : [choice.student])];
  if (!numbers.every(Number.isSafeInteger) || !isLocalDate(today)) throw new TypeError('no scope');
  return { organiser, today, ...choice };
}

/** The condition that a unit's id is in the scope. */
export function unitIn({ units }: Scope, column: string): string {
  return units === null ? 'true' : `${column} = any('{${units.join(',')}}'::integer[])`;
}

/**
 * Notes in tables of the transaction's own whom the scope takes. `taken_student`: those who are or were students at the
 * units, in an order that does not depend on the numbers of this database (`n`), with the days that the units answer for
 * (`span`). `taken_person`: those, and the guardians and staff around them. Whoever is protected is in neither, unless
 * the choice says so. A student without personal number and source id is given an id of ours, so that files find her again.
 */
export async function prepareScope({ client }: Snapshot, scope: Scope): Promise<Taken> {
  await client.query(`create temporary table taken_student on commit drop as ${studentQuery(scope)}`);
  await client.query(`create temporary table taken_person on commit drop as ${personQuery(scope)}`);
  await client.query(`create unique index on taken_student (person_id); create unique index on taken_person (person_id);
    analyze taken_student; analyze taken_person`);
  const { rows } = await client.query<Taken>(countQuery(scope));
  return rows[0]!;
}

/** The identifier of files: the source's own, or one of ours for whoever has no identifier at all. */
const sourceId = `coalesce(p.source_id, case when p.civic_number is null then 'fullfolj-' || p.person_id end)`;

function studentQuery(scope: Scope): string {
  return `select p.person_id, p.civic_number as civic, ${sourceId} as source, ${spanOf(scope)} as span,
      row_number() over (order by coalesce(p.civic_number, '') collate "C", coalesce(${sourceId}, '') collate "C") as n
    from people.person p where ${studentCondition(scope)} and ${shown(scope)}`;
}

function spanOf({ units, organiser }: Scope): string {
  if (units === null) return `'{(,)}'::datemultirange`;
  return `(select range_agg(daterange(e.starts, e.ends, '[]')) from people.enrolment e
    where e.organiser_id = ${organiser} and e.student_id = p.person_id and ${unitIn({ units } as Scope, 'e.unit_id')})`;
}

function studentCondition(scope: Scope): string {
  const { organiser, student, units } = scope;
  const own = `p.organiser_id = ${organiser}`;
  if (student !== null) return `${own} and p.person_id = ${student}`;
  // Of the whole organiser nobody is forgotten who has anything at all, enrolled or not.
  if (units === null) return own;
  return `${own} and exists (select from people.enrolment e where e.organiser_id = ${organiser}
    and e.student_id = p.person_id and ${unitIn(scope, 'e.unit_id')})`;
}

function shown({ withProtected }: Choice): string {
  return withProtected ? 'true' : `p.protection = 'none'`;
}

function personQuery(scope: Scope): string {
  const around = scope.units === null && scope.student === null ? everybody(scope) : aroundThem(scope);
  return `select p.person_id, p.civic_number as civic, ${sourceId} as source, p.protection,
      row_number() over (order by p.family_name collate "C", p.given_name collate "C", coalesce(p.civic_number, '') collate "C",
        coalesce(${sourceId}, '') collate "C") as n
    from people.person p where p.organiser_id = ${scope.organiser} and ${shown(scope)} and ${around}`;
}

/** Everybody but those who are here only as guardians of somebody left out. */
function everybody({ organiser }: Scope): string {
  const ward = `people.guardianship g where g.organiser_id = ${organiser} and g.guardian_id = p.person_id`;
  return `(not exists (select from ${ward})
    or exists (select from ${ward} and g.student_id in (select person_id from taken_student))
    or exists (select from people.duty d where d.organiser_id = ${organiser} and d.person_id = p.person_id)
    or exists (select from people.enrolment e where e.organiser_id = ${organiser} and e.student_id = p.person_id))`;
}

function aroundThem(scope: Scope): string {
  const { organiser } = scope;
  const students = '(select person_id from taken_student)';
  return `p.person_id in (select person_id from taken_student
    union select guardian_id from people.guardianship where organiser_id = ${organiser} and student_id in ${students}
    union select mentor_id from people.mentorship where organiser_id = ${organiser} and student_id in ${students}
    union select person_id from people.duty where organiser_id = ${organiser} and unit_id is not null and ${unitIn(scope, 'unit_id')}
    union select t.teacher_id from people.teaching t
      join people.student_group g on g.organiser_id = t.organiser_id and g.group_id = t.group_id
      where t.organiser_id = ${organiser} and ${unitIn(scope, 'g.unit_id')})`;
}

function countQuery(scope: Scope): string {
  const enrolled = `exists (select from people.enrolment e where e.organiser_id = p.organiser_id and e.student_id = p.person_id
    and ${unitIn(scope, 'e.unit_id')})`;
  const left = `p.protection <> 'none' and ${scope.withProtected ? 'false' : 'true'}`;
  return `select count(*) filter (where ${enrolled} and person_id in (select person_id from taken_student))::integer as students,
      count(*) filter (where ${enrolled} and p.protection <> 'none')::integer as "protectedStudents",
      count(*) filter (where ${enrolled} and ${left})::integer as "leftOutStudents",
      count(*) filter (where not ${enrolled} and ${left} and ${scope.units === null ? 'true' : 'false'})::integer as "leftOutOthers"
    from people.person p where p.organiser_id = ${scope.organiser}
      and ${scope.student === null ? 'true' : `p.person_id = ${scope.student}`}`;
}
