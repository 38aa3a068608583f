import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Io } from '../app/command.ts';
import { closeDatabase, type Database, openDatabase } from '../platform/server/db.ts';
import { openEmbedded } from '../platform/server/embedded-postgres/index.ts';
import { migrate } from '../platform/server/migrate.ts';
import { projectRoot } from '../platform/server/project-root.ts';

/** A migrated database of a bench's own, and the folder for its files; both are gone afterwards. */
export interface Scratch {
  readonly db: Database;
  readonly folder: string;
  /** The database's address, for a program of its own. */
  readonly url: string;
  /** "PostgreSQL 18.4, embedded". */
  readonly server: string;
}

/**
 * Runs `work` with a database made for it: an embedded PostgreSQL in a temporary folder, or a new database on the server
 * of DATABASE_URL. Statistics and free space are kept up as in operation (autovacuum on).
 */
export async function withScratch<T>(io: Io, work: (scratch: Scratch) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'fullfolj-bench-'));
  const { url, end } = io.env.DATABASE_URL ? await ownDatabase(io.env.DATABASE_URL) : await embedded(folder);
  try {
    await migrate(url);
    const db = openDatabase(url, 20);
    try {
      const { rows } = await db.pool.query<{ server_version: string }>('show server_version');
      return await work({ db, folder, url, server: `PostgreSQL ${rows[0]!.server_version}` });
    } finally {
      await closeDatabase(db);
    }
  } finally {
    await end();
    // The server may still be writing its last files.
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

async function embedded(folder: string) {
  const database = await openEmbedded(join(folder, 'data'), {
    root: projectRoot(),
    role: 'bench',
    settings: {},
  });
  return { url: database.url, end: () => database.release() };
}

async function ownDatabase(given: string) {
  const name = `fullfolj_bench_${process.pid}`;
  const onServer = async (statement: string) => {
    const client = new pg.Client({ connectionString: given });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  await onServer(`create database ${name}`);
  const url = new URL(given);
  url.pathname = `/${name}`;
  return { url: url.href, end: () => onServer(`drop database ${name} with (force)`) };
}
