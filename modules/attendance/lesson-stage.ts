import { once } from 'node:events';
import { from as copyFrom } from 'pg-copy-streams';
import { epochDay, type LocalDate } from '../../platform/local-date.ts';
import type { Tx } from '../../platform/server/db.ts';
import type { IncomingLesson } from './incoming-lesson.ts';

/** Lessons on their way in: sent to a table of the transaction's own while the reader goes on reading. */
export interface LessonStage {
  /** Adds a lesson. `row` is a number of the caller's that comes back if the lesson has to be refused. */
  add(row: number, lesson: IncomingLesson): void;
  /** All of a lesson but whose it is, so that it need not be said again for everybody who was at the same lesson. */
  shared(lesson: IncomingLesson): SharedLesson;
  /** Adds the same lesson for another student. */
  addShared(row: number, studentId: number, lesson: SharedLesson): void;
  /** Notes a lesson to be taken away. */
  remove(removal: LessonRemoval): void;
  /** Waits until the database has taken in enough for the reader to go on. Call it once per some hundred lessons. */
  breathe(): Promise<void>;
  /** Cuts the copy off, so that the transaction can be taken back. */
  abort(): Promise<void>;
  /** Sends the rest. Nothing may be added afterwards. */
  close(): Promise<StagedLessons>;
}

/** A lesson to be taken away, known by student, day, start and activity. `row` is the caller's number. */
export interface LessonRemoval {
  readonly row: number;
  readonly studentId: number;
  readonly day: LocalDate;
  readonly startMinute: number;
  readonly groupName: string;
  readonly courseCode: string;
}

/** A lesson without its student, in the form that the stage sends. */
export type SharedLesson = string & { readonly of?: 'lesson-stage' };

/** What has been staged. The lists turn the stage's numbers (from 1) into names. */
export interface StagedLessons {
  readonly count: number;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly activities: readonly { readonly groupName: string; readonly courseCode: string }[];
  readonly reasons: readonly string[];
  /** Lessons to be taken away; not among the `count`. */
  readonly removals: readonly LessonRemoval[];
}

const createStage = `create temporary table lesson_stage (
  row integer not null, student_id integer not null, day date not null, start_minute smallint not null,
  activity integer not null, minutes smallint not null, attended smallint not null, valid smallint not null,
  invalid smallint not null, other smallint not null, late smallint not null, reported boolean not null,
  reason integer, lesson_ref text) on commit drop`;

const enoughCharacters = 1 << 16;
/** Stands in no text that the database takes. */
const between = '\0';

/**
 * Opens the stage. Until it is closed the transaction's connection carries the copy and takes no other question.
 * Texts of a lesson come back by number: a year of lessons has some thousand groups and a dozen reasons.
 */
export async function openLessonStage(tx: Tx): Promise<LessonStage> {
  await tx.client.query('drop table if exists lesson_stage');
  await tx.client.query(createStage);
  const stream = tx.client.query(copyFrom('copy lesson_stage from stdin'));
  let failure: Error | undefined;
  stream.once('error', (error) => {
    failure = error;
  });
  const activities = numbering();
  const reasons = numbering();
  const days = dayRange();
  const removals: LessonRemoval[] = [];
  let lines = '';
  let count = 0;
  let full = false;
  const send = (): void => {
    // A copy that the database has broken off takes nothing more; `breathe` says so.
    if (lines !== '' && !failure) full = !stream.write(lines);
    lines = '';
  };
  const shared = (lesson: IncomingLesson): SharedLesson => {
    days.add(lesson.day);
    const activity = activities.of(`${lesson.groupName}${between}${lesson.courseCode}`);
    const reason = lesson.reason === '' ? '\\N' : reasons.of(lesson.reason);
    return `\t${lesson.day}\t${lesson.startMinute}\t${activity}\t${lesson.minutes}\t${lesson.attended}\t${lesson.valid}\t${lesson.invalid}\t${lesson.other}\t${lesson.late}\t${lesson.reported ? 't' : 'f'}\t${reason}\t${copyText(lesson.lessonRef)}\n`;
  };
  const addShared = (row: number, studentId: number, lesson: SharedLesson): void => {
    count += 1;
    lines += `${row}\t${studentId}${lesson}`;
    if (lines.length >= enoughCharacters) send();
  };
  return {
    shared,
    addShared,
    add: (row, lesson) => addShared(row, lesson.studentId, shared(lesson)),
    remove: (removal) => void removals.push(removal),
    async breathe() {
      if (failure) throw failure;
      if (full) await once(stream, 'drain');
      full = false;
    },
    async abort() {
      if (failure) return;
      const closed = once(stream, 'close').catch(() => undefined);
      stream.destroy(new Error('reading was cut off'));
      await closed;
    },
    async close() {
      send();
      if (failure) throw failure;
      stream.end();
      await once(stream, 'finish');
      return {
        count,
        ...days.range(),
        activities: activities.list().map(namesOf),
        reasons: reasons.list(),
        removals,
      };
    },
  };
}

function namesOf(key: string): { groupName: string; courseCode: string } {
  const [groupName = '', courseCode = ''] = key.split(between);
  return { groupName, courseCode };
}

/** Gives each text a number from 1. Texts are copied: a piece of a file's text would keep the whole text in memory. */
function numbering(): { of(text: string): number; list(): readonly string[] } {
  const numbers = new Map<string, number>();
  return {
    of(text) {
      const known = numbers.get(text);
      if (known !== undefined) return known;
      numbers.set(Buffer.from(text).toString(), numbers.size + 1);
      return numbers.size;
    },
    list: () => [...numbers.keys()],
  };
}

function dayRange(): { add(day: LocalDate): void; range(): { from: LocalDate; to: LocalDate } } {
  let from = '9999-12-31';
  let to = '0001-01-01';
  return {
    add(day) {
      if (day < from) from = Buffer.from(day).toString();
      if (day > to) to = Buffer.from(day).toString();
    },
    range: () => ({ from, to }),
  };
}

const special = /[\\\t\n\r]/;
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** A text as COPY wants it; an empty one is "not said". */
function copyText(text: string): string {
  if (text === '') return '\\N';
  return special.test(text) ? text.replace(/[\\\t\n\r]/g, (char) => escapes[char]!) : text;
}

/** The first days of the months that a period touches. */
export function monthsBetween(from: LocalDate, to: LocalDate): readonly LocalDate[] {
  const months: LocalDate[] = [];
  for (let month = `${from.slice(0, 7)}-01`; month <= to; month = nextMonth(month)) months.push(month);
  return months;
}

function nextMonth(first: LocalDate): LocalDate {
  const next = new Date((epochDay(first) + 31) * 86_400_000).toISOString();
  return `${next.slice(0, 7)}-01`;
}
