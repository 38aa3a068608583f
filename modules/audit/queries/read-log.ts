import { type RawBuilder, sql } from 'kysely';
import type { LocalDate } from '../../../platform/local-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { everyNumberOf, namesOf } from '../../people/index.ts';
import { type LogRow, systemName } from './log-line.ts';

/** Which lines are wanted; everything that is told must hold. A person is meant by every number that she has had. */
export interface LogFilter {
  /** Lines about any of these persons. */
  readonly subjects?: readonly number[] | undefined;
  /** Lines by any of these persons. */
  readonly actors?: readonly number[] | undefined;
  readonly action?: string | undefined;
  /** The first and the last day, Swedish time, both included. */
  readonly from?: LocalDate | undefined;
  readonly to?: LocalDate | undefined;
  /** Only lines about any of these persons, and of their subjects only these: what a principal may see of the log. */
  readonly among?: readonly number[] | undefined;
}

/** A line of the log, with the name of its actor (masked for a protected identity, "Systemet" for nobody). */
export interface LogEntry {
  /** Its place: chain and number. */
  readonly chain: number;
  readonly seq: number;
  readonly at: Date;
  readonly actorId: number | null;
  readonly actorName: string;
  readonly action: string;
  readonly what: string;
  readonly because: string;
  readonly subjects: readonly number[];
  readonly detail: LogRow['detail'];
}

/** One page of the log, the newest first. */
export interface LogPage {
  readonly entries: readonly LogEntry[];
  /** How many lines the filter finds; `countedTo` when there are that many or more: nobody pages further. */
  readonly total: number;
}

/** The log is counted no further than this, so that a page of it costs the same however long it grows. */
export const countedTo = 5_000;

/** Reads the log, the newest first: `size` lines from the page `page` (from 1). Who may is asked by the caller. */
export async function readLog(
  tx: Tx,
  asked: LogFilter,
  { page, size }: { readonly page: number; readonly size: number },
): Promise<LogPage> {
  const filter = asked.among ? { ...asked, among: await numbersOf(tx, asked.among) } : asked;
  const found = sql`from ${source(tx, filter)} e where ${sql.join(conditions(tx, filter), sql` and `)}`;
  const { rows } = await sql<LogRow>`
    select chain, seq, at, actor_id, action, what, because, subjects, detail ${found}
    order by at desc, chain, seq desc limit ${size} offset ${(page - 1) * size}`.execute(tx.q);
  const count = await sql<{ total: number }>`
    select count(*) as total from (select 1 ${found} limit ${countedTo}) counted`.execute(tx.q);
  const names = await namesOf(
    tx,
    rows.flatMap((row) => row.actor_id ?? []),
  );
  return { entries: rows.map((row) => present(row, names, filter.among)), total: count.rows[0]?.total ?? 0 };
}

async function numbersOf(tx: Tx, personIds: readonly number[]): Promise<readonly number[]> {
  const { rows } = await sql<{ id: number }>`select n.id from ${everyNumberOf(tx, personIds)} n(id)`.execute(
    tx.q,
  );
  return rows.map((row) => row.id);
}

/** Lines about a few persons are found by the index; a line about two of them comes once. */
function source(tx: Tx, { subjects }: LogFilter): RawBuilder<unknown> {
  if (subjects === undefined) return sql`audit.entry`;
  return sql`(select distinct on (l.chain, l.seq) l.*
    from ${everyNumberOf(tx, subjects)} s(id), lateral audit.lines_about(s.id) l order by l.chain, l.seq)`;
}

function conditions(tx: Tx, { actors, action, from, to, among }: LogFilter): readonly RawBuilder<unknown>[] {
  const midnight = (day: LocalDate) => sql`${day}::date::timestamp at time zone 'Europe/Stockholm'`;
  return [
    sql`e.organiser_id = ${tx.organiser}`,
    ...(actors === undefined ? [] : [sql`e.actor_id in ${everyNumberOf(tx, actors)}`]),
    ...(action === undefined ? [] : [sql`e.action = ${action}`]),
    ...(from === undefined ? [] : [sql`e.at >= ${midnight(from)}`]),
    ...(to === undefined ? [] : [sql`e.at < ((${to}::date + 1)::timestamp at time zone 'Europe/Stockholm')`]),
    ...(among === undefined
      ? []
      : [sql`exists (select from unnest(e.subjects) s where s = any(${[...among]}::integer[]))`]),
  ];
}

function present(
  row: LogRow,
  names: ReadonlyMap<number, string>,
  among: readonly number[] | undefined,
): LogEntry {
  const { actor_id: actorId, ...line } = row;
  const own = among && new Set(among);
  return {
    ...line,
    actorId,
    actorName: actorId === null ? systemName : (names.get(actorId) ?? systemName),
    subjects: own ? line.subjects.filter((subject) => own.has(subject)) : line.subjects,
  };
}
