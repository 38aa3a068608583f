import { sql } from 'kysely';
import type { LocalDate } from '../../../platform/local-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { masked, type Protection } from '../../people/index.ts';
import type { StudentSubject } from '../access.ts';
import type { Actor } from '../actor.ts';
import { coversEveryUnit, type RelationFact, relationsOfDuty } from '../relation.ts';
import { enrolledOn, holdsOn, under18 } from './dated.ts';

interface Row {
  readonly given_name: string;
  readonly protection: Protection;
  readonly units: readonly { unit: number; name: string; form: string }[];
  readonly mentor: LocalDate | null;
  readonly teaches: readonly { group: string; since: LocalDate }[];
  readonly guardian: LocalDate | null;
}

/**
 * What the actor is to the student on the day, from the dated rows. Nobody is anything to a person who is unknown here
 * or enrolled nowhere that day: whoever has left, or not yet come, is out of everybody's sight. One round trip.
 */
export async function relationsTo(
  tx: Tx,
  actor: Actor,
  studentId: number,
  on: LocalDate,
): Promise<StudentSubject> {
  const me = actor.personId;
  const student = sql`p.person_id`;
  const { rows } = await sql<Row>`
    select p.given_name, p.protection,
      (select json_agg(json_build_object('unit', e.unit_id, 'name', u.name, 'form', e.school_form) order by e.starts desc)
        from people.enrolment e
        join organisation.school_unit u on u.organiser_id = e.organiser_id and u.unit_id = e.unit_id
        where e.organiser_id = p.organiser_id and e.student_id = p.person_id and ${holdsOn('e', on)}) as units,
      (select min(m.starts) from people.mentorship m
        where m.organiser_id = p.organiser_id and m.student_id = p.person_id and m.mentor_id = ${me} and ${holdsOn('m', on)}) as mentor,
      (select coalesce(json_agg(json_build_object('group', g.name, 'since', greatest(t.starts, j.starts)) order by g.name), '[]')
        from people.group_membership j
        join people.teaching t on t.organiser_id = j.organiser_id and t.group_id = j.group_id and t.teacher_id = ${me} and ${holdsOn('t', on)}
        join people.student_group g on g.organiser_id = j.organiser_id and g.group_id = j.group_id
        where j.organiser_id = p.organiser_id and j.student_id = p.person_id and ${holdsOn('j', on)}) as teaches,
      (select min(w.starts) from people.guardianship w
        where w.organiser_id = p.organiser_id and w.student_id = p.person_id and w.guardian_id = ${me} and ${holdsOn('w', on)}
          and ${under18(sql`p.civic_number`, on)}) as guardian
    from people.person p
    where p.organiser_id = ${actor.organiser} and p.person_id = ${studentId} and ${enrolledOn(actor.organiser, student, on)}`.execute(
    tx.q,
  );
  const row = rows[0];
  const subject = { organiser: actor.organiser, studentId };
  if (!row || tx.organiser !== actor.organiser) return { ...subject, givenName: null, relations: [] };
  const relations = [...ownRelations(row, actor, studentId), ...unitRelations(row, actor)];
  return { ...subject, givenName: masked(row) ? null : row.given_name, relations };
}

function ownRelations(row: Row, actor: Actor, studentId: number): readonly RelationFact[] {
  const schoolForm = row.units[0]?.form ?? null;
  const fact = { through: null, title: null, schoolForm };
  return [
    ...(row.mentor ? [{ ...fact, relation: 'mentor' as const, since: row.mentor }] : []),
    ...row.teaches.map(({ group, since }) => ({
      ...fact,
      relation: 'teaches' as const,
      since,
      through: group,
    })),
    ...(row.guardian ? [{ ...fact, relation: 'guardian' as const, since: row.guardian }] : []),
    ...(actor.personId === studentId ? [{ ...fact, relation: 'self' as const, since: null }] : []),
  ];
}

function unitRelations(row: Row, actor: Actor): readonly RelationFact[] {
  return actor.duties.flatMap((duty) => {
    const unit = row.units.find((each) =>
      duty.unitId === null ? coversEveryUnit(duty.role) : each.unit === duty.unitId,
    );
    if (!unit) return [];
    const through = duty.unitId === null ? null : unit.name;
    const fact = { since: duty.since, through, title: duty.title, schoolForm: unit.form };
    return relationsOfDuty(duty.role, duty.unitId).map((relation) => ({ ...fact, relation }));
  });
}
