import { type RawBuilder, sql } from 'kysely';
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

/** What is due after the latest talk of each of some students, the earliest day first. */
export function dueSteps(tx: Tx, studentIds: readonly number[]): Promise<readonly DueStep[]> {
  return latestDue(tx, sql`t.student_id = any(${studentIds})`);
}

/** The same for the students of a mentor as they are placed today. */
export function dueStepsOfMentor(tx: Tx, mentorId: number): Promise<readonly DueStep[]> {
  return latestDue(
    tx,
    sql`t.student_id in (select student_id from people.placement
      where organiser_id = ${tx.organiser} and mentor_id = ${mentorId})`,
  );
}

async function latestDue(tx: Tx, whose: RawBuilder<unknown>): Promise<readonly DueStep[]> {
  const { rows } = await sql<{
    student_id: number;
    next_step: NextStep;
    next_on: LocalDate;
    held_on: LocalDate;
  }>`
    select student_id, next_step, next_on, held_on
    from (
      select distinct on (t.student_id) t.student_id, t.next_step, t.next_on, t.held_on
      from coordination.talk t
      where t.organiser_id = ${tx.organiser} and ${whose}
      order by t.student_id, t.held_on desc, t.talk_id desc
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
