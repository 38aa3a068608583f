import type { LocalDate } from '../../../platform/local-date.ts';
import { type IncomingGrade, readGrade } from '../../grades/index.ts';
import { courseName, coursePoints, isKnownCourse } from '../../organisation/index.ts';
import type { FindStudent } from './find-student.ts';
import { gradeSentences } from './grade-sentences.ts';
import { dateSentences, readDate, readNumber, readYesNo } from './read-cells.ts';
import { type Refusal, together } from './refusal.ts';
import { type RowCells, rightLength } from './row-cells.ts';

/** Reads one row of a `betyg` file; answers why not when it cannot. */
export type ReadGradeRow = (cells: readonly string[], row: number) => IncomingGrade | Refusal;

/**
 * A reader of one `betyg` file. Name and points of the course come from the file, otherwise from the tables of courses.
 * A grade without a day but with a term counts from the term's last day. Refuses an unknown grade, a missing course, a day
 * that does not exist.
 */
export function gradeReader(row: RowCells, headings: number, find: FindStudent): ReadGradeRow {
  const least = 1 + Math.max(...['course', 'grade'].map(row.index));
  return (cells, number) => {
    const wrongLength = rightLength(cells, headings, least);
    if (wrongLength) return wrongLength;
    const problems: Refusal[] = [];
    const refuse = (field: string, code: keyof typeof gradeSentences): void =>
      void problems.push({ column: row.heading(field), code, says: gradeSentences[code] });
    const text = (field: string): string => row.text(cells, field);
    const student = find(text('civic'), text('source'));
    if (typeof student !== 'number') problems.push(student);
    if (text('course') === '') refuse('course', 'course-missing');
    const gradedOn = readDay(row, cells, problems);
    const grade = readGrade(text('grade'), gradedOn ?? '');
    if (!grade) refuse('grade', text('grade') === '' ? 'grade-missing' : 'grade-unknown');
    const points = readNumber(text('points'));
    if (points === undefined || (points !== null && (points < 0 || points > 2_500)))
      refuse('points', 'points-unknown');
    const trial = readYesNo(text('trial'));
    if (trial === undefined) refuse('trial', 'yes-or-no');
    const extended = readYesNo(text('extended'));
    if (extended === undefined) refuse('extended', 'yes-or-no');
    const refusal = together(problems);
    if (refusal || typeof student !== 'number' || !grade || !gradedOn) return refusal!;
    const code = text('course');
    return {
      row: number,
      studentId: student,
      courseCode: code,
      courseName: text('courseName') || (isKnownCourse(code) ? courseName(code) : null),
      points: points == null ? (coursePoints(code) ?? null) : Math.round(points),
      gradedOn,
      trial: trial === true,
      ...grade,
      term: text('term') || null,
      extended: extended === true,
      adaptedPlan: text('adaptedPlan') || null,
      teacher: text('teacher') || null,
      remark: text('remark') || null,
    };
  };
}

function readDay(row: RowCells, cells: readonly string[], problems: Refusal[]): LocalDate | null {
  const told = row.text(cells, 'gradedOn');
  const term = told === '' ? lastDayOfTerm(row.text(cells, 'term')) : null;
  if (term) return term;
  const read = readDate(told);
  if ('day' in read) return read.day;
  problems.push({
    column: row.heading('gradedOn') ?? row.heading('term'),
    code: read.problem,
    says: dateSentences[read.problem],
  });
  return null;
}

/** `VT2026` and `HT 26`: terms end on the last of June and of December. */
function lastDayOfTerm(term: string): LocalDate | null {
  const match = /^(VT|HT)\s*-?\s*(?:20)?(\d{2})$/i.exec(term.trim());
  if (!match) return null;
  return `20${match[2]}-${match[1]!.toUpperCase() === 'VT' ? '06-30' : '12-31'}`;
}
