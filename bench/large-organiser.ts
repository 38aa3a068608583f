import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Io } from '../app/command.ts';
import { generate } from '../fixtures/generator/generate.ts';
import { runImport } from '../modules/import/index.ts';
import { refreshSignals } from '../modules/signals/index.ts';
import { addDays, type LocalDate, mondayOf } from '../platform/local-date.ts';
import { dangerouslyAcrossOrganisers } from '../platform/server/db.ts';
import type { Scratch } from './scratch-database.ts';

/** An organiser in a bench's database. */
export interface LargeOrganiser {
  readonly organiser: number;
  readonly lessons: number;
  /** The Monday after the newest lesson: the bench's today. */
  readonly today: LocalDate;
  /** The newest day with lessons. */
  readonly newest: LocalDate;
}

/** A week moved back one school year falls on the same weekday. */
const daysOfYear = 364;

/** Generates an organiser of `students` with `weeks` of lessons and imports its files as anybody would. */
export async function largeOrganiser(
  { db, folder }: Scratch,
  io: Io,
  order: { readonly students: number; readonly weeks: number },
): Promise<LargeOrganiser> {
  const out = join(folder, 'files');
  io.progress(`Skriver ${order.students} elever och ${order.weeks} veckor`);
  const made = await generate({ ...order, seed: 1, start: '2025-08-18' }, 'normal', out);
  const files = (await readdir(out)).filter((name) => name.endsWith('.csv'));
  const today = addDays(mondayOf(made.to), 7);
  const report = await runImport(db, {
    organiser: { create: 'Storkommun' },
    files: files.map((name) => ({ name, path: join(out, name) })),
    dryRun: false,
    actor: null,
    acceptLargeChange: true,
    on: today,
    now: () => new Date(),
    refreshSignals,
    into: null,
    onlyUnits: null,
    onProgress: ({ kind, share }) => io.progress(`Läser in ${kind} ${Math.round(share * 100)} %`),
  });
  if (report.state !== 'done') throw new Error(`the bench's files were not read in: ${report.state}`);
  await dangerouslyAcrossOrganisers(db, ({ client }) => client.query('analyze'));
  return { organiser: await onlyOrganiser(db), lessons: made.lessons, today, newest: made.to };
}

async function onlyOrganiser(db: Scratch['db']): Promise<number> {
  const { rows } = await db.pool.query<{ organiser_id: number }>(
    'select organiser_id from organisation.organiser',
  );
  return rows[0]!.organiser_id;
}

/**
 * Gives every student the same lessons and weeks again for each of the `years` school years before, so that the tables are
 * as large as after those years. Filled before the key is made, which is how a restore does it; answers all lessons.
 */
export async function addEarlierYears({ db }: Scratch, io: Io, years: number): Promise<number> {
  for (let back = 1; back <= years; back++) {
    io.progress(`Lägger till läsår ${back} av ${years} bakåt`);
    await dangerouslyAcrossOrganisers(db, async ({ client }) => {
      await client.query(`select attendance.ensure_month(day::date) from generate_series(
        (select date_trunc('month', min(day) - ${daysOfYear * back}) from attendance.lesson where day >= '2025-07-01'),
        (select max(day) - ${daysOfYear * back} from attendance.lesson), interval '1 month') day`);
      await client.query(`insert into attendance.lesson
        select organiser_id, student_id, day - ${daysOfYear * back}, start_minute, activity_id, minutes, attended, valid,
          invalid, other, late, reported, reason_id, lesson_ref
        from attendance.lesson where day >= '2025-07-01' order by student_id, day, start_minute`);
      await client.query(`insert into attendance.week
        select organiser_id, student_id, monday - ${daysOfYear * back}, lessons, reported_lessons, absent_lessons, invalid_lessons,
          late_lessons, offered_minutes, reported_minutes, valid_minutes, invalid_minutes, other_minutes, episodes_started,
          starts_absent, ends_absent, school_days, reported_days, whole_days_absent, unknown_reason_days, invalid_by_day
        from attendance.week where monday >= '2025-07-01' order by student_id, monday`);
    });
  }
  await dangerouslyAcrossOrganisers(db, ({ client }) => client.query('analyze'));
  const { rows } = await db.pool.query<{ count: number }>('select count(*) from attendance.lesson');
  return rows[0]!.count;
}

/**
 * The log of `years` school years in which each mentor opened her list every school day and each student's page was read
 * once a month, with the latest readers beside it. The lines are not sealed: nobody verifies a bench's log.
 */
export async function addYearsOfLog({ db }: Scratch, io: Io, years: number): Promise<void> {
  io.progress(`Lägger till ${years} läsårs logg`);
  await dangerouslyAcrossOrganisers(db, async ({ client }) => {
    const { rows } = await client.query<{ line: number }>(
      'select count(*)::integer as line from audit.entry',
    );
    await client.query(
      `insert into audit.entry (organiser_id, chain, seq, at, actor_id, action, what, because, subjects, detail, hash)
       select organiser_id, mentor_id % 16, $1 + row_number() over (), now() - day * interval '1 day', mentor_id,
         case when cardinality(subjects) = 1 then 'student.read' else 'student.list' end, 'Bänk', 'mentor', subjects, '{}', ''
       from (
         select organiser_id, mentor_id, array_agg(student_id) as subjects, day
         from people.placement, generate_series(1, 178 * $2::integer) day
         where mentor_id is not null group by organiser_id, mentor_id, day
         union all
         select organiser_id, mentor_id, array[student_id], month * 30
         from people.placement, generate_series(1, 10 * $2::integer) month where mentor_id is not null) line`,
      [rows[0]!.line + 1_000_000, years],
    );
    await client.query(
      `insert into audit.reader (organiser_id, person_id, actor_id, because, action, what, at)
       select organiser_id, student_id, mentor_id, 'mentor', action, 'Bänk', now() - interval '1 day'
       from people.placement, unnest(array['student.read', 'student.list']) action where mentor_id is not null
       on conflict do nothing`,
    );
  });
  await dangerouslyAcrossOrganisers(db, ({ client }) => client.query('analyze'));
}
