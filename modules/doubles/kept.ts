import type { LocalDate } from '../../platform/local-date.ts';
import type { KeptTable } from '../../platform/server/change-set.ts';
import type { Tx } from '../../platform/server/db.ts';
import { keptTotals } from '../attendance/index.ts';
import { keptConcerns } from '../concerns/index.ts';
import { keptTalks } from '../coordination/index.ts';
import { keptGrades } from '../grades/index.ts';
import { keptLogIns } from '../identity/index.ts';
import { keptByMerge, type MovePerson, refreshPlacements, studentsWithMentor } from '../people/index.ts';
import { keptRoutines } from '../rule-book/index.ts';
import { keptSignals, refreshSignals } from '../signals/index.ts';

/** What a module below this one moves when persons are merged; the composition passes it in. */
export interface LaterRows {
  readonly tables: readonly KeptTable[];
  move(tx: Tx, ids: MovePerson): Promise<void>;
}

/** Every table of the modules above whose changes a merge keeps, in an order in which rows may be inserted. Lessons are kept by attendance itself. */
export const keptTables: readonly KeptTable[] = [
  ...keptByMerge,
  ...keptLogIns,
  ...keptRoutines,
  ...keptTotals,
  ...keptGrades,
  ...keptTalks,
  ...keptConcerns,
  ...keptSignals,
];

/** Lets one at a time say who is who in an organiser; given back when the transaction ends. */
export async function oneAtATime(tx: Tx): Promise<void> {
  await tx.client.query(`select pg_advisory_xact_lock(hashtext('doubles'), $1)`, [tx.organiser]);
}

/** Computes anew where these persons are and what is on for them, and for the students who have them as mentor. */
export async function computeAnew(tx: Tx, persons: readonly number[], on: LocalDate): Promise<void> {
  const students = [...new Set([...persons, ...(await studentsWithMentor(tx, persons))])];
  await refreshPlacements(tx, on, students);
  await refreshSignals(tx, { on, students });
}

/**
 * Keeps imports out until the transaction ends: rows that a file tells of a person must not arrive while she becomes
 * another. False when one is being read in; nobody waits for it. The lock is the one of `import/store.ts`.
 */
export async function importsKeptOut(tx: Tx): Promise<boolean> {
  const { rows } = await tx.client.query<{ got: boolean }>(
    `select pg_try_advisory_xact_lock(hashtext('import'), $1) as got`,
    [tx.organiser],
  );
  return rows[0]!.got;
}
