import type { LocalDate } from '../../../platform/local-date.ts';
import { type Database, type Tx, withOrganiser } from '../../../platform/server/db.ts';
import { undoChanges } from '../../../platform/server/undo-changes.ts';
import { keptTotals, undoLessons } from '../../attendance/index.ts';
import { record } from '../../audit/index.ts';
import { keptGrades } from '../../grades/index.ts';
import { keptUnits } from '../../organisation/index.ts';
import { forgetPlacements, keptPeople, refreshPlacements } from '../../people/index.ts';
import { forgetSignals } from '../../signals/index.ts';
import { type ChangedPersons, changedPersons } from '../queries/changed-persons.ts';
import { type UndoableRun, whyNotUndone } from '../queries/undoable-run.ts';
import { lockImports, noteUndone } from '../store.ts';
import type { RefreshSignals } from './import-options.ts';

/** Which run to undo, and for whom. */
export interface UndoOptions {
  readonly organiser: number;
  readonly runId: number;
  /** Who asked; null is the operator at the command line. */
  readonly actor: { readonly personId: number; readonly because: string } | null;
  readonly on: LocalDate;
  readonly now: () => Date;
  readonly refreshSignals: RefreshSignals;
}

/**
 * What came of it. Not undone: the run has changed nothing or is undone already (`nothing`), its changes are kept no more
 * (`too-old`), a later run has to be undone first (`later-run`), two persons whose rows it wrote are merged (`merged`) or were
 * merged then and are parted now (`parted`), or somebody has since written something about what it
 * added (`in-use`).
 */
export type UndoneRun =
  | { readonly undone: true; readonly persons: number }
  | { readonly undone: false; readonly because: 'nothing' | 'too-old' | 'in-use' | 'merged' | 'parted' }
  | { readonly undone: false; readonly because: 'later-run'; readonly laterRun: number };

const tables = [...keptUnits, ...keptPeople, ...keptTotals, ...keptGrades];

/**
 * Undoes a run as a whole, in one transaction: everything it added goes, everything it changed is as it was, and weeks,
 * placements and signals are computed anew. Runs are undone in the opposite order of how they were made, so that none is
 * pulled away under another.
 */
export async function undoRun(db: Database, options: UndoOptions): Promise<UndoneRun> {
  return withOrganiser(db, options.organiser, async (tx) => {
    await lockImports(tx, options.runId);
    const run = await whyNotUndone(tx, options.runId);
    if ('undone' in run) return run;
    return undoSet(tx, run, options);
  }).catch((error) => {
    if (error instanceof InUse) return { undone: false, because: 'in-use' };
    throw error;
  });
}

/** Takes everything back: the lessons had been undone already when it was found that something else cannot be. */
class InUse extends Error {}

async function undoSet(tx: Tx, run: UndoableRun, options: UndoOptions): Promise<UndoneRun> {
  const { on, actor, now } = options;
  const persons = await changedPersons(tx, run.changeSet);
  const withLessons = await undoLessons(tx, run.changeSet, on);
  await forgetSignals(tx, persons.added);
  await forgetPlacements(tx, persons.added);
  const answer = await undoChanges(tx, run.changeSet, tables);
  if (!answer.undone) throw new InUse('undo');
  const left = remaining(persons, withLessons);
  await refreshPlacements(tx, on, left);
  await options.refreshSignals(tx, { on, students: left });
  await noteUndone(tx, run.runId, actor?.personId ?? null, now());
  record(tx, {
    actor,
    action: 'import.run',
    what: 'Inläsning ångrad',
    because: actor?.because ?? 'operator',
    subjects: [],
    detail: { run: run.runId, students: left.length },
    at: now(),
  });
  return { undone: true, persons: new Set([...left, ...persons.added]).size };
}

/** The students who are still there, whose signals and placements may have changed. */
function remaining(persons: ChangedPersons, withLessons: readonly number[]): readonly number[] {
  const added = new Set(persons.added);
  return [...new Set([...persons.changed, ...withLessons])].filter((id) => !added.has(id));
}
