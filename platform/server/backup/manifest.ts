import type pg from 'pg';

/** What stands first in a backup: what is needed to make the tables before any row is read. */
export type Manifest = {
  format: 1;
  madeAt: string;
  migrations: readonly { version: number; name: string; checksum: string }[];
  tables: readonly TableShape[];
};

/** A table and its months. `name` with its schema, quoted as SQL needs it. */
export type TableShape = {
  name: string;
  columns: readonly string[];
  partitions: readonly { name: string; bound: string; options: readonly string[] }[];
};

/** What stands last: what was written, to hold the restored against. */
export type Totals = {
  tables: Record<string, { rows: number; sha256: string }>;
  /** The next numbers to give; those never used are left out. */
  sequences: readonly { name: string; value: number }[];
};

/** The schemas of the product: all but PostgreSQL's own, the migrations' list, and the job queue's, which makes its own tables. */
export const productSchemas = `(select oid from pg_namespace where nspname !~ '^pg_' and nspname not in ('information_schema', 'public', 'graphile_worker'))`;

/** Reads the shape of the database inside the transaction of the backup. */
export async function readManifest(client: pg.ClientBase, madeAt: Date): Promise<Manifest> {
  const migrations = await client.query(
    'select version, name, checksum from public.fullfolj_migration order by version',
  );
  const tables = await client.query<TableShape>(`
    select t.oid::regclass::text as name,
      (select json_agg(quote_ident(attname) order by attnum) from pg_attribute
        where attrelid = t.oid and attnum > 0 and not attisdropped and attgenerated = '') as columns,
      (select coalesce(json_agg(json_build_object('name', p.oid::regclass::text, 'bound', pg_get_expr(p.relpartbound, p.oid),
          'options', coalesce(to_json(p.reloptions), '[]')) order by p.relname), '[]')
        from pg_inherits join pg_class p on p.oid = inhrelid where inhparent = t.oid and p.relispartition) as partitions
    from pg_class t
    where t.relkind in ('r', 'p') and not t.relispartition and t.relnamespace in ${productSchemas}
    order by 1`);
  return { format: 1, madeAt: madeAt.toISOString(), migrations: migrations.rows, tables: tables.rows };
}
