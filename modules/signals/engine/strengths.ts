import { percentOf } from '../rules/index.ts';

/** What a student's strengths are read from. Shares count reported lessons; grades are in the order of time. */
export interface StrengthFacts {
  courses: readonly { name: string; weeksWithoutAbsence: number; lessons: number }[];
  attendance: { reported: number; absent: number } | null;
  subjects: readonly { name: string; grades: readonly string[] }[];
  noLateWeeks: number;
}

/** One good thing, as a sentence. */
export interface Strength {
  kind: 'rising-grade' | 'course-streak' | 'high-attendance' | 'good-grade' | 'on-time';
  text: string;
}

const scale = ['F', 'E', 'D', 'C', 'B', 'A'];
const words = ['noll', 'en', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio', 'tio', 'elva', 'tolv'];

/** Facts worth saying first, the strongest first. Empty when nothing is known to be good: praise is never made up. */
export function strengths(facts: StrengthFacts): readonly Strength[] {
  return [
    ...risingGrades(facts),
    ...courseStreaks(facts),
    ...highAttendance(facts),
    ...goodGrades(facts),
    ...onTime(facts),
  ];
}

function risingGrades({ subjects }: StrengthFacts): Strength[] {
  return subjects.flatMap(({ name, grades }) => {
    const [before, after] = grades.slice(-2);
    if (!before || !after || rank(before) < 0 || rank(after) <= rank(before)) return [];
    return [{ kind: 'rising-grade', text: `${name}: från ${before} till ${after}` }];
  });
}

function goodGrades({ subjects }: StrengthFacts): Strength[] {
  return subjects.flatMap(({ name, grades }) => {
    const latest = grades.at(-1);
    return latest === 'A' || latest === 'B'
      ? [{ kind: 'good-grade' as const, text: `${latest} i ${name}` }]
      : [];
  });
}

function rank(grade: string): number {
  return scale.indexOf(grade);
}

/** A streak counts from four weeks and eight lessons; shorter ones say little. */
function courseStreaks({ courses }: StrengthFacts): Strength[] {
  return courses
    .filter((each) => each.weeksWithoutAbsence >= 4 && each.lessons >= 8)
    .toSorted((a, b) => b.weeksWithoutAbsence - a.weeksWithoutAbsence)
    .slice(0, 1)
    .map((each) => ({
      kind: 'course-streak',
      text: `Inte missat en lektion i ${each.name} på ${words[each.weeksWithoutAbsence] ?? each.weeksWithoutAbsence} veckor`,
    }));
}

function highAttendance({ attendance }: StrengthFacts): Strength[] {
  if (!attendance || attendance.reported < 40) return [];
  const share = percentOf(attendance.reported - attendance.absent, attendance.reported);
  return share < 95 ? [] : [{ kind: 'high-attendance', text: `Närvaro ${Math.floor(share)} %` }];
}

function onTime({ noLateWeeks }: StrengthFacts): Strength[] {
  return noLateWeeks >= 8
    ? [{ kind: 'on-time', text: `Inga sena ankomster på ${words[noLateWeeks] ?? noLateWeeks} veckor` }]
    : [];
}
