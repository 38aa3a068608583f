import { because, type Reason, skollagen } from '../../../law/index.ts';

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
  return { courses, problems };
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
