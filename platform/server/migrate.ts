import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { projectRoot } from './project-root.ts';

interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

/** The migrations of `database/migrations`, in order. Refuses a gap in the numbers. */
export async function readMigrations(
  folder = join(projectRoot(), 'database', 'migrations'),
): Promise<readonly Migration[]> {
  const files = (await readdir(folder)).filter((file) => /^\d{4}-.*\.sql$/.test(file)).sort();
  return Promise.all(
    files.map(async (file, index) => {
      const version = Number(file.slice(0, 4));
      if (version !== index + 1) throw new Error(`migration ${file} breaks the order`);
      const sql = await readFile(join(folder, file), 'utf8');
      return { version, name: file, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/**
 * Brings the database to the newest version; forward only, each migration in a transaction of its own. Two processes
 * that start at once wait for each other. Refuses a database that a newer Fullfölj has migrated, and a migration
 * whose text was changed after it was applied. Answers the versions applied now. `upTo` stops at an older version, for
 * a database that is restored from an older backup.
 */
export async function migrate(url: string, upTo = Number.POSITIVE_INFINITY): Promise<readonly number[]> {
  const client = new pg.Client({ connectionString: url, application_name: 'fullfolj-migrate' });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(7305001)');
    await client.query(`create table if not exists public.fullfolj_migration (
      version integer primary key, name text not null, checksum text not null, applied_at timestamptz not null default now())`);
    const migrations = (await readMigrations()).filter((each) => each.version <= upTo);
    return await applyMissing(client, migrations);
  } finally {
    await client.end();
  }
}

async function applyMissing(client: pg.Client, migrations: readonly Migration[]): Promise<readonly number[]> {
  const { rows } = await client.query<{ version: number; checksum: string }>(
    'select version, checksum from public.fullfolj_migration order by version',
  );
  const applied = new Map(rows.map((row) => [row.version, row.checksum]));
  const newest = migrations.at(-1)?.version ?? 0;
  if (rows.some((row) => row.version > newest)) throw new DatabaseIsNewer();
  const now: number[] = [];
  for (const migration of migrations) {
    const known = applied.get(migration.version);
    if (known === migration.checksum) continue;
    if (known) throw new Error(`migration ${migration.name} was changed after it was applied`);
    await applyOne(client, migration);
    now.push(migration.version);
  }
  return now;
}

async function applyOne(client: pg.Client, { version, name, sql, checksum }: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query(sql);
    await client.query(
      'insert into public.fullfolj_migration (version, name, checksum) values ($1, $2, $3)',
      [version, name, checksum],
    );
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

/** The database has been migrated by a newer version of the program than this one. */
export class DatabaseIsNewer extends Error {
  constructor() {
    super('Databasen är skapad av en nyare version av Fullfölj. Uppgradera programmet och starta igen.');
  }
}
