import { type RawBuilder, sql } from 'kysely';
import type { LocalDate } from '../../../platform/local-date.ts';
import { type Action, actions } from '../access.ts';
import type { Actor } from '../actor.ts';
import { coveredUnits } from '../covered-units.ts';
import type { Relation } from '../relation.ts';
import { enrolledOn, holdsOn, under18 } from './dated.ts';

/**
 * The students to whom the actor may do this on the day, as one SQL condition: the same answer as `whyMay` gives one
 * by one, one sub-query a relation. `student` is the column of the student's id in the query that it stands in.
 */
export function visibleStudents(
  actor: Actor,
  action: Action,
  on: LocalDate,
  student: RawBuilder<unknown> = sql.ref('p.student_id'),
): RawBuilder<boolean> {
  const opening: readonly Relation[] = actions[action] ?? [];
  const units = coveredUnits(actor, action);
  if (units === 'every') return enrolledOn(actor.organiser, student, on);
  const sources = opening.flatMap((relation) => own[relation]?.(actor, on) ?? []);
  if (units.length > 0) sources.push(atUnits(actor, units, on));
  if (sources.length === 0) return sql<boolean>`false`;
  return sql<boolean>`${student} in (${sql.join(sources, sql` union all `)})`;
}

type Source = (actor: Actor, on: LocalDate) => RawBuilder<unknown>;

/** The relations that go from person to person, each as the student ids it reaches. */
const own: Partial<Record<Relation, Source>> = {
  mentor: (actor, on) => sql`
    select m.student_id from people.mentorship m
    where m.organiser_id = ${actor.organiser} and m.mentor_id = ${actor.personId} and ${holdsOn('m', on)}
      and ${enrolledOn(actor.organiser, sql`m.student_id`, on)}`,
  teaches: (actor, on) => sql`
    select j.student_id from people.teaching t
    join people.group_membership j on j.organiser_id = t.organiser_id and j.group_id = t.group_id and ${holdsOn('j', on)}
    where t.organiser_id = ${actor.organiser} and t.teacher_id = ${actor.personId} and ${holdsOn('t', on)}
      and ${enrolledOn(actor.organiser, sql`j.student_id`, on)}`,
  guardian: (actor, on) => sql`
    select w.student_id from people.guardianship w
    join people.person c on c.organiser_id = w.organiser_id and c.person_id = w.student_id
    where w.organiser_id = ${actor.organiser} and w.guardian_id = ${actor.personId} and ${holdsOn('w', on)}
      and ${under18(sql`c.civic_number`, on)} and ${enrolledOn(actor.organiser, sql`w.student_id`, on)}`,
  self: (actor, on) => sql`
    select ${actor.personId}::integer where ${enrolledOn(actor.organiser, sql`${actor.personId}::integer`, on)}`,
};

function atUnits(actor: Actor, units: readonly number[], on: LocalDate): RawBuilder<unknown> {
  return sql`
    select e.student_id from people.enrolment e
    where e.organiser_id = ${actor.organiser} and e.unit_id = any(${units}::integer[]) and ${holdsOn('e', on)}`;
}
