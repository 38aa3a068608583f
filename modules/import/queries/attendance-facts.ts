import { addDays, type LocalDate, mondayOf } from '../../../platform/local-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import type { AbsenceFacts, UnitWeekFacts } from '../rules/improbable-change.ts';

/** How far back, and how many weeks with lessons at most, an import is compared with; how many of its own weeks are looked at. */
const compared = { daysBack: 16 * 7, weeks: 8, lookedAt: 4 } as const;

/** One unit's one week. `perDay` is lessons per day with lessons, so that a half week can be held against whole ones. */
interface UnitWeek {
  readonly unit: string;
  readonly monday: LocalDate;
  readonly perDay: number;
  readonly days: number;
  readonly reported: number;
  readonly absent: number;
}

/**
 * How attendance of the period just read in compares with the weeks before it. Read after the merge, in its
 * transaction. Without earlier weeks there is nothing to compare with.
 */
export async function attendanceFacts(
  tx: Tx,
  period: { readonly from: LocalDate; readonly to: LocalDate },
): Promise<{ readonly weeks: readonly UnitWeekFacts[]; readonly absence: readonly AbsenceFacts[] }> {
  const first = mondayOf(period.from);
  const last = mondayOf(period.to);
  const lookedAt = addDays(last, -7 * (compared.lookedAt - 1));
  const all = await weeksBetween(
    tx,
    addDays(first, -compared.daysBack),
    last,
    first > lookedAt ? first : lookedAt,
    first,
  );
  const units = Map.groupBy(all, (week) => week.unit);
  return {
    weeks: [...units.values()].flatMap((weeks) => compareUnit(weeks, first)),
    absence: [...units].map(([unit, weeks]) => absenceOf(unit, weeks, first)),
  };
}

async function weeksBetween(
  tx: Tx,
  from: LocalDate,
  to: LocalDate,
  lookedFrom: LocalDate,
  first: LocalDate,
): Promise<readonly UnitWeek[]> {
  const { rows } = await tx.client.query<UnitWeek>(
    `select u.name as unit, w.monday, bit_count(bit_or(w.school_days::int)::bit(7))::int as days,
       sum(w.lessons)::float / greatest(1, bit_count(bit_or(w.school_days::int)::bit(7))) as "perDay",
       sum(w.reported_minutes) as reported, sum(w.valid_minutes + w.invalid_minutes) as absent
     from attendance.week w
     join people.placement p on p.organiser_id = w.organiser_id and p.student_id = w.student_id
     join organisation.school_unit u on u.organiser_id = p.organiser_id and u.unit_id = p.unit_id
     where w.organiser_id = $1 and w.lessons > 0
       and (w.monday between $2 and $5::date - 1 or w.monday between $4 and $3)
     group by u.unit_id, u.name, w.monday order by u.unit_id, w.monday`,
    [tx.organiser, from, to, lookedFrom, first],
  );
  return rows;
}

function compareUnit(weeks: readonly UnitWeek[], first: LocalDate): readonly UnitWeekFacts[] {
  const earlier = weeks.filter((week) => week.monday < first).slice(-compared.weeks);
  const usual = median(earlier.map((week) => week.perDay));
  return weeks
    .filter((week) => week.monday >= first)
    .map(({ unit, monday, perDay, days }) => ({
      unit,
      monday,
      lessons: Math.round(perDay * days),
      usual: Math.round(usual * days),
      earlierWeeks: earlier.length,
    }));
}

function absenceOf(unit: string, weeks: readonly UnitWeek[], first: LocalDate): AbsenceFacts {
  const imported = weeks.filter((week) => week.monday >= first);
  return {
    unit,
    imported: share(imported),
    importedMinutes: imported.reduce((sum, week) => sum + week.reported, 0),
    usual: share(weeks.filter((week) => week.monday < first)),
  };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length === 0) return 0;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

function share(weeks: readonly UnitWeek[]): number | null {
  const reported = weeks.reduce((sum, week) => sum + week.reported, 0);
  return reported === 0 ? null : weeks.reduce((sum, week) => sum + week.absent, 0) / reported;
}
