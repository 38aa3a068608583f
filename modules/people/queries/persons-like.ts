import { sql } from 'kysely';
import type { Tx } from '../../../platform/server/db.ts';

/**
 * Ids of the persons whose name contains the text, whatever the case, at most `limit`. Never a protected identity: a search must not be
 * a way to find one. None for a text of fewer than two letters.
 */
export async function personsLike(tx: Tx, text: string, limit: number): Promise<readonly number[]> {
  const name = text.replace(/\s+/g, ' ').trim().toLowerCase();
  if (name.length < 2) return [];
  const { rows } = await sql<{ person_id: number }>`
    select person_id from people.person
    where organiser_id = ${tx.organiser} and protection = 'none'
      and position(${name} in lower(given_name || ' ' || family_name)) > 0
    order by person_id limit ${limit}`.execute(tx.q);
  return rows.map((row) => row.person_id);
}
