import type { LocalDate } from '../../../platform/local-date.ts';
import { type IncomingGrade, readGrade } from '../../grades/index.ts';
import { courseName, coursePoints, isKnownCourse } from '../../organisation/index.ts';
import type { FindStudent } from './find-student.ts';
import { gradeSentences } from './grade-sentences.ts';
import { type Problems, problemsIn } from './problems.ts';
import type { Refusal } from './refusal.ts';
import { type RowCells, rightLength } from './row-cells.ts';

/** Reads one row of a `betyg` file; answers why not when it cannot. */
export type ReadGradeRow = (cells: readonly string[], row: number) => IncomingGrade | Refusal;

const mostPoints = 2_500;

/**
 * A reader of one `betyg` file. Name and points of the course come from the file, otherwise from the tables of courses.
 * A grade without a day but with a term counts from the term's last day. Refuses an unknown grade, a missing course, a
 * day that does not exist.
 */
export function gradeReader(row: RowCells, headings: number, find: FindStudent): ReadGradeRow {
  const least = 1 + Math.max(...['course', 'grade'].map(row.index));
  const problems = problemsIn(row, gradeSentences);
  return (cells, number) => {
    const wrongLength = rightLength(cells, headings, least) ?? row.unfit(cells);
    if (wrongLength) return wrongLength;
    problems.clear();
    const text = (field: string): string => row.text(cells, field);
    const student = find(text('civic'), text('source'));
    if (typeof student !== 'number') problems.add(student);
    const gradedOn =
      lastDayOfTerm(text('gradedOn') === '' ? text('term') : '') ?? problems.day(cells, 'gradedOn', 'needed');
    const grade = readGrade(text('grade'), gradedOn ?? '');
    if (!grade) problems.refuse('grade', text('grade') === '' ? 'grade-missing' : 'grade-unknown');
    const course = readCourse(row, cells, problems);
    const trial = problems.yes(cells, 'trial', 'yes-or-no');
    const extended = problems.yes(cells, 'extended', 'yes-or-no');
    const remove = problems.yes(cells, 'remove', 'yes-or-no');
    const refusal = problems.together();
    if (refusal || typeof student !== 'number' || !grade || !gradedOn) return refusal!;
    const notes = {
      adaptedPlan: text('adaptedPlan') || null,
      teacher: text('teacher') || null,
      remark: text('remark') || null,
    };
    return {
      row: number,
      studentId: student,
      ...course,
      gradedOn,
      trial,
      ...grade,
      term: text('term') || null,
      extended,
      ...notes,
      remove,
    };
  };
}

function readCourse(
  row: RowCells,
  cells: readonly string[],
  problems: Problems<keyof typeof gradeSentences>,
): Pick<IncomingGrade, 'courseCode' | 'courseName' | 'points'> {
  const code = row.text(cells, 'course');
  if (code === '') problems.refuse('course', 'course-missing');
  const points = problems.number(cells, 'points', 'points-unknown');
  if (points !== null && (points < 0 || points > mostPoints)) problems.refuse('points', 'points-unknown');
  return {
    courseCode: code,
    courseName: row.text(cells, 'courseName') || (isKnownCourse(code) ? courseName(code) : null),
    points: points === null ? (coursePoints(code) ?? null) : Math.round(points),
  };
}

/** `VT2026` and `HT 26`: terms end on the last of June and of December. Null for anything else. */
function lastDayOfTerm(term: string): LocalDate | null {
  const match = /^(VT|HT)\s*-?\s*(?:20)?(\d{2})$/i.exec(term.trim());
  if (!match) return null;
  return `20${match[2]}-${match[1]!.toUpperCase() === 'VT' ? '06-30' : '12-31'}`;
}
