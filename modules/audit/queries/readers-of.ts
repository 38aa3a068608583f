import { sql } from 'kysely';
import type { Tx } from '../../../platform/server/db.ts';
import { displayName, everyNumberOf, type Protection } from '../../people/index.ts';
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
  readonly given_name: string | null;
  readonly family_name: string | null;
  readonly protection: Protection | null;
}

/**
 * Who has read, written or exported about the student, one line a person and reason, the last first; at most `limit`. Also
 * what was read while the student stood twice, under the other number.
 */
export async function readersOf(
  tx: Tx,
  studentId: number,
  { limit }: { readonly limit: number },
): Promise<readonly Reader[]> {
  const { rows } = await sql<Row>`
    select actor_id, action, what, because, at, p.given_name, p.family_name, p.protection from (
      select distinct on (coalesce(m.into_id, actor_id), because) coalesce(m.into_id, actor_id) as actor_id, action, what, because, at
      from audit.reader r
      left join people.merge m on m.organiser_id = r.organiser_id and m.gone_id = r.actor_id and m.parted_at is null
      where r.organiser_id = ${tx.organiser} and person_id in ${everyNumberOf(tx, [studentId])}
      order by coalesce(m.into_id, actor_id), because, at desc) last
    left join people.person p on p.organiser_id = ${tx.organiser} and p.person_id = actor_id
    order by at desc, actor_id limit ${limit}`.execute(tx.q);
  return rows.map(({ actor_id, given_name, family_name, protection, ...row }) => ({
    ...row,
    actorId: actor_id || null,
    name: protection
      ? displayName({ givenName: given_name ?? '', familyName: family_name ?? '', protection })
      : systemName,
  }));
}
