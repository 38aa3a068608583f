import { epochDay, type LocalDate } from '../../../platform/local-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { refreshStatistics } from '../../../platform/server/refresh-statistics.ts';
import { latestLessonDay } from '../../attendance/index.ts';
import { gradesOf } from '../../grades/index.ts';
import { courseName } from '../../organisation/index.ts';
import { weeksStoodStill } from '../engine/group-levels.ts';
import {
  type EngineSettings,
  evaluateGroup,
  offDaysOf,
  type Signal,
  type StudentFacts,
} from '../engine/index.ts';
import { type CourseGrades, type Indicator, indicatorOf } from '../indicator.ts';
import { affectedClasses, type Enrolled } from '../queries/affected-classes.ts';
import { engineSettings } from '../queries/engine-settings.ts';
import { factsOf } from '../queries/facts-of.ts';
import { evaluationDay, limitsAt } from '../rules/index.ts';
import { signalRows } from '../signal-rows.ts';
import { saveIndicators, saveSignals } from '../store.ts';
import { releaseWaiting } from './release-waiting.ts';

/** For which day, and whose: those whose data changed, or everybody. */
export interface RefreshSignals {
  readonly on: LocalDate;
  readonly students: readonly number[] | 'all';
  readonly onProgress?: ((done: number, of: number) => void) | undefined;
}

/** How many students are read and evaluated at a time: bounds the memory whatever the size of the organiser. */
const batchSize = 600;

/**
 * Evaluates students as of `on` (or as of the newest lessons, when those are old: `evaluationDay`) and writes their signals and indicators. Only those named are written; their
 * classmates are read for comparison. The same data gives the same rows, whenever and however often it is run.
 * Answers how many were evaluated.
 */
export async function refreshSignals(
  tx: Tx,
  { on: today, students, onProgress }: RefreshSignals,
): Promise<number> {
  const on = evaluationDay(today, await latestLessonDay(tx));
  const classes = await affectedClasses(tx, students);
  const wanted = students === 'all' ? null : new Set(students);
  const settings = await engineSettings(tx, on);
  const total = classes.reduce((sum, members) => sum + members.length, 0);
  let read = 0;
  let evaluated = 0;
  for (const batch of batches(classes)) {
    evaluated += await refreshBatch(tx, batch, { on, today, settings, wanted });
    read += batch.reduce((sum, members) => sum + members.length, 0);
    onProgress?.(read, total);
  }
  await refreshStatistics(tx, evaluated, ['signals.indicator', 'signals.signal']);
  await releaseWaiting(tx, today, students);
  return evaluated;
}

function* batches(classes: readonly (readonly Enrolled[])[]): Generator<(readonly Enrolled[])[]> {
  let batch: (readonly Enrolled[])[] = [];
  let size = 0;
  for (const members of classes) {
    batch.push(members);
    size += members.length;
    if (size < batchSize) continue;
    yield batch;
    batch = [];
    size = 0;
  }
  if (batch.length > 0) yield batch;
}

interface Moment {
  readonly on: LocalDate;
  readonly today: LocalDate;
  readonly settings: EngineSettings;
  readonly wanted: ReadonlySet<number> | null;
}

async function refreshBatch(
  tx: Tx,
  classes: readonly (readonly Enrolled[])[],
  moment: Moment,
): Promise<number> {
  const { on, settings, wanted } = moment;
  const members = classes.flat();
  const facts = await factsOf(tx, members, {
    on,
    yearStart: settings.calendar.yearStart,
    knownThrough: moment.today,
  });
  const chosen = members.map((each) => each.studentId).filter((id) => !wanted || wanted.has(id));
  const courses = await coursesOf(tx, chosen, on);
  const signals = new Map<number, readonly Signal[]>();
  const indicators: Indicator[] = [];
  for (const group of classes) {
    const ofClass = new Map(group.map((each) => [each.studentId, facts.get(each.studentId)!]));
    const picked = new Set(group.map((each) => each.studentId).filter((id) => !wanted || wanted.has(id)));
    for (const [id, answer] of evaluateGroup(ofClass, on, settings, picked)) signals.set(id, answer);
    indicators.push(...indicatorsOf(ofClass, picked, signals, courses, moment));
  }
  const rows = chosen.flatMap((id) => signalRows(id, signals.get(id) ?? []));
  await saveSignals(tx, chosen, rows, { from: settings.calendar.yearStart, on });
  await saveIndicators(tx, indicators, on);
  return chosen.length;
}

function indicatorsOf(
  group: ReadonlyMap<number, StudentFacts>,
  picked: ReadonlySet<number>,
  signals: ReadonlyMap<number, readonly Signal[]>,
  courses: ReadonlyMap<number, readonly CourseGrades[]>,
  { on, settings }: Moment,
): Indicator[] {
  const context = {
    on,
    yearStart: settings.calendar.yearStart,
    limits: limitsAt(settings.thresholds, epochDay(on)),
    off: offDaysOf(settings.calendar),
    stoodStill: weeksStoodStill([...group.values()].map((facts) => facts.weeks)),
  };
  return [...picked].map((id) =>
    indicatorOf(id, group.get(id)!, signals.get(id) ?? [], { ...context, courses: courses.get(id) ?? [] }),
  );
}

async function coursesOf(
  tx: Tx,
  ids: readonly number[],
  on: LocalDate,
): Promise<ReadonlyMap<number, readonly CourseGrades[]>> {
  const answer = new Map<number, Map<string, string[]>>();
  for (const grade of await gradesOf(tx, ids, on)) {
    const name = grade.courseName ?? courseName(grade.courseCode) ?? grade.courseCode;
    const courses = answer.get(grade.studentId) ?? new Map<string, string[]>();
    answer.set(grade.studentId, courses.set(name, [...(courses.get(name) ?? []), grade.value]));
  }
  return new Map(
    [...answer].map(([id, courses]) => [id, [...courses].map(([name, grades]) => ({ name, grades }))]),
  );
}
