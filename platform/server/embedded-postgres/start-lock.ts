import { chownSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { OperatorError } from '../operator-error.ts';

/**
 * Runs `work` while holding the data folder's start lock, so that only one process at a time starts, joins or stops PostgreSQL.
 * The lock is SQLite's exclusive lock on a file: the operating system lets go of it when the holder dies, however it dies, so there are
 * no stale locks to judge. Waits at most `patienceMs`, then says who is in the way.
 */
export async function withStartLock<T>(
  dataDir: string,
  owner: { uid: number; gid: number } | undefined,
  work: () => Promise<T>,
  patienceMs = 120_000,
): Promise<T> {
  const path = join(dataDir, 'start.lock');
  const lock = openLock(path);
  try {
    if (owner) chownSync(path, owner.uid, owner.gid);
    await acquire(lock, dataDir, patienceMs);
    return await work();
  } finally {
    lock.close();
  }
}

/** The file must be opened by SQLite alone: closing it once more in the same process would let go of the lock. */
function openLock(path: string): DatabaseSync {
  try {
    return new DatabaseSync(path, { timeout: 0 });
  } catch (error) {
    throw withSystemCode(error);
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
    // Once the file has content the lock needs no room on the disk, so that a server on a full disk can still be stopped.
    if (lock.prepare('PRAGMA user_version').get()?.user_version === 0)
      lock.exec('PRAGMA user_version = 1; COMMIT; BEGIN EXCLUSIVE');
    return true;
  } catch (error) {
    if (error instanceof Error && /locked|busy/i.test(error.message)) return false;
    throw withSystemCode(error);
  }
}

/** SQLite's own words for a closed folder and a full disk, as the system says them. */
function withSystemCode(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  if (/disk is full/i.test(error.message)) return Object.assign(error, { code: 'ENOSPC' });
  return /readonly|unable to open/i.test(error.message) ? Object.assign(error, { code: 'EACCES' }) : error;
}
