import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays, type LocalDate } from '../../../platform/local-date.ts';
import { type Database, type Tx, withOrganiser } from '../../../platform/server/db.ts';
import { forgetLessonRefs } from '../../attendance/index.ts';
import { type ImportOptions, type ImportReport, removeOldFolders, runImport } from '../../import/index.ts';
import { ensureUnits, units } from '../../organisation/index.ts';
import type { SourceId } from '../mirror/store-mirror.ts';
import {
  keepWaiting,
  letGo,
  letGoOfOld,
  letGoOfSums,
  markApplied,
  noteApplied,
  rememberTold,
} from '../mirror/store-told.ts';
import { type Projection, project } from '../projecting/project.ts';
import { refusedAttendance, refusedObjects } from './refused-objects.ts';

/** What to import from whose mirror, and how: as files, but for the files. */
export interface ImportMirrorOptions
  extends Omit<ImportOptions, 'files' | 'organiser' | 'fetched' | 'onlyUnits' | 'into' | 'whenDone'> {
  readonly organiser: { readonly id: number; readonly name: string };
  readonly source: SourceId;
  /** Makes the run for a page to follow, when there is something to import; absent when there is no page. */
  readonly beginRun?: (() => Promise<number>) | undefined;
  /** What the run is called. */
  readonly name: string;
  readonly yearStarts: LocalDate;
}

const prefix = 'fullfolj-ss12000-';

/** Lessons of last year are kept for a while: grades and late reports of the spring come in the autumn. */
const oldAfterDays = 120;

/**
 * Imports what waits in a mirror as one run, with the same checks, preview and refusals as files. What was told is
 * remembered with it. Null when nothing waits and nobody is there.
 */
export async function importMirror(db: Database, options: ImportMirrorOptions): Promise<ImportReport | null> {
  const { organiser, source, on, now, yearStarts, name, beginRun, ...rest } = options;
  await removeOldFolders(tmpdir(), prefix);
  const folder = await mkdtemp(join(tmpdir(), prefix));
  try {
    const when = { folder, on, now: now(), yearStarts };
    const projection = await withOrganiser(db, organiser.id, (tx) => project(tx, source, when));
    const { files, notes } = projection;
    if (files.length === 0) {
      if (!options.dryRun)
        await withOrganiser(db, organiser.id, (tx) => remember(tx, options, projection, noneRefused, null));
      return null;
    }
    const fetched = { name, from: source, notes };
    const whenDone = async (tx: Tx, report: ImportReport) => {
      await nameUnits(tx, projection.unitNames);
      await remember(tx, options, projection, await waitingAfter(projection, report), report.runId);
    };
    const into = beginRun ? await beginRun() : null;
    const shared = { organiser, on, now, files, fetched, onlyUnits: null, into, whenDone };
    return await runImport(db, { ...rest, ...shared });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A unit that is called by its code, as one that came with a row is, gets the name that the source has for it. */
async function nameUnits(tx: Tx, names: ReadonlyMap<string, string>): Promise<void> {
  const unnamed = (await units(tx)).filter(({ code, name }) => name === code && names.has(code));
  await ensureUnits(
    tx,
    unnamed.map(({ code }) => ({ code, name: names.get(code)! })),
  );
}

/** The ids of objects whose rows were refused. */
interface Refused {
  readonly attendances: readonly string[];
  readonly sums: readonly string[];
  readonly grades: readonly string[];
}

const noneRefused: Refused = { attendances: [], sums: [], grades: [] };

async function waitingAfter({ files, told }: Projection, report: ImportReport): Promise<Refused> {
  return {
    attendances: await refusedAttendance(files, report),
    sums: refusedObjects(report, 'narvaro_summa', told.sumRows),
    grades: refusedObjects(report, 'betyg', told.gradeRows),
  };
}

/**
 * Remembers what was told, in the transaction of the import: were it told again afterwards, two lessons that have changed
 * places would change back.
 */
async function remember(
  tx: Tx,
  { source, yearStarts, now }: ImportMirrorOptions,
  { told }: Projection,
  refused: Refused,
  runId: number | null,
): Promise<void> {
  await markApplied(tx, source, heldLists);
  await rememberTold(tx, source, 'persons', entries(told.persons).map(whole), runId);
  await rememberTold(tx, source, 'duties', entries(told.duties).map(whole), runId);
  const events = [...told.lessons.events].map(([id, mark]) => ({ id, ...mark }));
  await rememberTold(tx, source, 'calendarEvents', events, runId);
  const stopped = new Set(refused.grades);
  const grades = [...told.grades]
    .filter(([id]) => !stopped.has(id))
    .map(([id, grade]) => ({ id, told: grade }));
  await rememberTold(tx, source, 'grades', grades.map(whole), runId);
  await letGo(tx, source, 'attendances', [...told.lessons.waiting, ...refused.attendances]);
  const heldBack = [...told.lessons.heldBack].map(([id, body]) => ({ id, body }));
  await keepWaiting(tx, source, heldBack);
  await forgetLessonRefs(tx, told.lessons.deleted, yearStarts);
  const stoppedSums = new Set(refused.sums);
  const sums = entries(told.sums).filter(({ id }) => !stoppedSums.has(id));
  await rememberTold(tx, source, 'aggregatedAttendance', sums.map(whole), runId);
  await letGoOfSums(tx, source, [...told.sums.keys()]);
  await letGoOfOld(tx, source, addDays(yearStarts, -oldAfterDays));
  await noteApplied(tx, source, now(), runId);
}

function entries<T>(told: ReadonlyMap<string, T>): readonly { readonly id: string; readonly told: T }[] {
  return [...told].map(([id, each]) => ({ id, told: each }));
}

function whole<T extends object>(object: T): T & { readonly applied: true } {
  return { ...object, applied: true };
}

const heldLists = [
  'organisations',
  'persons',
  'groups',
  'duties',
  'activities',
  'syllabuses',
  'programmes',
  'studyplans',
  'absences',
] as const;
