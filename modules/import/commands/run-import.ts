import { nextChangeSet } from '../../../platform/server/change-set.ts';
import {
  type Database,
  dangerouslyAcrossOrganisers,
  type Tx,
  withOrganiser,
} from '../../../platform/server/db.ts';
import { createOrganiser, units } from '../../organisation/index.ts';
import { mappingsFor } from '../queries/mappings.ts';
import { readInSince } from '../queries/runs.ts';
import { UnreadableFile } from '../reading/unreadable-file.ts';
import type { ImportReport } from '../report.ts';
import { keepForUndo, lockImports } from '../store.ts';
import { Cancelled, cancellable } from './cancellation.ts';
import type { ImportOptions } from './import-options.ts';
import { type KnownOfRun, type OpenedFiles, openFiles } from './open-files.ts';
import { readKinds } from './read-kinds.ts';
import { failedReport, reportOf, stateOf, unreadable } from './run-report.ts';
import { withUnpacked } from './with-unpacked.ts';
import { type Kept, nothingKept, type Started, writeDown } from './write-down.ts';

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
