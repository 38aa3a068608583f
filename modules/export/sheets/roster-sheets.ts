import { exportWords as words } from '../../../messages/sv/export.ts';
import { displayNameSql } from '../../people/index.ts';
import { type Scope, unitIn } from '../scope.ts';
import { free, plain, type Sheet, word } from '../sheet.ts';

const student = [plain('Personnummer', 's.civic'), free('Person-ID', 's.source')] as const;

/** The day on which groups and mentors of a row are told: today, or the first or last day of a time that is not now. */
const dayOf = (scope: Scope, dated: string): string =>
  `least(greatest(${dated}.starts, '${scope.today}'::date), coalesce(${dated}.ends, 'infinity'::date))`;

const holds = (alias: string, day: string): string =>
  `${alias}.starts <= ${day} and (${alias}.ends is null or ${alias}.ends >= ${day})`;

function groupsOf(kind: 'class' | 'teaching'): string {
  return `select g.name from people.group_membership m
    join people.student_group g on g.organiser_id = m.organiser_id and g.group_id = m.group_id and g.kind = '${kind}'
    where m.organiser_id = e.organiser_id and m.student_id = e.student_id and g.unit_id = e.unit_id and ${holds('m', 'd.day')}`;
}

/** Family name first, as the national template has it. A protected mentor is not named. */
const mentors = `select string_agg(name, '; ' order by name collate "C") from (
  select distinct btrim(mp.family_name || ' ' || mp.given_name) as name from people.mentorship m
  join people.person mp on mp.organiser_id = m.organiser_id and mp.person_id = m.mentor_id and mp.protection = 'none'
  where m.organiser_id = e.organiser_id and m.student_id = e.student_id and ${holds('m', 'd.day')}
    and (not exists (select from people.duty o where o.organiser_id = m.organiser_id and o.person_id = m.mentor_id)
      or exists (select from people.duty o where o.organiser_id = m.organiser_id and o.person_id = m.mentor_id
        and (o.unit_id is null or o.unit_id = e.unit_id)))) named`;

/** One row a student and unit: the time there that goes on, or the latest. Earlier times are in `inskrivningar`. */
export const elever: Sheet = {
  file: 'elever',
  columns: [
    free('Person-ID', 's.source'),
    free('Federationsanvändarnamn', 'p.federated_name'),
    plain('Personnummer', 's.civic'),
    word('Sekretessmarkering', 'p.protection', words.protection),
    free('Förnamn', 'p.given_name'),
    free('Mellannamn', 'p.middle_name'),
    free('Efternamn', 'p.family_name'),
    free('E-postadress', 'p.email'),
    free('Skolform', 'e.school_form'),
    plain('Skolenhetskod', 'u.code'),
    plain('Årskurs', 'e.year_of_study'),
    free('Studievägskod', 'e.programme_code'),
    free('Klass', `${groupsOf('class')} order by m.starts desc, g.name collate "C" limit 1`),
    free(
      'Ämnesgrupper',
      `select string_agg(name, ', ' order by name collate "C") from (${groupsOf('teaching')}) groups`,
    ),
    plain('Startdatum', 'e.starts'),
    plain('Slutdatum', 'e.ends'),
    plain('Hemkommun', 'p.home_municipality'),
    free('Mentor', mentors),
    plain('Ta bort', `''`),
  ],
  from: (scope) => `people.enrolment e
    join taken_student s on s.person_id = e.student_id
    join people.person p on p.organiser_id = e.organiser_id and p.person_id = e.student_id
    join organisation.school_unit u on u.organiser_id = e.organiser_id and u.unit_id = e.unit_id
    cross join lateral (select ${dayOf(scope, 'e')} as day) d
    where e.organiser_id = ${scope.organiser} and ${unitIn(scope, 'e.unit_id')} and e.enrolment_id = (
      select f.enrolment_id from people.enrolment f
      where f.organiser_id = e.organiser_id and f.student_id = e.student_id and f.unit_id = e.unit_id
      order by (${holds('f', `'${scope.today}'::date`)}) desc, f.starts desc limit 1)`,
  order: 's.n, u.code',
};

/** One row a person, unit and duty; whoever teaches groups without such a duty is a teacher there. */
export const personal: Sheet = {
  file: 'personal',
  columns: [
    plain('Tjänstgörings-ID', 'd.ref'),
    free('Person-ID', 't.source'),
    free('Federationsanvändarnamn', 'p.federated_name'),
    plain('EduID-Federationsanvändarnamn', `''`),
    plain('Personnummer', 't.civic'),
    word('Sekretessmarkering', 'p.protection', words.protection),
    free('Förnamn', 'p.given_name'),
    free('Mellannamn', 'p.middle_name'),
    free('Efternamn', 'p.family_name'),
    free('E-postadress', 'p.email'),
    plain('Skolenhetskod', 'u.code'),
    word('Personalkategori', 'd.role', words.roles),
    free('Titel', 'd.title'),
    free('Ämnesgrupper', 'd.groups'),
    plain('Startdatum', 'd.starts'),
    plain('Slutdatum', 'd.ends'),
    plain('Ta bort', `''`),
  ],
  from: (scope) => `(${dutyRows(scope)} union all ${teachersOnly(scope)}) d
    join taken_person t on t.person_id = d.person_id
    join people.person p on p.organiser_id = ${scope.organiser} and p.person_id = d.person_id
    left join organisation.school_unit u on u.organiser_id = p.organiser_id and u.unit_id = d.unit_id
    where ${unitIn(scope, 'd.unit_id')}`,
  order: 't.n, u.code nulls first, d.role, d.starts, d.ref',
};

