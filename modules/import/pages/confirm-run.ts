import { HTTPException } from 'hono/http-exception';
import { readForm } from '../../../platform/server/read-form.ts';
import { type Organiser, organiserOf } from '../../organisation/index.ts';
import { mappingsChangedSince, mappingsFor } from '../queries/mappings.ts';
import { type Run, runById, stopsIn, waitsIn } from '../queries/runs.ts';
import { claimRun, failRun } from '../store.ts';
import { reopenRun } from '../store-mapping.ts';
import {
  type ImportContext,
  type Importer,
  type ImportPages,
  inBoth,
  inOrganiser,
  runIdOf,
  seenIn,
} from './import-parts.ts';
import { lookAgain } from './look-again.ts';
import { startRun } from './upload-routes.tsx';

/**
 * What became of a click on "Läs in": it was begun; somebody had already taken it; or what the person looked at is no
 * longer how it is, and nothing was done.
 */
export type Confirmation = 'begun' | 'redan' | 'andrad';

/**
 * Reads in what was looked at. The form says which state of the run it was shown for (`sett`, when that was finished) and
 * whether the person said yes to an improbable change (`anda`). That yes holds only for what the page showed: when
 * something else has been read in since, the run stops and asks again. When somebody has changed how columns are read, the
 * files are looked at anew and nothing is read in.
 */
export async function confirmRun(
  pages: ImportPages,
  c: ImportContext,
  importer: Importer,
): Promise<Confirmation> {
  const form = await readForm(c);
  const seen = seenIn(form);
  const taken = await inOrganiser(pages, c, async (tx) => {
    const run = await runById(tx, runIdOf(c), importer.sees);
    if (!run) throw new HTTPException(404);
    if (seen === undefined || run.upload === null) return { run, organiser: undefined };
    // Before it is asked whether they have changed: what changes after that is not what the person looked at.
    const mappings = await mappingsFor(tx, inBoth(importer.onlyUnits, run.upload.units));
    if (
      run.finishedAt &&
      (await mappingsChangedSince(tx, run.finishedAt)) &&
      (await reopenRun(tx, run.runId, { seen }))
    )
      return { run, organiser: await organiserOf(tx), how: undefined };
    const acceptLargeChange = form.anda === 'ja' && stopsIn(run);
    if (!(await claimRun(tx, run.runId, { seen, by: importer.actor.personId })))
      return { run, organiser: undefined };
    const how = { dryRun: false, acceptLargeChange, acceptedAt: run.finishedAt, mappings };
    return { run, organiser: await organiserOf(tx), how };
  });
  if (!taken.organiser) return whyNot(taken.run, importer);
  const { run, organiser, how } = taken;
  if (!how) {
    await lookAgain(pages, c, { run, importer, organiser });
    return 'andrad';
  }
  await begin(pages, c, importer, { run, organiser, how });
  return 'begun';
}

/** One's own second click is answered with the run as it is. */
function whyNot(run: Run, importer: Importer): Confirmation {
  if (waitsIn(run)) return 'andrad';
  return run.confirmedBy === importer.actor.personId || !run.confirmed ? 'begun' : 'redan';
}

async function begin(
  pages: ImportPages,
  c: ImportContext,
  importer: Importer,
  { run, organiser, how }: { run: Run; organiser: Organiser; how: Parameters<typeof startRun>[2] },
): Promise<void> {
  const whose = { id: organiser.organiserId, name: organiser.name };
  const begun =
    run.upload !== null &&
    (await startRun(pages, { importer, upload: run.upload, runId: run.runId, organiser: whose }, how));
  if (!begun) await inOrganiser(pages, c, (tx) => failRun(tx, run.runId));
}
