import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import type { LocalDate } from '../../platform/local-date.ts';
import type { Tx } from '../../platform/server/db.ts';
import type { Indicator } from './indicator.ts';
import type { SignalRow } from './signal-rows.ts';

/**
 * Writes the signals of some students as they are now. Rows that are the same are left alone. A time that later data
 * shows never was is removed if nobody has seen it; a seen one is ended on `on`, so that the page can say what became of it.
 */
export async function saveSignals(
  tx: Tx,
  studentIds: readonly number[],
  rows: readonly SignalRow[],
  span: { readonly from: LocalDate; readonly on: LocalDate },
): Promise<void> {
  const json = JSON.stringify(rows);
  await sql`
    with now as (select * from jsonb_to_recordset(${json}::jsonb) as r(student_id integer, signal text, since date)),
    gone as (
      select s.student_id, s.signal, s.since, s.shown_from from signals.signal s
      where s.organiser_id = ${tx.organiser} and s.student_id = any(${studentIds}::integer[]) and (s.since >= ${span.from} or s.until is null)
        and not exists (select from now n where n.student_id = s.student_id and n.signal = s.signal and n.since = s.since)),
    removed as (
      delete from signals.signal s using gone g
      where s.organiser_id = ${tx.organiser} and s.student_id = g.student_id and s.signal = g.signal and s.since = g.since
        and g.shown_from is null)
    update signals.signal s set until = ${span.on}, state = 'klar', level = 0, computed_at = now()
    from gone g
    where s.organiser_id = ${tx.organiser} and s.student_id = g.student_id and s.signal = g.signal and s.since = g.since
      and g.shown_from is not null and s.until is null`.execute(tx.q);
  await sql`
    insert into signals.signal as s (organiser_id, student_id, signal, since, until, level, state, evidence)
    select ${tx.organiser}, r.student_id, r.signal, r.since, r.until, r.level, r.state, coalesce(r.evidence, '{}')
    from jsonb_to_recordset(${json}::jsonb)
      as r(student_id integer, signal text, since date, until date, level smallint, state text, evidence jsonb)
    on conflict (organiser_id, student_id, signal, since) do update
    set until = excluded.until, level = excluded.level, state = excluded.state, computed_at = now(),
      evidence = case when excluded.evidence = '{}' then s.evidence else excluded.evidence end
    where (s.until, s.level, s.state) is distinct from (excluded.until, excluded.level, excluded.state)
      or (excluded.evidence <> '{}' and s.evidence is distinct from excluded.evidence)`.execute(tx.q);
}

/** Writes one row a student for lists and dashboards. */
export async function saveIndicators(tx: Tx, indicators: readonly Indicator[], on: LocalDate): Promise<void> {
  const rows = indicators.map((each) => ({
    student_id: each.studentId,
    absent_lessons: each.absentLessons,
    reported_lessons: each.reportedLessons,
    offered_lessons: each.offeredLessons,
    absent_share: each.absentShare,
    week_shares: each.weekShares,
    weeks_from: each.weeksFrom,
    rank: each.rank,
    top_level: each.topLevel,
    open_signals: each.openSignals,
    headline: each.headline,
    strengths: each.strengths,
    last_talk_on: each.lastTalkOn,
  }));
  await sql`
    insert into signals.indicator as i (organiser_id, student_id, as_of, absent_lessons, reported_lessons,
      offered_lessons, absent_share, week_shares, weeks_from, rank, top_level, open_signals, headline, strengths, last_talk_on)
    select ${tx.organiser}, r.student_id, ${on}::date, r.absent_lessons, r.reported_lessons, r.offered_lessons,
      r.absent_share, r.week_shares, r.weeks_from, r.rank, r.top_level, r.open_signals, r.headline, r.strengths, r.last_talk_on
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(student_id integer, absent_lessons smallint,
      reported_lessons smallint, offered_lessons smallint, absent_share real, week_shares smallint[], weeks_from date,
      rank real, top_level smallint, open_signals text[], headline text, strengths text[], last_talk_on date)
    on conflict (organiser_id, student_id) do update set as_of = excluded.as_of,
      absent_lessons = excluded.absent_lessons, reported_lessons = excluded.reported_lessons,
      offered_lessons = excluded.offered_lessons, absent_share = excluded.absent_share,
      week_shares = excluded.week_shares, weeks_from = excluded.weeks_from, rank = excluded.rank,
      top_level = excluded.top_level, open_signals = excluded.open_signals, headline = excluded.headline,
      strengths = excluded.strengths, last_talk_on = excluded.last_talk_on, computed_at = now()`.execute(
    tx.q,
  );
}

