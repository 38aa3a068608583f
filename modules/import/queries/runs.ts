import type { Tx } from '../../../platform/server/db.ts';
import { displayName, type Protection } from '../../people/index.ts';
import { forEachKind, type Kind } from '../reading/file-kinds.ts';
import type { WholeFile } from '../reading/how-to-read.ts';
import type { Warning } from '../reading/refusal.ts';
import type { Check, FileReport, ImportReport, RunState } from '../report.ts';
import type { Upload } from '../uploads.ts';

/** Counts of one kind in a run. */
export interface KindCounts {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly refused: number;
}

/** An upload, and the units whose students its sender might read in; null is all. */
export interface SentFiles extends Upload {
  readonly units: readonly number[] | null;
  /** What somebody has said of whole files, by name; a file of which the columns were said stands here, if with nothing. */
  readonly said?: Readonly<Record<string, WholeFile>>;
}

/**
 * Who asks: runs are shown when they reached no other units than the asker's. Null is all units. That one has begun a run
 * oneself, when one's duty reached further than it does today, is no reason to see it.
 */
export interface SeenBy {
  readonly units: readonly number[] | null;
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
  readonly upload: SentFiles | null;
  /** A person has asked for it to be read in for real. */
  readonly confirmed: boolean;
  /** The name to show of that person; null when nobody has. */
  readonly confirmedByName: string | null;
  readonly confirmedBy: number | null;
  readonly discarded: boolean;
  /** The source that it was fetched from; null for files. */
  readonly fetchedFrom: number | null;
  /** Somebody cut it off while the files were read; the name to show, null is the operator. Undefined when nobody did. */
  readonly cancelled: { readonly byName: string | null } | undefined;
  /** When it was undone, and the name to show of who did; null is the operator. Undefined when it was not. */
  readonly undone: { readonly at: Date; readonly byName: string | null } | undefined;
}

/** The part of a report that is kept. */
export interface RunReport extends Pick<ImportReport, 'students' | 'weeks' | 'period'> {
  /** Undefined for a run from before this was told. */
  readonly story?: ImportReport['story'];
  /** How long the reading took; undefined for a run from before this was told. */
  readonly tookMs?: number;
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
  readonly counts: Partial<RunReport> &
    Pick<Partial<Run>, 'upload' | 'confirmed' | 'confirmedBy' | 'discarded' | 'fetchedFrom'> &
    Pick<ImportReport, 'cancelled'>;
  readonly warnings: Run['warnings'];
  readonly given_name: string | null;
  readonly family_name: string | null;
  readonly protection: Protection | null;
  readonly c_given_name: string | null;
  readonly c_family_name: string | null;
  readonly c_protection: Protection | null;
  readonly undone_at: Date | null;
  readonly u_given_name: string | null;
  readonly u_family_name: string | null;
  readonly u_protection: Protection | null;
  readonly x_given_name: string | null;
  readonly x_family_name: string | null;
  readonly x_protection: Protection | null;
}

const columns = `r.run_id, r.started_at, r.finished_at, r.started_by, r.source, r.state, r.counts, r.warnings,
  p.given_name, p.family_name, p.protection,
  c.given_name as c_given_name, c.family_name as c_family_name, c.protection as c_protection, r.undone_at,
  u.given_name as u_given_name, u.family_name as u_family_name, u.protection as u_protection,
  x.given_name as x_given_name, x.family_name as x_family_name, x.protection as x_protection
  from imports.run r
  left join people.person p on p.organiser_id = r.organiser_id and p.person_id = r.started_by
  left join people.person c on c.organiser_id = r.organiser_id and c.person_id = (r.counts->>'confirmedBy')::int
  left join people.person u on u.organiser_id = r.organiser_id and u.person_id = r.undone_by
  left join people.person x on x.organiser_id = r.organiser_id and x.person_id = (r.counts #>> '{cancelled,by}')::int`;

/** Those that reached none but these units ($2, null for all). A run that was fetched, or sent by the operator, reached all. */
const seen = `($2::int[] is null or coalesce(r.counts #> '{upload,units}' <@ to_jsonb($2::int[]), false))`;

