import { sql } from 'kysely';
import type { LocalDate } from '../../../platform/local-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import type { NextStep } from '../talk.ts';

/** A next step that somebody agreed on and that no later talk has taken over. */
export interface DueStep {
  readonly studentId: number;
  readonly nextStep: NextStep;
  readonly nextOn: LocalDate;
  readonly agreedOn: LocalDate;
}

/** What is due after the latest talk of each student, the earliest day first. */
export async function dueSteps(tx: Tx, studentIds: readonly number[]): Promise<readonly DueStep[]> {
  const { rows } = await sql<{
    student_id: number;
    next_step: NextStep;
    next_on: LocalDate;
    held_on: LocalDate;
  }>`
    select student_id, next_step, next_on, held_on
    from (
      select distinct on (student_id) student_id, next_step, next_on, held_on
      from coordination.talk
      where organiser_id = ${tx.organiser} and student_id = any(${studentIds})
      order by student_id, held_on desc, talk_id desc
    ) latest
    where next_on is not null
    order by next_on, student_id`.execute(tx.q);
  return rows.map((row) => ({
    studentId: row.student_id,
    nextStep: row.next_step,
    nextOn: row.next_on,
    agreedOn: row.held_on,
  }));
}
