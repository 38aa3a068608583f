import { parseArgs } from 'node:util';
import type { Io } from '../app/command.ts';
import { fullMix, type ProcessBounds } from '../fixtures/generator/process.ts';
import { drawClasses } from '../fixtures/generator/school.ts';
import { schoolDays } from '../fixtures/generator/school-days.ts';
import { drawStudentYear } from '../fixtures/generator/student.ts';
import { studentWeeks } from '../fixtures/generator/student-weeks.ts';
import { type WeekFacts, weekFacts } from '../modules/attendance/rules/index.ts';
import { evaluateGroup, type Signal, type StudentFacts } from '../modules/signals/engine/index.ts';
import { addDays, daysBetween, type LocalDate } from '../platform/local-date.ts';
import { benchFacts, benchSettings } from './early-warning-year.ts';
import { machineFacts } from './machine.ts';

/** For the list of benches. */
export const summary =
  'Ribba B6: signaler för 1 500 elever över 40 veckor, och samma svar vad som än ligger efter dagen.';

/** Seconds that 1,500 students over 40 weeks may take. */
const barSeconds = 10;
const start = '2025-08-18';

type SchoolOf = readonly ReadonlyMap<number, StudentFacts>[];

/** Evaluates every Monday of the year, as a school would, then compares with the future removed. Answers 0 when both hold. */
export async function run(args: string[], io: Io): Promise<number> {
  const options = {
    students: { type: 'string', default: '1500' },
    json: { type: 'boolean', default: false },
  } as const;
  const { values } = parseArgs({ args, options });
  const students = Number(values.students);
  const school = drawSchool(students);
  const mondays = mondaysOf(school);
  const whole = seconds(() => evaluateSchool(school, mondays.at(-1)!));
  io.progress('Utvärderar varje måndag');
  const everyMonday = seconds(() => mondays.forEach((monday) => void evaluateSchool(school, monday)));
  io.progress('Jämför med framtiden borttagen');
  const differences = mondays.filter((monday, i) => futureMatters(school, addDays(monday, i % 5))).length;
  io.progress('');
  const met = whole <= barSeconds && differences === 0;
  const figures = {
    machine: machineFacts(),
    students,
    weeks: 40,
    whole,
    everyMonday,
    days: mondays.length,
    differences,
    met,
  };
  io.out(values.json ? JSON.stringify(figures) : inWords(figures));
  return met ? 0 : 1;
}

function drawSchool(students: number): SchoolOf {
  const days = schoolDays(start, 40);
  const order = { students, seed: 1, start, weeks: 40 };
  const bounds: ProcessBounds = { mix: fullMix, chronic: [0.06, 0.24], weeks: days.at(-1)!.week + 1 };
  return drawClasses(order, days).map((of) => {
    const facts = new Map<number, StudentFacts>();
    for (let i = of.first; i < of.first + of.size; i++) {
      facts.set(i, benchFacts(studentWeeks(drawStudentYear(1, i, of, days, bounds), of, days), of.year));
    }
    return facts;
  });
}

function mondaysOf(school: SchoolOf): LocalDate[] {
  const all = new Set<LocalDate>();
  for (const group of school)
    for (const facts of group.values()) for (const week of facts.weeks) all.add(week.monday);
  return [...all].sort().slice(1);
}

function evaluateSchool(school: SchoolOf, on: LocalDate): readonly (readonly Signal[])[] {
  return school.flatMap((group) => [...evaluateGroup(group, on, settings).values()]);
}

const settings = benchSettings(start);

function futureMatters(school: SchoolOf, on: LocalDate): boolean {
  const cut = school.map(
    (group) => new Map([...group].map(([id, facts]) => [id, { ...facts, weeks: known(facts.weeks, on) }])),
  );
  return JSON.stringify(evaluateSchool(school, on)) !== JSON.stringify(evaluateSchool(cut, on));
}

/** The weeks with nothing left of what came after `on`: later weeks gone, later days of its own week wiped. */
function known(weeks: readonly WeekFacts[], on: LocalDate): WeekFacts[] {
  return weeks
    .filter((week) => week.monday <= on)
    .map((week) => wipeAfter(week, daysBetween(week.monday, on)));
}

function wipeAfter(week: WeekFacts, lastDay: number): WeekFacts {
  if (lastDay >= 6) return week;
  const mask = (1 << (lastDay + 1)) - 1;
  return {
    ...weekFacts(week.monday, []),
    schoolDays: week.schoolDays & mask,
    reportedDays: week.reportedDays & mask,
    wholeDaysAbsent: week.wholeDaysAbsent & mask,
    unknownReasonDays: week.unknownReasonDays & mask,
    invalidByDay: week.invalidByDay.map((minutes, day) => (day <= lastDay ? minutes : 0)),
  };
}

function seconds(work: () => unknown): number {
  const from = performance.now();
  work();
  return Math.round(performance.now() - from) / 1000;
}

function inWords(figures: {
  machine: string;
  students: number;
  whole: number;
  everyMonday: number;
  days: number;
  differences: number;
  met: boolean;
}): string {
  const { machine, students, whole, everyMonday, days, differences, met } = figures;
  return [
    `Ribba B6, ${students} elever, 40 veckor. ${machine}`,
    `Ett helt år på en gång: ${decimal(whole)} s (ribba ${barSeconds} s). Alla ${days} måndagar var för sig: ${decimal(everyMonday)} s.`,
    `Dagar då rader efter dagen ändrar svaret: ${differences} (ribba 0).`,
    met ? 'Ribban är klarad.' : 'Ribban är inte klarad.',
  ].join('\n');
}

function decimal(value: number): string {
  return value.toFixed(2).replace('.', ',');
}