/** The latest runs that somebody may see, newest first. */
export async function latestRuns(tx: Tx, by: SeenBy, most = 50): Promise<readonly Run[]> {
  const { rows } = await tx.client.query<Row>(
    `select ${columns} where r.organiser_id = $1 and ${seen} order by r.run_id desc limit $3`,
    [tx.organiser, by.units, most],
  );
  return rows.map(present);
}

/** One run; undefined when there is none that this person may see. */
export async function runById(tx: Tx, runId: number, by: SeenBy): Promise<Run | undefined> {
  const { rows } = await tx.client.query<Row>(
    `select ${columns} where r.organiser_id = $1 and ${seen} and r.run_id = $3`,
    [tx.organiser, by.units, runId],
  );
  return rows[0] && present(rows[0]);
}

/** Whether something in a run is so improbable that a person has to say yes first. */
export function stopsIn(run: Run): boolean {
  return run.report?.checks.some((check) => check.stops && !check.holds) ?? false;
}

/** Whether it waits for somebody to read it in or give it up. */
export function waitsIn(run: Run): boolean {
  const { upload, finishedAt, discarded, state } = run;
  return upload !== null && finishedAt !== null && !discarded && (state === 'preview' || state === 'stopped');
}

/** Whether there is something to do in a run that waits: rows that would change something, or columns that a person can tell of. */
export function hasSomethingToDo({ report }: Run): boolean {
  if (!report) return false;
  const counts = Object.values(report.kinds);
  return (
    counts.some(({ created, updated }) => created + updated > 0) ||
    report.files.some(({ kind, isTable, parked }) => kind === null && isTable === true && !parked)
  );
}

/** Whether anything else has been read in since a run was looked at. */
export async function readInSince(
  tx: Tx,
  { runId, finishedAt }: Pick<Run, 'runId' | 'finishedAt'>,
): Promise<boolean> {
  const { rows } = await tx.client.query<{ since: boolean }>(
    `select exists (select from imports.run
       where organiser_id = $1 and run_id <> $2 and state = 'done' and finished_at > $3) as since`,
    [tx.organiser, runId, finishedAt],
  );
  return rows[0]!.since;
}

/** A run from before a kind could be read has no counts of it. */
const noCounts = forEachKind((): KindCounts => ({ created: 0, updated: 0, unchanged: 0, refused: 0 }));

function present(row: Row): Run {
  const { counts } = row;
  return {
    runId: row.run_id,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    startedBy: row.started_by,
    startedByName: nameOf(row.given_name, row.family_name, row.protection),
    source: row.source,
    state: row.state,
    report: counts.kinds ? { ...(counts as RunReport), kinds: { ...noCounts, ...counts.kinds } } : null,
    warnings: row.warnings,
    upload: counts.upload ?? null,
    confirmed: counts.confirmed === true,
    confirmedBy: counts.confirmedBy ?? null,
    confirmedByName: nameOf(row.c_given_name, row.c_family_name, row.c_protection),
    discarded: counts.discarded === true,
    fetchedFrom: counts.fetchedFrom ?? null,
    cancelled: counts.cancelled && {
      byName: nameOf(row.x_given_name, row.x_family_name, row.x_protection),
    },
    undone: row.undone_at
      ? { at: row.undone_at, byName: nameOf(row.u_given_name, row.u_family_name, row.u_protection) }
      : undefined,
  };
}

function nameOf(
  givenName: string | null,
  familyName: string | null,
  protection: Protection | null,
): string | null {
  return givenName === null
    ? null
    : displayName({ givenName, familyName: familyName!, protection: protection! });
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

/**
 * Whether somebody is reading the run right now, in this process or another: its lock is taken. While any run of the
 * organiser's is being read, one that waits for its turn may be alive too.
 */
export async function runIsAlive(tx: Tx, runId: number): Promise<boolean> {
  const { rows } = await tx.client.query<{ free: boolean }>(
    `select pg_try_advisory_xact_lock(hashtext('import run'), $1)
       and pg_try_advisory_xact_lock(hashtext('import'), $2) as free`,
    [runId, tx.organiser],
  );
  return !rows[0]!.free;
}
