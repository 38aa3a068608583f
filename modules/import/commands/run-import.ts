import type { LocalDate } from '../../../platform/local-date.ts';
import { nextChangeSet } from '../../../platform/server/change-set.ts';
import {
  type Database,
  dangerouslyAcrossOrganisers,
  type Tx,
  withOrganiser,
} from '../../../platform/server/db.ts';
import { record } from '../../audit/index.ts';
import { createOrganiser, units } from '../../organisation/index.ts';
import { mappingsFor } from '../queries/mappings.ts';
import { readInSince } from '../queries/runs.ts';
import type { RememberedMapping } from '../reading/column-mapping.ts';
import { forEachKind, type Kind, kinds } from '../reading/file-kinds.ts';
import type { WholeFile } from '../reading/how-to-read.ts';
import type { ImportFile } from '../reading/opened-file.ts';
import type { Warning } from '../reading/refusal.ts';
import { UnreadableFile } from '../reading/unreadable-file.ts';
import { inFileOrder } from '../refusals.ts';
import { type ImportReport, nothingRead, type RunState } from '../report.ts';
import { keepForUndo, lockImports, writeReconciliation, writeRun } from '../store.ts';
import { writeStory } from '../store-story.ts';
import { Cancelled, cancellable } from './cancellation.ts';
import { type KnownOfRun, type OpenedFiles, openFiles } from './open-files.ts';
import { type ReadKinds, readKinds } from './read-kinds.ts';
import { storyReport, untold } from './run-story.ts';
import type { Progress } from './step.ts';
import { withUnpacked } from './with-unpacked.ts';

/** Computes signals of students whose data changed, in the same transaction. */
export type RefreshSignals = (
  tx: Tx,
  what: { readonly on: LocalDate; readonly students: readonly number[] },
) => Promise<unknown>;

/** Whose data: an organiser that exists, or one to make in the same transaction. */
export type ForOrganiser = { readonly id: number; readonly name: string } | { readonly create: string };

/** What to import, for whom, and how. */
export interface ImportOptions {
  readonly organiser: ForOrganiser;
  readonly files: readonly ImportFile[];
  /** The same code to the last statement, then everything is taken back. */
  readonly dryRun: boolean;
  /** Who asked; null is the operator at the command line. */
  readonly actor: { readonly personId: number; readonly because: string } | null;
  /** A person has looked at what stopped an earlier run and said yes. */
  readonly acceptLargeChange: boolean;
  /** The day that changes count from. */
  readonly on: LocalDate;
  readonly now: () => Date;
  readonly refreshSignals: RefreshSignals;
  /**
   * The run that was made when the files were sent, for a page to follow; null makes one when there is something to write
   * down: a run that changed something or stopped. A dry run without one leaves no trace.
   */
  readonly into: number | null;
  /** The units whose students the files may be about, for an administrator of some units; null is all. */
  readonly onlyUnits: readonly number[] | null;
  /**
   * Told when nobody chose the files: what the run is called instead of after them, which source they are `from`, and what
   * to know of what was fetched.
   */
  readonly fetched?: { readonly name: string; readonly from: number; readonly notes: readonly Warning[] };
  /**
   * Called when everything is read in, before it is committed: what it writes stands if and only if the run does, and
   * what it changes is undone with it. Not called for a preview or a run that stops.
   */
  readonly whenDone?: (tx: Tx, report: ImportReport) => Promise<void>;
  /** When what the person said yes to was looked at: the yes is none any more when something has been read in after that. */
  readonly acceptedAt?: Date | null;
  /** How columns are read, when somebody has looked at what that gave; otherwise as is remembered when the run begins. */
  readonly mappings?: readonly RememberedMapping[];
  /** What somebody has said of whole files in this run, by the file's name. */
  readonly said?: Readonly<Record<string, WholeFile>>;
  readonly onProgress?: (progress: Progress) => void;
  /** Aborted to cut the run off: it ends as failed and nothing of it stands. The reason is the person's number who did it. */
  readonly signal?: AbortSignal;
  /** Where workbooks and archives are taken apart; the system's folder for temporary files when it is not said. */
  readonly unpackIn?: string;
}

/**
 * Reads files into the database as one run: everything in one transaction, so that a run that is cut off at any moment
 * leaves the old state or the new. The kinds are read in their order whatever the files are called. An improbable amount
 * of change stops the run, changes nothing and says what to look at.
 */
