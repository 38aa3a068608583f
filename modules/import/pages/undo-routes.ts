import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { PageEnv } from '../../access/index.ts';
import { refreshSignals } from '../../signals/index.ts';
import { undoRun } from '../commands/undo-run.ts';
import { runById } from '../queries/runs.ts';
import { type ImportPages, importerOf, inOrganiser, runIdOf } from './import-parts.ts';

/**
 * `POST /import/:run/angra`: undoes the run. Whoever may see the run may read in all its units, and so undo it. A second
 * click finds nothing to undo and shows the run as it is.
 */
export function undoRoutes(pages: ImportPages): Hono<PageEnv> {
  return new Hono<PageEnv>().post('/import/:run/angra', async (c) => {
    const importer = importerOf(c);
    const runId = runIdOf(c);
    const run = await inOrganiser(pages, c, (tx) => runById(tx, runId, importer.sees));
    if (!run) throw new HTTPException(404);
    const answer = await undoRun(pages.db, {
      organiser: c.get('organiser'),
      runId,
      actor: { personId: importer.actor.personId, because: importer.because },
      on: pages.clock.today(),
      now: pages.clock.now,
      refreshSignals,
    });
    const says = !answer.undone && answer.because === 'in-use' ? '?svar=anvands' : '';
    return c.redirect(`/import/${runId}${says}`, 303);
  });
}
