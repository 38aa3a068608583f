import type { LocalDate } from '../../../platform/local-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import type { Resource } from '../client/index.ts';
import type { AttendanceBody } from './bodies.ts';
import { forgetCursors } from './store-cursor.ts';
import type { SourceId } from './store-mirror.ts';
import { toldNow } from './told-column.ts';

const mine = 'o.organiser_id = $1 and o.source_id = $2 and o.resource = $3';

/**
 * Remembers what was told of objects, and whether there is more to tell. `told` null: nothing stands of it. What was told
 * before is kept with it, for the day that the import (`runId`; null: there was none) is undone.
 */
export async function rememberTold(
  tx: Tx,
  source: SourceId,
  resource: Resource,
  objects: readonly { readonly id: string; readonly told: unknown; readonly applied: boolean }[],
  runId: number | null,
): Promise<void> {
  if (objects.length === 0) return;
  await tx.client.query(
    `update ss12000.object o set applied = n.applied,
       told = case when ${toldNow('o')} is not distinct from nullif(n.told, 'null') then o.told
         else coalesce(nullif(n.told, 'null'), '{"gone": true}') || jsonb_strip_nulls(jsonb_build_object('run', $5::int))
           || case when o.told is null then '{}' else jsonb_build_object('was', ${shortened}) end end
     from jsonb_to_recordset($4::jsonb) as n(id text, told jsonb, applied boolean)
     where ${mine} and o.object_id = n.id`,
    [tx.organiser, source, resource, JSON.stringify(objects), runId],
  );
}

/** Few objects change in more runs than this within the days that runs can be undone. */
const shortened = `o.told #- '{was,was,was,was,was,was,was,was,was,was,was,was}'`;

/**
 * When imports from the source have been undone since the last pull, what was told of each object is what was told before
 * them, and everything is asked for again. Answers whether any had been.
 */
export async function forgetUndone(tx: Tx, source: SourceId): Promise<boolean> {
  const at = [tx.organiser, source];
  const { rows } = await tx.client.query<{ runs: number[] | null; last: Date }>(
    `select array_agg(r.run_id) as runs, max(r.undone_at) as last from imports.run r, ss12000.source s
     where s.organiser_id = $1 and s.source_id = $2 and r.organiser_id = $1 and r.undone_at is not null
       and (r.counts->>'fetchedFrom')::int = $2 and r.undone_at > coalesce(s.undone_noticed, '-infinity')`,
    at,
  );
  const { runs, last } = rows[0]!;
  if (!runs) return false;
  for (let more = true; more; ) {
    const { rowCount } = await tx.client.query(
      `update ss12000.object set told = told->'was'
       where organiser_id = $1 and source_id = $2 and (told->>'run')::int = any($3)`,
      [...at, runs],
    );
    more = rowCount !== 0;
  }
  await tx.client.query(
    'update ss12000.source set undone_noticed = $3 where organiser_id = $1 and source_id = $2',
    [...at, last],
  );
  await forgetCursors(tx, source);
  return true;
}

/** Notes that all of these lists is imported. */
export async function markApplied(tx: Tx, source: SourceId, lists: readonly Resource[]): Promise<void> {
  await tx.client.query(
    `update ss12000.object set applied = true
     where organiser_id = $1 and source_id = $2 and resource = any($3) and not applied`,
    [tx.organiser, source, lists],
  );
}

/** Lets go of sums that nobody here is to have: those of other students. */
export async function letGoOfSums(tx: Tx, source: SourceId, ours: readonly string[]): Promise<void> {
  await letGo(tx, source, 'aggregatedAttendance', ours);
}

/** Lets go of what has been imported and is not kept. `waiting` stay. */
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

/** Lets go of lessons, absences and sums of earlier school years: attendance of them is told no more. */
export async function letGoOfOld(tx: Tx, source: SourceId, before: LocalDate): Promise<void> {
  await tx.client.query(
    `delete from ss12000.object where organiser_id = $1 and source_id = $2
       and resource in ('calendarEvents', 'absences', 'aggregatedAttendance')
       and coalesce(body->>'end', body->>'start', body->>'ends') < $3`,
    [tx.organiser, source, before],
  );
}

/**
 * Keeps attendance that was told and is taken back because its lesson is cancelled, or its student takes no part: the
 * source does not send it again when the lesson is held after all.
 */
export async function keepWaiting(
  tx: Tx,
  source: SourceId,
  attendances: readonly { readonly id: string; readonly body: AttendanceBody }[],
): Promise<void> {
  if (attendances.length === 0) return;
  await tx.client.query(
    `insert into ss12000.object (organiser_id, source_id, resource, object_id, body, modified)
     select $1, $2, 'attendances', n.id, n.body, now() from jsonb_to_recordset($3::jsonb) as n(id text, body jsonb)
     on conflict do nothing`,
    [tx.organiser, source, JSON.stringify(attendances)],
  );
}

/** Notes when what waited was imported, and in which run. */
export async function noteApplied(tx: Tx, source: SourceId, at: Date, runId: number | null): Promise<void> {
  await tx.client.query(
    `update ss12000.source set applied_at = $3, run_id = coalesce($4, run_id)
     where organiser_id = $1 and source_id = $2`,
    [tx.organiser, source, at, runId],
  );
  await tx.client.query(
    'update ss12000.cursor set whole = false where organiser_id = $1 and source_id = $2 and whole',
    [tx.organiser, source],
  );
}
