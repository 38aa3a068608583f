import { addDays, type LocalDate } from '../../../platform/local-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { concernsOf } from '../../concerns/index.ts';
import { talksOf } from '../../coordination/index.ts';
import type { ActFact, ConcernFact, FeedbackFact, StudentFacts } from '../engine/index.ts';
import { loadWeeks } from '../load-weeks.ts';
import type { SignalId } from '../rules/index.ts';
import type { Enrolled } from './affected-classes.ts';

/** How far before the school year facts are read: the spring term, which an autumn's own earlier level is taken from. */
const earlierDays = 24 * 7;

/** For which day, from which school year. */
export interface FactSpan {
  readonly on: LocalDate;
  readonly yearStart: LocalDate;
  /**
   * Through which day acts, concerns and feedback are known, when the newest lessons are older than that: what came
   * after `on` counts as of `on`, so that a talk held today lets a signal rest that stands on last week's data.
   */
  readonly knownThrough?: LocalDate;
}

/** Everything the engine may know of some students on a day, by student. */
export async function factsOf(
  tx: Tx,
  students: readonly Enrolled[],
  span: FactSpan,
): Promise<ReadonlyMap<number, StudentFacts>> {
  const { on, yearStart, knownThrough = on } = span;
  const ids = students.map((student) => student.studentId);
  const weeks = await loadWeeks(tx, ids, addDays(yearStart, -earlierDays), on);
  const talks = grouped(await talksOf(tx, ids, knownThrough, 100_000));
  const concerns = grouped(await concernsOf(tx, ids, knownThrough));
  const feedback = grouped(await feedbackOf(tx, ids, knownThrough));
  const atMost = (day: LocalDate) => (day > on ? on : day);
  return new Map(
    students.map((student) => {
      const id = student.studentId;
      const facts: StudentFacts = {
        enrolledFrom: student.enrolledFrom,
        yearOfProgramme: student.yearOfProgramme,
        weeks: weeks.get(id) ?? [],
        acts: (talks.get(id) ?? [])
          .filter((talk) => talk.outcome !== 'did-not-come')
          .map((talk) => ({ ...act(talk, student), on: atMost(talk.heldOn) })),
        concerns: (concerns.get(id) ?? []).map((each) => concernFact(each, atMost)),
        feedback: (feedback.get(id) ?? []).map((each) => ({ ...each, given: atMost(each.given) })),
      };
      return [id, facts];
    }),
  );
}

function act(talk: Awaited<ReturnType<typeof talksOf>>[number], student: Enrolled): ActFact {
  return {
    id: talk.talkId,
    kind: talk.heldBy === student.mentorId ? 'mentor-talk' : 'other-talk',
    on: talk.heldOn,
    nextStep: talk.nextOn,
    signals: null,
  };
}

const areaWords = {
  attendance: 'närvaro',
  schoolwork: 'skolarbete',
  results: 'resultat',
  wellbeing: 'mående',
  relations: 'relationer',
  other: null,
} as const;

function concernFact(
  concern: Awaited<ReturnType<typeof concernsOf>>[number],
  atMost: (day: LocalDate) => LocalDate,
): ConcernFact {
  return {
    id: concern.concernId,
    raised: atMost(concern.raisedOn),
    kind: concern.kind,
    role: concern.kind === 'staff-concern' ? null : (concern.chosenAdult?.name ?? null),
    area: concern.kind === 'staff-concern' ? areaWords[concern.area] : null,
    handled: concern.handledOn && atMost(concern.handledOn),
  };
}

async function feedbackOf(tx: Tx, ids: readonly number[], on: LocalDate) {
  const rows = await tx.q
    .selectFrom('signals.feedback')
    .select(['feedback_id', 'student_id', 'signal', 'given_on', 'reason'])
    .where('organiser_id', '=', tx.organiser)
    .where((where) => where('student_id', '=', where.fn.any(where.val(ids as number[]))))
    .where('given_on', '<=', on)
    .orderBy('feedback_id')
    .execute();
  return rows.map((row): FeedbackFact & { studentId: number } => ({
    studentId: row.student_id,
    id: row.feedback_id,
    signal: row.signal as SignalId,
    given: row.given_on,
    reason: row.reason,
  }));
}

/** By student, the oldest first: as the engine reads them. */
function grouped<Row extends { readonly studentId: number }>(
  rows: readonly Row[],
): ReadonlyMap<number, Row[]> {
  const answer = new Map<number, Row[]>();
  for (const row of rows) {
    const list = answer.get(row.studentId);
    if (list) list.push(row);
    else answer.set(row.studentId, [row]);
  }
  return answer;
}
