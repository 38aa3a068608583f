import type { LocalDate } from '../../../platform/local-date.ts';
import {
  type CompulsoryGrade,
  type CompulsorySubject,
  compulsorySubjects,
  type IncomingFinalGrades,
  newScaleFrom,
  readCompulsoryGrade,
} from '../../grades/index.ts';
import { finalGradeSentences } from './final-grade-sentences.ts';
import type { FindStudent } from './find-student.ts';
import { type Problems, problemsIn } from './problems.ts';
import type { Refusal } from './refusal.ts';
import { type RowCells, rightLength } from './row-cells.ts';

/** Reads one row of a `slutbetyg` file; answers why not when it cannot. */
export type ReadFinalGradesRow = (cells: readonly string[], row: number) => IncomingFinalGrades | Refusal;

const subjects = Object.keys(compulsorySubjects) as readonly CompulsorySubject[];

/**
 * A reader of one `slutbetyg` file (Statistics Sweden's layout for year 9, 2025). The school of the row set the grades and
 * is not one of the organiser's units. A file without a date is taken to be from `on`. Refuses an unknown grade, a
 * student who is not registered, and files from after the new scale.
 */
export function finalGradesReader(
  row: RowCells,
  headings: number,
  find: FindStudent,
  on: LocalDate,
): ReadFinalGradesRow {
  const least = 1 + Math.max(row.index('civic'), row.index('EN'));
  const problems = problemsIn(row, finalGradeSentences);
  return (cells, number) => {
    const wrongLength = rightLength(cells, headings, least) ?? row.unfit(cells);
    if (wrongLength) return wrongLength;
    problems.clear();
    const student = find(row.text(cells, 'civic'), row.text(cells, 'source'));
    if (typeof student !== 'number') problems.add(student);
    const takenOn = problems.day(cells, 'takenOn', 'may-be-empty') ?? on;
    if (takenOn >= newScaleFrom) problems.refuse('takenOn', 'scale-unknown');
    const grades = subjects.flatMap((subject) => gradeIn(row, cells, subject, problems));
    if (grades.length === 0 && !problems.any()) problems.refuse(null, 'final-grades-missing');
    const refusal = problems.together();
    if (refusal || typeof student !== 'number') return refusal!;
    const unitCode = /^\d{8}$/.test(row.text(cells, 'unit')) ? row.text(cells, 'unit') : null;
    return { row: number, studentId: student, takenOn, unitCode, grades };
  };
}

/** An empty cell says nothing about the subject. */
function gradeIn(
  row: RowCells,
  cells: readonly string[],
  subject: CompulsorySubject,
  problems: Problems<keyof typeof finalGradeSentences>,
): readonly CompulsoryGrade[] {
  const text = row.text(cells, subject);
  if (text === '') return [];
  const read = readCompulsoryGrade(text);
  if (!read) {
    problems.refuse(subject, 'final-grade-unknown');
    return [];
  }
  return [{ subject, language: row.text(cells, `${subject}Language`).toUpperCase() || null, ...read }];
}
