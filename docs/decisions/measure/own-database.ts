import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createOrganiser } from '../../../modules/organisation/index.ts';
import {
  closeDatabase,
  type Database,
  dangerouslyAcrossOrganisers,
  openDatabase,
} from '../../../platform/server/db.ts';
import { openEmbedded } from '../../../platform/server/embedded-postgres/index.ts';
import { migrate } from '../../../platform/server/migrate.ts';
import { projectRoot } from '../../../platform/server/project-root.ts';

/** Runs `work` on a migrated database of its own with one organiser; commits wait for the disk, as in production. */
export async function withOwnDatabase(
  work: (db: Database, organiser: number) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'fullfolj-measure-'));
  const embedded = await openEmbedded(folder, { root: projectRoot(), role: 'measure' });
  try {
    await migrate(embedded.url);
    const db = openDatabase(embedded.url, 8);
    const organiser = await dangerouslyAcrossOrganisers(db, (tx) =>
      createOrganiser(tx, { name: 'Mätning', kind: 'municipality', isDemonstration: false }),
    );
    await work(db, organiser);
    await closeDatabase(db);
  } finally {
    await embedded.release();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Milliseconds for `times` calls of `ask`, `at` of them under way at once. */
export async function timed(
  times: number,
  at: number,
  ask: (index: number) => Promise<unknown>,
): Promise<number> {
  let next = 0;
  const worker = async () => {
    while (next < times) await ask(next++);
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: at }, worker));
  return performance.now() - began;
}
