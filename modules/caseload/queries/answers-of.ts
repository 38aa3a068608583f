import type { RawBuilder } from 'kysely';
import type { Tx } from '../../../platform/server/db.ts';

/** Who answers a question to the database. */
export interface Answers {
  rows<Row>(tx: Tx, query: RawBuilder<Row>): Promise<readonly Row[]>;
}

/** The database, each time. */
export const directly: Answers = {
  rows: async (tx, query) => (await query.execute(tx.q)).rows,
};

/**
 * The database, but the same question within `milliseconds` gets the same answer, also while the first still waits for it: when
 * many open the same large list at once it is counted once. The key is the statement with its values, which hold the
 * reader's scope and organiser, so that nobody gets another's answer. At most `most` answers are kept; a failed one is not.
 */
export function recently(milliseconds: number, most = 300): Answers {
  const kept = new Map<string, { readonly until: number; readonly rows: Promise<readonly unknown[]> }>();
  return {
    rows<Row>(tx: Tx, query: RawBuilder<Row>) {
      const { sql, parameters } = query.compile(tx.q);
      const key = JSON.stringify([tx.organiser, sql, parameters]);
      const now = performance.now();
      const found = kept.get(key);
      if (found && found.until > now) return found.rows as Promise<readonly Row[]>;
      const rows = directly.rows(tx, query);
      kept.delete(key);
      kept.set(key, { until: now + milliseconds, rows });
      if (kept.size > most) kept.delete(kept.keys().next().value!);
      rows.catch(() => kept.delete(key));
      return rows;
    },
  };
}
