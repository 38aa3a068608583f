import { sql } from 'kysely';
import type { LocalDate } from '../../../platform/local-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import type { StoredEvidence, StoredSignal } from '../stored-signal.ts';

interface Row {
  student_id: number;
  signal: StoredSignal['signal'];
  since: LocalDate;
  until: LocalDate | null;
  level: StoredSignal['level'];
  state: StoredSignal['state'];
  shown_from: LocalDate | null;
  evidence: StoredEvidence;
}

/** What is on now for some students, worst level first: active, resting, said to be wrong, and "otillräckligt underlag". */
export async function openSignals(tx: Tx, studentIds: readonly number[]): Promise<readonly StoredSignal[]> {
  const { rows } = await sql<Row>`
    select student_id, signal, since, until, level, state, shown_from, evidence
    from signals.signal
    where organiser_id = ${tx.organiser} and student_id = any(${studentIds}) and until is null
    order by student_id, level desc, since desc, signal`.execute(tx.q);
  return rows.map(stored);
}

/** The same for the students of a mentor as they are placed today. */
export async function openSignalsOfMentor(tx: Tx, mentorId: number): Promise<readonly StoredSignal[]> {
  const { rows } = await sql<Row>`
    select s.student_id, s.signal, s.since, s.until, s.level, s.state, s.shown_from, s.evidence
    from people.placement p
    join signals.signal s on s.organiser_id = p.organiser_id and s.student_id = p.student_id
    where p.organiser_id = ${tx.organiser} and p.mentor_id = ${mentorId} and s.until is null
    order by s.student_id, s.level desc, s.since desc, s.signal`.execute(tx.q);
  return rows.map(stored);
}

/** Every time a signal was on for one student since `from`, newest first. */
export async function signalHistory(
  tx: Tx,
  studentId: number,
  from: LocalDate,
): Promise<readonly StoredSignal[]> {
  const { rows } = await sql<Row>`
    select student_id, signal, since, until, level, state, shown_from, evidence
    from signals.signal
    where organiser_id = ${tx.organiser} and student_id = ${studentId} and since >= ${from}
      and state <> 'otillräckligt underlag'
    order by since desc, signal`.execute(tx.q);
  return rows.map(stored);
}

function stored(row: Row): StoredSignal {
  return {
    studentId: row.student_id,
    signal: row.signal,
    since: row.since,
    until: row.until,
    level: row.level,
    state: row.state,
    shownFrom: row.shown_from,
    evidence: row.evidence.evidence ?? null,
    rest: row.evidence.rest ?? null,
  };
}
