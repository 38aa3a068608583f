import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../fixtures/test-database.ts';
import { SourceIsBusy, withSourceLock } from './source-lock.ts';

const { db } = await testDatabase();

/** Ends the database's end of every connection that holds a lock, as a restart of the database does. */
async function cutHolders(): Promise<void> {
  await db.pool.query(
    `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and database =
       (select oid from pg_database where datname = current_database())`,
  );
}

describe('the lock of a source', () => {
  it('is taken by one at a time', async () => {
    await withSourceLock(db, 1, async () => {
      await expect(withSourceLock(db, 1, async () => 'in')).rejects.toThrow(SourceIsBusy);
      expect(await withSourceLock(db, 2, async () => 'in')).toBe('in');
    });
    expect(await withSourceLock(db, 1, async () => 'in')).toBe('in');
  });

  it('that is lost with its connection ends no process, and can be taken again', async () => {
    const broken: unknown[] = [];
    const listen = (error: unknown) => void broken.push(error);
    process.on('uncaughtException', listen);
    try {
      await withSourceLock(db, 1, async () => {
        await cutHolders();
        await new Promise((resolve) => setTimeout(resolve, 200));
      });
      expect(await withSourceLock(db, 1, async () => 'in')).toBe('in');
    } finally {
      process.off('uncaughtException', listen);
    }
    expect(broken).toEqual([]);
  });

  it('leaves the pages their connections however many sources are pulled at once', async () => {
    const { max } = db.pool.options;
    let pulled = 0;
    const ask = async (): Promise<void> => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      await db.pool.query('select 1');
      pulled += 1;
    };
    const sources = Array.from({ length: max + 1 }, (_, index) => index + 10);
    await Promise.race([
      Promise.all(sources.map((source) => withSourceLock(db, source, ask))),
      new Promise((resolve) => setTimeout(resolve, 5_000)),
    ]);
    expect(pulled).toBe(sources.length);
  });
});
