import { type RawBuilder, sql } from 'kysely';
import type { LocalDate } from '../../../platform/local-date.ts';
import type { Action } from '../access.ts';
import type { Actor } from '../actor.ts';

/**
 * The students to whom the actor may do this on the day, as one SQL condition: the same answer as `whyMay` gives one
 * by one. `student` is the column of the student's id in the query it stands in.
 */
export function visibleStudents(
  _actor: Actor,
  _action: Action,
  _on: LocalDate,
  _student: RawBuilder<unknown> = sql.ref('p.student_id'),
): RawBuilder<boolean> {
  throw new Error('not written yet');
}
