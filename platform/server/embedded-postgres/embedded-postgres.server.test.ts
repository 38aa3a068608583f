import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { projectRoot } from '../project-root.ts';
import { openEmbedded } from './index.ts';
import { isAlive, runningPostmaster } from './postmaster-file.ts';

const root = projectRoot();
const settings = { shared_buffers: '64MB' };
const isRoot = process.getuid?.() === 0;
const made: string[] = [];
const children: ChildProcess[] = [];

/** A cluster is made once; each test gets a copy, so that only the first pays for it. */
const model = newFolder();
await (await openEmbedded(model, { root, role: 'model', settings })).release();

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'fullfolj-embedded-'));
  chmodSync(folder, 0o711);
  made.push(folder);
  return folder;
}

function newData(): string {
  const folder = newFolder();
  cpSync(model, folder, { recursive: true, preserveTimestamps: true });
  // A copy made by root belongs to root: exactly what a restored backup looks like.
  return folder;
}

const open = (dataDir: string, role = 'test') => openEmbedded(dataDir, { root, role, settings });

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Another process that uses the database of `dataDir`; answers once it has opened it. It ends when its standard input does. */
async function anotherProcess(
  dataDir: string,
  as: { uid?: number; gid?: number } = {},
): Promise<{ url: string; process: ChildProcess }> {
  const program = join(root, 'platform/server/embedded-postgres/use-until-told.ts');
  const child = spawn(process.execPath, [program, dataDir], {
    stdio: ['pipe', 'pipe', 'inherit'],
    cwd: '/',
    ...as,
  });
  children.push(child);
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.once('data', (text) => resolve(String(text).trim()));
    child.once('exit', (code) => reject(new Error(`the other process ended with ${code}`)));
  });
  return { url, process: child };
}

function ended(child: ChildProcess): Promise<void> {
  return child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => child.once('exit', () => resolve()));
}

/** The server has ended. A slow disk may take longer than `release` waits; then it ends by itself. */
async function stopped(dataDir: string): Promise<void> {
  await vi.waitFor(() => expect(serverPid(dataDir)).toBeUndefined(), 30_000);
}

function serverPid(dataDir: string): number | undefined {
  return runningPostmaster(join(dataDir, 'pg'))?.pid;
}

afterEach(async () => {
  for (const child of children.splice(0)) {
    child.kill('SIGKILL');
    await ended(child);
  }
});

