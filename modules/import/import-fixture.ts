import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, dangerouslyAcrossOrganisers } from '../../platform/server/db.ts';
import { createOrganiser } from '../organisation/index.ts';
import { refreshSignals } from '../signals/index.ts';
import type { ImportOptions } from './commands/import-options.ts';
import { runImport } from './commands/run-import.ts';
import type { ImportFile } from './reading/opened-file.ts';

export { csv, type SmallSchool, schoolDays, smallSchool } from '../../fixtures/small-school.ts';
export { storedOf } from '../../fixtures/stored-digests.ts';

/** The day on which the tests' imports are run. */
export const on = '2026-11-22';

/** A folder for a test's files, removed by `clean`. */
export function fileFolder(): {
  put(name: string, content: string | Buffer): ImportFile;
  path: string;
  clean(): void;
} {
  const path = mkdtempSync(join(tmpdir(), 'fullfolj-import-'));
  mkdirSync(path, { recursive: true });
  return {
    path,
    put(name, content) {
      writeFileSync(join(path, name), content);
      return { path: join(path, name), name };
    },
    clean: () => rmSync(path, { recursive: true, force: true }),
  };
}

/** A new organiser without anything in it. */
export async function emptyOrganiser(db: Database, name: string): Promise<{ id: number; name: string }> {
  const id = await dangerouslyAcrossOrganisers(db, (tx) =>
    createOrganiser(tx, { name, kind: 'municipality', isDemonstration: false }),
  );
  return { id, name };
}

/** Imports as the command line does. */
export function importer(db: Database, organiser: { id: number; name: string }) {
  return (files: readonly ImportFile[], more: Partial<ImportOptions> = {}) =>
    runImport(db, {
      organiser,
      files,
      dryRun: false,
      actor: null,
      acceptLargeChange: false,
      on,
      now: () => new Date(`${on}T07:00:00Z`),
      refreshSignals,
      into: null,
      onlyUnits: null,
      ...more,
    });
}

/** Does something while another run holds the organiser's turn to read in; the turn is given back whatever came of it. */
export async function whileHeldUp<T>(
  db: Database,
  organiser: { id: number },
  work: (letGo: () => Promise<void>) => Promise<T>,
): Promise<T> {
  const client = await db.pool.connect();
  let held = true;
  const letGo = async (): Promise<void> => {
    if (!held) return;
    held = false;
    await client.query('rollback');
    client.release();
  };
  await client.query('begin');
  await client.query(`select pg_advisory_xact_lock(hashtext('import'), $1)`, [organiser.id]);
  try {
    return await work(letGo);
  } finally {
    await letGo();
  }
}

/** Long enough for a machine that is busy with other things. */
export const patiently = { timeout: 30_000 };
