import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Logger } from 'pino';
import { castNotes } from '../fixtures/cast-notes.ts';
import type { PageEnv } from '../modules/access/index.ts';
import { accessibilityPages } from '../modules/caseload/pages/accessibility-page.tsx';
import {
  identityPages,
  knownActor,
  oidcSettings,
  requireActor,
  sameOriginOnly,
} from '../modules/identity/index.ts';
import { nudgeRoutes } from '../modules/ss12000/pages/nudge-routes.ts';
import { type Clock, systemClock } from '../platform/server/clock.ts';
import type { Config } from '../platform/server/config.ts';
import { type Database, dangerouslyAcrossOrganisers } from '../platform/server/db.ts';
import { htmlAnswers } from '../platform/server/html-answers.ts';
import { neverCached, safeHeaders, timed, wantsPage } from '../platform/server/http.ts';
import { createMetrics } from '../platform/server/metrics.ts';
import { isDiskFull } from '../platform/server/operator-error.ts';
import { secretBox } from '../platform/server/secret-box.ts';
import { loadAssets } from '../platform/web/assets.ts';
import { catalogueRoutes } from '../platform/web/catalogue/routes.tsx';
import { problemResponse } from '../platform/web/problem.ts';
import { startNightly } from './nightly.ts';
import { pagesForStaff } from './pages.ts';
import { startSourcePulls } from './source-pulls.ts';
import { errorPage, notFoundPage } from './state-pages.tsx';
import { startUploadRemoval } from './upload-removal.ts';

/** What the server is put together from. */
export type ServerParts = {
  db: Database;
  config: Config;
  /** 0: any free port. */
  port: number;
  host: string;
  log: Logger;
  /** The address people use; from PUBLIC_URL, else this machine and port. */
  publicUrl?: URL;
  clock?: Clock;
  env?: NodeJS.ProcessEnv;
  /** Where the built style sheet, script and font lie; beside the program unless told. */
  assetsDir?: string;
};

/** A server that listens. */
export type RunningServer = {
  port: number;
  /** Takes no new connections, lets requests under way finish, and cuts those that idle. */
  close(): Promise<void>;
};

/** Composes the web server and listens; rejects with the system's error when the port is taken. */
export async function createServer(parts: ServerParts): Promise<RunningServer> {
  const { port, host } = parts;
  let app: Hono<PageEnv> | undefined;
  const running = await listen((request) => app!.fetch(request), port, host);
  const publicUrl = parts.publicUrl ?? new URL(parts.env?.PUBLIC_URL ?? `http://localhost:${running.port}`);
  app = createApp({ ...parts, publicUrl });
  const clock = parts.clock ?? systemClock;
  const nightly = startNightly({ db: parts.db, clock, log: parts.log });
  const sources = startSourcePulls({
    ...sourceParts({ ...parts, publicUrl }),
    db: parts.db,
    clock,
    log: parts.log,
  });
  const removal = startUploadRemoval({ dataDir: parts.config.dataDir, clock, log: parts.log });
  return {
    port: running.port,
    close: async () => {
      nightly.stop();
      sources.stop();
      removal.stop();
      await running.close();
    },
  };
}

/** The application without a port: what tests call. */
export function createApp(parts: ServerParts & { publicUrl: URL }): Hono<PageEnv> {
  const { db, log, publicUrl } = parts;
  const clock = parts.clock ?? systemClock;
  const metrics = createMetrics();
  const identity = {
    db,
    clock,
    log,
    publicUrl,
    demonstration: demonstrationOf(parts.env ?? {}, clock),
    oidc: oidcSettings(parts.env ?? {}),
  };
  const app = new Hono<PageEnv>();
  app.use(
    timed(log, metrics.observe),
    htmlAnswers,
    safeHeaders(publicUrl.protocol === 'https:'),
    neverCached,
  );
  // Called by other systems, which have no session and no origin.
  app.route('/', nudgeRoutes({ db, clock }) as unknown as Hono<PageEnv>);
  app.use(sameOriginOnly(publicUrl));
  app.get('/health', async (c) => {
    const answers = await databaseAnswers(db);
    return c.json({ status: answers ? 'ok' : 'database' }, answers ? 200 : 503);
  });
  app.get('/metrics', async (c) => c.text(await metrics.text()));
  app.route('/', assetsOf(parts) as unknown as Hono<PageEnv>);
  if (identity.demonstration) app.route('/', catalogueRoutes() as unknown as Hono<PageEnv>);
  app.route('/', identityPages(identity) as unknown as Hono<PageEnv>);
  app.use('/tillganglighet', knownActor(identity));
  app.route('/', accessibilityPages());
  app.use(requireActor(identity));
  app.route('/', pagesForStaff({ ...sourceParts(parts), db, clock, config: parts.config, log }));
  app.notFound((c) => notFoundPage(c));
  app.onError((error, c) => {
    if (error instanceof HTTPException && error.status === 404) return notFoundPage(c);
    if (error instanceof HTTPException)
      return wantsPage(c) ? errorPage(c, error.status) : error.getResponse();
    log.error({ err: error }, 'request failed');
    const status = isDiskFull(error) ? 503 : 500;
    return wantsPage(c)
      ? errorPage(c, status, error)
      : problemResponse({ status, title: 'Något gick fel hos oss.' });
  });
  return app;
}

/** How keys to sources are sealed, and where sources reach us: at an https address that is not this machine's own. */
function sourceParts({ config, publicUrl }: Pick<ServerParts, 'config'> & { publicUrl: URL }) {
  const outside = publicUrl.protocol === 'https:' && publicUrl.hostname !== 'localhost';
  return {
    box: secretBox(config),
    privateSources: config.privateSources,
    publicUrl: outside ? publicUrl : null,
  };
}

/** The cast's notes by federated name; null when FULLFOLJ_DEMONSTRATION is `off`. */
function demonstrationOf(env: NodeJS.ProcessEnv, clock: Clock): ReadonlyMap<string, string> | null {
  return env.FULLFOLJ_DEMONSTRATION === 'off' ? null : castNotes(clock.today());
}

/** The built assets; without a build (in tests of the server alone) pages name them and nothing is served. */
function assetsOf(parts: ServerParts): Hono {
  const folder = parts.assetsDir ?? fileURLToPath(new URL('./assets', import.meta.url));
  return existsSync(folder) ? loadAssets(folder) : new Hono();
}

async function databaseAnswers(db: Database): Promise<boolean> {
  try {
    await dangerouslyAcrossOrganisers(db, ({ client }) => client.query('select 1'));
    return true;
  } catch {
    return false;
  }
}

/** The most that may be uploaded (600 MB) at 4 Mbit a second; Node's own five minutes would cut a school's year in half. */
const longestRequestMs = 20 * 60_000;

function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  port: number,
  hostname: string,
): Promise<RunningServer> {
  return new Promise((resolve, reject) => {
    const serverOptions = { requestTimeout: longestRequestMs };
    const server = serve({ fetch, port, hostname, serverOptions }, (address) => {
      resolve({ port: address.port, close: () => closed(server) });
    });
    server.once('error', reject);
  });
}

function closed(server: ReturnType<typeof serve>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    if ('closeIdleConnections' in server) server.closeIdleConnections();
  });
}
