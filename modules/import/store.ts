import type { Tx } from '../../platform/server/db.ts';
import type { UnitWeekSums } from './queries/stored-sums.ts';
import type { RefusedWithCells } from './refusals.ts';
import type { RunState } from './report.ts';
import { deleteStory } from './store-story.ts';

/** A run to write down. `report` is what its page shows; counts only, no persons. */
export interface RunToRecord {
  readonly source: string;
  readonly state: RunState;
  readonly startedAt: Date;
  readonly startedBy: number | null;
  readonly report: object;
  readonly warnings: readonly object[];
}

/** Notes that files have been sent and are being looked at: a preview that is not finished. Answers the run's number. */
export async function beginRun(
  tx: Tx,
  run: Pick<RunToRecord, 'source' | 'startedAt' | 'startedBy' | 'report'>,
): Promise<number> {
  const { rows } = await tx.client.query<{ id: number }>(
    `insert into imports.run (organiser_id, started_at, started_by, source, state, counts)
     values ($1, $2, $3, $4, 'preview', $5) returning run_id as id`,
    [tx.organiser, run.startedAt, run.startedBy, run.source, JSON.stringify(run.report)],
  );
  return rows[0]!.id;
}

/**
 * Takes a finished preview (or a run that stopped) to be read in for real. `seen` is when what the person looked at was
 * finished. False when that is not there to be taken any more: a second click, an older page, somebody else was first.
 */
export async function claimRun(
  tx: Tx,
  runId: number,
  claim: { readonly seen: Date; readonly by: number },
): Promise<boolean> {
  const answer = await tx.client.query(
    `update imports.run set finished_at = null, started_at = clock_timestamp(),
       counts = counts || jsonb_build_object('confirmed', true, 'confirmedBy', $3::int)
     where organiser_id = $1 and run_id = $2 and state in ('preview', 'stopped')
       and date_trunc('milliseconds', finished_at) = $4`,
    [tx.organiser, runId, claim.by, claim.seen],
  );
  return answer.rowCount === 1;
}

/** Ends a preview that nobody wants and deletes its refused rows and its story, which hold persons' data. False when it is no preview any more. */
export async function discardRun(tx: Tx, runId: number): Promise<boolean> {
  const answer = await tx.client.query(
    `update imports.run set state = 'failed', counts = counts || '{"discarded": true}'
     where organiser_id = $1 and run_id = $2 and state in ('preview', 'stopped') and finished_at is not null
       and not counts ? 'fetchedFrom'`,
    [tx.organiser, runId],
  );
  if (answer.rowCount !== 1) return false;
  await deleteRefused(tx, runId);
  await deleteStory(tx, runId);
  return true;
}

/** Ends a run that came to nothing: the service was restarted, the files are gone, or something broke. */
export async function failRun(tx: Tx, runId: number): Promise<void> {
  await tx.client.query(
    `update imports.run set state = 'failed', finished_at = clock_timestamp()
     where organiser_id = $1 and run_id = $2 and finished_at is null`,
    [tx.organiser, runId],
  );
}

/** Writes down what a run came to, with its refused rows: into the run that was begun, or a new one. Answers its number. */
export async function writeRun(
  tx: Tx,
  into: number | null,
  run: RunToRecord,
  refused: readonly RefusedWithCells[],
): Promise<number> {
  const runId = into ?? (await beginRun(tx, run));
  await deleteRefused(tx, runId);
  await tx.client.query(
    `update imports.run set finished_at = clock_timestamp(), state = $3, counts = counts || $4, warnings = $5
     where organiser_id = $1 and run_id = $2`,
    [tx.organiser, runId, run.state, JSON.stringify(run.report), JSON.stringify(run.warnings)],
  );
  for (let from = 0; from < refused.length; from += refusedAtATime) {
    await insertRefused(tx, runId, from, refused.slice(from, from + refusedAtATime));
  }
  return runId;
}

async function deleteRefused(tx: Tx, runId: number): Promise<void> {
  await tx.client.query('delete from imports.refused_row where organiser_id = $1 and run_id = $2', [
    tx.organiser,
    runId,
  ]);
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

/**
 * Lets one import at a time run for an organiser, and shows others that the run is under way; both given back when the
 * transaction ends.
 */
export async function lockImports(tx: Tx, runId: number | null): Promise<void> {
  if (runId !== null)
    await tx.client.query(`select pg_advisory_xact_lock(hashtext('import run'), $1)`, [runId]);
  await tx.client.query(`select pg_advisory_xact_lock(hashtext('import'), $1)`, [tx.organiser]);
}

/** Notes which set of changes a run made, so that it can be undone. */
export async function keepForUndo(tx: Tx, runId: number, changeSet: number): Promise<void> {
  await tx.client.query('update imports.run set change_set = $3 where organiser_id = $1 and run_id = $2', [
    tx.organiser,
    runId,
    changeSet,
  ]);
}

/**
 * Notes that a run has been undone; null is the operator. What it kept of persons goes with it: its refused rows, as they
 * stood in a file that somebody regrets, and its story.
 */
export async function noteUndone(tx: Tx, runId: number, by: number | null, at: Date): Promise<void> {
  await deleteRefused(tx, runId);
  await deleteStory(tx, runId);
  await tx.client.query(
    'update imports.run set undone_at = $3, undone_by = $4 where organiser_id = $1 and run_id = $2',
    [tx.organiser, runId, at, by],
  );
}

/** The sets of changes of runs from before a day: after it they are kept no more. */
export async function forgetRunsBefore(tx: Tx, day: Date): Promise<readonly number[]> {
  const { rows } = await tx.client.query<{ set: number }>(
    `with old as (select run_id, change_set from imports.run
       where organiser_id = $1 and change_set is not null and finished_at < $2)
     update imports.run r set change_set = null from old o
     where r.organiser_id = $1 and r.run_id = o.run_id returning o.change_set as set`,
    [tx.organiser, day],
  );
  return rows.map((row) => row.set);
}

/** Writes down what a run's weeks came to in minutes, in the source and here. */
export async function writeReconciliation(
  tx: Tx,
  runId: number,
  sums: readonly UnitWeekSums[],
): Promise<void> {
  await tx.client.query('delete from imports.reconciliation where organiser_id = $1 and run_id = $2', [
    tx.organiser,
    runId,
  ]);
  if (sums.length === 0) return;
  const rows = sums.map(({ unitId, monday, students, source, stored }) => ({
    unit_id: unitId,
    monday,
    students,
    ...prefixed('source', source),
    ...prefixed('stored', stored),
  }));
  await tx.client.query(
    `insert into imports.reconciliation select r.* from jsonb_populate_recordset(null::imports.reconciliation,
       (select jsonb_agg(e || jsonb_build_object('organiser_id', $1::int, 'run_id', $2::int)) from jsonb_array_elements($3::jsonb) e)) r`,
    [tx.organiser, runId, JSON.stringify(rows)],
  );
}

function prefixed(prefix: string, figures: UnitWeekSums['source']): Record<string, number> {
  return Object.fromEntries(Object.entries(figures).map(([name, minutes]) => [`${prefix}_${name}`, minutes]));
}
