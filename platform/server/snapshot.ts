import pg from 'pg';
import type { Database } from './db.ts';

/** A connection of its own that sees one organiser's rows as they stood at one moment, however long it reads. */
export interface Snapshot {
  readonly client: pg.ClientBase;
  readonly organiser: number;
}

/** How values are written, whatever the server's settings are; sorting a month of lessons stays in memory. */
const settings = `set local timezone = 'Europe/Stockholm'; set local datestyle = 'ISO, YMD';
  set local extra_float_digits = 3; set local bytea_output = 'hex'; set local work_mem = '48MB'`;

/**
 * Runs `work` as the application role, locked to one organiser, in one transaction that sees a single moment. Nothing is
 * written but tables of the transaction's own. The connection is none of the pool's: a slow receiver takes none from the
 * pages, and a copy that is cut off in the middle ends with its connection.
 */
export async function withSnapshot<T>(
  db: Database,
  organiser: number,
  work: (snapshot: Snapshot) => Promise<T>,
): Promise<T> {
  if (!Number.isInteger(organiser)) throw new TypeError('organiser must be an integer');
  const client = new pg.Client({ connectionString: db.url, application_name: 'fullfolj export' });
  // A connection that dies fails the question under way; without a listener it would end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(`begin isolation level repeatable read; ${settings};
      set local role fullfolj_app; set local fullfolj.organiser = '${organiser}'`);
    const answer = await work({ client, organiser });
    await client.query('rollback');
    await client.end();
    return answer;
  } catch (error) {
    cut(client);
    throw error;
  }
}

/** A copy under way would be read to its end before a polite goodbye is answered. */
function cut(client: pg.Client): void {
  (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
}
