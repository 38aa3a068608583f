import { Hono } from 'hono';
import { sourceWords as words } from '../../../messages/sv/sources.ts';
import { readForm } from '../../../platform/server/read-form.ts';
import type { PageEnv } from '../../access/index.ts';
import { SourceProblem } from '../client/index.ts';
import { clientOf } from '../commands/run-source.ts';
import { aboutSource } from '../credentials.ts';
import { allSources, listStates, type Source, sealedSecret, sourceAt } from '../queries/sources.ts';
import { isBusy } from '../source-lock.ts';
import { addSource, beginTomorrow, changeSource, keepSecret } from '../store-sources.ts';
import { swedishNow } from '../swedish-now.ts';
import { type ReadSource, readSourceForm } from './read-source-form.ts';
import { SourceForm } from './source-form.tsx';
import { SourcePage } from './source-page.tsx';
import {
  inOrganiser,
  log,
  type Manager,
  managerOf,
  type SourceContext,
  type SourceParts,
  sourceOf,
} from './source-parts.ts';
import { nextInWords, stateOf } from './source-state.ts';
import { SourcesPage } from './sources-page.tsx';
import type { Tried } from './tried-note.tsx';

const refreshSeconds = 2;

/** `/import/kallor`: the list, a new source, one source, changing it, trying it. */
export function sourceRoutes(parts: SourceParts): Hono<PageEnv> {
  return (
    new Hono<PageEnv>()
      .get('/import/kallor', (c) => list(parts, c))
      .post('/import/kallor', (c) => save(parts, c, null))
      .get('/import/kallor/ny', (c) => c.html(<SourceForm actor={managerOf(c).actor} source={null} />))
      .get('/import/kallor/:source', (c) => show(parts, c))
      .post('/import/kallor/:source', (c) => change(parts, c))
      .get('/import/kallor/:source/andra', async (c) => {
        const { actor } = managerOf(c);
        const source = await inOrganiser(parts, c, (tx) => sourceOf(tx, c));
        return c.html(<SourceForm actor={actor} source={source} />);
      })
      // Somebody who presses Enter in the address field after a try.
      .get('/import/kallor/:source/prova', async (c) => {
        managerOf(c);
        const { sourceId } = await inOrganiser(parts, c, (tx) => sourceOf(tx, c));
        return c.redirect(`/import/kallor/${sourceId}`, 303);
      })
      .post('/import/kallor/:source/prova', async (c) => {
        managerOf(c);
        return show(parts, c, await tryOut(parts, c));
      })
  );
}

async function list(parts: SourceParts, c: SourceContext): Promise<Response> {
  const { actor } = managerOf(c);
  const today = parts.clock.today();
  const found = await inOrganiser(parts, c, async (tx) => {
    const sources = await allSources(tx);
    const lists = await Promise.all(sources.map((source) => listStates(tx, source.sourceId)));
    return sources.map((source, index) => ({ source, lists: lists[index]! }));
  });
  const sources = await Promise.all(
    found.map(async ({ source, lists }) => ({
      source,
      state: stateOf(source, await isBusy(parts.db, source.sourceId), today, lists),
    })),
  );
  return c.html(<SourcesPage actor={actor} sources={sources} today={today} now={parts.clock.now()} />);
}

async function show(parts: SourceParts, c: SourceContext, tried?: Tried): Promise<Response> {
  const { actor } = managerOf(c);
  const { source, lists } = await inOrganiser(parts, c, async (tx) => {
    const source = await sourceOf(tx, c);
    return { source, lists: await listStates(tx, source.sourceId) };
  });
  const today = parts.clock.today();
  const state = stateOf(source, await isBusy(parts.db, source.sourceId), today, lists);
  if (state.code === 'pulling' && c.req.method === 'GET') c.header('Refresh', String(refreshSeconds));
  return c.html(
    <SourcePage
      actor={actor}
      source={source}
      state={state}
      lists={lists}
      today={today}
      next={nextInWords(source, parts.clock.now(), today)}
      reachable={parts.publicUrl !== null}
      tried={tried}
      answer={answers[c.req.query('svar') ?? '']}
    />,
  );
}

const answers: Readonly<Record<string, string>> = {
  sparad: words.says.saved,
  upptagen: words.says.busy,
  'sager-till': words.says.asked,
  'sager-inte-till': words.says.notAsked,
};

/** Asks the source what it has. Takes as long as the source does; nothing is kept. */
async function tryOut(parts: SourceParts, c: SourceContext): Promise<Tried> {
  const { source, sealed } = await inOrganiser(parts, c, async (tx) => {
    const source = await sourceOf(tx, c);
    return { source, sealed: await sealedSecret(tx, source.sourceId) };
  });
  try {
    const client = await clientOf(parts, c.get('organiser'), source, sealed);
    return { offers: await client.offers(c.req.raw.signal) };
  } catch (error) {
    if (error instanceof SourceProblem) return { says: error.says };
    throw error;
  }
}

async function change(parts: SourceParts, c: SourceContext): Promise<Response> {
  managerOf(c);
  const source = await inOrganiser(parts, c, (tx) => sourceOf(tx, c));
  return save(parts, c, source);
}

async function save(parts: SourceParts, c: SourceContext, source: Source | null): Promise<Response> {
  const manager = managerOf(c);
  const sent = await readForm(c);
  const read = readSourceForm(sent, source?.hasSecret ? source : null);
  const again = (problems: Parameters<typeof SourceForm>[0]['problems']) =>
    c.html(<SourceForm actor={manager.actor} source={source} sent={sent} problems={problems} />, 422);
  if ('problems' in read) return again(read.problems);
  const id = await keep(parts, c, manager, source, read);
  if (id === null) return again([{ field: 'adress', message: words.errors.addressTaken }]);
  return c.redirect(`/import/kallor/${id}?svar=sparad`, 303);
}

/** Null when another source has the address. */
async function keep(
  parts: SourceParts,
  c: SourceContext,
  manager: Manager,
  source: Source | null,
  { settings, credentials }: ReadSource,
): Promise<number | null> {
  const id = source?.sourceId ?? null;
  const hourBefore = source?.hour ?? null;
  return inOrganiser(parts, c, async (tx) => {
    const other = await sourceAt(tx, settings.address);
    // A source that the operator began at the command line is taken over with its mirror.
    const taken = other && other.sourceId !== id && (id !== null || other.login !== 'command-line');
    if (taken) return null;
    const known = id ?? other?.sourceId;
    const saved = known ?? (await addSource(tx, settings));
    if (known !== undefined) await changeSource(tx, known, settings);
    if (credentials) {
      const about = aboutSource(tx.organiser, saved);
      await keepSecret(tx, saved, await parts.box.seal(JSON.stringify(credentials), about));
    }
    const now = swedishNow(parts.clock.now());
    const isPast = settings.hour !== null && now.hour >= settings.hour;
    if (isPast && settings.hour !== hourBefore) await beginTomorrow(tx, saved, now.at);
    log(tx, parts, manager, id === null ? 'Källa inlagd' : 'Källa ändrad', saved);
    return saved;
  });
}
