import { sql } from 'kysely';
import type { LocalDate } from '../../../platform/local-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { autumnOf, type SchoolCalendar, usualCalendar } from '../../attendance/index.ts';
import { schoolCalendar } from '../../organisation/index.ts';
import type { EngineSettings } from '../engine/index.ts';
import { catalogueThresholds } from '../rules/index.ts';
import { ownThresholds } from './thresholds.ts';

/** What the engine is told besides the facts: limits in force, and the school year around `on`. */
export async function engineSettings(tx: Tx, on: LocalDate): Promise<EngineSettings> {
  const own = await ownThresholds(tx, on);
  return {
    thresholds: [
      ...catalogueThresholds,
      ...own.map(({ key, value, unit, from, setBy }) => ({ key, value, unit, from, setBy })),
    ],
    calendar: await calendarAround(tx, on),
    talksKnownFrom: await talksKnownFrom(tx, on),
  };
}

/** The declared calendar where the organiser has one, the usual Swedish one where not. Breaks of one unit only are left out. */
async function calendarAround(tx: Tx, on: LocalDate): Promise<SchoolCalendar> {
  const usual = usualCalendar(autumnOf(on));
  const declared = await schoolCalendar(tx);
  const year = declared.years.find((each) => each.starts <= on && on <= each.ends);
  const breaks = declared.breaks
    .filter((each) => each.unitId === null)
    .map(({ starts, ends, name }) => ({ from: starts, to: ends, name }));
  return {
    yearStart: year?.starts ?? usual.yearStart,
    springStart: usual.springStart,
    breaks: breaks.length > 0 ? breaks : usual.breaks,
  };
}

/**
 * Since when talks are known: the first one written down by `on`, or the day the organiser began here. P18 never counts from
 * earlier than that, so that a school that starts is not told that nobody has talked with anybody.
 */
async function talksKnownFrom(tx: Tx, on: LocalDate): Promise<LocalDate> {
  const { rows } = await sql<{ day: LocalDate }>`
    select least(o.created_at::date, (select min(held_on) from coordination.talk t
      where t.organiser_id = o.organiser_id and t.held_on <= ${on})) as day
    from organisation.organiser o where o.organiser_id = ${tx.organiser}`.execute(tx.q);
  return rows[0]!.day;
}
