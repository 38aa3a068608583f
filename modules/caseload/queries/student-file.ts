import { sql } from 'kysely';
import { addDays, type LocalDate, mondayOf } from '../../../platform/local-date.ts';
import { type Tx, together } from '../../../platform/server/db.ts';
import { type Actor, relationsTo, type Why, whyMay } from '../../access/index.ts';
import {
  type AbsentLesson,
  absentLessons,
  type CourseAttendance,
  courseAttendance,
  type PeriodTotal,
  periodTotals,
  type StudentWeek,
  studentWeeks,
} from '../../attendance/index.ts';
import { type Reader, readersOf } from '../../audit/index.ts';
import { type Concern, concernsOf } from '../../concerns/index.ts';
import { type Talk, talksOf } from '../../coordination/index.ts';
import { type CompulsoryGrade, finalGradesOf, type GradeOfStudent, gradesOf } from '../../grades/index.ts';
import { type StudentCard, studentCard } from '../../people/index.ts';
import { type StoredSignal, signalsOfStudent } from '../../signals/index.ts';
import {
  type CaseloadRecord,
  type CaseloadRow,
  caseloadColumns,
  caseloadJoins,
  caseloadRow,
} from './indicator-row.ts';

/** Everything on a student's page, and why the reader may see it. */
export interface StudentFile {
  readonly why: Why;
  /** What the reader may do here; what she may not is not offered. */
  readonly may: Readonly<Record<'recordTalk' | 'raiseConcern' | 'answerSignal' | 'openIdentity', boolean>>;
  readonly card: StudentCard;
  /** The same row as in the lists, so that the figures are the same; null before the first evaluation. */
  readonly row: CaseloadRow | null;
  readonly signals: readonly StoredSignal[];
  readonly history: readonly StoredSignal[];
  readonly weeks: readonly StudentWeek[];
  /** Attendance given as totals of a period, newest first. */
  readonly totals: readonly PeriodTotal[];
  readonly courses: readonly CourseAttendance[];
  /** The period that `courses` is counted over: the four calendar weeks that end with the latest Sunday. */
  readonly coursesFrom: LocalDate;
  readonly coursesTo: LocalDate;
  /** The absent lessons of the school year that the open signals stand on, newest first. */
  readonly lessons: readonly AbsentLesson[];
  readonly talks: readonly Talk[];
  readonly concerns: readonly Concern[];
  readonly grades: readonly GradeOfStudent[];
  /** Final grades of year 9; empty when none are read in. */
  readonly finalGrades: readonly CompulsoryGrade[];
  readonly readers: readonly Reader[];
}

/**
 * The page of one student for one reader; undefined both when there is no such student and when the reader has no
 * relation that opens the page, so that nothing can be told from the answer.
 */
export async function studentFile(
  tx: Tx,
  actor: Actor,
  studentId: number,
  today: LocalDate,
): Promise<StudentFile | undefined> {
  const subject = await relationsTo(tx, actor, studentId, today);
  const why = whyMay(actor, 'student.read', subject);
  if (!why.allowed) return undefined;
  const yearAgo = addDays(mondayOf(today), -7 * 45);
  const [
    card,
    row,
    { open: signals, history },
    weeks,
    talks,
    concerns,
    grades,
    readers,
    totals,
    finalGrades,
  ] = await together(tx, [
    () => studentCard(tx, studentId, today),
    () => rowOf(tx, studentId),
    () => signalsOfStudent(tx, studentId, yearAgo),
    () => studentWeeks(tx, studentId, yearAgo, today),
    () => talksOf(tx, [studentId], today, 100),
    () => concernsOf(tx, [studentId], today),
    () => gradesOf(tx, [studentId], today),
    () => readersOf(tx, studentId, { limit: 6 }),
    () => periodTotals(tx, studentId, yearAgo),
    () => finalGradesOf(tx, studentId),
  ]);
  if (!card) return undefined;
  const period = recentPeriod(signals, today);
  const [courses, lessons] = await together(tx, [
    () => courseAttendance(tx, studentId, period.from, period.to),
    () => lessonsBehind(tx, studentId, signals),
  ]);
  const attendance = { weeks, totals, courses, coursesFrom: period.from, coursesTo: period.to, lessons };
  const may = {
    recordTalk: whyMay(actor, 'talk.record', subject).allowed,
    raiseConcern: whyMay(actor, 'concern.raise', subject).allowed,
    answerSignal: whyMay(actor, 'signal.feedback', subject).allowed,
    openIdentity: whyMay(actor, 'identity.open-protected', subject).allowed,
  };
  return {
    why,
    may,
    card,
    row,
    signals,
    history,
    ...attendance,
    talks,
    concerns,
    grades,
    finalGrades,
    readers,
  };
}

/** The window of the absence signal when there is one, so that the course table adds up to it; else four weeks. */
function recentPeriod(signals: readonly StoredSignal[], today: LocalDate) {
  const window = signals.find((each) => each.signal === 'N01')?.evidence?.window;
  if (window) return { from: window.from, to: window.to };
  const sunday = addDays(mondayOf(today), -1);
  return { from: addDays(sunday, -27), to: sunday };
}

async function lessonsBehind(tx: Tx, studentId: number, signals: readonly StoredSignal[]) {
  const windows = signals.flatMap((each) =>
    each.signal.startsWith('N') && each.level > 0 && each.evidence ? [each.evidence.window] : [],
  );
  if (windows.length === 0) return [];
  const from = windows.map((each) => each.from).reduce((a, b) => (a < b ? a : b));
  const to = windows.map((each) => each.to).reduce((a, b) => (a > b ? a : b));
  return absentLessons(tx, studentId, from, to);
}

async function rowOf(tx: Tx, studentId: number): Promise<CaseloadRow | null> {
  const { rows } = await sql<CaseloadRecord>`select ${sql.raw(caseloadColumns)} ${sql.raw(caseloadJoins)}
    where p.organiser_id = ${tx.organiser} and p.student_id = ${studentId}`.execute(tx.q);
  return rows[0] ? caseloadRow(rows[0]) : null;
}
