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
export async function joinUsers(
  url: string,
  role: string,
  revive: (isWanted: () => boolean) => Promise<void>,
): Promise<Use> {
  let left = false;
  let lost = false;
  let client = await takeShare(url, role, () => void retake());
  let taking: Promise<pg.Client> | undefined;

  async function retake(): Promise<void> {
    lost = true;
    for (let attempt = 0; attempt < 50 && lost && !left; attempt++) {
      await sleep(100);
      await reviveAndTake().catch(() => undefined);
    }
  }
  async function reviveAndTake(): Promise<void> {
    await revive(() => !left);
    if (left) return;
    taking = takeShare(url, role, () => void retake());
    client = await taking;
    lost = false;
  }
  return {
    async leave() {
      left = true;
      // The share may be lost just now, with or without a new one under way: then the question is asked on a connection of its own.
      await taking?.catch(() => undefined);
      const own = lost ? await connect(url, role).catch(() => undefined) : client;
      if (!own) return false;
      const last = await isLast(own);
      await own.end().catch(() => undefined);
      return last;
    },
  };
}

async function takeShare(url: string, role: string, onLoss: () => void): Promise<pg.Client> {
  const client = await connect(url, role);
  // A lost connection says so more than once; one answer is enough.
  client.once('error', onLoss);
  await client.query('select pg_advisory_lock_shared($1)', [useLock]);
  return client;
}

async function connect(url: string, role: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: `fullfolj ${role}` });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

async function isLast(client: pg.Client): Promise<boolean> {
  try {
    await client.query('select pg_advisory_unlock_all()');
    const { rows } = await client.query<{ last: boolean }>('select pg_try_advisory_lock($1) as last', [
      useLock,
    ]);
    return rows[0]?.last === true;
  } catch {
    // The server is already gone, so there is nothing to stop.
    return false;
  }
}
