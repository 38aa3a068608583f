import { because, type Reason, seenIn, skollagen } from '../../../law/index.ts';

/** One row of the facts: a course (Gy11) or a subject level (Gy25) of the study plan, with its grade. */
export interface ExamResult {
  readonly code: string;
  readonly points?: number | null | undefined;
  /** A–F, `-` when the basis was missing; null while planned or running. */
  readonly grade?: string | number | null | undefined;
  /** common, programme, specialisation, individual or diploma-project. */
  readonly group?: string | null | undefined;
  /** Only Gy25: the subject's code and the level's number; read from the code where they are absent. */
  readonly subject?: string | null | undefined;
  readonly level?: number | null | undefined;
}

/** When a course counts: 0 already now, 1 when everything open is passed, 2 when it is retaken too. */
export type Stage = 0 | 1 | 2;

/** A course as the forecast counts it; attempts of the same course are one. */
export interface Course {
  readonly code: string;
  /** The code in capitals: codes are spelled `MATMAT01a` and `MATMAT01A`. */
  readonly key: string;
  readonly points: number;
  readonly group: string | null;
  readonly subject: string | null;
  /** The subject that the code itself names; null when it is no code of a Gy25 level. */
  readonly named: string | null;
  readonly level: number;
  /** What the grade itself says: approved, open or failed. */
  readonly own: Stage;
  /** The same, but approved where a higher level that covers it is. */
  stage: Stage;
  /** When it has a grade at all: F is one, `-` is none (15 kap. 27 §). */
  graded: Stage;
  /** What it can be of that which the exam asks for, as bits; set when the exam is known. */
  slots: number;
}

/** Absence without basis: no grade is set. */
export const noBasis = skollagen.read(
  '15 kap. 27 §',
  seenIn.consolidated,
  'Om det saknas underlag för bedömning av en elevs kunskaper på grund av elevens frånvaro, ska betyg inte sättas.',
);
const tenGrades = skollagen.unread(
  '15 kap. 24 §',
  'Betygsskalan 1–10 är beslutad för dem som börjar hösten 2028; den nya lydelsen är inte läst.',
);

/** Reads the rows of the facts, in their order, and tells every row that could not be understood. */
export function readCourses(results: readonly ExamResult[]): { courses: Course[]; problems: Reason[] } {
  const problems: Reason[] = [];
  const courses: Course[] = [];
  for (const result of results) {
    const grade = readGradeOf(result.grade);
    if (grade === undefined) problems.push(gradeNotUnderstood(result));
    else if (!isPoints(result.points)) problems.push(pointsNotUnderstood(result));
    else courses.push(courseOf(result, result.points, grade));
  }
  return { courses: courses.some(({ own }) => own === 2) ? oneForEachCourse(courses) : courses, problems };
}

type Grade = 'approved' | 'F' | 'dash' | 'open';

const grades: ReadonlyMap<string, Grade> = new Map([
  ...['A', 'B', 'C', 'D', 'E'].map((each) => [each, 'approved'] as const),
  ...['-', '–', '—', '−'].map((each) => [each, 'dash'] as const),
  ['F', 'F'],
]);

function readGradeOf(grade: ExamResult['grade']): Grade | undefined {
  if (grade === null || grade === undefined) return 'open';
  if (typeof grade === 'number') return undefined;
  return grades.get(grade) ?? grades.get(grade.trim().toUpperCase());
}

/** Points are a multiple of five below the whole of a programme: all in the syllabuses are fifties. */
function isPoints(points: number | null | undefined): points is number {
  return points != null && points <= 2800 && points % 5 === 0;
}

const gy25Level = /^([A-ZÅÄÖ]{4})(\d)[A-Z0-9]*?X([A-Z]{3})?$/;

function courseOf(result: ExamResult, points: number, grade: Grade): Course {
  const key = result.code.trim().toUpperCase();
  const [, subject, level, language = ''] = gy25Level.exec(key) ?? [];
  const own = grade === 'approved' ? 0 : grade === 'open' ? 1 : 2;
  return {
    code: result.code,
    key,
    points,
    group: result.group ?? null,
    subject: result.subject?.trim().toUpperCase() || (subject ? subject + language : null),
    named: subject ?? null,
    level: result.level ?? Number(level ?? 1),
    own,
    stage: own,
    graded: grade === 'F' ? 0 : own,
    slots: 0,
  };
}

/**
 * A failed attempt counts no more when the same course stands there approved, or open: then it is being retaken, and the
 * grade it has stands until then. Two failed attempts are one course. Several approved rows with one code are
 * several courses: a specialisation may be read more than once.
 */
function oneForEachCourse(courses: readonly Course[]): Course[] {
  return courses.filter((course) => {
    if (course.own < 2) return true;
    const kept = bestAttempt(course, courses);
    if (course.graded === 0) kept.graded = 0;
    return kept === course;
  });
}

/** The first of the best among the attempts of a course. */
function bestAttempt(course: Course, courses: readonly Course[]): Course {
  let best: Course | undefined;
  for (const each of courses)
    if (each.key === course.key && each.subject === course.subject && (!best || each.own < best.own))
      best = each;
  return best ?? course;
}

/** Levels of one subject: an approved higher level covers the lower ones (15 kap. 22 §). Answers whether any was. */
export function coverLowerLevels(courses: readonly Course[]): boolean {
  if (courses.every(({ own }) => own === 0)) return false;
  let covered = false;
  for (const course of courses) {
    if (course.subject === null || course.own === 0) continue;
    for (const higher of courses) {
      if (higher.subject !== course.subject || higher.level <= course.level) continue;
      if (higher.own >= course.stage) continue;
      course.stage = higher.own;
      if (higher.own === 0) covered = true;
      if (higher.own < course.graded) course.graded = higher.own;
    }
  }
  return covered;
}

function gradeNotUnderstood({ code, grade }: ExamResult): Reason {
  const future = /^([1-9]|10)$/.test(String(grade).trim());
  const says = future
    ? `Betyget ${grade} i ${code} hör till en skala vars gräns för godkänt inte står i boken.`
    : `Betyget ${grade} i ${code} kunde inte förstås: skriv A–F, ett streck eller inget betyg.`;
  const reason = future
    ? because('grade-scale-not-in-book', says, tenGrades)
    : because('grade-not-understood', says);
  return { ...reason, fact: 'results' };
}

function pointsNotUnderstood({ code, points }: ExamResult): Reason {
  const says =
    points == null
      ? `Uppgift saknas: poäng för ${code}.`
      : `Poängen ${points} för ${code} kunde inte förstås: skriv kursens eller nivåns poäng, till exempel 100.`;
  return { ...because(points == null ? 'fact-missing' : 'points-not-understood', says), fact: 'results' };
}
