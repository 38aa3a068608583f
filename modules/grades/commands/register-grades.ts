import type { Tx } from '../../../platform/server/db.ts';
import type { GradeOutcome, IncomingGrade } from '../incoming-grade.ts';
import { removeGrades, storeGrades } from '../store.ts';

/** What a list of grades came to. */
export interface RegisteredGrades {
  readonly outcomes: readonly GradeOutcome[];
  /** Students with a grade that was created or changed. */
  readonly students: readonly number[];
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
  };
}

function keyOf(grade: IncomingGrade): string {
  return `${grade.studentId}|${grade.courseCode}|${grade.gradedOn}|${grade.trial}`;
}

function contentOf(grade: IncomingGrade): string {
  return JSON.stringify({ ...grade, row: 0 });
}