/** Puts signals on their mentors' lists from `on`. */
export async function showSignals(
  tx: Tx,
  keys: readonly { readonly studentId: number; readonly signal: string; readonly since: LocalDate }[],
  on: LocalDate,
): Promise<void> {
  if (keys.length === 0) return;
  const rows = keys.map((key) => ({ student_id: key.studentId, signal: key.signal, since: key.since }));
  await sql`
    update signals.signal s set shown_from = ${on}::date
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(student_id integer, signal text, since date)
    where s.organiser_id = ${tx.organiser} and s.student_id = r.student_id and s.signal = r.signal and s.since = r.since
      and s.shown_from is null`.execute(tx.q);
}

/** A limit of the organiser's own, from a day on. The same day again replaces it. */
export async function saveThreshold(
  tx: Tx,
  row: { readonly key: string; readonly from: LocalDate; readonly value: number; readonly setBy: number },
): Promise<void> {
  const dot = row.key.indexOf('.');
  const values = { value: row.value, set_by: row.setBy };
  await tx.q
    .insertInto('signals.threshold')
    .values({
      organiser_id: tx.organiser,
      signal: row.key.slice(0, dot),
      key: row.key.slice(dot + 1),
      starts: row.from,
      ...values,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['organiser_id', 'signal', 'key', 'starts'])
        .doUpdateSet({ ...values, set_at: new Date() }),
    )
    .execute();
}

/** "Stämmer inte", once per request key; `differs` when that key has been used to say something else. */
export async function insertFeedback(
  tx: Tx,
  row: {
    readonly requestKey: string;
    readonly studentId: number;
    readonly signal: string;
    readonly since: LocalDate;
    readonly reason: string;
    readonly givenBy: number;
    readonly givenOn: LocalDate;
  },
): Promise<{ repeated: boolean; differs: boolean }> {
  const values = {
    student_id: row.studentId,
    signal: row.signal,
    since: row.since,
    reason: row.reason,
    given_by: row.givenBy,
  };
  const inserted = await tx.q
    .insertInto('signals.feedback')
    .values({
      organiser_id: tx.organiser,
      request_key: row.requestKey,
      given_on: row.givenOn,
      ...values,
    })
    .onConflict((conflict) => conflict.columns(['organiser_id', 'request_key']).doNothing())
    .returning('feedback_id')
    .executeTakeFirst();
  if (inserted) return { repeated: false, differs: false };
  const known = await tx.q
    .selectFrom('signals.feedback')
    .select(['student_id', 'signal', 'since', 'reason', 'given_by'])
    .where('organiser_id', '=', tx.organiser)
    .where('request_key', '=', row.requestKey)
    .executeTakeFirstOrThrow();
  return { repeated: true, differs: !isDeepStrictEqual({ ...known }, values) };
}

/** Notes that every student was evaluated for a day. */
export async function saveEvaluation(
  tx: Tx,
  on: LocalDate,
  students: number,
  finishedAt: Date,
): Promise<void> {
  await tx.q
    .insertInto('signals.evaluation')
    .values({ organiser_id: tx.organiser, evaluated_on: on, finished_at: finishedAt, students })
    .onConflict((conflict) =>
      conflict.columns(['organiser_id', 'evaluated_on']).doUpdateSet({ finished_at: finishedAt, students }),
    )
    .execute();
}

/**
 * Takes away what was computed about students who are about to be taken away themselves. What people have answered to a
 * signal stays, and keeps the student.
 */
export async function forgetSignals(tx: Tx, studentIds: readonly number[]): Promise<void> {
  for (const table of ['signals.signal', 'signals.indicator']) {
    await tx.client.query(`delete from ${table} where organiser_id = $1 and student_id = any($2)`, [
      tx.organiser,
      studentIds,
    ]);
  }
}
