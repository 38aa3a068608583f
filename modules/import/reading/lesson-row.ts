import type { IncomingLesson } from '../../attendance/index.ts';
import { type AttendanceWord, readAttendanceWord } from './attendance-words.ts';
import type { FindStudent } from './find-student.ts';
import { lessonSentences } from './lesson-sentences.ts';
import { dateSentences, detached, readDate, readNumber, readTime, readYesNo } from './read-cells.ts';
import { type Refusal, together } from './refusal.ts';
import { type RowCells, rightLength } from './row-cells.ts';

/** Reads one row into `lesson`; answers why not when it cannot. `lesson` then holds nothing of use. */
export type ReadLesson = (cells: readonly string[], lesson: IncomingLesson) => Refusal | undefined;

/** A late arrival whose minutes nobody wrote down: the least that counts as late (more than five minutes). */
const lateWithoutMinutes = 6;

const longestLesson = 1440;
const amounts = ['minutes', 'attended', 'valid', 'invalid', 'other', 'late'] as const;
type Amount = (typeof amounts)[number];

/**
 * A reader of the rows of one `narvaro` file. Reads minutes, or a word (Närvarande, Giltig frånvaro, Ej rapporterad …)
 * where there are none. Refuses with all reasons at once: what is missing or cannot be read, an end before the start,
 * more absence than lesson, minutes of absence in a lesson that is not reported.
 */
export function lessonReader(row: RowCells, headings: number, find: FindStudent): ReadLesson {
  const least =
    1 +
    Math.max(...['minutes', 'attended', 'valid', 'invalid', 'status', 'reported', 'start'].map(row.index));
  const at = {
    civic: row.index('civic'),
    source: row.index('source'),
    day: row.index('day'),
    start: row.index('start'),
  };
  const end = row.index('end');
  const texts = {
    group: row.index('group'),
    course: row.index('course'),
    reason: row.index('reason'),
    ref: row.index('lessonRef'),
  };
  const status = row.index('status');
  const reportedAt = row.index('reported');
  const amountAt = Object.fromEntries(amounts.map((name) => [name, row.index(name)])) as Record<
    Amount,
    number
  >;
  const day = remembered(readDate);
  const time = remembered(readTime);
  const number = remembered(readNumber);
  const yesNo = remembered(readYesNo);
  const word = remembered(readAttendanceWord);
  const cell = (cells: readonly string[], index: number): string =>
    index < 0 ? '' : (cells[index] ?? '').trim();

  return (cells, lesson) => {
    const wrongLength = cells.length === headings ? undefined : rightLength(cells, headings, least);
    if (wrongLength) return wrongLength;
    let problems: Refusal[] | undefined;
    const refuse = (field: string | null, code: keyof typeof lessonSentences): void => {
      problems ??= [];
      problems.push({
        column: field === null ? null : row.heading(field),
        code,
        says: lessonSentences[code],
      });
    };

    const student = find(cell(cells, at.civic), cell(cells, at.source));
    if (typeof student === 'number') lesson.studentId = student;
    else problems = [student];

    const read = day(cell(cells, at.day));
    if ('day' in read) lesson.day = read.day;
    else {
      problems ??= [];
      problems.push({ column: row.heading('day'), code: read.problem, says: dateSentences[read.problem] });
    }

    const starts = time(cell(cells, at.start));
    if (starts === undefined) refuse('start', 'start-time');
    else lesson.startMinute = starts;
    const endText = cell(cells, end);
    const ends = endText === '' ? undefined : time(endText);
    if (endText !== '' && ends === undefined) refuse('end', 'end-time');
    if (starts !== undefined && ends !== undefined && ends <= starts) refuse('end', 'end-before-start');

    let said: AttendanceWord | undefined;
    const statusText = cell(cells, status);
    if (statusText !== '') {
      said = word(statusText);
      if (said === undefined) refuse('status', 'status-unknown');
    }
    const amount = (name: Amount): number | null => {
      const text = cell(cells, amountAt[name]);
      const value = number(text);
      if (value !== undefined && (value === null || value >= 0))
        return value === null ? null : Math.round(value);
      if (value === undefined && name === 'attended' && said === undefined) said = word(text);
      if (value !== undefined || said === undefined)
        refuse(name, value === undefined ? 'minutes-not-a-number' : 'minutes-negative');
      return null;
    };
    const span = starts !== undefined && ends !== undefined ? ends - starts : null;
    const minutes = amount('minutes') ?? span;
    const attended = amount('attended');
    const valid = amount('valid');
    const invalid = amount('invalid');
    const other = amount('other');
    const late = amount('late');

    const reportedText = cell(cells, reportedAt);
    let reported = yesNo(reportedText);
    if (reported === undefined) {
      if (word(reportedText) === 'unreported') reported = false;
      else refuse('reported', 'reported-unknown');
    }
    if (said === 'unreported') reported = false;
    reported ??=
      said !== undefined ||
      attended !== null ||
      valid !== null ||
      invalid !== null ||
      other !== null ||
      late !== null;

    if (minutes === null) {
      if (problems === undefined) refuse('minutes', 'minutes-missing');
      return problems && together(problems);
    }
    if (minutes <= 0 || minutes > longestLesson) refuse('minutes', 'lesson-length');
    lesson.minutes = minutes;
    lesson.reported = reported;
    lesson.valid = valid ?? (said === 'valid' || said === 'leave' ? minutes : 0);
    lesson.invalid = invalid ?? (said === 'invalid' ? minutes : 0);
    lesson.other = other ?? (said === 'other' ? minutes : 0);
    lesson.late = late ?? (said === 'late' ? Math.min(lateWithoutMinutes, minutes) : 0);
    lesson.attended = attended ?? Math.max(0, minutes - lesson.valid - lesson.invalid - lesson.other);

    if (!reported) {
      if (lesson.valid > 0 || lesson.invalid > 0) refuse('reported', 'unreported-with-absence');
      lesson.attended = lesson.valid = lesson.invalid = lesson.other = lesson.late = 0;
    } else if (lesson.valid + lesson.invalid + lesson.other > minutes) {
      refuse(lesson.invalid > 0 ? 'invalid' : 'valid', 'absence-exceeds-lesson');
    } else if (lesson.attended + lesson.valid + lesson.invalid > minutes) {
      refuse('attended', 'sum-exceeds-lesson');
    }
    if (lesson.late > minutes) refuse('late', 'late-exceeds-lesson');
    if (problems) return together(problems);

    lesson.groupName = cell(cells, texts.group);
    lesson.courseCode = cell(cells, texts.course);
    lesson.reason = cell(cells, texts.reason) || (said === 'leave' ? 'Ledighet' : '');
    lesson.lessonRef = cell(cells, texts.ref);
    return undefined;
  };
}

/** Remembers what each spelling meant: a year has some two hundred days and forty times of day, but two million rows. */
function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  const most = 20_000;
  return (text) => {
    const before = known.get(text);
    if (before !== undefined || known.has(text)) return before as T;
    const answer = read(text);
    if (known.size < most) known.set(detached(text), answer);
    return answer;
  };
}