function dutyRows(scope: Scope): string {
  const groups = `select string_agg(name, ', ' order by name collate "C") from (select distinct g.name from people.teaching w
    join people.student_group g on g.organiser_id = w.organiser_id and g.group_id = w.group_id and g.kind = 'teaching'
    where w.organiser_id = o.organiser_id and w.teacher_id = o.person_id and (o.unit_id is null or g.unit_id = o.unit_id)
      and ${holds('w', dayOf(scope, 'o'))}) taught`;
  return `select o.person_id, o.unit_id, o.role, o.title, o.starts, o.ends, 'fullfolj-' || o.duty_id as ref,
      case when o.role = 'teacher' then (${groups}) end as groups
    from people.duty o where o.organiser_id = ${scope.organiser}`;
}

function teachersOnly({ organiser, today }: Scope): string {
  return `select w.teacher_id, g.unit_id, 'teacher', null, min(w.starts),
      case when bool_or(w.ends is null) then null else max(w.ends) end, null,
      string_agg(distinct g.name, ', ') filter (where ${holds('w', `'${today}'::date`)})
    from people.teaching w
    join people.student_group g on g.organiser_id = w.organiser_id and g.group_id = w.group_id
    where w.organiser_id = ${organiser} and not exists (select from people.duty o where o.organiser_id = w.organiser_id
      and o.person_id = w.teacher_id and o.role = 'teacher' and (o.unit_id is null or o.unit_id = g.unit_id))
    group by 1, 2`;
}

/** One row a student, guardian and time. */
export const vardnadshavare: Sheet = {
  file: 'vardnadshavare',
  columns: [
    plain('Elevens personnummer', 's.civic'),
    free('Elevens Person-ID', 's.source'),
    plain('Personnummer', 't.civic'),
    free('Person-ID', 't.source'),
    free('Federationsanvändarnamn', 'p.federated_name'),
    word('Sekretessmarkering', 'p.protection', words.protection),
    free('Förnamn', 'p.given_name'),
    free('Mellannamn', 'p.middle_name'),
    free('Efternamn', 'p.family_name'),
    free('E-postadress', 'p.email'),
    plain('Relation', `'Vårdnadshavare'`),
    plain('Startdatum', 'w.starts'),
    plain('Slutdatum', 'w.ends'),
    plain('Ta bort', `''`),
  ],
  from: ({ organiser }) => `people.guardianship w
    join taken_student s on s.person_id = w.student_id
    join taken_person t on t.person_id = w.guardian_id
    join people.person p on p.organiser_id = w.organiser_id and p.person_id = w.guardian_id
    where w.organiser_id = ${organiser}`,
  order: 's.n, t.n, w.starts',
};

/** Every time at every unit. */
export const inskrivningar: Sheet = {
  file: 'inskrivningar',
  columns: [
    ...student,
    plain('Skolenhetskod', 'u.code'),
    free('Skolenhet', 'u.name'),
    free('Skolform', 'e.school_form'),
    free('Studievägskod', 'e.programme_code'),
    plain('Årskurs', 'e.year_of_study'),
    plain('Från', 'e.starts'),
    plain('Till', 'e.ends'),
  ],
  from: (scope) => `people.enrolment e
    join taken_student s on s.person_id = e.student_id
    join organisation.school_unit u on u.organiser_id = e.organiser_id and u.unit_id = e.unit_id
    where e.organiser_id = ${scope.organiser} and ${unitIn(scope, 'e.unit_id')}`,
  order: 's.n, e.starts, u.code',
};

/** Every time in every class and teaching group. */
export const grupper: Sheet = {
  file: 'grupper',
  columns: [
    ...student,
    plain('Skolenhetskod', 'u.code'),
    word('Slag', 'g.kind', words.groupKinds),
    free('Grupp', 'g.name'),
    plain('Från', 'm.starts'),
    plain('Till', 'm.ends'),
  ],
  from: (scope) => `people.group_membership m
    join taken_student s on s.person_id = m.student_id
    join people.student_group g on g.organiser_id = m.organiser_id and g.group_id = m.group_id
    join organisation.school_unit u on u.organiser_id = g.organiser_id and u.unit_id = g.unit_id
    where m.organiser_id = ${scope.organiser} and ${unitIn(scope, 'g.unit_id')}`,
  order: 's.n, m.starts, g.kind, g.name collate "C", u.code',
};

/** Every mentor, and when. */
export const mentorer: Sheet = {
  file: 'mentorer',
  columns: [
    ...student,
    free('Mentor', displayNameSql('p')),
    plain('Från', 'm.starts'),
    plain('Till', 'm.ends'),
  ],
  from: ({ organiser }) => `people.mentorship m
    join taken_student s on s.person_id = m.student_id
    join people.person p on p.organiser_id = m.organiser_id and p.person_id = m.mentor_id
    where m.organiser_id = ${organiser}`,
  order: 's.n, m.starts, p.family_name collate "C", p.given_name collate "C", m.mentor_id',
};

/** Every other number and id that files may call a student by: those of other systems, and those she no longer has. */
export const identiteter: Sheet = {
  file: 'identiteter',
  columns: [...student, word('Slag', 'd.kind', words.identifierKinds), free('Också känd som', 'd.value')],
  from: ({ organiser }) => `(
      select person_id, 'source' as kind, source_id as value from people.known_source_id where organiser_id = ${organiser}
      union all
      select person_id, 'civic', civic_number from people.former_civic_number where organiser_id = ${organiser}) d
    join taken_student s on s.person_id = d.person_id and d.value is distinct from s.source`,
  order: 's.n, d.kind, d.value collate "C"',
};