export async function runImport(db: Database, options: ImportOptions): Promise<ImportReport> {
  const started = { at: options.now(), clock: performance.now() };
  return withUnpacked(options.files, options.unpackIn ?? null, async (files) => {
    const opened = await openFiles(files, await knownOfRun(db, options));
    return runOpened(db, opened, options, started).finally(() => opened.clean());
  });
}

async function runOpened(
  db: Database,
  opened: OpenedFiles,
  options: ImportOptions,
  started: Started,
): Promise<ImportReport> {
  const keep = await inTransaction(db, options, (tx) =>
    cancellable(db, tx, options.signal, () => readInto(tx, opened, options, started)),
  ).catch((error) => {
    if (error instanceof TakenBack) return error;
    if (error instanceof UnreadableFile)
      return new TakenBack(failedReport(unreadable(opened, error), options), nothingKept);
    if (error instanceof Cancelled) {
      const report = { ...failedReport(opened.reports, options), cancelled: { by: error.by } };
      return new TakenBack(report, nothingKept);
    }
    throw error;
  });
  if (!(keep instanceof TakenBack)) return keep;
  return recordTakenBack(db, keep, options, started);
}

async function readInto(
  tx: Tx,
  opened: OpenedFiles,
  options: ImportOptions,
  started: Started,
): Promise<ImportReport> {
  await lockImports(tx, options.into);
  const changeSet = options.dryRun ? undefined : await nextChangeSet(tx);
  const acceptLargeChange = await isStillAccepted(tx, options);
  const read = await readKinds(changeSet ? { ...tx, changeSet } : tx, opened, options);
  const state = stateOf(opened, read, { ...options, acceptLargeChange });
  if (state === 'done' && read.students.length > 0) {
    await options.refreshSignals(tx, { on: options.on, students: read.students });
  }
  const report = reportOf(opened, read, state, options);
  if (state !== 'done') throw new TakenBack(report, read);
  const runId = await writeDown(tx, report, read, options, started);
  await options.whenDone?.({ ...tx, changeSet: changeSet! }, { ...report, runId });
  await keepForUndo(tx, runId, changeSet!);
  return { ...report, runId };
}

/** Asked when no other run can come between. */
async function isStillAccepted(tx: Tx, options: ImportOptions): Promise<boolean> {
  const { acceptLargeChange, acceptedAt, into } = options;
  if (!acceptLargeChange || !acceptedAt || into === null) return acceptLargeChange;
  return !(await readInSince(tx, { runId: into, finishedAt: acceptedAt }));
}

/** When a run began: the moment, and a clock that only goes forward to measure how long it took. */
interface Started {
  readonly at: Date;
  readonly clock: number;
}

/** What is kept of a run besides its report: it is about persons. */
type Kept = Pick<ReadKinds, 'refused' | 'story'>;
const nothingKept: Kept = { refused: [], story: untold };

/** Mappings are remembered per organiser: one that is made in the same run has none. */
async function knownOfRun(db: Database, options: ImportOptions): Promise<KnownOfRun> {
  const { organiser, onlyUnits, said = {} } = options;
  if ('create' in organiser) return { mappings: [], said, unitNames: new Map(), onlyUnit: null };
  return withOrganiser(db, organiser.id, async (tx) => {
    const all = await units(tx);
    const own = all.filter(({ unitId }) => onlyUnits === null || onlyUnits.includes(unitId));
    return {
      mappings: options.mappings ?? (await mappingsFor(tx, onlyUnits)),
      said,
      unitNames: new Map(all.map(({ code, name }) => [code, name])),
      onlyUnit: own.length === 1 ? own[0]!.code : null,
    };
  });
}

/** Carries a report out of a transaction that is rolled back. */
class TakenBack extends Error {
  readonly report: ImportReport;
  readonly kept: Kept;

  constructor(report: ImportReport, kept: Kept) {
    super('taken back');
    this.report = report;
    this.kept = kept;
  }
}

async function recordTakenBack(
  db: Database,
  { report, kept }: TakenBack,
  options: ImportOptions,
  started: Started,
): Promise<ImportReport> {
  if (!('id' in options.organiser) || (report.state === 'preview' && options.into === null)) return report;
  const runId = await withOrganiser(db, options.organiser.id, (tx) =>
    writeDown(tx, report, kept, options, started),
  );
  return { ...report, runId };
}

