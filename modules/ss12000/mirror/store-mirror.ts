import type { Tx } from '../../../platform/server/db.ts';
import type { Resource } from '../client/index.ts';
import type { MirroredObject } from './trim.ts';

/** Which source of the transaction's organiser. */
export type SourceId = number;

/**
 * Keeps a page of objects. One that stands there with the same content is not imported again. Of two with the same id
 * the last counts. Somebody who was told as a student and now goes to another school form keeps her name until it is told
 * that she has left.
 */
export async function keepObjects(
  tx: Tx,
  source: SourceId,
  resource: Resource,
  objects: readonly MirroredObject[],
): Promise<void> {
  if (objects.length === 0) return;
  const last = [...new Map(objects.map((object) => [object.id, object])).values()];
  await tx.client.query(
    `insert into ss12000.object as o (organiser_id, source_id, resource, object_id, body, modified)
     select $1, $2, $3, id, ${resource === 'persons' ? personBody : 'n.body'}, n.modified::timestamptz
     from jsonb_to_recordset($4::jsonb) as n(id text, body jsonb, modified text)
     on conflict (organiser_id, source_id, resource, object_id) do update
       set body = excluded.body, modified = excluded.modified, deleted = false,
         applied = o.applied and not o.deleted and o.body = excluded.body
       where o.body <> excluded.body or o.deleted or o.modified is distinct from excluded.modified`,
    [tx.organiser, source, resource, JSON.stringify(last)],
  );
}

/** What is kept of a person: of one who was told and is elsewhere now, the name that the last row needs. */
const personBody = `case when n.body ? 'elsewhere' then coalesce(
    (select old.body || '{"enrolments": []}' from ss12000.object old where old.organiser_id = $1 and old.source_id = $2
       and old.resource = $3 and old.object_id = n.id and old.told is not null), n.body)
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

/** How far the mirror of one list has come. */
export interface Cursor {
  readonly since: Date | null;
  readonly windowTo: string | null;
  readonly todo: readonly object[] | null;
  readonly began: Date | null;
  readonly objects: number;
}

/** The cursors of a source by list; a list that was never asked for has none. */
export async function cursorsOf(tx: Tx, source: SourceId): Promise<ReadonlyMap<string, Cursor>> {
  const { rows } = await tx.client.query<Cursor & { resource: string }>(
    `select resource, since, window_to as "windowTo", todo, began, objects from ss12000.cursor
     where organiser_id = $1 and source_id = $2`,
    [tx.organiser, source],
  );
  return new Map(rows.map(({ resource, ...cursor }) => [resource, cursor]));
}

/** Writes how far a list has come. `objects` counts those of the pull under way, or of the last whole one. */
export async function saveCursor(tx: Tx, source: SourceId, resource: string, cursor: Cursor): Promise<void> {
  await tx.client.query(
    `insert into ss12000.cursor (organiser_id, source_id, resource, since, window_to, todo, began, objects)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (organiser_id, source_id, resource) do update set since = excluded.since,
       window_to = excluded.window_to, todo = excluded.todo, began = excluded.began, objects = excluded.objects`,
    [
      tx.organiser,
      source,
      resource,
      cursor.since,
      cursor.windowTo,
      cursor.todo === null ? null : JSON.stringify(cursor.todo),
      cursor.began,
      cursor.objects,
    ],
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

/**
 * When an import from the source has been undone since the last one, what was told of each object is what was told before it, and
 * everything is asked for again. Answers whether it was.
 */
export async function forgetUndone(tx: Tx, source: SourceId): Promise<boolean> {
  const at = [tx.organiser, source];
  const { rows } = await tx.client.query(
    `select from ss12000.source s join imports.run r on r.organiser_id = s.organiser_id
       and r.counts->>'fetchedFrom' = s.source_id::text and r.undone_at > coalesce(s.applied_at, '-infinity')
     where s.organiser_id = $1 and s.source_id = $2 limit 1`,
    at,
  );
  if (rows.length === 0) return false;
  await tx.client.query(
    `update ss12000.object set told = told->'was'
     where organiser_id = $1 and source_id = $2 and jsonb_typeof(told) = 'object' and told ? 'was'`,
    at,
  );
  await forgetCursors(tx, source);
  return true;
}
