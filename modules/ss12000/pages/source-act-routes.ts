import { Hono } from 'hono';
import { readForm } from '../../../platform/server/read-form.ts';
import type { PageEnv } from '../../access/index.ts';
import { organiserOf } from '../../organisation/index.ts';
import { SourceProblem } from '../client/index.ts';
import { clientOf, runSource, type SourceOrder } from '../commands/run-source.ts';
import { keepSubscription } from '../commands/subscription.ts';
import { forgetCursors } from '../mirror/store-cursor.ts';
import { sealedSecret } from '../queries/sources.ts';
import { isBusy } from '../source-lock.ts';
import { forgetSubscription, pauseSource, removeSource } from '../store-sources.ts';
import {
  inOrganiser,
  log,
  managerOf,
  type SourceContext,
  type SourceParts,
  sourceIdOf,
  sourceOf,
} from './source-parts.ts';

/** What is done to a source: pull it, read in what was pulled, let it rest, forget it. */
export function sourceActRoutes(parts: SourceParts): Hono<PageEnv> {
  return new Hono<PageEnv>()
    .post('/import/kallor/:source/hamta', (c) => start(parts, c, 'preview'))
    .post('/import/kallor/:source/las-in', (c) => start(parts, c, 'import-pulled'))
    .post('/import/kallor/:source/pausa', (c) => rest(parts, c, true))
    .post('/import/kallor/:source/fortsatt', (c) => rest(parts, c, false))
    .post('/import/kallor/:source/allt-pa-nytt', (c) => anew(parts, c))
    .post('/import/kallor/:source/sag-till', (c) => subscribe(parts, c))
    .post('/import/kallor/:source/tyst', (c) => unsubscribe(parts, c))
    .post('/import/kallor/:source/ta-bort', (c) => remove(parts, c));
}

/** A short run is over before the answer; a long one goes on behind a page that tells how far it has come. */
const patienceMs = 1_500;

async function start(parts: SourceParts, c: SourceContext, how: SourceOrder['how']): Promise<Response> {
  const manager = managerOf(c);
  const form = await readForm(c);
  const { organiser, source } = await inOrganiser(parts, c, async (tx) => ({
    organiser: await organiserOf(tx),
    source: await sourceOf(tx, c),
  }));
  const page = `/import/kallor/${source.sourceId}`;
  if (await isBusy(parts.db, source.sourceId)) return c.redirect(`${page}?svar=upptagen`, 303);
  const run = runSource(parts, {
    organiser: { id: organiser.organiserId, name: organiser.name },
    source: source.sourceId,
    how,
    actor: { personId: manager.actor.personId, because: manager.because },
    acceptLargeChange: how === 'import-pulled' && form.anda === 'ja',
  });
  await Promise.race([run, new Promise((resolve) => setTimeout(resolve, patienceMs))]);
  return c.redirect(page, 303);
}

async function rest(parts: SourceParts, c: SourceContext, paused: boolean): Promise<Response> {
  const manager = managerOf(c);
  const id = await inOrganiser(parts, c, async (tx) => {
    const { sourceId } = await sourceOf(tx, c);
    await pauseSource(tx, sourceId, paused);
    log(tx, parts, manager, paused ? 'Källa pausad' : 'Källa återupptagen', sourceId);
    return sourceId;
  });
  return c.redirect(`/import/kallor/${id}`, 303);
}

async function anew(parts: SourceParts, c: SourceContext): Promise<Response> {
  const manager = managerOf(c);
  await inOrganiser(parts, c, async (tx) => {
    const { sourceId } = await sourceOf(tx, c);
    await forgetCursors(tx, sourceId);
    log(tx, parts, manager, 'Källa hämtas på nytt', sourceId);
  });
  return start(parts, c, 'preview');
}

async function subscribe(parts: SourceParts, c: SourceContext): Promise<Response> {
  const manager = managerOf(c);
  const id = await inOrganiser(parts, c, async (tx) => (await sourceOf(tx, c)).sourceId);
  const answer = await keepSubscription(parts, c.get('organiser'), id);
  if (answer === 'kept')
    await inOrganiser(parts, c, async (tx) => log(tx, parts, manager, 'Källa säger till', id));
  const says = typeof answer === 'object' ? '?svar=sager-inte-till' : '?svar=sager-till';
  return c.redirect(`/import/kallor/${id}${says}`, 303);
}

/** The source is asked to stop; were it not to, its calls are nobody's from now on. */
async function unsubscribe(parts: SourceParts, c: SourceContext): Promise<Response> {
  const manager = managerOf(c);
  const { source, sealed } = await inOrganiser(parts, c, async (tx) => {
    const source = await sourceOf(tx, c);
    const sealed = await sealedSecret(tx, source.sourceId);
    await forgetSubscription(tx, source.sourceId);
    log(tx, parts, manager, 'Källa säger inte till', source.sourceId);
    return { source, sealed };
  });
  await endAtSource(parts, c, source, sealed);
  return c.redirect(`/import/kallor/${source.sourceId}`, 303);
}

async function endAtSource(
  parts: SourceParts,
  c: SourceContext,
  source: Awaited<ReturnType<typeof sourceOf>>,
  sealed: string | null,
): Promise<void> {
  if (!source.subscription) return;
  try {
    const client = await clientOf(parts, c.get('organiser'), source, sealed);
    await client.unsubscribe(source.subscription.id);
  } catch (error) {
    if (!(error instanceof SourceProblem)) throw error;
    parts.log.warn({ source: source.sourceId, code: error.code }, 'subscription was not ended');
  }
}

async function remove(parts: SourceParts, c: SourceContext): Promise<Response> {
  const manager = managerOf(c);
  const id = sourceIdOf(c);
  if (await isBusy(parts.db, id)) return c.redirect(`/import/kallor/${id}?svar=upptagen`, 303);
  await inOrganiser(parts, c, async (tx) => {
    const { sourceId } = await sourceOf(tx, c);
    await removeSource(tx, sourceId);
    log(tx, parts, manager, 'Källa borttagen', sourceId);
  });
  return c.redirect('/import/kallor', 303);
}
