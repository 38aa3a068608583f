import { sql } from 'kysely';
import type { Tx } from '../../platform/server/db.ts';
import { chainOf, sealed } from './chain.ts';

/** Ids, counts and codes only, never a name or a text somebody wrote. Numbers are whole. */
export type AuditDetail = Readonly<
  Record<string, string | number | boolean | null | readonly (string | number)[]>
>;

/** One line of the log. */
export interface AuditEntry {
  /** Who did it; null is the system or its operator. */
  readonly actor: { readonly personId: number } | null;
  /** What was done, as an action of the access table: `student.read`. */
  readonly action: string;
  /** What it was done to, in a few plain Swedish words without personal data: "Elevsidan". */
  readonly what: string;
  /** The code of the reason for which it was allowed (`becauseCode` of access): `mentor`. */
  readonly because: string;
  /** The persons it concerns. */
  readonly subjects: readonly number[];
  readonly detail?: AuditDetail;
  readonly at: Date;
}

/**
 * Adds a line to the log, in the transaction of what it tells about: with its COMMIT, since it locks the end of one of
 * the organiser's sixteen chains until the transaction ends. When the line cannot be written nothing is committed.
 * Who has read about whom is noted beside it, to the minute, for the student's page; the line has the exact time.
 */
export function record(tx: Pick<Tx, 'organiser' | 'withCommit'>, entry: AuditEntry): void {
  const line = {
    organiser: tx.organiser,
    chain: chainOf(entry.actor?.personId ?? null),
    at: entry.at.toISOString(),
    actor: entry.actor?.personId ?? null,
    action: entry.action,
    what: entry.what,
    because: entry.because,
    subjects: [...entry.subjects],
    detail: entry.detail ?? {},
  };
  const seal = sealed(line);
  tx.withCommit(sql`
    with head as (
      insert into audit.head as h (organiser_id, chain, seq, hash)
      values (${line.organiser}, ${line.chain}, 1, sha256(convert_to('1 ' || ${seal}, 'UTF8')))
      on conflict (organiser_id, chain) do update
        set seq = h.seq + 1, hash = sha256(h.hash || convert_to((h.seq + 1)::text || ' ' || ${seal}, 'UTF8'))
      returning seq, hash),
    readers as (
      insert into audit.reader as r (organiser_id, person_id, actor_id, because, action, what, at)
      select distinct ${line.organiser}::integer, person, ${line.actor ?? 0}::integer, ${line.because}, ${line.action},
        ${line.what}, ${line.at}::timestamptz
      from unnest(${line.subjects}::integer[]) person order by person
      on conflict (organiser_id, person_id, actor_id, because, action) do update set what = excluded.what, at = excluded.at
        where r.at < excluded.at - interval '1 minute')
    insert into audit.entry (organiser_id, chain, seq, at, actor_id, action, what, because, subjects, detail, hash)
    select ${line.organiser}, ${line.chain}, seq, ${line.at}::timestamptz, ${line.actor}::integer, ${line.action}, ${line.what},
      ${line.because}, ${line.subjects}::integer[], ${JSON.stringify(line.detail)}::jsonb, hash
    from head`);
}
