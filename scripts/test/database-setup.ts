import { readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { type EmbeddedDatabase, openEmbedded } from '../../platform/server/embedded-postgres/index.ts';
import { isAlive } from '../../platform/server/embedded-postgres/postmaster-file.ts';
import { migrate } from '../../platform/server/migrate.ts';
import { projectRoot } from '../../platform/server/project-root.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Connects as the product's role to the migrated template, and as superuser to the test run's PostgreSQL. */
    testServer: { templateUrl: string; superuserUrl: string };
  }
}

/** Tests may be lost with the machine; nothing waits for the disk. */
const hurried = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  shared_buffers: '128MB',
  max_connections: '200',
};

const prefix = `fullfolj-test-${process.getuid?.() ?? 'user'}-`;

/**
 * One real PostgreSQL for the whole test run, in a temporary folder; every test file gets its own database, cloned from the migrated one.
 * Answers the tear-down.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  await removeAbandoned();
  const folder = join(tmpdir(), `${prefix}${process.pid}`);
  const server = await openEmbedded(folder, {
    root: projectRoot(),
    role: `test ${project.name}`,
    settings: hurried,
  });
  await makeTemplate(server);
  project.provide('testServer', { templateUrl: server.url, superuserUrl: server.superuserUrl });
  return async () => {
    await server.release();
    if (server.startedHere) rmSync(folder, { recursive: true, force: true });
  };
}

/** The product's own database is the template; the server and journey projects share it when both run. */
async function makeTemplate(server: EmbeddedDatabase): Promise<void> {
  if (!server.startedHere) return;
  await migrate(server.url);
  const client = new pg.Client({ connectionString: server.superuserUrl });
  await client.connect();
  await client.query('alter database fullfolj with allow_connections false is_template true');
  await client.end();
}

/** Stops and removes what a killed test run has left behind. */
async function removeAbandoned(): Promise<void> {
  const names = readdirSync(tmpdir()).filter((name) => name.startsWith(prefix));
  for (const name of names.filter((each) => !isAlive(Number(each.slice(prefix.length))))) {
    const folder = join(tmpdir(), name);
    const left = await openEmbedded(folder, { root: projectRoot(), role: 'test', settings: hurried }).catch(
      () => undefined,
    );
    await left?.release();
    rmSync(folder, { recursive: true, force: true });
  }
}
