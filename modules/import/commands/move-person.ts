import { type KeptTable, writeKept } from '../../../platform/server/change-set.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { moveRows } from '../../../platform/server/move-rows.ts';
import type { LaterRows } from '../../doubles/index.ts';
import type { MovePerson } from '../../people/index.ts';

const run: KeptTable = { name: 'imports.run', key: ['run_id'] };
const mapping: KeptTable = { name: 'imports.column_mapping', key: ['mapping_id'] };
const difference: KeptTable = { name: 'imports.difference', key: ['run_id', 'number'] };
const missing: KeptTable = { name: 'imports.missing_student', key: ['run_id', 'unit_id', 'student_id'] };

/** Lets what one person has read in, and what runs tell of her, be the person's that she is: what a merge asks of import. */
export const movedByMerge: LaterRows = {
  tables: [run, mapping, difference, missing],
  move: async (tx, ids) => {
    const moves = [
      { table: run, column: 'started_by' },
      { table: run, column: 'undone_by' },
      { table: mapping, column: 'set_by' },
      { table: difference, column: 'student_id' },
      { table: missing, column: 'student_id' },
    ];
    for (const { table, column } of moves)
      await moveRows(tx, table, { column, from: ids.goes, to: ids.stays });
    await moveWithin(tx, ids, '{confirmedBy}');
    await moveWithin(tx, ids, '{cancelled,by}');
  },
};

/** A number that stands inside what a run has counted. */
async function moveWithin(tx: Tx, { goes, stays }: MovePerson, path: string): Promise<void> {
  await writeKept(
    tx,
    run,
    `update imports.run set counts = jsonb_set(counts, '${path}', to_jsonb($3::int))
     where organiser_id = $1 and (counts #>> '${path}')::int = $2`,
    [tx.organiser, goes, stays],
  );
}
