import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, type Tx, withOrganiser } from '../../../platform/server/db.ts';
import { addDays, type LocalDate } from '../../../platform/local-date.ts';
import { type ImportOptions, type ImportReport, runImport } from '../../import/index.ts';
import type { SourceId } from '../mirror/store-mirror.ts';
import { letGo, letGoOfOld, markApplied, rememberTold } from '../mirror/store-told.ts';
import { type Projection, project } from '../projecting/project.ts';
import { refusedAttendance, refusedObjects } from './refused-objects.ts';

/** What to import from whose mirror, and how: as files, but for the files. */
export interface ImportMirrorOptions
  extends Omit<ImportOptions, 'files' | 'organiser' | 'fetched' | 'onlyUnits'> {
  readonly organiser: { readonly id: number; readonly name: string };
  readonly source: SourceId;
  /** What the run is called. */
  readonly name: string;
  readonly yearStarts: LocalDate;
}

/** Lessons of last year are kept for a while: grades and late reports of the spring come in the autumn. */
const oldAfterDays = 120;

/**
 * Imports what waits in a mirror as one run, with the same checks, preview and refusals as files. What was told is
 * remembered afterwards: when the machine stops between the two, the same is told again, which changes nothing. Null
 * when nothing waits and nobody is there.
 */
export async function importMirror(db: Database, options: ImportMirrorOptions): Promise<ImportReport | null> {
  const { organiser, source, on, now, yearStarts, name, ...rest } = options;
  const folder = await mkdtemp(join(tmpdir(), 'fullfolj-ss12000-'));
  try {
    const when = { folder, on, now: now(), yearStarts };
    const projection = await withOrganiser(db, organiser.id, (tx) => project(tx, source, when));
    const { files, notes } = projection;
    if (files.length === 0) {
      if (!options.dryRun) await remember(db, options, projection, noneRefused);
      return null;
    }
    const fetched = { name, notes };
    const report = await runImport(db, { ...rest, organiser, on, now, files, fetched, onlyUnits: null });
    if (report.state === 'done') await remember(db, options, projection, await waitingAfter(projection, report));
    return report;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
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

/** All in one transaction: either everything of the run is remembered, or it is told again. */
async function remember(
  db: Database,
  { organiser, source, yearStarts, now }: ImportMirrorOptions,
  { told }: Projection,
  refused: Refused,
): Promise<void> {
  await withOrganiser(db, organiser.id, async (tx) => {
    const entries = <T>(map: ReadonlyMap<string, T>) => [...map];
    await markApplied(tx, source, heldLists);
    await rememberTold(
      tx,
      source,
      'persons',
      entries(told.persons).map(([id, units]) => ({
        id,
        told: units.length > 0 ? units : null,
        applied: true,
      })),
    );
    await rememberTold(
      tx,
      source,
      'calendarEvents',
      entries(told.lessons.events).map(([id, mark]) => ({ id, ...mark })),
    );
    const refusedGrades = new Set(refused.grades);
    const grades = entries(told.grades).filter(([id]) => !refusedGrades.has(id));
    await rememberTold(tx, source, 'grades', grades.map(([id, grade]) => ({ id, told: grade, applied: true })));
    await letGo(tx, source, 'attendances', [...told.lessons.waiting, ...refused.attendances]);
    await letGo(tx, source, 'aggregatedAttendance', refused.sums);
    await letGoOfOld(tx, source, addDays(yearStarts, -oldAfterDays));
    await noteApplied(tx, source, now());
  });
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

async function noteApplied(tx: Tx, source: SourceId, at: Date): Promise<void> {
  await tx.client.query(
    'update ss12000.source set applied_at = $3 where organiser_id = $1 and source_id = $2',
    [tx.organiser, source, at],
  );
}
