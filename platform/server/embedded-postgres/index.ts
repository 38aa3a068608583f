import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { OperatorError, systemErrorCode } from '../operator-error.ts';
import { type Binaries, findBinaries } from './binaries.ts';
import { makeCluster, readSecret, takeOver, writeSettings } from './cluster.ts';
import { asOperatorError, type Layout, layOut } from './layout.ts';
import { forgetDeadPostmaster, startPostmaster, stopPostmaster, untilGone } from './postmaster.ts';
import { type Postmaster, runningPostmaster } from './postmaster-file.ts';
import { chooseServiceUser, type ServiceUser } from './service-user.ts';
import { withStartLock } from './start-lock.ts';
import { joinUsers, type Use } from './users.ts';

/** An embedded database in use by this process. */
export type EmbeddedDatabase = {
  /** Connects as the product's own role, the owner of the database `fullfolj`; not a superuser. */
  url: string;
  /** Connects as PostgreSQL's superuser to the database `postgres`; for the tests' and the operator's own needs. */
  superuserUrl: string;
  /** Whether this call started the server rather than joined a running one. */
  startedHere: boolean;
  /** Lets go of the database; the last process out stops the server. Calling it again does nothing. */
  release(): Promise<void>;
};

export type EmbeddedOptions = {
  /** The project's folder, below which the pinned PostgreSQL is installed. */
  root: string;
  /** What this process does (`start`, `import` …); seen in `pg_stat_activity`. */
  role: string;
  /** PostgreSQL settings that win over ours. */
  settings?: Record<string, string>;
};

/** How long a stopping process waits for the server's last checkpoint before it leaves it to finish alone. */
const stopPatienceMs = 2_000;

/**
 * Opens the PostgreSQL of a data folder: makes the cluster at first, starts it or joins the one that already runs. Any number of processes may
 * share it. Refuses with an `OperatorError`: a full disk, a folder that is closed to us, a platform without a pinned PostgreSQL.
 */
export async function openEmbedded(dataDir: string, options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  try {
    const layout = layOut(dataDir);
    const binaries = findBinaries(options.root, dataDir);
    const opened = await withStartLock(dataDir, layout.folderOwner, () =>
      startOrJoin(layout, binaries, options),
    );
    return { ...opened, release: releaseOnce(layout, binaries, opened.use) };
  } catch (error) {
    throw asOperatorError(error, dataDir);
  }
}

type Opened = { url: string; superuserUrl: string; startedHere: boolean; use: Use };

/** A server that is about to die still looks alive for a moment; what it answers then is no reason to give up. */
async function startOrJoin(layout: Layout, binaries: Binaries, options: EmbeddedOptions): Promise<Opened> {
  const giveUpAt = performance.now() + 10_000;
  for (;;) {
    try {
      return await startOrJoinOnce(layout, binaries, options);
    } catch (error) {
      if (!isLostConnection(error) || performance.now() > giveUpAt) throw error;
      await sleep(50);
    }
  }
}

function isLostConnection(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const codes = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P01', '57P02', '57P03'];
  return codes.includes(systemErrorCode(error) ?? '') || /Connection terminated/.test(error.message);
}

async function startOrJoinOnce(
  layout: Layout,
  binaries: Binaries,
  options: EmbeddedOptions,
): Promise<Opened> {
  const secret = readSecret(layout);
  const running = await settled(layout);
  const { port } = running ?? (await startAnew(layout, binaries, options));
  const superuserUrl = urlOf('postgres', secret, port, 'postgres');
  await makeOwnDatabase(superuserUrl, secret, layout);
  const revive = (isWanted: () => boolean) => restart(layout, binaries, options, port, isWanted);
  const use = await joinUsers(urlOf('fullfolj', secret, port, 'postgres'), options.role, revive);
  return { url: urlOf('fullfolj', secret, port, 'fullfolj'), superuserUrl, startedHere: !running, use };
}

/** Starts a server that was killed below its users, unless one runs again or we have let go while we waited for our turn. */
async function restart(
  layout: Layout,
  binaries: Binaries,
  options: EmbeddedOptions,
  port: number,
  isWanted: () => boolean,
): Promise<void> {
  await withStartLock(layout.dataDir, layout.folderOwner, async () => {
    if (isWanted() && !(await settled(layout))) await startAnew(layout, binaries, options, port);
  });
}

/** The running server once it is ready; undefined when none runs, or when the one that did has ended. */
async function settled(layout: Layout): Promise<Postmaster | undefined> {
  for (;;) {
    const running = runningPostmaster(layout.cluster);
    if (!running || running.state === 'ready') return running;
    if (running.state === 'stopping') await untilGone(running.pid, 60_000);
    else await sleep(25);
  }
}

async function startAnew(
  layout: Layout,
  binaries: Binaries,
  { settings = {} }: EmbeddedOptions,
  port?: number,
): Promise<Postmaster> {
  const user = serviceUser(layout, binaries);
  if (!existsSync(layout.cluster)) makeCluster(layout, binaries, user, settings.fsync !== 'off');
  takeOver(layout);
  forgetDeadPostmaster(layout);
  writeSettings(layout, binaries, user, settings);
  return startPostmaster(layout, binaries, user, port);
}

function serviceUser(layout: Layout, binaries: Binaries): ServiceUser | undefined {
  return layout.clusterOwner && chooseServiceUser(layout.clusterOwner, binaries.postgres, layout.dataDir);
}

function urlOf(user: string, secret: string, port: number, database: string): string {
  return `postgres://${user}:${secret}@127.0.0.1:${port}/${database}`;
}

/** Makes the product's role and database unless they are there; the first start may have been interrupted just before. */
async function makeOwnDatabase(superuserUrl: string, secret: string, layout: Layout): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect().catch((error: Error & { code?: string }) => {
    if (error.code === '28P01') throw new OperatorError(wrongSecret(layout));
    throw error;
  });
  try {
    const role = await client.query("select from pg_roles where rolname = 'fullfolj'");
    if (role.rowCount === 0)
      await client.query(`create role fullfolj login createrole createdb password '${secret}'`);
    const database = await client.query("select from pg_database where datname = 'fullfolj'");
    if (database.rowCount === 0) await client.query('create database fullfolj owner fullfolj');
  } finally {
    await client.end();
  }
}

function wrongSecret(layout: Layout): string {
  return `Lösenordet i ${layout.secret} hör inte till databasen i samma mapp. Lägg tillbaka rätt fil ur säkerhetskopian.`;
}

function releaseOnce(layout: Layout, binaries: Binaries, use: Use): () => Promise<void> {
  let released: Promise<void> | undefined;
  return () => {
    released ??= withStartLock(layout.dataDir, layout.folderOwner, async () => {
      if (await use.leave()) await stopPostmaster(layout, binaries, stopPatienceMs);
    });
    return released;
  };
}
