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

/** How far the mirror of one list has come. */
export interface Cursor {
  readonly since: Date | null;
  readonly windowTo: string | null;
  readonly todo: readonly object[] | null;
  readonly began: Date | null;
  readonly objects: number;
  /** The whole list has been pulled since the last import. */
  readonly whole: boolean;
}

/** The cursors of a source by list; a list that was never asked for has none. */
export async function cursorsOf(tx: Tx, source: SourceId): Promise<ReadonlyMap<string, Cursor>> {
  const { rows } = await tx.client.query<Cursor & { resource: string }>(
    `select resource, since, window_to as "windowTo", todo, began, objects, whole from ss12000.cursor
     where organiser_id = $1 and source_id = $2`,
    [tx.organiser, source],
  );
  return new Map(rows.map(({ resource, ...cursor }) => [resource, cursor]));
}

/** Writes how far a list has come. `objects` counts those of the pull under way, or of the last whole one. */
export async function saveCursor(tx: Tx, source: SourceId, resource: string, cursor: Cursor): Promise<void> {
  await tx.client.query(
    `insert into ss12000.cursor (organiser_id, source_id, resource, since, window_to, todo, began, objects, whole)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (organiser_id, source_id, resource) do update set since = excluded.since,
       window_to = excluded.window_to, todo = excluded.todo, began = excluded.began, objects = excluded.objects,
       whole = excluded.whole`,
    [
      tx.organiser,
      source,
      resource,
      cursor.since,
      cursor.windowTo,
      cursor.todo === null ? null : JSON.stringify(cursor.todo),
      cursor.began,
      cursor.objects,
      cursor.whole,
    ],
  );
}

/** When deletions were asked for last; null: never. */
export async function deletionsSince(tx: Tx, source: SourceId): Promise<Date | null> {
  const { rows } = await tx.client.query<{ since: Date | null }>(
    `select coalesce(s.deletions_since, min(c.since)) as since from ss12000.source s
     left join ss12000.cursor c on c.organiser_id = $1 and c.source_id = $2
     where s.organiser_id = $1 and s.source_id = $2 group by s.deletions_since`,
    [tx.organiser, source],
  );
  return rows[0]?.since ?? null;
}

/** Notes from when on deletions are asked for next. */
export async function saveDeletionsSince(tx: Tx, source: SourceId, since: Date): Promise<void> {
  await tx.client.query(
    'update ss12000.source set deletions_since = $3 where organiser_id = $1 and source_id = $2',
    [tx.organiser, source, since],
  );
}

/** Forgets how far the mirror has come, so that everything is asked for again. What was told stays known. */
export async function forgetCursors(tx: Tx, source: SourceId): Promise<void> {
  const at = [tx.organiser, source];
  await tx.client.query('delete from ss12000.cursor where organiser_id = $1 and source_id = $2', at);
  await tx.client.query(
    'update ss12000.object set applied = false where organiser_id = $1 and source_id = $2 and applied',
    at,
  );
}
