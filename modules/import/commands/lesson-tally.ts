import { addDays, epochDay, type LocalDate, mondayOf } from '../../../platform/local-date.ts';
import type { IncomingLesson, SharedLesson } from '../../attendance/index.ts';

/** A lesson without its student, as the stage sends it, and what it adds to a week. */
export interface TalliedLesson {
  readonly shared: SharedLesson;
  /** Days from 1970-01-01 to the week's Monday. */
  readonly week: number;
  readonly minutes: number;
  readonly reported: number;
  readonly absent: number;
}

/** One week of a source: a student a place in the four lists. Minutes. */
export interface SourceWeek {
  readonly monday: LocalDate;
  readonly students: readonly number[];
  readonly offered: readonly number[];
  readonly reported: readonly number[];
  readonly absent: readonly number[];
}

/** Adds up, while lessons are read, what the source says of each student's each week: apart from all that is stored. */
export interface LessonTally {
  add(studentId: number, lesson: TalliedLesson): void;
  weeks(): Iterable<SourceWeek>;
}

const figures = 3;

/** An empty tally for these students. Memory: twelve bytes a student and week. */
export function lessonTally(students: Iterable<number>): LessonTally {
  const ids = [...new Set(students)];
  const places = new Map(ids.map((id, place) => [id, place * figures]));
  const weeks = new Map<number, Int32Array>();
  return {
    add(studentId, { week, minutes, reported, absent }) {
      let sums = weeks.get(week);
      if (!sums) {
        sums = new Int32Array(ids.length * figures);
        weeks.set(week, sums);
      }
      const at = places.get(studentId)!;
      sums[at]! += minutes;
      sums[at + 1]! += reported;
      sums[at + 2]! += absent;
    },
    *weeks() {
      for (const [week, sums] of weeks) yield sourceWeek(week, ids, sums);
    },
  };
}

/** What a lesson adds to its week. */
export function tallied(lesson: IncomingLesson, shared: SharedLesson): TalliedLesson {
  const { day, minutes, reported, valid, invalid } = lesson;
  return {
    shared,
    week: epochDay(mondayOf(day)),
    minutes,
    reported: reported ? minutes : 0,
    absent: valid + invalid,
  };
}

function sourceWeek(week: number, ids: readonly number[], sums: Int32Array): SourceWeek {
  const told = [...ids.keys()].filter((place) => sums[place * figures]! > 0);
  const figure = (which: number): readonly number[] => told.map((place) => sums[place * figures + which]!);
  return {
    monday: addDays('1970-01-01', week),
    students: told.map((place) => ids[place]!),
    offered: figure(0),
    reported: figure(1),
    absent: figure(2),
  };
}
