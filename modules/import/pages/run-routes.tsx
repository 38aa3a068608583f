import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Tx } from '../../../platform/server/db.ts';
import type { PageEnv } from '../../access/index.ts';
import { record } from '../../audit/index.ts';
import { organiserOf } from '../../organisation/index.ts';
import { type Run, refusedRows, runById, runIsAlive, type StoredRefusal } from '../queries/runs.ts';
import { claimRun, discardRun, failRun } from '../store.ts';
import { removeUpload } from '../uploads.ts';
import {
  type ImportContext,
  type Importer,
  type ImportPages,
  importerOf,
  inOrganiser,
  runIdOf,
} from './import-parts.ts';
import { ReadingPage } from './reading-page.tsx';
import { RunPage } from './run-page.tsx';
import { startRun } from './upload-routes.tsx';

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
      await readIn(pages, c, importerOf(c));
      return c.redirect(`/import/${runIdOf(c)}`, 303);
    })
    .post('/import/:run/avbryt', async (c) => {
      const importer = importerOf(c);
      const { upload } = await inOrganiser(pages, c, async (tx) => {
        const run = await runOf(tx, c, importer);
        await discardRun(tx, run.runId);
        return run;
      });
      if (upload) await removeUpload(pages.uploads, upload.id);
      return c.redirect('/import', 303);
    });
}

async function runOf(tx: Tx, c: ImportContext, importer: Importer): Promise<Run> {
  const run = await runById(tx, runIdOf(c), importer.runsOf);
  if (!run) throw new HTTPException(404);
  return run;
}

async function show(pages: ImportPages, c: ImportContext): Promise<Response> {
  const importer = importerOf(c);
  const today = pages.clock.today();
  const found = await inOrganiser(pages, c, async (tx) => {
    const run = await afterInterruption(pages, tx, c, importer, await runOf(tx, c, importer));
    return { run, refused: await refusedOf(tx, pages, importer, run) };
  });
  const frame = { importer, today, run: found.run };
  if (found.run.finishedAt !== null) return c.html(<RunPage {...frame} refused={found.refused} />);
  c.header('Refresh', String(refreshSeconds));
  return c.html(<ReadingPage {...frame} progress={pages.background.progress(found.run.runId)} />);
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

/** The refused rows hold persons' data: reading them is logged. */
async function refusedOf(
  tx: Tx,
  pages: ImportPages,
  importer: Importer,
  run: Run,
): Promise<readonly StoredRefusal[]> {
  if (run.finishedAt === null) return [];
  const { rows } = await refusedRows(tx, run.runId, { after: 0, most: refusedShown });
  if (rows.length === 0) return rows;
  await record(tx, {
    actor: importer.actor,
    action: 'import.run',
    what: 'Stoppade rader',
    because: importer.because,
    subjects: [],
    detail: { run: run.runId, rows: rows.length },
    at: pages.clock.now(),
  });
  return rows;
}

/** Takes the preview and starts reading it in. A second click finds nothing to take and is answered with the run as it is. */
async function readIn(pages: ImportPages, c: ImportContext, importer: Importer): Promise<void> {
  const taken = await inOrganiser(pages, c, async (tx) => {
    const run = await runOf(tx, c, importer);
    const organiser = await organiserOf(tx);
    return (await claimRun(tx, run.runId)) ? { run, organiser } : undefined;
  });
  if (!taken) return;
  const { run, organiser } = taken;
  const whose = { id: organiser.organiserId, name: organiser.name };
  const begun =
    run.upload !== null &&
    (await startRun(pages, { importer, upload: run.upload, runId: run.runId, organiser: whose }, 'for-real'));
  if (!begun) await inOrganiser(pages, c, (tx) => failRun(tx, run.runId));
}
