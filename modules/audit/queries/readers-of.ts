import { sql } from 'kysely';
import type { Tx } from '../../../platform/server/db.ts';
import { namesOf } from '../../people/index.ts';
import { systemName } from './log-line.ts';

/** Somebody who has read about a student: the last time they did so. */
export interface Reader {
  readonly actorId: number | null;
  /** Masked for a protected identity; "Systemet" when nobody did it. */
  readonly name: string;
  readonly action: string;
  readonly what: string;
  /** The code of the reason; `becauseWords` of access makes words of it. */
  readonly because: string;
  readonly at: Date;
}

interface Row {
  readonly actor_id: number;
  readonly action: string;
  readonly what: string;
  readonly because: string;
  readonly at: Date;
}

/** Who has read, written or exported about the student, one line a person and reason, the last first; at most `limit`. */
export async function readersOf(
  tx: Tx,
  studentId: number,
  { limit }: { readonly limit: number },
): Promise<readonly Reader[]> {
  const { rows } = await sql<Row>`
    select actor_id, action, what, because, at from (
      select distinct on (actor_id, because) actor_id, action, what, because, at from audit.reader
      where organiser_id = ${tx.organiser} and person_id = ${studentId} order by actor_id, because, at desc) last
    order by at desc, actor_id limit ${limit}`.execute(tx.q);
  const names = await namesOf(
    tx,
    rows.flatMap((row) => row.actor_id || []),
  );
  return rows.map(({ actor_id, ...row }) => ({
    ...row,
    actorId: actor_id || null,
    name: names.get(actor_id) ?? systemName,
  }));
}
