import type { Tx } from '../../../platform/server/db.ts';
import type { Resource } from '../client/index.ts';
import { toldNow } from './told-column.ts';
import type { MirroredObject } from './trim.ts';

/** Which source of the transaction's organiser. */
export type SourceId = number;

/**
 * Keeps a page of objects. One that stands there with the same content is not imported again. Of two with the same id
 * the last counts. Somebody who was told as a student and now goes to another school form keeps her name until it is told
 * that she has left. `seen`: when the pull of the whole list began that they came in.
 */
export async function keepObjects(
  tx: Tx,
  source: SourceId,
  resource: Resource,
  objects: readonly MirroredObject[],
  seen: Date | null = null,
): Promise<void> {
  if (objects.length === 0) return;
  const last = [...new Map(objects.map((object) => [object.id, object])).values()];
  await tx.client.query(
    `insert into ss12000.object as o (organiser_id, source_id, resource, object_id, body, modified, seen)
     select $1, $2, $3, id, ${resource === 'persons' ? personBody : 'n.body'}, n.modified::timestamptz, $5
     from jsonb_to_recordset($4::jsonb) as n(id text, body jsonb, modified text)
     on conflict (organiser_id, source_id, resource, object_id) do update
       set body = excluded.body, modified = excluded.modified, deleted = false, seen = coalesce(excluded.seen, o.seen),
         applied = o.applied and not o.deleted and o.body = excluded.body
       where o.body <> excluded.body or o.deleted or o.modified is distinct from excluded.modified
         or excluded.seen is not null`,
    [tx.organiser, source, resource, JSON.stringify(last), seen],
  );
}

/** What is kept of a person: of one who was told and is elsewhere now, the name that the last row needs. */
const personBody = `case when n.body ? 'elsewhere' then coalesce(
    (select old.body || '{"enrolments": []}' from ss12000.object old where old.organiser_id = $1 and old.source_id = $2
       and old.resource = $3 and old.object_id = n.id and ${toldNow('old')} is not null), n.body)
  else n.body end`;

/**
 * Notes what the source has deleted. An attendance that was imported is not here any more: its deletion is noted as an
 * object of its own. What is not ours otherwise is left out.
 */
export async function keepDeletions(
  tx: Tx,
  source: SourceId,
  resource: Resource,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  const at = [tx.organiser, source, resource, ids];
  await tx.client.query(
    `update ss12000.object set deleted = true, applied = false
     where organiser_id = $1 and source_id = $2 and resource = $3 and object_id = any($4) and not deleted`,
    at,
  );
  if (resource !== 'attendances') return;
  await tx.client.query(
    `insert into ss12000.object (organiser_id, source_id, resource, object_id, body, deleted)
     select $1, $2, $3, id, '{}', true from unnest($4::text[]) id on conflict do nothing`,
    at,
  );
}

/** What a whole list was asked for by: days of lessons, an instant of change. */
export interface AskedFor {
  readonly days?: { readonly from: string; readonly to: string } | undefined;
  readonly modifiedAfter?: string | undefined;
}

/**
 * Notes as deleted what did not come when the whole list was pulled from `seen` on: of lessons those that lie well within
 * the days that were asked for, otherwise those that the source changed after what was asked for. A list that came without
 * anything in it says that something is wrong, and not that everything is gone.
 */
export async function noteMissing(
  tx: Tx,
  source: SourceId,
  resource: Resource,
  seen: Date,
  { days, modifiedAfter }: AskedFor,
): Promise<void> {
  await tx.client.query(
    `update ss12000.object set deleted = true, applied = false
     where organiser_id = $1 and source_id = $2 and resource = $3 and not deleted and seen is distinct from $4
       and ($5::text is null or (left(body->>'start', 10) > $5 and left(body->>'start', 10) < $6))
       and ($7::timestamptz is null or modified > $7)
       and exists (select from ss12000.object came where came.organiser_id = $1 and came.source_id = $2
         and came.resource = $3 and came.seen = $4)`,
    [tx.organiser, source, resource, seen, days?.from ?? null, days?.to ?? null, modifiedAfter ?? null],
  );
}

/** Notes as deleted the sums of a window of days that did not come when it was asked for again: they have no other deletion. */
export async function noteMissingSums(
  tx: Tx,
  source: SourceId,
  seen: Date,
  window: { readonly from: string; readonly to: string },
): Promise<void> {
  await tx.client.query(
    `update ss12000.object set deleted = true, applied = false
     where organiser_id = $1 and source_id = $2 and resource = 'aggregatedAttendance' and not deleted
       and seen is distinct from $3 and body->>'starts' >= $4 and body->>'ends' <= $5`,
    [tx.organiser, source, seen, window.from, window.to],
  );
}
