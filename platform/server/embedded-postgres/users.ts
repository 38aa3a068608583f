import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** The advisory lock that every process using an embedded database holds a share of. The number is arbitrary and must never change. */
const useLock = 730_500_2;

/** One process's share in the database. */
export type Use = {
  /** Lets go; answers whether we were the last. The connection is ended. */
  leave(): Promise<boolean>;
};

/**
 * Takes a share on a connection of its own, to the database `postgres` (advisory locks are per database, and the product's own database may be
 * dropped and made anew). If the connection is lost, because the server or one of its processes was killed, `revive` sees to it that the server
 * runs again at the same address, and the share is taken anew.
 */
export async function joinUsers(url: string, role: string, revive: () => Promise<void>): Promise<Use> {
  let left = false;
  let client = await takeShare(url, role, () => void retake());

  async function retake(): Promise<void> {
    for (let attempt = 0; attempt < 50 && !left; attempt++) {
      await sleep(100);
      const again = await reviveAndTake().catch(() => undefined);
      if (again) {
        client = again;
        return;
      }
    }
  }
  async function reviveAndTake(): Promise<pg.Client | undefined> {
    if (!left) await revive();
    return left ? undefined : takeShare(url, role, () => void retake());
  }
  return {
    async leave() {
      left = true;
      const last = await isLast(client);
      await client.end().catch(() => undefined);
      return last;
    },
  };
}

async function takeShare(url: string, role: string, onLoss: () => void): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: `fullfolj ${role}` });
  await client.connect();
  // A lost connection says so more than once; one answer is enough.
  client.once('error', onLoss).on('error', () => undefined);
  await client.query('select pg_advisory_lock_shared($1)', [useLock]);
  return client;
}

async function isLast(client: pg.Client): Promise<boolean> {
  try {
    await client.query('select pg_advisory_unlock_shared($1)', [useLock]);
    const { rows } = await client.query<{ last: boolean }>('select pg_try_advisory_lock($1) as last', [
      useLock,
    ]);
    return rows[0]?.last === true;
  } catch {
    // The server is already gone, so there is nothing to stop.
    return false;
  }
}
