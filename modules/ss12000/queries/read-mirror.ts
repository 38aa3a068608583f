import type { Tx } from '../../../platform/server/db.ts';
import type { Resource } from '../client/index.ts';
import type { AggregatedBody, EventBody, GradeBody } from '../mirror/bodies.ts';
import type { SourceId } from '../mirror/store-mirror.ts';
import { toldNow } from '../mirror/told-column.ts';
import type { ToldGrade } from '../projecting/grade-rows.ts';
import type { ToldEvent } from '../projecting/lesson.ts';
import type { Kept, Model } from '../projecting/mirror-model.ts';
import type { ToldSum } from '../projecting/period-rows.ts';

const told = toldNow('object');
const columns = `object_id as id, body, deleted, applied, ${told} as told`;
const mine = 'organiser_id = $1 and source_id = $2 and resource = $3';

async function all(tx: Tx, source: SourceId, resource: Resource) {
  const { rows } = await tx.client.query<Kept<never, never>>(
    `select ${columns} from ss12000.object where ${mine} order by object_id`,
    [tx.organiser, source, resource],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Everything of a source that is small enough to be held: ten thousand students are some hundred megabytes less than their lessons. */
export async function readModel(tx: Tx, source: SourceId): Promise<Model> {
  return {
    organisations: await all(tx, source, 'organisations'),
    persons: await all(tx, source, 'persons'),
    groups: await all(tx, source, 'groups'),
    duties: await all(tx, source, 'duties'),
    activities: await all(tx, source, 'activities'),
    syllabuses: await all(tx, source, 'syllabuses'),
    absences: await all(tx, source, 'absences'),
  };
}

/** An event as it is kept. */
export type KeptEvent = Kept<EventBody, ToldEvent>;

/**
 * The events that have something to tell: attendance waits for them; they have begun and nobody has been told; they
 * were told and are not what they were; or they were told and belong to one of `activities`. `before` is an instant.
 */
export async function eventsToTell(
  tx: Tx,
  source: SourceId,
  before: Date,
  activities: readonly string[],
): Promise<ReadonlyMap<string, KeptEvent>> {
  const { rows } = await tx.client.query<KeptEvent>(
    `select ${columns} from ss12000.object where ${mine} and (
       (not applied and (${told} is not null or (not deleted and left(body->>'start', 10) <= $4)))
       or (${told} is not null and body->>'activity' = any($5))
       or object_id in (select a.body->>'event' from ss12000.object a
         where a.organiser_id = $1 and a.source_id = $2 and a.resource = 'attendances' and not a.applied))`,
    [tx.organiser, source, 'calendarEvents', dayAfter(before), activities],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Days are compared as they are written; a zone moves them by one at most. */
function dayAfter(before: Date): string {
  return new Date(before.getTime() + 86_400_000).toISOString().slice(0, 10);
}

/** The events that were told as lying on these days. */
export async function eventsToldOn(
  tx: Tx,
  source: SourceId,
  days: readonly string[],
): Promise<readonly KeptEvent[]> {
  const { rows } = await tx.client.query<KeptEvent>(
    `select ${columns} from ss12000.object where ${mine} and ${told} is not null and told->>'day' = any($4)`,
    [tx.organiser, source, 'calendarEvents', days],
  );
  return rows;
}

/** Attendance that waits to be imported, in the order of its events, some at a time. `body` is empty when it is deleted. */
export interface WaitingAttendance {
  readonly id: string;
  readonly deleted: boolean;
  readonly modified: Date | null;
  readonly student: string;
  readonly event: string;
  readonly reported: boolean;
  readonly attended: number | null;
  readonly valid: number | null;
  readonly invalid: number | null;
  readonly other: number | null;
  readonly reason: string | null;
}

/** Whether all attendance that the source has is in the mirror: it was pulled whole and is not imported yet. */
export async function isAttendanceWhole(tx: Tx, source: SourceId): Promise<boolean> {
  const { rows } = await tx.client.query<{ whole: boolean }>(
    `select whole from ss12000.cursor where organiser_id = $1 and source_id = $2 and resource = 'attendances'`,
    [tx.organiser, source],
  );
  return rows[0]?.whole ?? false;
}

/** Whose attendance at which event waits, and what is deleted: of the latter whose it was is not known any more. */
export async function attendanceInMotion(
  tx: Tx,
  source: SourceId,
): Promise<readonly { readonly id: string; readonly deleted: boolean; student: string; event: string }[]> {
  const { rows } = await tx.client.query(
    `select object_id as id, deleted, coalesce(body->>'student', '') as student, coalesce(body->>'event', '') as event
     from ss12000.object where organiser_id = $1 and source_id = $2 and resource = 'attendances' and not applied`,
    [tx.organiser, source],
  );
  return rows;
}

const atATime = 10_000;

/** Yields what waits in batches; the transaction takes no other question meanwhile but between two batches. */
export async function* waitingAttendance(
  tx: Tx,
  source: SourceId,
): AsyncGenerator<readonly WaitingAttendance[], void> {
  await tx.client.query(
    `declare waiting_attendance no scroll cursor for
     select object_id as id, deleted, modified, coalesce(b.student, '') as student, coalesce(b.event, '') as event,
       coalesce(b.reported, false) as reported, b.attended, b.valid, b.invalid, b.other, b.reason
     from ss12000.object, jsonb_to_record(body) as b(student text, event text, reported boolean, attended int, valid int,
       invalid int, other int, reason text)
     where organiser_id = $1 and source_id = $2 and resource = 'attendances' and not applied
     order by b.event, object_id`
      .replace('$1', String(tx.organiser))
      .replace('$2', String(source)),
  );
  for (;;) {
    const { rows } = await tx.client.query<WaitingAttendance>(`fetch ${atATime} from waiting_attendance`);
    if (rows.length > 0) yield rows;
    if (rows.length < atATime) break;
  }
  await tx.client.query('close waiting_attendance');
}

/** A grade as it is kept, with when the source changed it. */
export type KeptGrade = Kept<GradeBody, ToldGrade> & { readonly modified: Date | null };

/** All grades of the students of whom some wait to be imported. */
export async function gradesInQuestion(tx: Tx, source: SourceId): Promise<readonly KeptGrade[]> {
  const { rows } = await tx.client.query<KeptGrade>(
    `select ${columns}, modified from ss12000.object where ${mine} and body->>'student' in (
       select w.body->>'student' from ss12000.object w
       where w.organiser_id = $1 and w.source_id = $2 and w.resource = $3 and not w.applied) order by object_id`,
    [tx.organiser, source, 'grades'],
  );
  return rows;
}

/** All sums of the students' weeks of which some wait to be imported. */
export async function sumsInQuestion(
  tx: Tx,
  source: SourceId,
): Promise<readonly Kept<AggregatedBody, ToldSum>[]> {
  const { rows } = await tx.client.query<Kept<AggregatedBody, ToldSum>>(
    `select ${columns} from ss12000.object where ${mine} and (body->>'student', body->>'starts') in (
       select w.body->>'student', w.body->>'starts' from ss12000.object w
       where w.organiser_id = $1 and w.source_id = $2 and w.resource = $3 and not w.applied) order by object_id`,
    [tx.organiser, source, 'aggregatedAttendance'],
  );
  return rows;
}

/** How many objects of a list are mirrored and alive. */
export async function countMirrored(tx: Tx, source: SourceId, resource: Resource): Promise<number> {
  const { rows } = await tx.client.query<{ count: number }>(
    `select count(*)::int as count from ss12000.object where ${mine} and not deleted`,
    [tx.organiser, source, resource],
  );
  return rows[0]!.count;
}
