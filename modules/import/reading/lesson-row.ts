import { addDays, type LocalDate } from '../../../platform/local-date.ts';
import type { IncomingLesson } from '../../attendance/index.ts';
import type { FindStudent } from './find-student.ts';
import { amountReader } from './lesson-amounts.ts';
import { lessonSentences } from './lesson-sentences.ts';
import { problemsIn } from './problems.ts';
import { dateSentences, readTime } from './read-cells.ts';
import type { Refusal } from './refusal.ts';
import { remembered } from './remembered.ts';
import { type RowCells, rightLength } from './row-cells.ts';

/** Reads one row into `lesson`; answers why not when it cannot. `lesson` then holds nothing of use. */
export type ReadLesson = (cells: readonly string[], lesson: IncomingLesson) => Refusal | undefined;

const needed = ['start', 'minutes', 'attended', 'valid', 'invalid', 'status', 'reported'];

/**
 * A reader of the rows of one `narvaro` file. Reads minutes, or a word (Närvarande, Giltig frånvaro, Ej rapporterad …)
 * where there are none. Refuses with all reasons at once: what is missing or cannot be read, an end before the start,
 * a day far from today (`on`), more absence than lesson, minutes of absence in a lesson that is not reported. A row that
 * takes a lesson away stands as the lesson stood.
 */
export function lessonReader(row: RowCells, headings: number, find: FindStudent, on: LocalDate): ReadLesson {
  const least = 1 + Math.max(...needed.map(row.index));
  const problems = problemsIn(row, lessonSentences);
  const when = whenReader(row, problems, on);
  const amounts = amountReader(row, problems);
  const texts = textReader(row);
  const removable = row.has('remove');
  const [civic, source] = [row.index('civic'), row.index('source')];
  return (cells, lesson) => {
    const wrongLength =
      (cells.length === headings ? undefined : rightLength(cells, headings, least)) ?? row.unfit(cells);
    if (wrongLength) return wrongLength;
    problems.clear();
    const student = find(cellAt(cells, civic), cellAt(cells, source));
    if (typeof student === 'number') lesson.studentId = student;
    else problems.add(student);
    const span = when(cells, lesson);
    const word = amounts(cells, lesson, span);
    texts(cells, lesson, word);
    if (removable) lesson.remove = problems.yes(cells, 'remove', 'remove-unknown');
    return problems.together();
  };
}

type LessonProblems = ReturnType<typeof problemsIn<keyof typeof lessonSentences>>;

/** One mistyped year would make tables for every month up to it. Planned leave lies ahead, years of history behind. */
const longestBack = 3_660;
const longestAhead = 366;

/** Reads day and start into the lesson; answers the minutes from start to end, null when they cannot be told. */
function whenReader(row: RowCells, problems: LessonProblems, on: LocalDate) {
  const [earliest, latest] = [addDays(on, -longestBack), addDays(on, longestAhead)];
  const [dayAt, startAt, endAt] = [row.index('day'), row.index('start'), row.index('end')];
  const day = remembered(row.readDay);
  const time = remembered(readTime);
  return (cells: readonly string[], lesson: IncomingLesson): number | null => {
    const read = day(cellAt(cells, dayAt));
    if ('day' in read) {
      lesson.day = read.day;
      if (read.day < earliest || read.day > latest) problems.refuse('day', 'day-improbable');
    }
    if ('problem' in read)
      problems.add({ column: row.heading('day'), code: read.problem, says: dateSentences[read.problem] });
    const starts = time(cellAt(cells, startAt));
    if (starts === undefined) problems.refuse('start', 'start-time');
    else lesson.startMinute = starts;
    const endText = cellAt(cells, endAt);
    if (endText === '') return null;
    const ends = time(endText);
    if (ends === undefined) problems.refuse('end', 'end-time');
    if (starts === undefined || ends === undefined) return null;
    if (ends <= starts) problems.refuse('end', 'end-before-start');
    return ends - starts;
  };
}

function textReader(row: RowCells) {
  const [group, course] = [row.index('group'), row.index('course')];
  const [reason, lessonRef] = [row.index('reason'), row.index('lessonRef')];
  return (cells: readonly string[], lesson: IncomingLesson, word: string | undefined): void => {
    lesson.groupName = cellAt(cells, group);
    lesson.courseCode = cellAt(cells, course);
    lesson.reason = cellAt(cells, reason) || (word === 'leave' ? 'Ledighet' : '');
    lesson.lessonRef = cellAt(cells, lessonRef);
  };
}

function cellAt(cells: readonly string[], index: number): string {
  return index < 0 ? '' : (cells[index] ?? '').trim();
}
