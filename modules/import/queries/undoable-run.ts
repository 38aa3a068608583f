import type { Tx } from '../../../platform/server/db.ts';
import { mergeInTheWay } from '../../doubles/index.ts';
import type { UndoneRun } from '../commands/undo-run.ts';

/** A run whose changes are kept, and the number of their set. */
export interface UndoableRun {
  readonly runId: number;
  readonly changeSet: number;
}

/** The run, if it can be undone now; otherwise why not. */
export async function whyNotUndone(
  tx: Tx,
  runId: number,
): Promise<UndoableRun | Extract<UndoneRun, { undone: false }>> {
  const { rows } = await tx.client.query<{
    state: string;
    set: number | null;
    undone: boolean;
    later: number | null;
  }>(
    `select r.state, r.change_set as set, r.undone_at is not null as undone,
       (select max(l.run_id) from imports.run l where l.organiser_id = r.organiser_id and l.state = 'done'
          and l.change_set > r.change_set and l.undone_at is null) as later
     from imports.run r where r.organiser_id = $1 and r.run_id = $2`,
    [tx.organiser, runId],
  );
  const run = rows[0];
  if (!run || run.state !== 'done' || run.undone) return { undone: false, because: 'nothing' };
  if (run.set === null) return { undone: false, because: 'too-old' };
  if (run.later !== null) return { undone: false, because: 'later-run', laterRun: run.later };
  const merge = await mergeInTheWay(tx, run.set);
  if (merge) return { undone: false, because: merge };
  return { runId, changeSet: run.set };
}

/** What a run's page says of undoing it. */
export type UndoState =
  | { readonly state: 'can' | 'too-old' | 'merged' | 'parted' | 'nothing' }
  | { readonly state: 'later-run'; readonly laterRun: number };

/** Whether a run can be undone now. */
export async function undoStateOf(tx: Tx, runId: number): Promise<UndoState> {
  const answer = await whyNotUndone(tx, runId);
  if (!('undone' in answer)) return { state: 'can' };
  if (answer.because === 'later-run') return { state: 'later-run', laterRun: answer.laterRun };
  return { state: answer.because === 'in-use' ? 'nothing' : answer.because };
}
