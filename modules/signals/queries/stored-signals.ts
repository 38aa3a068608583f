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

/** What is on now for a mentor's students as they are placed today, worst level first: active, resting, said to be wrong, and "otillräckligt underlag". */
export async function openSignalsOfMentor(tx: Tx, mentorId: number): Promise<readonly StoredSignal[]> {
  const { rows } = await sql<Row>`
    select s.student_id, s.signal, s.since, s.until, s.level, s.state, s.shown_from, s.evidence
    from people.placement p
    join signals.signal s on s.organiser_id = p.organiser_id and s.student_id = p.student_id
    where p.organiser_id = ${tx.organiser} and p.mentor_id = ${mentorId} and s.until is null
    order by s.student_id, s.level desc, s.since desc, s.signal`.execute(tx.q);
  return rows.map(stored);
}

/** The signals of one student: those that are on now, and the times one has been on. */
export interface SignalsOfStudent {
  /** As `openSignalsOfMentor`. */
  readonly open: readonly StoredSignal[];
  /** Every time one was on, "otillräckligt underlag" left out, newest first. */
  readonly history: readonly StoredSignal[];
}

/** What is on now for one student, and what has been since `from`, in one question. */
export async function signalsOfStudent(
  tx: Tx,
  studentId: number,
  from: LocalDate,
): Promise<SignalsOfStudent> {
  const { rows } = await sql<Row>`
    select student_id, signal, since, until, level, state, shown_from, evidence
    from signals.signal
    where organiser_id = ${tx.organiser} and student_id = ${studentId} and (until is null or since >= ${from})
    order by since desc, signal`.execute(tx.q);
  const all = rows.map(stored);
  return {
    open: all.filter((signal) => signal.until === null).toSorted((a, b) => b.level - a.level),
    history: all.filter((signal) => signal.since >= from && signal.state !== 'otillräckligt underlag'),
  };
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
