import { setTimeout as wait } from 'node:timers/promises';
import { Hono } from 'hono';
import { importWords as words } from '../../../messages/sv/import.ts';
import type { PageEnv } from '../../access/index.ts';
import { countDoubles, reachOf } from '../../doubles/index.ts';
import { organiserOf } from '../../organisation/index.ts';
import { refreshSignals } from '../../signals/index.ts';
import type { ImportOptions } from '../commands/import-options.ts';
import { latestRuns, type SentFiles } from '../queries/runs.ts';
import { beginRun } from '../store.ts';
import {
  receiveUpload,
  removeOldUploads,
  removeUpload,
  type UploadProblem,
  uploadedFiles,
} from '../uploads.ts';
import {
  type ImportContext,
  type Importer,
  type ImportPages,
  importerOf,
  inBoth,
  inOrganiser,
} from './import-parts.ts';
import { RunsPage } from './runs-page.tsx';

const problems: Readonly<Record<UploadProblem, string>> = {
  none: words.upload.none,
  'too-large': words.upload.tooLarge,
  'too-many': words.upload.tooMany,
  broken: words.upload.broken,
};

/** Files up to so many bytes are read while the page waits, so long at most; others behind a page that tells how far it has come. */
const readAtOnce = { bytes: 5_000_000, ms: 4_000 } as const;
/** A workbook or an archive says as much as a text file of some ten times its length. */
const swells = 10;

function isReadAtOnce(upload: SentFiles): boolean {
  const packed = upload.files.some((name) => /\.(?:xlsx|xlsm|zip)$/i.test(name));
  return upload.bytes * (packed ? swells : 1) <= readAtOnce.bytes;
}

/** `/import`: the runs so far, and files sent to be looked at. */
export function uploadRoutes(pages: ImportPages): Hono<PageEnv> {
  return new Hono<PageEnv>()
    .get('/import', (c) => list(pages, c, importerOf(c)))
    .post('/import', async (c) => {
      const importer = importerOf(c);
      await removeOldUploads(pages.uploads, pages.clock.now());
      const received = await receiveUpload(c.req.raw, pages.uploads, pages.clock.now(), pages.limits);
      if ('problem' in received) return list(pages, c, importer, problems[received.problem]);
      const runId = await beginPreview(pages, c, importer, { ...received, units: importer.onlyUnits });
      return c.redirect(`/import/${runId}`, 303);
    });
}

async function list(
  pages: ImportPages,
  c: ImportContext,
  importer: Importer,
  problem?: string,
): Promise<Response> {
  const may = reachOf(importer.actor);
  const { runs, doubles } = await inOrganiser(pages, c, async (tx) => ({
    runs: await latestRuns(tx, importer.sees),
    doubles: may && (await countDoubles(tx, may.reach, pages.clock.today())),
  }));
  return c.html(
    <RunsPage
      importer={importer}
      runs={runs}
      doubles={doubles}
      today={pages.clock.today()}
      now={pages.clock.now()}
      problem={problem}
    />,
    problem ? 422 : 200,
  );
}

/** Writes down that files were sent and starts looking at them. */
async function beginPreview(
  pages: ImportPages,
  c: ImportContext,
  importer: Importer,
  upload: SentFiles,
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
    { dryRun: true, acceptLargeChange: false },
  );
  return runId;
}

/** A run to start: whose files, and into which run. */
export interface RunToStart {
  readonly importer: Importer;
  readonly upload: SentFiles;
  readonly runId: number;
  readonly organiser: { readonly id: number; readonly name: string };
}

/**
 * Reads sent files, to look or for real; what is large goes on after the answer. Nothing outside the units of the sender
 * is read in, whoever presses the button. False when the files are gone.
 */
export async function startRun(
  pages: ImportPages,
  run: RunToStart,
  how: Pick<ImportOptions, 'dryRun' | 'acceptLargeChange' | 'acceptedAt' | 'mappings'>,
): Promise<boolean> {
  const files = await uploadedFiles(pages.uploads, run.upload);
  if (!files) return false;
  const { actor, because, onlyUnits } = run.importer;
  const over = pages.background.start({
    organiser: run.organiser,
    runId: run.runId,
    options: {
      files,
      unpackIn: pages.uploads,
      onlyUnits: inBoth(onlyUnits, run.upload.units),
      said: run.upload.said ?? {},
      refreshSignals,
      ...how,
      actor: { personId: actor.personId, because },
      on: pages.clock.today(),
      now: pages.clock.now,
    },
    after: async (state) => {
      if (state === 'done' || state === 'failed') await removeUpload(pages.uploads, run.upload.id);
    },
  });
  if (isReadAtOnce(run.upload)) await Promise.race([over, wait(readAtOnce.ms, undefined, { ref: false })]);
  return true;
}
