import { sql } from 'kysely';
import type { Tx } from '../../../platform/server/db.ts';

/** What the log-in service says of somebody: who it is to the service, and what the school may call them. */
export interface Claimed {
  readonly issuer: string;
  readonly subject: string;
  /** The federated name; null when the service told none. */
  readonly name: string | null;
}

/** The person that is meant, and whether the binding is there already. */
export interface FoundPerson {
  readonly personId: number;
  readonly bound: boolean;
}

/** Nobody, and why. `name-taken`: the person of that name is already somebody else at the service, as when a user name is used again. */
export interface NobodyFound {
  readonly personId: null;
  readonly why: 'unknown-person' | 'name-taken';
}

/** Whom the log-in service means: by its own lasting id, else the first time by the federated name. */
export async function personOfSubject(tx: Tx, claimed: Claimed): Promise<FoundPerson | NobodyFound> {
  const bound = await tx.q
    .selectFrom('identity.subject')
    .select('person_id')
    .where('organiser_id', '=', tx.organiser)
    .where('issuer', '=', claimed.issuer)
    .where('subject', '=', claimed.subject)
    .executeTakeFirst();
  if (bound) return { personId: bound.person_id, bound: true };
  if (claimed.name === null) return { personId: null, why: 'unknown-person' };
  return byName(tx, claimed.issuer, claimed.name);
}

async function byName(tx: Tx, issuer: string, name: string): Promise<FoundPerson | NobodyFound> {
  const { rows } = await sql<{ person_id: number; taken: boolean }>`
    select p.person_id, exists (select from identity.subject s
      where s.organiser_id = p.organiser_id and s.person_id = p.person_id and s.issuer = ${issuer}) as taken
    from people.person p
    where p.organiser_id = ${tx.organiser} and lower(p.federated_name) = lower(${name})`.execute(tx.q);
  const row = rows[0];
  if (!row) return { personId: null, why: 'unknown-person' };
  return row.taken ? { personId: null, why: 'name-taken' } : { personId: row.person_id, bound: false };
}
