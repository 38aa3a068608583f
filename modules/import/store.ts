import type { Tx } from '../../platform/server/db.ts';
import type { RefusedWithCells } from './refusals.ts';
import type { RunState } from './report.ts';

/** A run to write down. `report` is what its page shows; counts only, no persons. */
export interface RunToRecord {
  readonly source: string;
  readonly state: RunState;
  readonly startedAt: Date;
  readonly startedBy: number | null;
  readonly report: object;
  readonly warnings: readonly object[];
}

/** Writes down a run and its refused rows. Answers the run's number. */
export async function insertRun(
  tx: Tx,
  run: RunToRecord,
  refused: readonly RefusedWithCells[],
): Promise<number> {
  const { rows } = await tx.client.query<{ id: number }>(
    `insert into imports.run (organiser_id, started_at, finished_at, started_by, source, state, counts, warnings)
     values ($1, $2, clock_timestamp(), $3, $4, $5, $6, $7) returning run_id as id`,
    [
      tx.organiser,
      run.startedAt,
      run.startedBy,
      run.source,
      run.state,
      JSON.stringify(run.report),
      JSON.stringify(run.warnings),
    ],
  );
  const runId = rows[0]!.id;
  for (let from = 0; from < refused.length; from += refusedAtATime) {
    await insertRefused(tx, runId, from, refused.slice(from, from + refusedAtATime));
  }
  return runId;
}

const refusedAtATime = 5_000;

async function insertRefused(
  tx: Tx,
  runId: number,
  from: number,
  rows: readonly RefusedWithCells[],
): Promise<void> {
  const records = rows.map((row, index) => ({
    ...row,
    number: from + index + 1,
    content: JSON.stringify(row.cells),
  }));
  await tx.client.query(
    `insert into imports.refused_row (organiser_id, run_id, number, file, "row", "column", code, says, content)
     select $1, $2, number, file, "row", "column", code, says, content
     from jsonb_to_recordset($3::jsonb)
       as r(number int, file text, "row" int, "column" text, code text, says text, content text)`,
    [tx.organiser, runId, JSON.stringify(records)],
  );
}

/** Lets one import at a time run for an organiser; given back when the transaction ends. */
export async function lockImports(tx: Tx): Promise<void> {
  await tx.client.query(`select pg_advisory_xact_lock(hashtext('import'), $1)`, [tx.organiser]);
}
