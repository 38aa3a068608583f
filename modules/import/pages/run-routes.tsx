import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Tx } from '../../../platform/server/db.ts';
import type { PageEnv } from '../../access/index.ts';
import { record } from '../../audit/index.ts';
import { differencesOf } from '../queries/differences.ts';
import { missingOf } from '../queries/missing-students.ts';
import { reconciliationOf } from '../queries/reconciliation.ts';
import { type Run, refusedRows, runById, runIsAlive, type StoredRefusal } from '../queries/runs.ts';
import { undoStateOf } from '../queries/undoable-run.ts';
import { discardRun, failRun } from '../store.ts';
import { removeUpload, uploadedFiles } from '../uploads.ts';
import { confirmRun } from './confirm-run.ts';
import {
  type ImportContext,
  type Importer,
  type ImportPages,
  importerOf,
  inOrganiser,
  runIdOf,
} from './import-parts.ts';
import { missingShown } from './missing-panel.tsx';
import { ReadingPage } from './reading-page.tsx';
import { RunPage } from './run-page.tsx';

/** So many refused rows are looked at for the page; the rest are in the file. */
const refusedShown = 2_000;
const refreshSeconds = 2;
/** A run begun this recently may not have come to its transaction yet. */
const graceMs = 120_000;

/** `/import/:run`: looked at, being read, done; read it in, or give it up. */
export function runRoutes(pages: ImportPages): Hono<PageEnv> {
  return new Hono<PageEnv>()
    .get('/import/:run', (c) => show(pages, c))
    .post('/import/:run/las-in', async (c) => {
      const outcome = await confirmRun(pages, c, importerOf(c));
      return c.redirect(`/import/${runIdOf(c)}${outcome === 'begun' ? '' : `?svar=${outcome}`}`, 303);
    })
    .post('/import/:run/avbryt', (c) => giveUp(pages, c));
}

/** Gives up a preview, or cuts off a reading that is under way. Whoever sees the run may. */
async function giveUp(pages: ImportPages, c: ImportContext): Promise<Response> {
  const importer = importerOf(c);
  const { upload, discarded } = await inOrganiser(pages, c, async (tx) => {
    const run = await runOf(tx, c, importer);
    const discarded = await discardRun(tx, run.runId);
    const cutOff = !discarded && pages.background.cancel(run.runId, importer.actor.personId);
    if (discarded || cutOff) log(tx, pages, importer, 'Inläsning avbruten', { run: run.runId });
    return { upload: run.upload, discarded };
  });
  if (!discarded) return c.redirect(`/import/${runIdOf(c)}`, 303);
  if (upload) await removeUpload(pages.uploads, upload.id);
  return c.redirect('/import', 303);
}

async function runOf(tx: Tx, c: ImportContext, importer: Importer): Promise<Run> {
  const run = await runById(tx, runIdOf(c), importer.sees);
  if (!run) throw new HTTPException(404);
  return run;
}

async function show(pages: ImportPages, c: ImportContext): Promise<Response> {
  const importer = importerOf(c);
  const found = await inOrganiser(pages, c, async (tx) => {
    const run = await afterInterruption(pages, tx, c, importer, await runOf(tx, c, importer));
    return {
      run,
      refused: await refusedOf(tx, pages, importer, run),
      undo: await undoStateOf(tx, run.runId),
      reconciled: await reconciliationOf(tx, run.runId),
      ...(await storyOf(tx, pages, importer, run)),
    };
  });
  const { run } = found;
  if (run.finishedAt === null) {
    c.header('Refresh', String(refreshSeconds));
    const progress = pages.background.progress(run.runId);
    return c.html(<ReadingPage importer={importer} run={run} progress={progress} />);
  }
  const filesThere = run.upload !== null && (await uploadedFiles(pages.uploads, run.upload)) !== undefined;
  const answer = c.req.query('svar');
  return c.html(
    <RunPage
      importer={importer}
      today={pages.clock.today()}
      {...found}
      filesThere={filesThere}
      answer={answer === 'andrad' || answer === 'redan' || answer === 'anvands' ? answer : undefined}
    />,
  );
}

/** A run that nobody reads any more (the service was restarted under it) is ended, so that nobody waits for it. */
async function afterInterruption(
  pages: ImportPages,
  tx: Tx,
  c: ImportContext,
  importer: Importer,
  run: Run,
): Promise<Run> {
  const here = pages.background.progress(run.runId) !== undefined;
  const recent = pages.clock.now().getTime() - run.startedAt.getTime() < graceMs;
  if (run.finishedAt !== null || here || recent || (await runIsAlive(tx, run.runId))) return run;
  await failRun(tx, run.runId);
  return runOf(tx, c, importer);
}

/** What changes about whom and who is missing, of the reader's units alone. Reading about these students is logged. */
async function storyOf(tx: Tx, pages: ImportPages, importer: Importer, run: Run) {
  if (run.finishedAt === null) return { differences: [], missing: [] };
  const differences = await differencesOf(tx, run.runId, importer.onlyUnits);
  const missing = await missingOf(tx, run.runId, importer.onlyUnits, missingShown);
  const subjects = new Set(
    [...differences, ...missing].flatMap(({ studentId }) => (studentId === null ? [] : [studentId])),
  );
  if (subjects.size > 0)
    log(tx, pages, importer, 'Vad en inläsning ändrar', { run: run.runId }, [...subjects]);
  return { differences, missing };
}

/** The refused rows hold persons' data: reading them is logged. */
async function refusedOf(
  tx: Tx,
  pages: ImportPages,
  importer: Importer,
  run: Run,
): Promise<readonly StoredRefusal[]> {
  if (run.finishedAt === null) return [];
  const { rows } = await refusedRows(tx, run.runId, { after: 0, most: refusedShown });
  if (rows.length > 0) log(tx, pages, importer, 'Stoppade rader', { run: run.runId, rows: rows.length });
  return rows;
}

function log(
  tx: Tx,
  pages: ImportPages,
  { actor, because }: Importer,
  what: string,
  detail: Readonly<Record<string, number>>,
  subjects: readonly number[] = [],
): void {
  record(tx, {
    actor,
    action: 'import.run',
    what,
    because,
    subjects,
    detail,
    at: pages.clock.now(),
  });
}
