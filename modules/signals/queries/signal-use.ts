import { sql } from 'kysely';
import type { LocalDate } from '../../../platform/local-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { type Actor, visibleStudents, whyMay } from '../../access/index.ts';
import type { feedbackReasons } from '../commands/give-feedback.ts';
import type { SignalId } from '../rules/index.ts';

/** How a signal is used and how well it holds. Raw counts: whoever shows them hides the small ones. */
export interface SignalUse {
  /** Students in the reader's scope who have it now, resting included; null for a reader without students. */
  readonly students: number | null;
  /** How often it has been lit at the organiser, as far as is kept. */
  readonly lit: number;
  /** How often somebody said "Stämmer inte", by reason. */
  readonly feedback: Readonly<Partial<Record<(typeof feedbackReasons)[number], number>>>;
}

/** The use of one signal, seen by one reader on a day. */
export async function signalUse(
  tx: Tx,
  actor: Actor,
  signal: SignalId,
  today: LocalDate,
): Promise<SignalUse> {
  const counted = whyMay(actor, 'student.list', 'organiser').allowed;
  const scope = visibleStudents(actor, 'student.list', today, sql.ref('s.student_id'));
  const { rows } = await sql<{ students: number; lit: number; feedback: SignalUse['feedback'] }>`
    select
      (select count(distinct s.student_id) from signals.signal s
        where s.organiser_id = ${tx.organiser} and s.signal = ${signal} and s.until is null
          and s.state in ('aktiv', 'kvitterad', 'fel') and ${scope}) as students,
      (select count(*) from signals.signal s
        where s.organiser_id = ${tx.organiser} and s.signal = ${signal} and s.state <> 'otillräckligt underlag') as lit,
      (select coalesce(json_object_agg(reason, count), '{}') from (
        select reason, count(*) from signals.feedback f
        where f.organiser_id = ${tx.organiser} and f.signal = ${signal} group by reason) r) as feedback`.execute(
    tx.q,
  );
  const { students, lit, feedback } = rows[0]!;
  return { students: counted ? students : null, lit, feedback };
}
