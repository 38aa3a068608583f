import type { IncomingLesson } from '../../attendance/index.ts';
import { type AttendanceWord, readAttendanceWord } from './attendance-words.ts';
import type { lessonSentences } from './lesson-sentences.ts';
import type { Problems } from './problems.ts';
import { readYesNo } from './read-cells.ts';
import { remembered } from './remembered.ts';
import type { RowCells } from './row-cells.ts';

const fields = ['minutes', 'attended', 'valid', 'invalid', 'other', 'late'] as const;
/** One of the minute columns. */
type Amount = (typeof fields)[number];

/** A late arrival whose minutes nobody wrote down: the least that counts as late (more than five minutes). */
const lateWithoutMinutes = 6;

const longestLesson = 1440;

/** Reads the minutes, or the word in their place, into the lesson. Answers the word. `span`: minutes from start to end. */
export type ReadAmounts = (
  cells: readonly string[],
  lesson: IncomingLesson,
  span: number | null,
) => AttendanceWord | undefined;

/** What the cells of a row say before they are made a lesson: null where a cell is empty. */
type Told = Record<Amount, number | null> & { word: AttendanceWord | undefined; reported: boolean | null };

/** A reader of how a lesson was, in minutes. What is wrong goes to `problems`. */
export function amountReader(row: RowCells, problems: Problems<keyof typeof lessonSentences>): ReadAmounts {
  const tell = tellingReader(row, problems);
  return (cells, lesson, span) => {
    const told = tell(cells);
    const minutes = told.minutes ?? span;
    if (minutes === null) {
      if (!problems.any()) problems.refuse('minutes', 'minutes-missing');
      return told.word;
    }
    if (minutes <= 0 || minutes > longestLesson) problems.refuse('minutes', 'lesson-length');
    fill(lesson, told, minutes);
    if (lesson.reported) checkReported(lesson, problems);
    else settleUnreported(lesson, problems);
    return told.word;
  };
}

function tellingReader(row: RowCells, problems: Problems<keyof typeof lessonSentences>) {
  const at = fields.map((name) => row.index(name));
  const [statusAt, reportedAt] = [row.index('status'), row.index('reported')];
  const number = remembered(row.readMinutes);
  const yesNo = remembered(readYesNo);
  const word = remembered(readAttendanceWord);
  const told: Told = {
    minutes: 0,
    attended: 0,
    valid: 0,
    invalid: 0,
    other: 0,
    late: 0,
    word: undefined,
    reported: null,
  };
  const text = (cells: readonly string[], index: number): string =>
    index < 0 ? '' : (cells[index] ?? '').trim();

  const readStatus = (status: string): void => {
    told.word = status === '' ? undefined : word(status);
    if (status !== '' && told.word === undefined) problems.refuse('status', 'status-unknown');
  };
  const readAmount = (name: Amount, cell: string): number | null => {
    const value = number(cell);
    if (value === null || (value !== undefined && value >= 0))
      return value === null ? null : Math.round(value);
    if (value !== undefined) problems.refuse(name, 'minutes-negative');
    else if (name === 'attended' && told.word === undefined && word(cell) !== undefined)
      told.word = word(cell);
    else problems.refuse(name, 'minutes-not-a-number');
    return null;
  };
  const readReported = (cell: string): boolean | null => {
    const answer = yesNo(cell);
    if (answer !== undefined) return answer;
    if (word(cell) !== 'unreported') problems.refuse('reported', 'reported-unknown');
    return false;
  };
  return (cells: readonly string[]): Told => {
    readStatus(text(cells, statusAt));
    for (let index = 0; index < fields.length; index++) {
      const name = fields[index]!;
      told[name] = readAmount(name, text(cells, at[index]!));
    }
    told.reported = readReported(text(cells, reportedAt));
    return told;
  };
}

/** Makes a lesson of what was told. Without a word or figures for how it was, nobody has reported it. */
function fill(lesson: IncomingLesson, told: Told, minutes: number): void {
  const { word } = told;
  const whole = (...words: readonly AttendanceWord[]): number =>
    word !== undefined && words.includes(word) ? minutes : 0;
  lesson.minutes = minutes;
  lesson.reported = word === 'unreported' ? false : (told.reported ?? saysAnything(told));
  lesson.valid = told.valid ?? whole('valid', 'leave');
  lesson.invalid = told.invalid ?? whole('invalid');
  lesson.other = told.other ?? whole('other');
  lesson.late = told.late ?? Math.min(lateWithoutMinutes, whole('late'));
  lesson.attended = told.attended ?? Math.max(0, minutes - lesson.valid - lesson.invalid - lesson.other);
}

function saysAnything({ word, attended, valid, invalid, other, late }: Told): boolean {
  return word !== undefined || (attended ?? valid ?? invalid ?? other ?? late) !== null;
}

function checkReported(lesson: IncomingLesson, problems: Problems<keyof typeof lessonSentences>): void {
  const absence = lesson.valid + lesson.invalid;
  if (absence + lesson.other > lesson.minutes) {
    problems.refuse(
      lesson.invalid > 0 ? 'invalid' : lesson.valid > 0 ? 'valid' : 'other',
      'absence-exceeds-lesson',
    );
  } else if (lesson.attended + absence > lesson.minutes) problems.refuse('attended', 'sum-exceeds-lesson');
  if (lesson.late > lesson.minutes) problems.refuse('late', 'late-exceeds-lesson');
}

/** Some systems count unreported lessons as presence. It is neither; absence in one is a contradiction. */
function settleUnreported(lesson: IncomingLesson, problems: Problems<keyof typeof lessonSentences>): void {
  if (lesson.valid > 0 || lesson.invalid > 0) problems.refuse('reported', 'unreported-with-absence');
  lesson.attended = 0;
  lesson.valid = 0;
  lesson.invalid = 0;
  lesson.other = 0;
  lesson.late = 0;
}
