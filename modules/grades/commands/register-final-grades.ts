import type { Tx } from '../../../platform/server/db.ts';
import type { IncomingFinalGrades } from '../compulsory-grade.ts';
import { type FinalGradesOutcome, storeFinalGrades } from '../store-compulsory.ts';

/** What became of a row; `contradicting`: two rows about one student differ, and both are left out. */
export type FinalGradesRow = FinalGradesOutcome | { readonly row: number; readonly became: 'contradicting' };

/**
 * Registers the final grades of year 9 of students who are registered. A later file replaces an earlier one; a subject
 * that is missing is left alone. They are no input of any signal.
 */
export async function registerFinalGrades(
  tx: Tx,
  rows: readonly IncomingFinalGrades[],
): Promise<readonly FinalGradesRow[]> {
  const groups = [...Map.groupBy(rows, (row) => row.studentId).values()];
  const agree = (alike: readonly IncomingFinalGrades[]): boolean =>
    new Set(alike.map((row) => JSON.stringify({ ...row, row: 0 }))).size === 1;
  const agreeing = groups.filter(agree);
  const stored = await storeFinalGrades(
    tx,
    agreeing.map((alike) => alike[0]!),
  );
  return [
    ...stored,
    ...agreeing.flatMap((alike) => alike.slice(1).map(({ row }) => ({ row, became: 'unchanged' as const }))),
    ...groups
      .filter((alike) => !agree(alike))
      .flat()
      .map(({ row }) => ({ row, became: 'contradicting' as const })),
  ];
}
