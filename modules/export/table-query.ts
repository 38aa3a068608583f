import type { Snapshot } from '../../platform/server/snapshot.ts';
import type { Scope } from './scope.ts';
import { inMonth, inSpan } from './sheets/attendance-sheets.ts';
import { exportedTables } from './tables.ts';

/** The rows of an exported table, one JSON document each: every column but the organiser's own number, in the table's order of keys. */
export async function tableQuery({ client }: Snapshot, table: string, scope: Scope): Promise<string> {
  const { rows } = await client.query<{ columns: string[]; key: string[] }>(
    `select (select array_agg(quote_ident(attname) order by attnum) from pg_attribute
        where attrelid = $1::regclass and attnum > 0 and not attisdropped and attname <> 'organiser_id') as columns,
      (select array_agg(quote_ident(a.attname) order by array_position(c.conkey, a.attnum)) from pg_constraint c
        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
        where c.conrelid = $1::regclass and c.contype = 'p') as key`,
    [table],
  );
  const { columns, key } = rows[0]!;
  const named = columns.map((column) => `t.${column}`).join(', ');
  const order = key.map((column) => `t.${column}`).join(', ');
  return `select row_to_json(found)::text from (select ${named} from ${table} t
    where t.organiser_id = ${scope.organiser} and ${exportedTables[table]!.where(scope)} order by ${order}) found`;
}

const activity = `join attendance.activity a on a.organiser_id = l.organiser_id and a.activity_id = l.activity_id`;
const ofStudent = 'join taken_student s on s.person_id = l.student_id';

/** The lessons of a month, with group, course and reason in words. */
export function lessonsQuery(scope: Scope, month: string): string {
  return `select row_to_json(found)::text from (
    select l.student_id, l.day, l.start_minute, l.minutes, a.group_name, a.course_code, l.attended, l.valid, l.invalid, l.other,
      l.late, l.reported, r.name as reason, l.lesson_ref
    from attendance.lesson l ${ofStudent} ${activity}
    left join attendance.reason r on r.organiser_id = l.organiser_id and r.reason_id = l.reason_id
    where l.organiser_id = ${scope.organiser} and ${inMonth(month, 'l.day')} and ${inSpan(scope, 'l.day')}
    order by s.n, l.day, l.start_minute, a.group_name collate "C", a.course_code collate "C") found`;
}

/** Totals of periods, in the same way. */
export function periodTotalsQuery(scope: Scope): string {
  return `select row_to_json(found)::text from (
    select l.student_id, l.starts, l.ends, a.group_name, a.course_code, l.lessons, l.offered, l.reported, l.attended, l.valid,
      l.invalid, l.other
    from attendance.period_total l ${ofStudent} ${activity}
    where l.organiser_id = ${scope.organiser} and ${inSpan(scope, 'l.starts')}
    order by s.n, l.starts, l.ends, a.group_name collate "C", a.course_code collate "C") found`;
}

/** The months, by their first days, in which the scope has lessons. */
export async function monthsWithLessons({ client }: Snapshot, scope: Scope): Promise<readonly string[]> {
  const { rows } = await client.query<{ month: string }>(
    `select substring(c.relname from 'lesson_(\\d{4}_\\d{2})$') as month from pg_inherits i
     join pg_class c on c.oid = i.inhrelid where i.inhparent = 'attendance.lesson'::regclass order by 1`,
  );
  const months = rows.map(({ month }) => `${month.replace('_', '-')}-01`);
  const found: string[] = [];
  for (const month of months) {
    const { rowCount } = await client.query(
      `select from attendance.lesson l ${ofStudent}
       where l.organiser_id = ${scope.organiser} and ${inMonth(month, 'l.day')} and ${inSpan(scope, 'l.day')} limit 1`,
    );
    if (rowCount) found.push(month);
  }
  return found;
}
