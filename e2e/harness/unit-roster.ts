import { ownUnit } from './roster-file.ts';
import type { School } from './school.ts';

/** One student's cells by heading. */
export type RosterCells = Readonly<Record<string, string>>;

/** Everybody of Ekdalagymnasiet as a file of students, each row changed by `change`; null leaves a row out. */
export async function unitRoster(
  school: School,
  change: (cells: RosterCells, nth: number) => RosterCells | null,
): Promise<string> {
  const { rows } = await school.database.db.pool.query<Record<string, string | null>>(
    `select p.source_id as "Person-ID", p.given_name as "Förnamn", p.family_name as "Efternamn", 'GY' as "Skolform",
       u.code as "Skolenhetskod", l.year_of_study::text as "Årskurs", l.programme_code as "Studievägskod",
       l.class_name as "Klass"
     from people.person p
     join people.placement l on l.organiser_id = p.organiser_id and l.student_id = p.person_id
     join organisation.school_unit u on u.organiser_id = l.organiser_id and u.unit_id = l.unit_id
     where u.code = $1 and p.protection = 'none' order by p.person_id`,
    [ownUnit],
  );
  const whole = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([heading, value]) => [heading, value ?? ''])),
  );
  const changed = whole.map(change).filter((cells) => cells !== null);
  const headings = [...new Set(changed.flatMap((cells) => Object.keys(cells)))];
  const lines = changed.map((cells) => headings.map((heading) => cells[heading] ?? '').join(';'));
  return `\ufeff${[headings.join(';'), ...lines, ''].join('\r\n')}`;
}

/** Holds up every reading of the organiser with the unit, as a long run of a colleague would. Answers how to let go. */
export async function holdUpReading(school: School): Promise<() => Promise<void>> {
  const client = await school.database.db.pool.connect();
  await client.query('begin');
  await client.query(
    `select pg_advisory_xact_lock(hashtext('import'), organiser_id)
     from (select organiser_id from organisation.school_unit where code = $1) u`,
    [ownUnit],
  );
  return async () => {
    await client.query('rollback');
    client.release();
  };
}
