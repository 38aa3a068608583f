import { PassThrough } from 'node:stream';
import pg from 'pg';
import { expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../fixtures/test-database.ts';
import { dumpDatabase } from './dump.ts';
import { loadDatabase } from './load.ts';
import { BrokenArchive } from './tar.ts';

const at = new Date('2026-08-17T06:00:00Z');
const quiet = () => undefined;

/** Texts that COPY must escape, an organiser with children, and two months of lessons. */
async function fill({ db }: TestDatabase): Promise<void> {
  await db.pool.query(
    `insert into organisation.organiser (name) values ('Åsbo'), (E'Tab\\tbak\\\\streck\\nrad')`,
  );
  await db.pool.query(
    `insert into organisation.school_unit (organiser_id, code, name) values (1, '12345678', 'Norra'), (2, '87654321', '')`,
  );
  await db.pool.query(`select attendance.ensure_month('2026-08-01'), attendance.ensure_month('2026-09-01')`);
  await db.pool.query(`insert into attendance.lesson (organiser_id, student_id, activity_id, day, start_minute, minutes, reported, attended, valid, invalid, late, other)
    select 1, n % 100, 1, date '2026-08-17' + n % 30, n % 600, 60, true, 60, 0, 0, 0, 0 from generate_series(1, 60000) as n on conflict do nothing`);
}

async function backUp(url: string): Promise<Buffer> {
  const out = new PassThrough();
  const all = out.toArray();
  await dumpDatabase(url, out, at, quiet);
  return Buffer.concat(await all);
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let start = 0; start < bytes.length; start += 60_000) yield bytes.subarray(start, start + 60_000);
}

/** An empty database, closed so that nobody uses it. */
async function emptyDatabase(): Promise<TestDatabase> {
  const database = await testDatabase();
  await database.db.pool.end();
  return database;
}

async function read(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
}

const full = await testDatabase();
await fill(full);
const archive = await backUp(full.url);

test('a database comes back exactly as it was', async () => {
  const { url } = await emptyDatabase();
  const { totals } = await loadDatabase(url, once(archive), quiet);
  expect(totals.tables['organisation.organiser']?.rows).toBe(2);
  expect(await backUp(url)).toEqual(archive);
  const months = `select inhrelid::regclass::text as name, (select reloptions from pg_class where oid = inhrelid) as options from pg_inherits
    where inhparent = 'attendance.lesson'::regclass order by 1`;
  expect(await read(url, months)).toEqual(await read(full.url, months));
});

test('a number that is given after the restore has not been given before', async () => {
  const { url } = await emptyDatabase();
  await loadDatabase(url, once(archive), quiet);
  expect(
    await read(url, `insert into organisation.organiser (name) values ('Ny') returning organiser_id`),
  ).toEqual([{ organiser_id: 3 }]);
});

test('what one table says about another holds again after the restore', async () => {
  const { url } = await emptyDatabase();
  await loadDatabase(url, once(archive), quiet);
  const orphan = `insert into organisation.school_unit (organiser_id, code, name) values (99, '11111111', 'Ingens')`;
  await expect(read(url, orphan)).rejects.toThrow(/foreign key/);
});

test('the backup is of one moment, whatever is written meanwhile', async () => {
  const database = await testDatabase();
  await fill(database);
  const out = new PassThrough();
  const all = out.toArray();
  const report = async (table: string) => {
    if (table === 'attendance.activity') await database.db.pool.query('delete from organisation.school_unit');
  };
  const { totals } = await dumpDatabase(database.url, out, at, (table) => void report(table));
  await all;
  expect(totals.tables['organisation.school_unit']?.rows).toBe(2);
});

test('a database that holds an organiser is not overwritten', async () => {
  const database = await testDatabase();
  await database.db.pool.query(`insert into organisation.organiser (name) values ('Kvar')`);
  await database.db.pool.end();
  await expect(loadDatabase(database.url, once(archive), quiet)).rejects.toThrow(/inte tom/);
  expect(await read(database.url, 'select name from organisation.organiser')).toEqual([{ name: 'Kvar' }]);
});

test('a database that somebody uses is not touched', async () => {
  const database = await testDatabase();
  await database.db.pool.query('select 1');
  await expect(loadDatabase(database.url, once(archive), quiet)).rejects.toThrow(/används/);
});

test('a backup that was cut off, or of which a value was changed, leaves the database empty', async () => {
  const changed = Buffer.from(archive);
  changed.write('X', changed.indexOf('Norra'));
  for (const broken of [archive.subarray(0, archive.length * 0.6), changed]) {
    const { url } = await emptyDatabase();
    await expect(loadDatabase(url, once(broken), quiet)).rejects.toThrow(BrokenArchive);
    expect(await read(url, 'select count(*)::integer as rows from attendance.lesson')).toEqual([{ rows: 0 }]);
  }
});

test('a backup of a newer program is refused', async () => {
  const { url } = await emptyDatabase();
  const newer = Buffer.from(archive);
  const checksum = newer.indexOf('"checksum": "') + '"checksum": "'.length;
  newer.write('0000000000', checksum);
  await expect(loadDatabase(url, once(newer), quiet)).rejects.toThrow(/nyare/);
});
