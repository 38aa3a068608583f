import { createHash, type Hash } from 'node:crypto';
import { finished } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type CopyStreamQuery, from as copyFrom } from 'pg-copy-streams';
import { migrate, readMigrations } from '../migrate.ts';
import { OperatorError } from '../operator-error.ts';
import { type Manifest, productSchemas, type TableShape, type Totals } from './manifest.ts';
import { BrokenArchive, type Entry, readEntries } from './tar.ts';

/**
 * Fills an empty database from a backup: makes the tables as they were in the backup's version, loads every row in one transaction, holds rows and
 * checksums against what was written, and then brings the database to the program's version. Refuses, in words, a database that is in use or
 * holds an organiser, a backup of a newer program, and an archive that is damaged; the database then holds no rows.
 */
export async function loadDatabase(
  url: string,
  archive: AsyncIterable<Buffer>,
  report: Report,
): Promise<{ manifest: Manifest; totals: Totals }> {
  const entries = readEntries(archive);
  const manifest = await readFirst(entries);
  const client = new pg.Client({ connectionString: url, application_name: 'fullfolj restore' });
  await client.connect();
  try {
    await refuseUnlessEmpty(client);
    await makeTables(client, url, manifest);
    await client.query('begin');
    const totals = await loadRows(client, manifest, entries, report);
    await client.query('commit');
    await client.query('analyze');
    await migrate(url);
    return { manifest, totals };
  } finally {
    await client.end();
  }
}

async function readFirst(entries: AsyncGenerator<Entry>): Promise<Manifest> {
  const first = await entries.next();
  if (first.done || first.value.name !== 'manifest.json') throw new BrokenArchive();
  const manifest: Manifest = JSON.parse(first.value.content.toString('utf8'));
  const known = await readMigrations();
  const strange = manifest.migrations.find((each) => known[each.version - 1]?.checksum !== each.checksum);
  if (manifest.format === 1 && !strange) return manifest;
  throw new OperatorError(
    'Säkerhetskopian är gjord av en annan, troligen nyare, version av Fullfölj. Uppgradera programmet och försök igen.',
  );
}

async function refuseUnlessEmpty(client: pg.Client): Promise<void> {
  if (await isUsedByOthers(client))
    throw new OperatorError(
      'Databasen används. Avsluta Fullfölj och andra program som är anslutna och försök igen.',
    );
  const made = await client.query(`select to_regclass('organisation.organiser') is not null as made`);
  if (!made.rows[0].made) return;
  const organisers = await client.query('select from organisation.organiser limit 1');
  if (organisers.rowCount)
    throw new OperatorError(
      'Databasen är inte tom, och en säkerhetskopia läses bara in i en tom. Ange en ny mapp med --data MAPP.',
    );
}

async function makeTables(client: pg.Client, url: string, manifest: Manifest): Promise<void> {
  const schemas = await client.query<{ name: string }>(
    `select quote_ident(nspname) as name from pg_namespace where oid in ${productSchemas}`,
  );
  for (const { name } of schemas.rows) await client.query(`drop schema ${name} cascade`);
  await client.query('drop table if exists public.fullfolj_migration');
  await migrate(url, manifest.migrations.length);
}

type Report = (table: string, rows: number) => void;

async function loadRows(
  client: pg.Client,
  manifest: Manifest,
  entries: AsyncGenerator<Entry>,
  report: Report,
): Promise<Totals> {
  await client.query(`truncate ${manifest.tables.map((table) => table.name).join(', ')}`);
  for (const table of manifest.tables) await makePartitions(client, table);
  const foreignKeys = await dropForeignKeys(client);
  const { loaded, totals } = await copyRows(client, manifest, entries, report);
  refuseDifference(totals, loaded);
  for (const { name, value } of totals.sequences) await client.query('select setval($1, $2)', [name, value]);
  for (const { table, key, definition } of foreignKeys)
    await client.query(`alter table ${table} add constraint ${key} ${definition}`);
  return totals;
}

