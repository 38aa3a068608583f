import type { Organiser } from '../../organisation/index.ts';
import type { Run } from '../queries/runs.ts';
import { failRun } from '../store.ts';
import { type ImportContext, type Importer, type ImportPages, inOrganiser } from './import-parts.ts';
import { startRun } from './upload-routes.tsx';

/** Makes the preview of a run that was opened again, from the files that were sent. One whose files are gone is ended. */
export async function lookAgain(
  pages: ImportPages,
  c: ImportContext,
  { run, importer, organiser }: { run: Run; importer: Importer; organiser: Organiser },
): Promise<void> {
  const whose = { id: organiser.organiserId, name: organiser.name };
  const begun =
    run.upload !== null &&
    (await startRun(
      pages,
      { importer, upload: run.upload, runId: run.runId, organiser: whose },
      { dryRun: true, acceptLargeChange: false },
    ));
  if (!begun) await inOrganiser(pages, c, (tx) => failRun(tx, run.runId));
}