async function inTransaction<T>(
  db: Database,
  options: ImportOptions,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const { organiser } = options;
  if ('id' in organiser) return withOrganiser(db, organiser.id, work);
  return dangerouslyAcrossOrganisers(db, async (owner) => {
    const id = await createOrganiser(owner, {
      name: organiser.create,
      kind: 'municipality',
      isDemonstration: false,
    });
    await owner.client.query(`set local role fullfolj_app; set local fullfolj.organiser = '${id}'`);
    return work({ ...owner, organiser: id });
  });
}

/** Files of which none can be read leave nothing behind, not even the organiser they were meant for. */
function stateOf(opened: OpenedFiles, read: ReadKinds, options: ImportOptions): RunState {
  if (!options.dryRun && opened.reports.every((file) => file.kind === null)) return 'failed';
  if (
    read.checks.some((check) => check.stops && !check.holds) &&
    !options.acceptLargeChange &&
    !options.dryRun
  )
    return 'stopped';
  return options.dryRun ? 'preview' : 'done';
}

function reportOf(
  opened: Pick<OpenedFiles, 'reports'>,
  read: ReadKinds,
  state: RunState,
  options: ImportOptions,
): ImportReport {
  const { organiser, on } = options;
  return {
    state,
    runId: null,
    organiser: 'id' in organiser ? organiser.name : organiser.create,
    on,
    kinds: withNotes(read.kinds, options.fetched?.notes ?? []),
    files: opened.reports.map((report) => ({ ...report, rows: read.rows.get(report.file) ?? 0 })),
    checks: read.checks,
    students: read.students.length,
    weeks: read.weeks,
    period: read.period,
    reconciliation: read.reconciliation,
    story: storyReport(read.story),
  };
}

/** What is to know of what was fetched stands with the roster, which everything else refers to. */
function withNotes(kinds: ReadKinds['kinds'], notes: readonly Warning[]): ReadKinds['kinds'] {
  if (notes.length === 0) return kinds;
  return { ...kinds, elever: { ...kinds.elever, warnings: [...notes, ...kinds.elever.warnings] } };
}

/** The files, one of which turned out to be no table further down. */
function unreadable({ reports }: OpenedFiles, { file, says }: UnreadableFile): OpenedFiles['reports'] {
  return reports.map((each) => (each.file === file ? { ...each, kind: null, says } : each));
}

/** A run of which nothing stands. */
function failedReport(reports: OpenedFiles['reports'], options: ImportOptions): ImportReport {
  const read = {
    kinds: forEachKind(() => nothingRead),
    rows: new Map(),
    refused: [],
    checks: [],
    students: [],
    weeks: 0,
    period: null,
    reconciliation: [],
    story: untold,
  };
  return reportOf({ reports }, read, 'failed', options);
}

async function writeDown(
  tx: Tx,
  report: ImportReport,
  kept: Kept,
  options: ImportOptions,
  started: Started,
): Promise<number> {
  const startedBy = options.actor?.personId ?? null;
  const { kinds: byKind, reconciliation, ...rest } = report;
  const counts = Object.fromEntries(kinds.map((kind) => [kind, countsOf(byKind[kind])]));
  const warnings = kinds.flatMap((kind) => byKind[kind].warnings.map((warning) => ({ kind, ...warning })));
  const source = options.fetched?.name ?? report.files.map((file) => file.file).join(', ');
  const run = {
    source,
    state: report.state,
    startedAt: started.at,
    startedBy,
    report: {
      ...rest,
      kinds: counts,
      tookMs: Math.round(performance.now() - started.clock),
      ...(options.fetched ? { fetchedFrom: options.fetched.from } : {}),
    },
    warnings,
  };
  const ordered = inFileOrder(
    kept.refused,
    report.files.map((file) => file.file),
  );
  const runId = await writeRun(tx, options.into, run, ordered);
  await writeReconciliation(tx, runId, reconciliation);
  await writeStory(tx, runId, kept.story);
  record(tx, {
    actor: options.actor,
    action: 'import.run',
    what: 'Inläsning av filer',
    because: options.actor?.because ?? 'operator',
    subjects: [],
    detail: { run: runId, state: report.state, ...flatCounts(counts) },
    at: options.now(),
  });
  return runId;
}

interface Counts {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly refused: number;
}

function countsOf(report: ImportReport['kinds'][Kind]): Counts {
  const { created, updated, unchanged, refused } = report;
  return { created, updated, unchanged, refused: refused.length };
}

function flatCounts(counts: Readonly<Record<string, Counts>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(counts).flatMap(([kind, each]) =>
      Object.entries(each).map(([what, count]) => [`${kind}-${what}`, count]),
    ),
  );
}
