import type { LocalDate } from '../../../platform/local-date.ts';
import {
  blankLesson,
  type MergedLessons,
  mergeLessons,
  openLessonStage,
  type StagedLessons,
} from '../../attendance/index.ts';
import { isKnownCourse } from '../../organisation/index.ts';
import { dangerouslyAllStudentIdentifiers } from '../../people/index.ts';
import { studentFinder } from '../reading/find-student.ts';
import { lessonReader } from '../reading/lesson-row.ts';
import { lessonSentences } from '../reading/lesson-sentences.ts';
import { readBatches } from '../reading/open-table.ts';
import { rowsOf } from '../reading/opened-file.ts';
import { isBlank } from '../reading/row-cells.ts';
import { countCodes } from '../warnings.ts';
import { progressOf, type StepContext, type StepResult } from './step.ts';

/** A step of lessons tells besides which period they lie in and how many weeks were computed. */
export interface LessonsResult extends StepResult {
  readonly period: { readonly from: LocalDate; readonly to: LocalDate } | null;
  readonly weeks: number;
}

/** Where each file's rows begin in the numbers given to the stage: the numbers of a run's files follow on each other. */
type Offsets = readonly number[];

/**
 * Reads `narvaro` files and merges their lessons. Rows go to the database as they are read, so the memory used is the
 * same for ten rows and for ten million.
 */
export async function readLessons(context: StepContext): Promise<LessonsResult> {
  const { staged, offsets, rows } = await stageLessons(context);
  context.onProgress({ kind: 'narvaro', share: 1, rows: staged.count });
  const merged = await mergeLessons(context.tx, staged);
  await refuseContradicting(context, merged.contradicting, offsets);
  return {
    created: merged.created,
    updated: merged.updated,
    unchanged: merged.unchanged,
    students: merged.students,
    weeks: merged.weeks,
    rows,
    period: staged.count === 0 ? null : { from: staged.from, to: staged.to },
    warnings: unknownCourses(staged, merged),
  };
}

async function stageLessons(context: StepContext): Promise<{
  staged: StagedLessons;
  offsets: Offsets;
  rows: ReadonlyMap<string, number>;
}> {
  const known = await dangerouslyAllStudentIdentifiers(context.tx, context.onlyUnits);
  const stage = await openLessonStage(context.tx);
  const lesson = blankLesson();
  const offsets: number[] = [];
  const rows = new Map<string, number>();
  const progress = progressOf(context, 'narvaro');
  let last = 0;
  for (const file of context.files) {
    const offset = last;
    offsets.push(offset);
    const { headings, headingRow } = file.table.found;
    const columns = { civic: file.cells.heading('civic'), source: file.cells.heading('source') };
    const read = lessonReader(file.cells, headings.length, studentFinder(known, context.on, columns));
    let count = 0;
    for await (const batch of readBatches(file.table, headingRow, file.bytes)) {
      let number = batch.first - 1;
      for (const cells of batch.rows) {
        number += 1;
        if (cells.length < 2 && isBlank(cells)) continue;
        const refusal = read(cells, lesson);
        if (refusal === undefined) stage.add(offset + number, lesson);
        else if (isBlank(cells)) continue;
        else context.refusals.add(file.table.file, number, cells, refusal);
        count += 1;
      }
      last = offset + number;
      await stage.breathe();
      progress(file, batch.share, count);
    }
    rows.set(file.table.file, count);
  }
  return { staged: await stage.close(), offsets, rows };
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
