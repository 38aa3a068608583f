import type { KeptTable } from '../../../platform/server/change-set.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { moveRows } from '../../../platform/server/move-rows.ts';
import type { MovePerson } from '../../people/index.ts';

const signal: KeptTable = { name: 'signals.signal', key: ['student_id', 'signal', 'since'] };
const feedback: KeptTable = { name: 'signals.feedback', key: ['feedback_id'] };
const threshold: KeptTable = { name: 'signals.threshold', key: ['signal', 'key', 'starts'] };

/** The tables of signals whose changes are kept when persons are merged. */
export const keptSignals: readonly KeptTable[] = [signal, feedback, threshold];

/**
 * Gives one person's signals, with the day that somebody saw them, and what was answered to them to the person that she
 * is. Compute the signals anew afterwards (`refreshSignals`): they follow from the facts.
 */
export async function moveSignals(tx: Tx, { goes, stays }: MovePerson): Promise<void> {
  const moves = [
    { table: signal, column: 'student_id' },
    { table: feedback, column: 'student_id' },
    { table: feedback, column: 'given_by' },
    { table: threshold, column: 'set_by' },
  ];
  for (const { table, column } of moves) await moveRows(tx, table, { column, from: goes, to: stays });
  await tx.client.query('delete from signals.indicator where organiser_id = $1 and student_id = $2', [
    tx.organiser,
    goes,
  ]);
}
