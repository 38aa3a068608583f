import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
      await database.release();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
