import type { ProcessBounds, ProcessType } from '../fixtures/generator/process.ts';
import { drawClasses, type SchoolClass, type SchoolOrder } from '../fixtures/generator/school.ts';
import { type SchoolDay, schoolDays, schoolMondays } from '../fixtures/generator/school-days.ts';
import { drawStudentYear, type StudentYear } from '../fixtures/generator/student.ts';
import { studentWeeks } from '../fixtures/generator/student-weeks.ts';
import { autumnOf, usualCalendar } from '../modules/attendance/rules/index.ts';
import {
  type EngineSettings,
  evaluateGroup,
  type Signal,
  type StudentFacts,
} from '../modules/signals/engine/index.ts';
import { catalogueThresholds } from '../modules/signals/rules/index.ts';
import type { LocalDate } from '../platform/local-date.ts';

/** One student of a generated year with the truth and what the engine answered at its end. */
export interface JudgedStudent {
  type: ProcessType;
  /** Number of the week with school in which the process begins; null when it has none. */
  onset: number | null;
  exit: number | null;
  signals: readonly Signal[];
}

/** A generated year: its Mondays with school and everybody in it. */
export interface JudgedYear {
  mondays: readonly LocalDate[];
  students: readonly JudgedStudent[];
}

/** The settings of a bench: the catalogue's limits, the usual calendar. */
export function benchSettings(start: LocalDate): EngineSettings {
  return { thresholds: catalogueThresholds, calendar: usualCalendar(autumnOf(start)), talksKnownFrom: null };
}

/** Facts of one student from generated weeks: nothing has been said and nobody has acted. */
export function benchFacts(weeks: StudentFacts['weeks'], year: number): StudentFacts {
  return { enrolledFrom: null, yearOfProgramme: year, weeks, acts: [], concerns: [], feedback: [] };
}

/** Generates a year in memory and lets the engine judge it class by class, through the same week facts as an import. */
export function judgeYear(order: SchoolOrder, mix: ProcessBounds['mix']): JudgedYear {
  const days = schoolDays(order.start, order.weeks);
  const mondays = schoolMondays(days);
  const bounds: ProcessBounds = { mix, chronic: [0.06, 0.24], weeks: mondays.length };
  const classes = drawClasses(order, days);
  return { mondays, students: classes.flatMap((each) => judgeClass(order, each, days, bounds)) };
}

function judgeClass(
  order: SchoolOrder,
  of: SchoolClass,
  days: readonly SchoolDay[],
  bounds: ProcessBounds,
): JudgedStudent[] {
  const students: StudentYear[] = [];
  const facts = new Map<number, StudentFacts>();
  for (let i = of.first; i < of.first + of.size; i++) {
    const student = drawStudentYear(order.seed, i, of, days, bounds);
    students.push(student);
    facts.set(i, benchFacts(studentWeeks(student, of, days), of.year));
  }
  const answers = evaluateGroup(facts, days.at(-1)!.date, benchSettings(order.start));
  return students.map(({ index, process }) => {
    return { type: process.type, onset: process.onset, exit: process.exit, signals: answers.get(index)! };
  });
}
