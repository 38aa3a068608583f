import { setTimeout as wait } from 'node:timers/promises';
import type { Database, Tx } from '../../../platform/server/db.ts';

/** Somebody has cut the run off; null is the operator at the command line. An expected end: nothing of the run stands. */
export class Cancelled extends Error {
  readonly by: number | null;

  constructor(by: number | null) {
    super('the run was cancelled');
    this.by = by;
  }
}

/** Throws `Cancelled` when the run has been cut off. The signal's reason is who did it, if it is a person's number. */
export function stopIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new Cancelled(typeof signal.reason === 'number' ? signal.reason : null);
}

/**
 * Does `work` inside a transaction so that it can be cut off at any moment: between two batches of a file by
 * `stopIfCancelled`, and in the middle of a long statement because a second connection asks the database to break it off.
 * Throws `Cancelled` then, also when `work` had just come to its end.
 */
export async function cancellable<T>(
  db: Database,
  tx: Tx,
  signal: AbortSignal | undefined,
  work: () => Promise<T>,
): Promise<T> {
  if (!signal) return work();
  const { rows } = await tx.client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const leave = breakOff(db, rows[0]!.pid, signal);
  try {
    const answer = await work();
    stopIfCancelled(signal);
    return answer;
  } catch (error) {
    // A statement that is broken off fails in its own words.
    stopIfCancelled(signal);
    throw error;
  } finally {
    await leave();
  }
}

const betweenMs = 100;

/**
 * From the moment the signal comes, asks the database again and again to break off what the connection is doing, since
 * one statement follows on another. Answers how to leave it: nothing is asked any more when that has answered, so that
 * nobody else's question on the same connection is hit.
 */
function breakOff(db: Database, pid: number, signal: AbortSignal): () => Promise<void> {
  let isOver = false;
  let asking = Promise.resolve();
  const ask = async (): Promise<void> => {
    while (!isOver) {
      await db.pool.query('select pg_cancel_backend($1)', [pid]).catch(() => undefined);
      await wait(betweenMs);
    }
  };
  const begin = (): void => {
    asking = ask();
  };
  if (signal.aborted) begin();
  else signal.addEventListener('abort', begin, { once: true });
  return async () => {
    isOver = true;
    signal.removeEventListener('abort', begin);
    await asking;
  };
}
