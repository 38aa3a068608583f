import { sql } from 'kysely';
import type { LocalDate } from '../../../platform/local-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { whyMay } from '../access.ts';
import type { Actor } from '../actor.ts';
import type { Because } from '../because.ts';
import { coveredUnits } from '../covered-units.ts';
import { visibleStudents } from './visible-students.ts';

/** What somebody may see of the log: lines about everybody, or only about some students; and why. */
export interface LogScope {
  readonly among: readonly number[] | 'everybody';
  readonly because: Because;
}

/**
 * What the actor may see of the log on the page for it; undefined for nothing. A student reads about herself on her own page, not here.
 */
export async function logScope(tx: Tx, actor: Actor, on: LocalDate): Promise<LogScope | undefined> {
  const { allowed, because } = whyMay({ ...actor, isStudent: false }, 'people.log-read', 'organiser');
  if (!allowed) return undefined;
  if (coveredUnits(actor, 'people.log-read') === 'every') return { among: 'everybody', because };
  const student = sql.ref('e.student_id');
  const { rows } = await sql<{ student_id: number }>`
    select distinct e.student_id from people.enrolment e
    where e.organiser_id = ${tx.organiser} and ${visibleStudents({ ...actor, isStudent: false }, 'people.log-read', on, student)}`.execute(
    tx.q,
  );
  return { among: rows.map((row) => row.student_id), because };
}
