import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { openEmbedded } from '../platform/server/embedded-postgres/index.ts';
import { migrate } from '../platform/server/migrate.ts';
import { projectRoot } from '../platform/server/project-root.ts';

/** Runs `work` with the address of a migrated, empty database that is removed afterwards. */
export async function withScratchDatabase<T>(work: (url: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'fullfolj-scratch-'));
  try {
    const settings = { fsync: 'off', shared_buffers: '64MB' };
    const database = await openEmbedded(folder, { root: projectRoot(), role: 'scratch', settings });
    try {
      await migrate(database.url);
      return await work(database.url);
    } finally {
      await untilAlone(database.url);
      await database.release();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Waits until the connections that were let go of are gone: one that the stopping server ends would end this process. */
async function untilAlone(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (let tries = 0; tries < 100; tries++) {
    const { rowCount } = await client.query(
      `select from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
    );
    if (rowCount === 0) break;
    await wait(20);
  }
  await client.end();
}
