import { Hono } from 'hono';
import { importWords as words } from '../../../messages/sv/import.ts';
import type { PageEnv } from '../../access/index.ts';
import { organiserOf } from '../../organisation/index.ts';
import { refreshSignals } from '../../signals/index.ts';
import { latestRuns } from '../queries/runs.ts';
import { beginRun } from '../store.ts';
import {
  receiveUpload,
  removeOldUploads,
  removeUpload,
  type Upload,
  type UploadProblem,
  uploadedFiles,
} from '../uploads.ts';
import {
  type ImportContext,
  type Importer,
  type ImportPages,
  importerOf,
  inOrganiser,
} from './import-parts.ts';
import { RunsPage } from './runs-page.tsx';

const problems: Readonly<Record<UploadProblem, string>> = {
  none: words.upload.none,
  'too-large': words.upload.tooLarge,
  'too-many': words.upload.tooMany,
};

/** `/import`: the runs so far, and files sent to be looked at. */
export function uploadRoutes(pages: ImportPages): Hono<PageEnv> {
  return new Hono<PageEnv>()
    .get('/import', (c) => list(pages, c, importerOf(c)))
    .post('/import', async (c) => {
      const importer = importerOf(c);
      await removeOldUploads(pages.uploads, pages.clock.now());
      const upload = await receiveUpload(c.req.raw, pages.uploads);
      if ('problem' in upload) return list(pages, c, importer, problems[upload.problem]);
      const runId = await beginPreview(pages, c, importer, upload);
      return c.redirect(`/import/${runId}`, 303);
    });
}

async function list(
  pages: ImportPages,
  c: ImportContext,
  importer: Importer,
  problem?: string,
): Promise<Response> {
  const runs = await inOrganiser(pages, c, (tx) => latestRuns(tx, importer.runsOf));
  const today = pages.clock.today();
  return c.html(
    <RunsPage importer={importer} runs={runs} today={today} problem={problem} />,
    problem ? 422 : 200,
  );
}

/** Writes down that files were sent and starts looking at them. */
async function beginPreview(
  pages: ImportPages,
  c: ImportContext,
  importer: Importer,
  upload: Upload,
): Promise<number> {
  const startedBy = importer.actor.personId;
  const { runId, organiser } = await inOrganiser(pages, c, async (tx) => ({
    organiser: await organiserOf(tx),
    runId: await beginRun(tx, {
      source: upload.files.join(', '),
      startedAt: pages.clock.now(),
      startedBy,
      report: { upload },
    }),
  }));
  await startRun(
    pages,
    { importer, upload, runId, organiser: { id: organiser.organiserId, name: organiser.name } },
    'preview',
  );
  return runId;
}

/** A run to start: whose files, and into which run. */
export interface RunToStart {
  readonly importer: Importer;
  readonly upload: Upload;
  readonly runId: number;
  readonly organiser: { readonly id: number; readonly name: string };
}

/** Starts reading sent files in the background: to look, or for real. False when the files are gone. */
export async function startRun(
  pages: ImportPages,
  run: RunToStart,
  how: 'preview' | 'for-real',
): Promise<boolean> {
  const files = await uploadedFiles(pages.uploads, run.upload);
  if (!files) return false;
  const { actor, because, onlyUnits } = run.importer;
  pages.background.start({
    organiser: run.organiser,
    runId: run.runId,
    options: {
      files,
      onlyUnits,
      refreshSignals,
      dryRun: how === 'preview',
      // Whoever presses "läs in" has seen the preview and what stands out in it.
      acceptLargeChange: how === 'for-real',
      actor: { personId: actor.personId, because },
      on: pages.clock.today(),
      now: pages.clock.now,
    },
    after: async (state) => {
      if (state === 'done' || state === 'failed') await removeUpload(pages.uploads, run.upload.id);
    },
  });
  return true;
}
