import { epochDay, type LocalDate } from '../../../platform/local-date.ts';

/**
 * One lesson of one student as reported, in minutes. `otherMinutes` (other activity) is attendance.
 * `reasonKnown`: somebody has said why (a reason is given, or the absence is valid).
 * A lesson that is not reported is neither presence nor absence.
 */
export interface LessonFact {
  day: LocalDate;
  /** Minutes since midnight. */
  startMinute: number;
  minutes: number;
  validMinutes: number;
  invalidMinutes: number;
  otherMinutes: number;
  lateMinutes: number;
  reported: boolean;
  reasonKnown: boolean;
  activityId: number;
}

/**
 * One student's one ISO week: the unit that the database keeps and the signals read.
 * A lesson counts as absent when its absence (valid + invalid) is at least half of its length; shares in
 * signals are absent lessons of reported lessons, percentages in attendance reports are of minutes.
 */
export interface WeekFacts {
  /** Monday of the week. */
  monday: LocalDate;
  /** Lessons on the timetable, reported or not. */
  lessons: number;
  reportedLessons: number;
  absentLessons: number;
  /** Absent lessons with at least as much invalid as valid absence. */
  invalidLessons: number;
  offeredMinutes: number;
  reportedMinutes: number;
  validMinutes: number;
  invalidMinutes: number;
  otherMinutes: number;
  /** More than five minutes late, and not absent. */
  lateLessons: number;
  /** Runs of absent lessons in the order of time; an unreported lesson does not break a run. */
  episodesStarted: number;
  /** The first reported lesson is absent: the run may have begun the week before. */
  startsAbsent: boolean;
  /** The last reported lesson is absent: the run may go on the week after. */
  endsAbsent: boolean;
  /** Bit masks, bit 0 = Monday. A school day has a lesson. */
  schoolDays: number;
  reportedDays: number;
  /** Reported days whose reported lessons are all absent. */
  wholeDaysAbsent: number;
  /** Whole days of absence for which nobody has said why. */
  unknownReasonDays: number;
  /** Invalid minutes, Monday to Sunday: seven numbers. */
  invalidByDay: readonly number[];
}

/** Late by so many minutes or fewer is on time (signal N06). */
const lateFromMinutes = 5;

/** Whether the lesson counts as absent: half of it or more, valid and invalid together. Unreported never does. */
export function lessonIsAbsent(lesson: LessonFact): boolean {
  const absence = lesson.validMinutes + lesson.invalidMinutes;
  return lesson.reported && absence > 0 && absence * 2 >= lesson.minutes;
}

/** The facts of the week that begins on `monday`. Refuses (throws) a lesson outside the week: a bug of the caller. */
export function weekFacts(monday: LocalDate, lessons: readonly LessonFact[]): WeekFacts {
  const tally = new WeekTally(monday);
  for (const lesson of inOrder(lessons)) tally.add(lesson);
  return tally.facts();
}

function inOrder(lessons: readonly LessonFact[]): readonly LessonFact[] {
  for (let i = 1; i < lessons.length; i++) {
    if (compare(lessons[i - 1]!, lessons[i]!) > 0) return lessons.toSorted(compare);
  }
  return lessons;
}

function compare(a: LessonFact, b: LessonFact): number {
  if (a.day !== b.day) return a.day < b.day ? -1 : 1;
  return a.startMinute - b.startMinute || a.activityId - b.activityId;
}

/** Adds lessons up in the order of time. A class only because 9 million lessons a year pass through it. */
class WeekTally {
  readonly #week: WeekFacts & { invalidByDay: number[] };
  readonly #from: number;
  #day = '';
  #bit = 0;
  #index = 0;
  #anyReported = false;
  #inRun = false;
  #presentDays = 0;
  #knownDays = 0;

  constructor(monday: LocalDate) {
    this.#from = epochDay(monday);
    this.#week = emptyWeek(monday);
  }

  add(lesson: LessonFact): void {
    if (lesson.day !== this.#day) this.#openDay(lesson.day);
    const week = this.#week;
    week.lessons += 1;
    week.offeredMinutes += lesson.minutes;
    week.schoolDays |= this.#bit;
    if (lesson.reported) this.#addReported(lesson);
  }

  #openDay(day: LocalDate): void {
    const index = epochDay(day) - this.#from;
    if (!(index >= 0 && index < 7)) throw new Error('A lesson lies outside its week');
    this.#day = day;
    this.#index = index;
    this.#bit = 1 << index;
  }

  #addReported(lesson: LessonFact): void {
    const week = this.#week;
    week.reportedLessons += 1;
    week.reportedMinutes += lesson.minutes;
    week.validMinutes += lesson.validMinutes;
    week.invalidMinutes += lesson.invalidMinutes;
    week.otherMinutes += lesson.otherMinutes;
    week.reportedDays |= this.#bit;
    week.invalidByDay[this.#index]! += lesson.invalidMinutes;
    const absent = lessonIsAbsent(lesson);
    if (absent) this.#addAbsent(lesson);
    else this.#addPresent(lesson);
    if (!this.#anyReported) week.startsAbsent = absent;
    this.#anyReported = true;
    this.#inRun = absent;
  }

  #addAbsent(lesson: LessonFact): void {
    this.#week.absentLessons += 1;
    if (lesson.invalidMinutes >= lesson.validMinutes) this.#week.invalidLessons += 1;
    if (!this.#inRun) this.#week.episodesStarted += 1;
    if (lesson.reasonKnown) this.#knownDays |= this.#bit;
  }

  #addPresent(lesson: LessonFact): void {
    this.#presentDays |= this.#bit;
    if (lesson.lateMinutes > lateFromMinutes) this.#week.lateLessons += 1;
  }

  facts(): WeekFacts {
    const week = this.#week;
    week.endsAbsent = this.#inRun;
    week.wholeDaysAbsent = week.reportedDays & ~this.#presentDays;
    week.unknownReasonDays = week.wholeDaysAbsent & ~this.#knownDays;
    return week;
  }
}

function emptyWeek(monday: LocalDate): WeekFacts & { invalidByDay: number[] } {
  return {
    monday,
    lessons: 0,
    reportedLessons: 0,
    absentLessons: 0,
    invalidLessons: 0,
    offeredMinutes: 0,
    reportedMinutes: 0,
    validMinutes: 0,
    invalidMinutes: 0,
    otherMinutes: 0,
    lateLessons: 0,
    episodesStarted: 0,
    startsAbsent: false,
    endsAbsent: false,
    schoolDays: 0,
    reportedDays: 0,
    wholeDaysAbsent: 0,
    unknownReasonDays: 0,
    invalidByDay: [0, 0, 0, 0, 0, 0, 0],
  };
}
