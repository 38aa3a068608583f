import type { Tx } from '../../../platform/server/db.ts';
import { displayName, type Protection } from '../../people/index.ts';
import type { Kind } from '../reading/file-kinds.ts';
import type { Warning } from '../reading/refusal.ts';
import type { Check, FileReport, ImportReport, RunState } from '../report.ts';

/** Counts of one kind in a run. */
export interface KindCounts {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly refused: number;
}

/** A run as it was written down. */
export interface Run {
  readonly runId: number;
  readonly startedAt: Date;
  /** Null while the files are being read. */
  readonly finishedAt: Date | null;
  readonly startedBy: number | null;
  /** The name to show; null is the operator at the command line. */
  readonly startedByName: string | null;
  readonly source: string;
  readonly state: RunState;
  /** What it came to; null until the files have been read once. */
  readonly report: RunReport | null;
  readonly warnings: readonly (Warning & { readonly kind: Kind })[];
  /** Where the files that were sent lie, if they were. */
  readonly upload: { readonly id: string; readonly files: readonly string[] } | null;
  /** A person has asked for it to be read in for real. */
  readonly confirmed: boolean;
  readonly discarded: boolean;
}

/** The part of a report that is kept. */
export interface RunReport extends Pick<ImportReport, 'students' | 'weeks' | 'period'> {
  readonly kinds: Readonly<Record<Kind, KindCounts>>;
  readonly files: readonly FileReport[];
  readonly checks: readonly Check[];
}

interface Row {
  readonly run_id: number;
  readonly started_at: Date;
  readonly finished_at: Date | null;
  readonly started_by: number | null;
  readonly source: string;
  readonly state: RunState;
  readonly counts: Partial<RunReport> & Pick<Partial<Run>, 'upload' | 'confirmed' | 'discarded'>;
  readonly warnings: Run['warnings'];
  readonly given_name: string | null;
  readonly family_name: string | null;
  readonly protection: Protection | null;
}

const columns = `r.run_id, r.started_at, r.finished_at, r.started_by, r.source, r.state, r.counts, r.warnings,
  p.given_name, p.family_name, p.protection
  from imports.run r left join people.person p on p.organiser_id = r.organiser_id and p.person_id = r.started_by`;

/** The latest runs, newest first; with `startedBy` only those of one person. */
export async function latestRuns(tx: Tx, startedBy: number | null, most = 50): Promise<readonly Run[]> {
  const { rows } = await tx.client.query<Row>(
    `select ${columns} where r.organiser_id = $1 and ($2::int is null or r.started_by = $2)
     order by r.run_id desc limit $3`,
    [tx.organiser, startedBy, most],
  );
  return rows.map(present);
}

/** One run; undefined when there is none, or none of `startedBy`. */
export async function runById(tx: Tx, runId: number, startedBy: number | null): Promise<Run | undefined> {
  const { rows } = await tx.client.query<Row>(
    `select ${columns} where r.organiser_id = $1 and r.run_id = $2 and ($3::int is null or r.started_by = $3)`,
    [tx.organiser, runId, startedBy],
  );
  return rows[0] && present(rows[0]);
}

function present(row: Row): Run {
  const { counts, given_name, family_name, protection } = row;
  return {
    runId: row.run_id,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    startedBy: row.started_by,
    startedByName:
      given_name === null
        ? null
        : displayName({ givenName: given_name, familyName: family_name!, protection: protection! }),
    source: row.source,
    state: row.state,
    report: counts.kinds ? (counts as RunReport) : null,
    warnings: row.warnings,
    upload: counts.upload ?? null,
    confirmed: counts.confirmed === true,
    discarded: counts.discarded === true,
  };
}

/** A refused row as it was written down. */
export interface StoredRefusal {
  readonly file: string;
  readonly row: number;
  readonly column: string | null;
  readonly code: string;
  readonly says: string;
  readonly cells: readonly string[];
}

/** The refused rows of a run in the order of files and rows, some at a time. */
export async function refusedRows(
  tx: Tx,
  runId: number,
  wanted: { readonly after: number; readonly most: number; readonly file?: string },
): Promise<{ readonly rows: readonly StoredRefusal[]; readonly last: number }> {
  const { rows } = await tx.client.query<Omit<StoredRefusal, 'cells'> & { number: number; content: string }>(
    `select number, file, "row", "column", code, says, content from imports.refused_row
     where organiser_id = $1 and run_id = $2 and number > $3 and ($4::text is null or file = $4)
     order by number limit $5`,
    [tx.organiser, runId, wanted.after, wanted.file ?? null, wanted.most],
  );
  return {
    rows: rows.map(({ number: _number, content, ...row }) => ({
      ...row,
      cells: JSON.parse(content) as string[],
    })),
    last: rows.at(-1)?.number ?? wanted.after,
  };
}

/** Whether somebody is reading the run right now, in this process or another: its lock is taken. */
export async function runIsAlive(tx: Tx, runId: number): Promise<boolean> {
  const { rows } = await tx.client.query<{ free: boolean }>(
    `select pg_try_advisory_xact_lock(hashtext('import run'), $1) as free`,
    [runId],
  );
  return !rows[0]!.free;
}
