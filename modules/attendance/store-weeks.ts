import type { LocalDate } from '../../platform/local-date.ts';
import type { Tx } from '../../platform/server/db.ts';
import type { StageTable } from './store-lessons.ts';

/** Notes which weeks of which students the lessons in `table` belong to. 1970-01-05 was a Monday. */
export async function touchWeeks(tx: Tx, table: StageTable): Promise<void> {
  await tx.client.query('drop table if exists touched_week');
  await tx.client.query(
    `create temporary table touched_week on commit drop as
     select distinct student_id, day - (day - date '1970-01-05') % 7 as monday from ${table}`,
  );
  await tx.client.query('analyze touched_week');
}

/** Notes the weeks of further lessons besides those noted already. */
export async function touchMoreWeeks(tx: Tx, table: StageTable): Promise<void> {
  await tx.client.query(
    `insert into touched_week
     select student_id, day - (day - date '1970-01-05') % 7 as monday from ${table}
     except select student_id, monday from touched_week`,
  );
  await tx.client.query('analyze touched_week');
}

/** Takes away the noted weeks that have no lessons left: they were not computed. */
export async function removeEmptyWeeks(tx: Tx): Promise<void> {
  await tx.client.query(
    `delete from attendance.week w using touched_week t
     where w.organiser_id = ${tx.organiser} and w.student_id = t.student_id and w.monday = t.monday
       and not exists (select from week_stage s where s.student_id = t.student_id and s.monday = t.monday)`,
  );
}

/** The Mondays of the weeks noted, in the order of time. */
export async function touchedMondays(tx: Tx): Promise<readonly LocalDate[]> {
  const { rows } = await tx.client.query<{ monday: LocalDate }>(
    'select distinct monday from touched_week order by monday',
  );
  return rows.map((row) => row.monday);
}

/** The students of the weeks noted. */
export async function touchedStudents(tx: Tx): Promise<readonly number[]> {
  const { rows } = await tx.client.query<{ id: number }>(
    'select distinct student_id as id from touched_week order by id',
  );
  return rows.map((row) => row.id);
}

/** The question whose answer, copied out, holds the lessons of the noted students in one week, student by student in the order of time. */
export function lessonsOfWeek(tx: Tx, monday: LocalDate, sunday: LocalDate): string {
  return `copy (
    select l.student_id, l.day - date '${monday}', l.start_minute, l.minutes, l.valid, l.invalid, l.other, l.late,
      case when l.reported then 1 else 0 end, case when l.reason_id is not null or l.valid > 0 then 1 else 0 end, l.activity_id
    from attendance.lesson l join touched_week t on t.student_id = l.student_id and t.monday = '${monday}'
    where l.organiser_id = ${tx.organiser} and l.day between '${monday}' and '${sunday}'
    order by l.student_id, l.day, l.start_minute, l.activity_id) to stdout`;
}

/** The table in which computed weeks wait, and the copy into it. */
export async function openWeekStage(tx: Tx): Promise<string> {
  await tx.client.query('drop table if exists week_stage');
  await tx.client.query(
    'create temporary table week_stage (like attendance.week including defaults) on commit drop',
  );
  return `copy week_stage (${weekColumns}) from stdin`;
}

const weekKey = 'organiser_id, student_id, monday';
const weekFigures = [
  ...['lessons', 'reported_lessons', 'absent_lessons', 'invalid_lessons', 'late_lessons', 'offered_minutes'],
  ...[
    'reported_minutes',
    'valid_minutes',
    'invalid_minutes',
    'other_minutes',
    'episodes_started',
    'starts_absent',
  ],
  ...[
    'ends_absent',
    'school_days',
    'reported_days',
    'whole_days_absent',
    'unknown_reason_days',
    'invalid_by_day',
  ],
];
const weekColumns = `${weekKey}, ${weekFigures.join(', ')}`;

/** A week that stood and that the new lessons make another. */
export interface ChangedWeek {
  readonly kind: 'lessons-removed' | 'absence';
  readonly studentId: number;
  readonly monday: LocalDate;
  /** Lessons, or minutes of absence. */
  readonly before: number;
  readonly after: number;
  /** How many weeks changed in this way. */
  readonly alike: number;
}

/** So many weeks of each kind are answered, the largest change first. */
const mostChanged = 20;
/** So many minutes of absence, of what was known before, make a week another. */
export const absenceChangedFrom = 120;

/**
 * The noted weeks that change most, before the computed ones are put in their place: those that lose lessons, and those
 * whose absence changes by more than newly reported lessons can explain. Weeks that were not there before change nothing.
 */
export async function changedWeeks(tx: Tx): Promise<readonly ChangedWeek[]> {
  const { rows } = await tx.client.query<ChangedWeek>(
    `with compared as (
       select w.student_id, w.monday, w.lessons as lessons_before, coalesce(s.lessons, 0) as lessons_after,
         w.valid_minutes + w.invalid_minutes as absent_before,
         coalesce(s.valid_minutes + s.invalid_minutes, 0) as absent_after,
         coalesce(s.reported_minutes, 0) - w.reported_minutes as reported
       from touched_week t
       join attendance.week w on w.organiser_id = ${tx.organiser} and w.student_id = t.student_id and w.monday = t.monday
       left join week_stage s on s.student_id = t.student_id and s.monday = t.monday),
     changed as (
       select 'lessons-removed' as kind, student_id, monday, lessons_before as before, lessons_after as after,
         lessons_before - lessons_after as size
       from compared where lessons_after < lessons_before
       union all
       select 'absence', student_id, monday, absent_before, absent_after,
         greatest(absent_after - absent_before - greatest(reported, 0), absent_before - absent_after - greatest(-reported, 0))
       from compared where lessons_after >= lessons_before),
     ranked as (
       select *, count(*) over (partition by kind)::int as alike,
         row_number() over (partition by kind order by size desc, student_id, monday) as place
       from changed where kind <> 'absence' or size >= ${absenceChangedFrom})
     select kind, student_id as "studentId", monday, before, after, alike from ranked
     where place <= ${mostChanged} order by kind, place`,
  );
  return rows;
}

/** Puts the computed weeks in their place: new ones are inserted, others replaced. Answers how many weeks were staged. */
export async function storeWeeks(tx: Tx): Promise<number> {
  const answer = await tx.client.query(
    `insert into attendance.week (${weekColumns})
     select ${weekColumns} from week_stage order by ${weekKey}
     on conflict (${weekKey}) do update set ${weekFigures.map((name) => `${name} = excluded.${name}`).join(', ')}`,
  );
  return answer.rowCount ?? 0;
}
