import type { LocalDate } from '../../../platform/local-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { type ImportFile, type Kind, kindSpecs, type Warning } from '../../import/index.ts';
import type { SourceId } from '../mirror/store-mirror.ts';
import { readModel, waitingGrades, waitingSums } from '../queries/read-mirror.ts';
import { gradeRows, type ToldGrade } from './grade-rows.ts';
import { lessonHeadings } from './lesson-rows.ts';
import type { Model } from './mirror-model.ts';
import { notesOf } from './notes.ts';
import { periodHeadings, periodRows } from './period-rows.ts';
import { rowFile, writeCells } from './row-file.ts';
import { type Cells, studentRows } from './student-rows.ts';
import { type Ours, oursIn } from './who-is-ours.ts';
import { type ToldLessons, writeLessons } from './write-lessons.ts';

/** What a mirror came to as files, and what to remember when they are imported. */
export interface Projection {
  readonly files: readonly ImportFile[];
  readonly notes: readonly Warning[];
  readonly told: Told;
}

/** What was told, by object. */
export interface Told {
  readonly persons: ReadonlyMap<string, readonly string[]>;
  readonly lessons: ToldLessons;
  readonly grades: ReadonlyMap<string, ToldGrade | null>;
  /** The objects of the rows of `betyg` and `narvaro_summa` in their order: a refused row goes on waiting. */
  readonly gradeRows: readonly (readonly string[])[];
  readonly sumRows: readonly (readonly string[])[];
}

/** When it is, and where files go. */
export interface ProjectOptions {
  readonly folder: string;
  readonly on: LocalDate;
  readonly now: Date;
  readonly yearStarts: LocalDate;
}

/**
 * Turns what waits in a mirror into files of our own kinds: the whole roster, and what is new of lessons, sums and
 * grades. Changes nothing.
 */
export async function project(tx: Tx, source: SourceId, options: ProjectOptions): Promise<Projection> {
  const { folder, on, now, yearStarts } = options;
  const model = await readModel(tx, source);
  const roster = studentRows(model, on, yearStarts);
  const ours = oursIn(model, roster, on);
  const students = await writeCells(folder, 'elever', roster.rows);
  const narvaro = rowFile(folder, 'narvaro', lessonHeadings);
  const lessons = await writeLessons({
    tx,
    source,
    model,
    ours,
    file: narvaro,
    now,
    yearStarts,
    canTakeBack: takes('narvaro'),
  });
  const sums = await writeSums(tx, source, model, ours, folder);
  const grades = await writeGrades(tx, source, model, ours, folder);
  const files = [students, await narvaro.close(), sums.file, grades.file].filter((file) => file !== null);
  const notes = notesOf({ model, roster, lessons });
  const told = {
    persons: roster.told,
    lessons,
    grades: grades.told,
    gradeRows: grades.rows,
    sumRows: sums.rows,
  };
  return { files, notes, told };
}

/** Whether a kind has rows that take something away. */
function takes(kind: Kind): boolean {
  return 'remove' in kindSpecs[kind].fields;
}

async function writeSums(tx: Tx, source: SourceId, model: Model, ours: Ours, folder: string) {
  const file = rowFile(folder, 'narvaro_summa', periodHeadings);
  const sums = (await waitingSums(tx, source)).filter(
    ({ body, deleted }) => !deleted && ours.has(body.student),
  );
  const rows = periodRows(model, sums, ours.identity);
  for (const { row } of rows) file.add(row);
  return { file: await file.close(), rows: rows.map(({ ids }) => ids) };
}

async function writeGrades(tx: Tx, source: SourceId, model: Model, ours: Ours, folder: string) {
  const cells: Cells[] = [];
  const rows: string[][] = [];
  const told = new Map<string, ToldGrade | null>();
  for (const grade of await waitingGrades(tx, source)) {
    const { student } = grade.body;
    if (!ours.has(student)) {
      if (!ours.mayCome(student)) told.set(grade.id, null);
      continue;
    }
    const made = gradeRows(model, grade, ours.identity(student));
    told.set(grade.id, made.told);
    for (const row of made.rows) {
      if (row['Ta bort'] && !takes('betyg')) continue;
      cells.push(row);
      rows.push([grade.id]);
    }
  }
  return { file: await writeCells(folder, 'betyg', cells), rows, told };
}
