import type { LocalDate } from '../../../platform/local-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import type { Resource } from '../client/index.ts';
import type { SourceId } from './store-mirror.ts';

const mine = 'o.organiser_id = $1 and o.source_id = $2 and o.resource = $3';

/**
 * Remembers what was told of objects, and whether there is more to tell. `told` null: nothing stands of it. Where it stood
 * before is kept as `was`, for the day that the import is undone.
 */
export async function rememberTold(
  tx: Tx,
  source: SourceId,
  resource: Resource,
  objects: readonly { readonly id: string; readonly told: unknown; readonly applied: boolean }[],
): Promise<void> {
  if (objects.length === 0) return;
  await tx.client.query(
    `update ss12000.object o set applied = n.applied,
       told = case when jsonb_typeof(n.told) = 'object' and o.told is not null and o.told - 'was' <> n.told
           then n.told || jsonb_build_object('was', o.told - 'was')
         when jsonb_typeof(n.told) = 'object' and o.told ? 'was' then n.told || jsonb_build_object('was', o.told->'was')
         else nullif(n.told, 'null') end
     from jsonb_to_recordset($4::jsonb) as n(id text, told jsonb, applied boolean)
     where ${mine} and o.object_id = n.id`,
    [tx.organiser, source, resource, JSON.stringify(objects)],
  );
}

/** Notes that all of these lists is imported. */
export async function markApplied(tx: Tx, source: SourceId, lists: readonly Resource[]): Promise<void> {
  await tx.client.query(
    `update ss12000.object set applied = true
     where organiser_id = $1 and source_id = $2 and resource = any($3) and not applied`,
    [tx.organiser, source, lists],
  );
}

/** Lets go of what has been imported and is not kept: attendance, lesson by lesson and in sums. `waiting` stay. */
export async function letGo(
  tx: Tx,
  source: SourceId,
  resource: Resource,
  waiting: readonly string[],
): Promise<void> {
  await tx.client.query(
    `delete from ss12000.object o where ${mine} and not o.applied and o.object_id <> all($4)`,
    [tx.organiser, source, resource, waiting],
  );
}

/** Lets go of lessons and absences of earlier school years: attendance of them is told no more. */
export async function letGoOfOld(tx: Tx, source: SourceId, before: LocalDate): Promise<void> {
  await tx.client.query(
    `delete from ss12000.object where organiser_id = $1 and source_id = $2
       and resource in ('calendarEvents', 'absences')
       and coalesce(body->>'end', body->>'start') < $3`,
    [tx.organiser, source, before],
  );
}

/** Notes when what waited was imported, and in which run. */
export async function noteApplied(tx: Tx, source: SourceId, at: Date, runId: number | null): Promise<void> {
  await tx.client.query(
    `update ss12000.source set applied_at = $3, run_id = coalesce($4, run_id)
     where organiser_id = $1 and source_id = $2`,
    [tx.organiser, source, at, runId],
  );
}
