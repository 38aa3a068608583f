import { sql } from 'kysely';
import type { LocalDate } from '../../../platform/local-date.ts';
import { type Tx, together } from '../../../platform/server/db.ts';
import { type DueStep, dueStepsOfMentor } from '../../coordination/index.ts';
import { openSignalsOfMentor, ruleCards, type StoredSignal } from '../../signals/index.ts';
import {
  type CaseloadRecord,
  type CaseloadRow,
  caseloadColumns,
  caseloadJoins,
  caseloadRow,
} from './indicator-row.ts';

/** A student with what is on for her. */
export interface MyStudent extends CaseloadRow {
  readonly signals: readonly StoredSignal[];
  readonly due: DueStep | null;
}

/** A mentor's day. */
export interface MyStudents {
  /** Whom to talk to: a signal is shown and nobody has acted. The one who needs it most first. */
  readonly today: readonly MyStudent[];
  /** Signals that wait for a later week because of the budget of three new ones. */
  readonly queued: readonly MyStudent[];
  /** Somebody has acted; they come back only if it gets worse or the next step passes. */
  readonly resting: readonly MyStudent[];
  readonly others: readonly MyStudent[];
  readonly all: readonly MyStudent[];
  /** Next steps that were agreed on, the earliest first. */
  readonly due: readonly MyStudent[];
}

/** Everything that "Mina elever" shows for the mentor `mentorId`, in one round trip to the database. */
export async function myStudents(tx: Tx, mentorId: number): Promise<MyStudents> {
  const [rows, signals, due] = await together(tx, [
    () => rowsOf(tx, mentorId),
    () => openSignalsOfMentor(tx, mentorId),
    () => dueStepsOfMentor(tx, mentorId),
  ]);
  return arrange(rows, signals, due);
}

async function rowsOf(tx: Tx, mentorId: number): Promise<readonly CaseloadRow[]> {
  const { rows } = await sql<CaseloadRecord>`select ${sql.raw(caseloadColumns)} ${sql.raw(caseloadJoins)}
    where p.organiser_id = ${tx.organiser} and p.mentor_id = ${mentorId}
    order by i.rank desc nulls last, p.sort_name`.execute(tx.q);
  return rows.map(caseloadRow);
}

/** Sorts the students into the day's lists. Pure, so that it can be tested without a database. */
export function arrange(
  rows: readonly CaseloadRow[],
  signals: readonly StoredSignal[],
  due: readonly DueStep[],
): MyStudents {
  const all: MyStudent[] = rows.map((row) => ({
    ...row,
    signals: signals.filter((signal) => signal.studentId === row.studentId && signal.level > 0),
    due: due.find((step) => step.studentId === row.studentId) ?? null,
  }));
  const today = all.filter((student) => student.signals.some(isShown));
  const rest = all.filter((student) => !today.includes(student));
  const queued = rest.filter((student) => student.signals.some(isQueued));
  const resting = rest.filter((student) => !queued.includes(student) && student.signals.some(isResting));
  return {
    all,
    today,
    queued,
    resting,
    others: rest,
    due: all.filter((student) => student.due).sort((a, b) => compareDays(a.due!.nextOn, b.due!.nextOn)),
  };
}

/** The school's own duties (family P) never put a student on the list by themselves. */
function concernsStudent(signal: StoredSignal): boolean {
  return ruleCards[signal.signal].family !== 'P';
}

function isShown(signal: StoredSignal): boolean {
  return signal.state === 'aktiv' && signal.shownFrom !== null && concernsStudent(signal);
}

function isQueued(signal: StoredSignal): boolean {
  return signal.state === 'aktiv' && signal.shownFrom === null && concernsStudent(signal);
}

function isResting(signal: StoredSignal): boolean {
  return (signal.state === 'kvitterad' || signal.state === 'fel') && concernsStudent(signal);
}

function compareDays(a: LocalDate, b: LocalDate): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
