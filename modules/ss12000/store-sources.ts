import type { Tx } from '../../platform/server/db.ts';
import type { SourceId } from './mirror/store-mirror.ts';

/** How a source knows us; `command-line`: the operator says it each time. */
export type Login = 'command-line' | 'token' | 'client-credentials' | 'certificate';

/** A source as it is set up. */
export interface SourceSettings {
  readonly name: string;
  readonly address: string;
  readonly login: Login;
  /** Null: all that it offers. */
  readonly resources: readonly string[] | null;
  /** Swedish hour; null: only when somebody asks. */
  readonly hour: number | null;
}

/** Sets up a source. Answers its number. `secret` is sealed. */
export async function addSource(tx: Tx, source: SourceSettings): Promise<SourceId> {
  const { rows } = await tx.client.query<{ id: number }>(
    `insert into ss12000.source (organiser_id, name, address, login, resources, hour)
     values ($1, $2, $3, $4, $5, $6) returning source_id as id`,
    [tx.organiser, source.name, source.address, source.login, source.resources, source.hour],
  );
  return rows[0]!.id;
}

/** Changes a source. Another address is another source: how far the mirror of the old one came says nothing of it. */
export async function changeSource(tx: Tx, id: SourceId, source: SourceSettings): Promise<void> {
  const values = [tx.organiser, id, source.name, source.address, source.login, source.resources, source.hour];
  await tx.client.query(
    `delete from ss12000.cursor c using ss12000.source s where s.organiser_id = $1 and s.source_id = $2
       and c.organiser_id = $1 and c.source_id = $2 and s.address <> $3`,
    [tx.organiser, id, source.address],
  );
  await tx.client.query(
    `update ss12000.source set name = $3, address = $4, login = $5, resources = $6, hour = $7, failures = 0,
       next_try = null where organiser_id = $1 and source_id = $2`,
    values,
  );
}

/** Keeps the sealed credentials of a source; null removes them. */
export async function keepSecret(tx: Tx, id: SourceId, secret: string | null): Promise<void> {
  await tx.client.query('update ss12000.source set secret = $3 where organiser_id = $1 and source_id = $2', [
    tx.organiser,
    id,
    secret,
  ]);
}

/** Lets a source rest, or takes it up again. */
export async function pauseSource(tx: Tx, id: SourceId, paused: boolean): Promise<void> {
  await tx.client.query(
    `update ss12000.source set paused = $3, failures = 0, next_try = null
     where organiser_id = $1 and source_id = $2`,
    [tx.organiser, id, paused],
  );
}

/** Removes a source with its credentials and its mirror. What was imported from it stays. */
export async function removeSource(tx: Tx, id: SourceId): Promise<void> {
  await tx.client.query('delete from ss12000.source where organiser_id = $1 and source_id = $2', [
    tx.organiser,
    id,
  ]);
}

/** How an attempt ended, or that it is under way; `says` is for the page, and quotes nothing that the source sent. */
export interface Outcome {
  readonly state: 'pulling' | 'previewed' | 'done' | 'nothing' | 'stopped' | 'failed';
  readonly code?: string;
  readonly says?: string;
}

/**
 * Notes that an attempt begins. `again`: nobody asked for it, and this is when it is tried again unless it is noted how it
 * ended; the machine may stop, or the database be away.
 */
export async function noteStarted(
  tx: Tx,
  id: SourceId,
  at: Date,
  again: Date | null | undefined = undefined,
): Promise<void> {
  await tx.client.query(
    `update ss12000.source set started_at = $3, scheduled_at = case when $4 then $3 else scheduled_at end,
       next_try = case when $4 then $5 else next_try end, failures = least(failures + 1, 100),
       outcome = '{"state":"pulling"}', nudged_at = null
     where organiser_id = $1 and source_id = $2`,
    [tx.organiser, id, at, again !== undefined, again ?? null],
  );
}

/** Lets the schedule begin with the next day's hour: today's is past, and nobody who sets up a source expects it at once. */
export async function beginTomorrow(tx: Tx, id: SourceId, at: Date): Promise<void> {
  await tx.client.query(
    `update ss12000.source set scheduled_at = greatest(scheduled_at, $3)
     where organiser_id = $1 and source_id = $2`,
    [tx.organiser, id, at],
  );
}

/** Notes that everything the source has is mirrored. */
export async function noteComplete(tx: Tx, id: SourceId, at: Date): Promise<void> {
  await tx.client.query(
    'update ss12000.source set completed_at = $3 where organiser_id = $1 and source_id = $2',
    [tx.organiser, id, at],
  );
}

/** Notes how an attempt ended. A failed one is tried again at `nextTry`. */
export async function noteOutcome(
  tx: Tx,
  id: SourceId,
  outcome: Outcome,
  more: { readonly runId?: number | null; readonly nextTry?: Date | null } = {},
): Promise<void> {
  await tx.client.query(
    `update ss12000.source set outcome = $3, run_id = coalesce($4, run_id), next_try = $5,
       failures = case when $6 then failures else 0 end
     where organiser_id = $1 and source_id = $2`,
    [
      tx.organiser,
      id,
      JSON.stringify(outcome),
      more.runId ?? null,
      more.nextTry ?? null,
      outcome.state === 'failed',
    ],
  );
}

/** Keeps what the source answered to a subscription, and the hash of the address it calls; null leaves either as it is. */
export async function keepSubscriptionOf(
  tx: Tx,
  id: SourceId,
  subscription: { readonly id: string; readonly expires: string | null } | null,
  hash: Buffer | null,
): Promise<void> {
  await tx.client.query(
    `update ss12000.source set subscription = coalesce($3, subscription), nudge_hash = coalesce($4, nudge_hash)
     where organiser_id = $1 and source_id = $2`,
    [tx.organiser, id, subscription === null ? null : JSON.stringify(subscription), hash],
  );
}

/** Forgets a subscription: calls to its address are nobody's from now on. */
export async function forgetSubscription(tx: Tx, id: SourceId): Promise<void> {
  await tx.client.query(
    `update ss12000.source set subscription = null, nudge_hash = null
     where organiser_id = $1 and source_id = $2`,
    [tx.organiser, id],
  );
}
