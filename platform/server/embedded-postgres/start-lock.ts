import { chownSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { OperatorError } from '../operator-error.ts';

/**
 * Runs `work` while holding the data folder's start lock, so that only one process at a time starts, joins or stops PostgreSQL.
 * The lock is SQLite's exclusive lock on an empty file: the operating system lets go of it when the holder dies, however it dies, so there are
 * no stale locks to judge. Waits at most `patienceMs`, then says who is in the way.
 */
export async function withStartLock<T>(
  dataDir: string,
  owner: { uid: number; gid: number } | undefined,
  work: () => Promise<T>,
  patienceMs = 120_000,
): Promise<T> {
  const path = join(dataDir, 'start.lock');
  const lock = new DatabaseSync(path, { timeout: 0 });
  try {
    if (owner) chownSync(path, owner.uid, owner.gid);
    await acquire(lock, dataDir, patienceMs);
    return await work();
  } finally {
    lock.close();
  }
}

async function acquire(lock: DatabaseSync, dataDir: string, patienceMs: number): Promise<void> {
  const giveUpAt = performance.now() + patienceMs;
  while (!tryAcquire(lock)) {
    if (performance.now() > giveUpAt)
      throw new OperatorError(
        `Ett annat kommando håller på att starta eller stoppa databasen i ${dataDir}. Försök igen om en stund.`,
      );
    await sleep(25);
  }
}

function tryAcquire(lock: DatabaseSync): boolean {
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return true;
  } catch (error) {
    if (error instanceof Error && /locked|busy/i.test(error.message)) return false;
    throw error;
  }
}