/** Copies the archive's parts into their tables, which follow one another, until the totals come. */
async function copyRows(
  client: pg.Client,
  manifest: Manifest,
  entries: AsyncGenerator<Entry>,
  report: Report,
): Promise<{ loaded: Totals['tables']; totals: Totals }> {
  const loaded: Totals['tables'] = {};
  let loading: Loading | undefined;
  for await (const { name, content } of entries) {
    const table = manifest.tables.find((each) => name.startsWith(`data/${each.name}/`));
    if (loading && loading.table !== table?.name) {
      const done = await endTable(loading);
      loaded[loading.table] = done;
      report(loading.table, done.rows);
      loading = undefined;
    }
    if (name === 'totals.json') return { loaded, totals: JSON.parse(content.toString('utf8')) };
    if (!table) throw new BrokenArchive(name);
    loading ??= beginTable(client, table);
    await add(loading, content);
  }
  throw new BrokenArchive();
}

type Loading = { table: string; stream: CopyStreamQuery; hash: Hash };

function beginTable(client: pg.Client, { name, columns }: TableShape): Loading {
  const stream = client.query(copyFrom(`copy ${name} (${columns.join(', ')}) from stdin`));
  // A refused row is reported by `endTable` or `drained`; without a listener it would end the process first.
  stream.on('error', () => undefined);
  return { table: name, stream, hash: createHash('sha256') };
}

async function add({ stream, hash }: Loading, content: Buffer): Promise<void> {
  hash.update(content);
  if (!stream.write(content)) await drained(stream);
}

async function endTable({ stream, hash }: Loading): Promise<{ rows: number; sha256: string }> {
  stream.end();
  await finished(stream);
  return { rows: stream.rowCount, sha256: hash.digest('hex') };
}

/** Waits until the server has taken more, or said why it will not. */
function drained(stream: CopyStreamQuery): Promise<void> {
  if (stream.errored) return Promise.reject(stream.errored);
  return new Promise((resolve, reject) => {
    stream.once('error', reject);
    stream.once('drain', () => {
      stream.off('error', reject);
      resolve();
    });
  });
}

async function makePartitions(client: pg.Client, table: TableShape): Promise<void> {
  for (const { name, bound, options } of table.partitions) {
    const settings = options.length > 0 ? ` with (${options.join(', ')})` : '';
    await client.query(`create table if not exists ${name} partition of ${table.name} ${bound}${settings}`);
  }
}

/** Rows are loaded table by table, so what points at another table is checked at the end, all at once. */
async function dropForeignKeys(
  client: pg.Client,
): Promise<{ table: string; key: string; definition: string }[]> {
  const { rows } = await client.query<{ table: string; key: string; definition: string }>(
    `select conrelid::regclass::text as table, quote_ident(conname) as key, pg_get_constraintdef(oid) as definition
     from pg_constraint where contype = 'f' and conparentid = 0 and connamespace in ${productSchemas}`,
  );
  for (const { table, key } of rows) await client.query(`alter table ${table} drop constraint ${key}`);
  return rows;
}

function refuseDifference(totals: Totals, loaded: Totals['tables']): void {
  const differing = Object.entries(totals.tables).filter(([name, { rows, sha256 }]) => {
    const there = loaded[name] ?? { rows: 0, sha256 };
    return there.rows !== rows || (rows > 0 && there.sha256 !== sha256);
  });
  if (differing.length > 0) throw new BrokenArchive(differing.map(([name]) => name).join(', '));
}

/** Looks for a second: a connection that has just ended is listed a moment longer. */
async function isUsedByOthers(client: pg.Client): Promise<boolean> {
  for (let look = 0; look < 10; look++) {
    const others = await client.query(
      `select from pg_stat_activity where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()`,
    );
    if (!others.rowCount) return false;
    await sleep(100);
  }
  return true;
}
