import type { LocalDate } from '../../../platform/local-date.ts';
import {
  blankLesson,
  type ChangedWeek,
  type LessonStage,
  type MergedLessons,
  mergeLessons,
  openLessonStage,
  type StagedLessons,
} from '../../attendance/index.ts';
import { isKnownCourse } from '../../organisation/index.ts';
import { dangerouslyAllStudentIdentifiers, type StudentIdentifiers } from '../../people/index.ts';
import { studentFinder } from '../reading/find-student.ts';
import { lessonReader } from '../reading/lesson-row.ts';
import { lessonSentences } from '../reading/lesson-sentences.ts';
import { readBatches } from '../reading/open-table.ts';
import { type OpenedFile, rowsOf } from '../reading/opened-file.ts';
import { isBlank } from '../reading/row-cells.ts';
import { cellsOf, type RawRow } from '../reading/split-rows.ts';
import type { Difference } from '../rules/telling-differences.ts';
import { countCodes } from '../warnings.ts';
import { stopIfCancelled } from './cancellation.ts';
import {
  type LessonTally,
  lessonTally,
  type SourceWeek,
  type TalliedLesson,
  tallied,
} from './lesson-tally.ts';
import { rowTails } from './row-tails.ts';
import { progressOf, type StepContext, type StepResult } from './step.ts';

/** A step of lessons tells besides which period they lie in and how many weeks were computed. */
export interface LessonsResult extends StepResult {
  readonly period: { readonly from: LocalDate; readonly to: LocalDate } | null;
  readonly weeks: number;
  /** What the source says of each week, to be held against what stands. */
  readonly sums: Iterable<SourceWeek>;
}

/** Where each file's rows begin in the numbers given to the stage: the numbers of a run's files follow on each other. */
type Offsets = readonly number[];

/**
 * Reads `narvaro` files and merges their lessons. Rows go to the database as they are read, so the memory used is the
 * same for ten rows and for ten million.
 */
export async function readLessons(context: StepContext): Promise<LessonsResult> {
  const { staged, offsets, rows, tally } = await stageLessons(context);
  context.onProgress({ kind: 'narvaro', share: 1, rows: staged.count });
  const merged = await mergeLessons(context.tx, staged, context.on);
  await refuseContradicting(context, merged.contradicting, offsets);
  return {
    created: merged.created,
    updated: merged.updated,
    unchanged: merged.unchanged,
    students: merged.students,
    weeks: merged.weeks,
    sums: tally.weeks(),
    differences: merged.changedWeeks.map(asDifference),
    alike: Object.fromEntries(merged.changedWeeks.map(({ kind, alike }) => [kind, alike])),
    rows,
    period: staged.count === 0 ? null : { from: staged.from, to: staged.to },
    warnings: unknownCourses(staged, merged),
  };
}

/** A week is told by its Monday. */
function asDifference({ kind, studentId, monday, before, after }: ChangedWeek): Difference {
  return {
    kind,
    studentId,
    unitId: null,
    masked: false,
    what: monday,
    before: String(before),
    after: String(after),
    place: null,
    size: Math.abs(after - before),
  };
}

interface Staging {
  readonly staged: StagedLessons;
  readonly offsets: Offsets;
  readonly rows: ReadonlyMap<string, number>;
  readonly tally: LessonTally;
}

async function stageLessons(context: StepContext): Promise<Staging> {
  const known = await dangerouslyAllStudentIdentifiers(context.tx, context.onlyUnits);
  const stage = await openLessonStage(context.tx);
  try {
    return await stageFiles(context, known, stage);
  } catch (error) {
    await stage.abort();
    throw error;
  }
}

async function stageFiles(
  context: StepContext,
  known: StudentIdentifiers,
  stage: LessonStage,
): Promise<Staging> {
  const offsets: number[] = [];
  const rows = new Map<string, number>();
  const progress = progressOf(context, 'narvaro');
  const tally = lessonTally([...known.byCivicNumber.values(), ...known.bySourceId.values()]);
  let last = 0;
  for (const file of context.files) {
    const offset = last;
    offsets.push(offset);
    const read = rowStager(context, file, known, stage, tally);
    let count = 0;
    for await (const batch of readBatches(file.table, file.table.found.headingRow, file.bytes)) {
      let number = batch.first;
      for (const row of batch.rows) if (read(row, number++, offset)) count += 1;
      last = offset + number;
      await stage.breathe();
      stopIfCancelled(context.signal);
      progress(file, batch.share, count);
    }
    rows.set(file.table.file, count);
  }
  return { staged: await stage.close(), offsets, rows, tally };
}

/**
 * Reads rows of one file into the stage or the refusals; answers false for a blank row. Rows that differ from an earlier
 * one by the student only are not taken apart again.
 */
function rowStager(
  context: StepContext,
  file: OpenedFile,
  known: StudentIdentifiers,
  stage: LessonStage,
  tally: LessonTally,
) {
  const { found, separator, file: name } = file.table;
  const find = studentFinder(known, context.on, {
    civic: file.cells.heading('civic'),
    source: file.cells.heading('source'),
  });
  const read = lessonReader(file.cells, found.headings.length, find, context.on);
  const tails = rowTails<TalliedLesson>(found, separator);
  const lesson = blankLesson();
  const add = (number: number, student: number, told: TalliedLesson): void => {
    stage.addShared(number, student, told.shared);
    tally.add(student, told);
  };
  return (row: RawRow, number: number, offset: number): boolean => {
    const split = tails?.split(row);
    const same = split && tails?.get(split.tail);
    const student = same && find(split.civic, split.source);
    if (same && typeof student === 'number') {
      add(offset + number, student, same);
      return true;
    }
    const cells = cellsOf(row, separator);
    if (isBlank(cells)) return false;
    const refusal = read(cells, lesson);
    if (refusal) context.refusals.add(name, number, cells, refusal);
    else if (lesson.remove) stage.remove({ ...lesson, row: offset + number });
    else {
      const told = tallied(lesson, stage.shared(lesson));
      if (split) tails?.set(split.tail, told);
      add(offset + number, lesson.studentId, told);
    }
    return true;
  };
}

/** The stage knows rows by number only; the few that contradict each other are looked up in the files again. */
async function refuseContradicting(
  context: StepContext,
  numbers: readonly number[],
  offsets: Offsets,
): Promise<void> {
  if (numbers.length === 0) return;
  const wanted = new Set(numbers);
  const refusal = { column: null, code: 'lesson-twice', says: lessonSentences['lesson-twice'] };
  for (const [index, file] of context.files.entries()) {
    for await (const { rows } of rowsOf(file)) {
      for (const row of rows) {
        if (wanted.has(offsets[index]! + row.number))
          context.refusals.add(file.table.file, row.number, row.cells, refusal);
      }
    }
  }
}

function unknownCourses(staged: StagedLessons, merged: MergedLessons) {
  if (merged.created + merged.updated === 0) return [];
  const codes = countCodes();
  const told = new Set(staged.activities.map((activity) => activity.courseCode));
  for (const code of told) if (code !== '' && !isKnownCourse(code)) codes.add(code);
  return codes.warning('unknown-course', (list) => `Okända kurskoder läses in som de står: ${list}.`);
}
