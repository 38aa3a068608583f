import { createHash } from 'node:crypto';
import type { Database } from '../../platform/server/db.ts';

/** What an organiser has stored: one sum over every row of persons, attendance, grades and signals, and some counts. */
export interface StoredState {
  readonly sum: string;
  readonly lessons: number;
  readonly totals: number;
  readonly grades: number;
  readonly persons: number;
}

const counted = {
  lessons: 'attendance.lesson',
  totals: 'attendance.period_total',
  grades: 'grades.grade',
  persons: 'people.person',
} as const;

/** Reads the state of organisers by their number; which tables there are is asked once. */
export async function stateReader(db: Database): Promise<(organiser: number) => Promise<StoredState>> {
  const { rows: tables } = await db.pool.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attname = 'organiser_id'
     where c.relkind in ('r', 'p') and not c.relispartition
       and n.nspname in ('organisation', 'people', 'attendance', 'grades', 'signals') order by 1`,
  );
  const query = tables
    .map(
      ({ name }) =>
        `select '${name}' as name, count(*)::int as count, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as sum from ${name} t where organiser_id = $1`,
    )
    .join(' union all ');
  return async (organiser) => {
    const { rows } = await db.pool.query<{ name: string; count: number; sum: string }>(query, [organiser]);
    const count = (table: string): number => rows.find(({ name }) => name === table)?.count ?? 0;
    const sum = createHash('sha256')
      .update(rows.map((row) => row.name + row.sum).join())
      .digest('hex');
    return {
      sum,
      lessons: count(counted.lessons),
      totals: count(counted.totals),
      grades: count(counted.grades),
      persons: count(counted.persons),
    };
  };
}
