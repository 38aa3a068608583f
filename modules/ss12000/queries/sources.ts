import type { Tx } from '../../../platform/server/db.ts';
import type { SourceId } from '../mirror/store-mirror.ts';
import type { Login, Outcome, SourceSettings } from '../store-sources.ts';

/** A source with how it has gone. Its credentials are not here: `sealedSecret` reads them. */
export interface Source extends SourceSettings {
  readonly sourceId: SourceId;
  readonly login: Login;
  readonly hasSecret: boolean;
  readonly paused: boolean;
  readonly startedAt: Date | null;
  /** The last attempt that the schedule made. */
  readonly scheduledAt: Date | null;
  readonly completedAt: Date | null;
  readonly appliedAt: Date | null;
  readonly outcome: Outcome | null;
  readonly failures: number;
  readonly nextTry: Date | null;
  readonly runId: number | null;
  readonly nudgedAt: Date | null;
  readonly subscription: { readonly id: string; readonly expires: string | null } | null;
}

const columns = `source_id as "sourceId", name, address, login, resources, hour, paused, secret is not null as "hasSecret",
  started_at as "startedAt", scheduled_at as "scheduledAt", completed_at as "completedAt", applied_at as "appliedAt", outcome, failures,
  next_try as "nextTry", run_id as "runId", nudged_at as "nudgedAt", subscription
  from ss12000.source where organiser_id = $1`;

/** All sources of the organiser, by name. */
export async function allSources(tx: Tx): Promise<readonly Source[]> {
  const { rows } = await tx.client.query<Source>(`select ${columns} order by name, source_id`, [
    tx.organiser,
  ]);
  return rows;
}

/** One source; undefined when the organiser has no such. */
export async function sourceById(tx: Tx, id: SourceId): Promise<Source | undefined> {
  const { rows } = await tx.client.query<Source>(`select ${columns} and source_id = $2`, [tx.organiser, id]);
  return rows[0];
}

/** The source at an address; undefined when there is none. */
export async function sourceAt(tx: Tx, address: string): Promise<Source | undefined> {
  const { rows } = await tx.client.query<Source>(
    `select ${columns} and address = $2 order by source_id limit 1`,
    [tx.organiser, address],
  );
  return rows[0];
}

/** A source's sealed credentials; null when it has none. */
export async function sealedSecret(tx: Tx, id: SourceId): Promise<string | null> {
  const { rows } = await tx.client.query<{ secret: string | null }>(
    'select secret from ss12000.source where organiser_id = $1 and source_id = $2',
    [tx.organiser, id],
  );
  return rows[0]?.secret ?? null;
}

/** One list of a source: how many of its objects are mirrored, and how the pull of it goes. */
export interface ListState {
  readonly resource: string;
  readonly since: Date | null;
  /** Objects that came in the pull under way, or in the last whole one. */
  readonly objects: number;
  /** Objects that are mirrored now. */
  readonly mirrored: number;
  readonly underWay: boolean;
}

/** How far each list of a source has come. */
export async function listStates(tx: Tx, id: SourceId): Promise<readonly ListState[]> {
  const { rows } = await tx.client.query<ListState>(
    `select resource, since, objects, todo is not null as "underWay", coalesce(o.count, 0)::int as mirrored
     from ss12000.cursor c
     left join (select resource, count(*) from ss12000.object
       where organiser_id = $1 and source_id = $2 and not deleted group by resource) o using (resource)
     where organiser_id = $1 and source_id = $2 order by resource`,
    [tx.organiser, id],
  );
  return rows;
}
