import { sql } from 'kysely';
import type { LocalDate } from '../../../platform/local-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { type DutyRole, displayName, type Protection } from '../../people/index.ts';
import type { Actor, Duty } from '../actor.ts';
import { enrolledOn, holdsOn, under18 } from './dated.ts';

interface Row {
  readonly given_name: string;
  readonly family_name: string;
  readonly protection: Protection;
  readonly duties: readonly Duty[];
  readonly mentor: LocalDate | null;
  readonly teacher: LocalDate | null;
  readonly student: boolean;
  readonly guardian: boolean;
}

/** The person with the duties held on the day; undefined when there is no such person at this organiser. One round trip. */
export async function loadActor(tx: Tx, personId: number, on: LocalDate): Promise<Actor | undefined> {
  const { rows } = await sql<Row>`
    select p.given_name, p.family_name, p.protection,
      (select coalesce(json_agg(json_build_object('role', d.role, 'unitId', d.unit_id, 'unitName', u.name, 'title', d.title,
          'since', d.starts) order by d.starts, d.duty_id), '[]')
        from people.duty d
        left join organisation.school_unit u on u.organiser_id = d.organiser_id and u.unit_id = d.unit_id
        where d.organiser_id = p.organiser_id and d.person_id = p.person_id and ${holdsOn('d', on)}) as duties,
      (select min(m.starts) from people.mentorship m
        where m.organiser_id = p.organiser_id and m.mentor_id = p.person_id and ${holdsOn('m', on)}) as mentor,
      (select min(t.starts) from people.teaching t
        where t.organiser_id = p.organiser_id and t.teacher_id = p.person_id and ${holdsOn('t', on)}) as teacher,
      ${enrolledOn(tx.organiser, sql`p.person_id`, on)} as student,
      exists (select from people.guardianship w
        join people.person c on c.organiser_id = w.organiser_id and c.person_id = w.student_id
        where w.organiser_id = p.organiser_id and w.guardian_id = p.person_id and ${holdsOn('w', on)}
          and ${under18(sql`c.civic_number`, on)} and ${enrolledOn(tx.organiser, sql`w.student_id`, on)}) as guardian
    from people.person p where p.organiser_id = ${tx.organiser} and p.person_id = ${personId}`.execute(tx.q);
  const row = rows[0];
  if (!row) return undefined;
  const { given_name: givenName, family_name: familyName, protection } = row;
  return {
    organiser: tx.organiser,
    personId,
    name: displayName({ givenName, familyName, protection }),
    duties: [...row.duties, ...implied('mentor', row.mentor, row), ...implied('teacher', row.teacher, row)],
    isStudent: row.student,
    isGuardian: row.guardian,
  };
}

/** Whoever has students or groups of their own works here, also when no file has said so. */
function implied(role: DutyRole, since: LocalDate | null, { duties }: Row): readonly Duty[] {
  if (since === null || duties.some((duty) => duty.role === role)) return [];
  return [{ role, unitId: null, unitName: null, title: null, since }];
}
