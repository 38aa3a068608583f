import pg from 'pg';
import type { Database } from '../../platform/server/db.ts';
import type { SourceId } from './mirror/store-mirror.ts';

/** Somebody else is pulling the source just now. */
export class SourceIsBusy extends Error {
  override readonly name = 'SourceIsBusy';
}

/**
 * Runs `work` while nobody else pulls the source, in this process or another. The lock lives with a connection of its
 * own, past many transactions, and is gone when the process is. The connection is none of the pool's: however many sources
 * are pulled at once, none waits for what the others hold. Throws SourceIsBusy at once when it is taken.
 */
export async function withSourceLock<T>(db: Database, source: SourceId, work: () => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: db.url, application_name: 'fullfolj source' });
  // A connection that dies has let go of the lock; without a listener it would end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ taken: boolean }>(
      `select pg_try_advisory_lock(hashtext('ss12000 source'), $1) as taken`,
      [source],
    );
    if (!rows[0]!.taken) throw new SourceIsBusy('the source is being pulled');
    return await work();
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Whether somebody is pulling the source just now, here or in another process. */
export async function isBusy(db: Database, source: SourceId): Promise<boolean> {
  const { rows } = await db.pool.query<{ busy: boolean }>(
    `select exists (select from pg_locks where locktype = 'advisory' and granted
       and database = (select oid from pg_database where datname = current_database())
       and classid = (hashtext('ss12000 source')::bigint & 4294967295)::oid and objid = $1 and objsubid = 2) as busy`,
    [source],
  );
  return rows[0]!.busy;
}
