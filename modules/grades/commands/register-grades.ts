import type { Tx } from '../../../platform/server/db.ts';
import type { GradeOutcome, IncomingGrade } from '../incoming-grade.ts';
import { type GradeDifferenceKind, gradeDifference } from '../rules/grade-difference.ts';
import { removeGrades, storeGrades } from '../store.ts';

/** What a list of grades came to. */
export interface RegisteredGrades {
  readonly outcomes: readonly GradeOutcome[];
  /** Students with a grade that was created or changed. */
  readonly students: readonly number[];
  readonly differences: readonly GradeDifference[];
}

/** A grade that stood and is another now, or is gone: `after` null. */
export interface GradeDifference {
  readonly kind: GradeDifferenceKind;
  readonly studentId: number;
  /** The caller's number of the row. */
  readonly row: number;
  /** The course's name as the list has it, otherwise its code. */
  readonly course: string;
  readonly before: string;
  readonly after: string | null;
}

/**
 * Registers grades: known by student, course, day and whether by examination. A grade that is missing from the list is
 * left alone; one that is to be removed is taken away, and counted as updated if it stood. Two rows about the same grade
 * that differ are both left out.
 */
export async function registerGrades(tx: Tx, grades: readonly IncomingGrade[]): Promise<RegisteredGrades> {
  const groups = [...Map.groupBy(grades, keyOf).values()];
  const agree = (rows: readonly IncomingGrade[]): boolean => new Set(rows.map(contentOf)).size === 1;
  const agreeing = groups.filter(agree);
  const contradicting = groups.filter((rows) => !agree(rows)).flat();
  const firsts = agreeing.map((rows) => rows[0]!);
  const removing = firsts.filter((grade) => grade.remove);
  const stored = [
    ...(await removeGrades(tx, removing)),
    ...(await storeGrades(
      tx,
      firsts.filter((grade) => !grade.remove),
    )),
  ];
  const repeated = agreeing.flatMap((rows) => rows.slice(1));
  const changed = new Set(stored.filter((each) => each.became !== 'unchanged').map((each) => each.row));
  return {
    outcomes: [
      ...stored,
      ...repeated.map(({ row }) => ({ row, became: 'unchanged' as const })),
      ...contradicting.map(({ row }) => ({ row, became: 'contradicting' as const })),
    ],
    students: [...new Set(grades.filter((grade) => changed.has(grade.row)).map((grade) => grade.studentId))],
    differences: differencesIn(firsts, stored),
  };
}

function differencesIn(
  grades: readonly IncomingGrade[],
  outcomes: readonly GradeOutcome[],
): readonly GradeDifference[] {
  const told = new Map(grades.map((grade) => [grade.row, grade]));
  return outcomes.flatMap(({ row, before }): readonly GradeDifference[] => {
    const grade = told.get(row)!;
    const after = grade.remove ? null : grade;
    const kind = before && gradeDifference(before, after);
    if (!kind) return [];
    const { studentId, courseName, courseCode } = grade;
    const course = courseName ?? courseCode;
    return [{ kind, studentId, row, course, before: before.value, after: after?.value ?? null }];
  });
}

function keyOf(grade: IncomingGrade): string {
  return `${grade.studentId}|${grade.courseCode}|${grade.gradedOn}|${grade.trial}`;
}

function contentOf(grade: IncomingGrade): string {
  return JSON.stringify({ ...grade, row: 0 });
}