afterAll(() => {
  for (const folder of made) {
    const pid = serverPid(folder);
    if (pid) process.kill(pid, 'SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
});

test('the database is in UTF-8, sorts å, ä, ö last, has checksums, and keeps what it has acknowledged', async () => {
  const database = await open(newData());
  const sql = `select current_user as who, current_setting('server_encoding') as encoding, current_setting('data_checksums') as checksums,
    current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
    (select string_agg(name, ' ' order by name) from unnest(array['Öberg','Ärla','Åsa','Zoe','Wall','Vik']) as name) as names`;
  expect(await query(database.url, sql)).toEqual([
    {
      who: 'fullfolj',
      encoding: 'UTF8',
      checksums: 'on',
      fsync: 'on',
      commit: 'on',
      names: 'Vik Wall Zoe Åsa Ärla Öberg',
    },
  ]);
  await database.release();
});

test('the product does not connect as a superuser', async () => {
  const database = await open(newData());
  const [row] = await query(
    database.url,
    `select rolsuper or rolbypassrls or rolreplication as mighty from pg_roles where rolname = current_user`,
  );
  expect(row).toEqual({ mighty: false });
  await database.release();
});

test('only this machine reaches the database, and only with the secret', async () => {
  const dataDir = newData();
  const database = await open(dataDir);
  expect(await query(database.url, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
  await expect(query(database.url.replace(/:[^:@]+@/, ':fel@'), 'select 1')).rejects.toThrow(/password/);
  expect(statSync(join(dataDir, 'secret')).mode & 0o077).toBe(0);
  await database.release();
});

test('the log keeps no row values', async () => {
  const dataDir = newData();
  const database = await open(dataDir);
  await query(database.url, 'create table person (civic_number text primary key)');
  const insert = `insert into person values ('199001012384')`;
  await query(database.url, insert);
  await expect(query(database.url, insert)).rejects.toThrow(/duplicate/);
  await expect(query(database.url, `select '199001012384'::date + 'x'::integer`)).rejects.toThrow();
  await database.release();
  expect(readFileSync(join(dataDir, 'log', 'postgres.log'), 'utf8')).not.toContain('199001012384');
});

test('a second process joins the running server, and the last one out stops it', async () => {
  const dataDir = newData();
  const first = await open(dataDir);
  const second = await anotherProcess(dataDir);
  expect(second.url).toBe(first.url);
  await first.release();
  expect(serverPid(dataDir)).toBeDefined();
  expect(await query(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  second.process.stdin?.end();
  await ended(second.process);
  await stopped(dataDir);
});

test('a server started by another process outlives it as long as we use it', async () => {
  const dataDir = newData();
  const starter = await anotherProcess(dataDir);
  const joined = await open(dataDir);
  expect(joined.startedHere).toBe(false);
  starter.process.stdin?.end();
  await ended(starter.process);
  expect(await query(joined.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  await joined.release();
  await stopped(dataDir);
});

test('many processes that start at once share one server', async () => {
  const dataDir = newData();
  const users = await Promise.all(Array.from({ length: 5 }, () => anotherProcess(dataDir)));
  expect(new Set(users.map((user) => user.url)).size).toBe(1);
  for (const user of users) user.process.stdin?.end();
  await Promise.all(users.map((user) => ended(user.process)));
  await stopped(dataDir);
});

test('processes that start at once on an empty folder make one cluster', async () => {
  const dataDir = newFolder();
  const users = await Promise.all(Array.from({ length: 3 }, () => anotherProcess(dataDir)));
  expect(new Set(users.map((user) => user.url)).size).toBe(1);
});

test('releasing twice does nothing more', async () => {
  const dataDir = newData();
  const database = await open(dataDir);
  const other = await open(dataDir);
  await Promise.all([database.release(), database.release()]);
  expect(await query(other.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  await other.release();
});

test('after our own process is killed, the next one joins the server it left and stops it', async () => {
  const dataDir = newData();
  const killed = await anotherProcess(dataDir);
  await query(killed.url, 'create table kept as select 1 as one');
  killed.process.kill('SIGKILL');
  await ended(killed.process);
  const next = await open(dataDir);
  expect(next.startedHere).toBe(false);
  expect(await query(next.url, 'select * from kept')).toEqual([{ one: 1 }]);
  await next.release();
  await stopped(dataDir);
});

test('after everything is killed at once, the next start has every acknowledged row', async () => {
  const dataDir = newData();
  const killed = await anotherProcess(dataDir);
  await query(killed.url, 'create table kept (n integer)');
  const writer = new pg.Client({ connectionString: killed.url });
  writer.on('error', () => undefined);
  await writer.connect();
  let acknowledged = 0;
  for (; acknowledged < 200; acknowledged++)
    await writer.query('insert into kept values ($1)', [acknowledged]);
  const pid = serverPid(dataDir) ?? 0;
  process.kill(pid, 'SIGKILL');
  killed.process.kill('SIGKILL');
  const next = await open(dataDir);
  expect(next.startedHere).toBe(true);
  expect(await query(next.url, 'select count(*)::integer as rows from kept')).toEqual([
    { rows: acknowledged },
  ]);
  await next.release();
});

test('a server that is killed below its users is started again at the same address with every acknowledged row', async () => {
  const dataDir = newData();
  const database = await open(dataDir);
  await query(database.url, 'create table kept as select 1 as one');
  process.kill(serverPid(dataDir) ?? 0, 'SIGKILL');
  await vi.waitFor(
    async () => expect(await query(database.url, 'select * from kept')).toEqual([{ one: 1 }]),
    20_000,
  );
  await database.release();
  await stopped(dataDir);
});

test('a process file left by a killed server whose number now belongs to somebody else does not stop the start', async () => {
  const dataDir = newData();
  const database = await open(dataDir);
  const file = join(dataDir, 'pg', 'postmaster.pid');
  const [pid, ...rest] = readFileSync(file, 'utf8').split('\n');
  await database.release();
  await vi.waitFor(() => expect(isAlive(Number(pid))).toBe(false), 30_000);
  writeFileSync(file, [process.pid, ...rest].join('\n'));
  const next = await open(dataDir);
  expect(next.startedHere).toBe(true);
  await next.release();
});

test('a cluster whose making was interrupted is made again', async () => {
  const dataDir = newFolder();
  cpSync(join(model, 'pg'), join(dataDir, 'pg.unfinished', 'pg'), { recursive: true });
  const database = await open(dataDir);
  expect(await query(database.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  expect(existsSync(join(dataDir, 'pg.unfinished'))).toBe(false);
  await database.release();
});

test("the operator's own settings have the last word", async () => {
  const dataDir = newData();
  writeFileSync(join(dataDir, 'postgresql.conf'), "work_mem = '7MB'\n");
  const database = await open(dataDir);
  expect(await query(database.url, 'show work_mem')).toEqual([{ work_mem: '7MB' }]);
  await database.release();
});

test('a folder that is a file is refused in words', async () => {
  const file = join(newFolder(), 'file');
  writeFileSync(file, '');
  await expect(open(file)).rejects.toThrow(/är ingen mapp/);
});

// User number 1 is 'daemon' on every Unix: an ordinary user that is sure to exist. In a clone below a closed folder it cannot run anything.
const another = { uid: 1, gid: 1 };
const anotherCanRun =
  isRoot && spawnSync(process.execPath, ['--version'], { ...another, cwd: '/' }).status === 0;

test.runIf(isRoot)('as root PostgreSQL runs as a user without rights', async () => {
  const dataDir = newData();
  const database = await open(dataDir);
  expect(statSync(`/proc/${serverPid(dataDir)}`).uid).toBe(65_534);
  await database.release();
});

test.runIf(anotherCanRun)("as root in somebody else's folder everything stays that user's", async () => {
  const dataDir = newFolder();
  chownSync(dataDir, 1, 1);
  const database = await open(dataDir);
  expect(statSync(`/proc/${serverPid(dataDir)}`).uid).toBe(1);
  for (const name of ['pg', 'secret', 'log', 'log/postgres.log', 'start.lock'])
    expect(statSync(join(dataDir, name)).uid).toBe(1);
  await database.release();
  const asThatUser = await anotherProcess(dataDir, another);
  expect(await query(asThatUser.url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test.runIf(anotherCanRun)('as an ordinary user everything works too', async () => {
  const dataDir = newFolder();
  chownSync(dataDir, 1, 1);
  const { url } = await anotherProcess(dataDir, another);
  expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
  expect(statSync(`/proc/${serverPid(dataDir)}`).uid).toBe(1);
});

test.runIf(isRoot)('as root below a folder that is closed to others', async () => {
  const closed = newFolder();
  chmodSync(closed, 0o700);
  const database = await open(join(closed, 'data'));
  expect(await query(database.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  await database.release();
});

test.runIf(isRoot)(
  'on a full disk the start is refused in words, and works again once there is room',
  async (context) => {
    const disk = newFolder();
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=150m', 'tmpfs', disk]);
    if (mounted.status !== 0) context.skip('a disk of its own cannot be mounted here');
    try {
      const dataDir = join(disk, 'data');
      await (await open(dataDir)).release();
      spawnSync('dd', ['if=/dev/zero', `of=${disk}/filler`, 'bs=1M']);
      await expect(open(dataDir)).rejects.toThrow(/^Disken är full/);
      rmSync(join(disk, 'filler'));
      await (await open(dataDir)).release();
    } finally {
      spawnSync('umount', [disk]);
    }
  },
);
