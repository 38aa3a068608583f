import type { Tx } from '../../../platform/server/db.ts';
import type { SourceId } from './store-mirror.ts';

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
