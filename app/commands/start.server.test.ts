import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { isAlive, runningPostmaster } from '../../platform/server/embedded-postgres/postmaster-file.ts';
import { projectRoot } from '../../platform/server/project-root.ts';

const folders: string[] = [];
const children: ChildProcess[] = [];

async function newData(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'fullfolj-start-'));
  folders.push(folder);
  return join(folder, 'data');
}

afterEach(async () => {
  for (const child of children.splice(0)) if (child.exitCode === null) child.kill('SIGKILL');
});
afterAll(() => {
  for (const folder of folders) {
    const left = runningPostmaster(join(folder, 'data', 'pg'));
    if (left) process.kill(left.pid, 'SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
});

type Started = { process: ChildProcess; url: string; said: () => string; ended: Promise<number | null> };

/** Runs `./fullfolj start` and waits until it says that it is running, or has ended. */
async function start(dataDir: string, ...more: string[]): Promise<Started> {
  const args = ['start', '--port', '0', '--empty', '--data', dataDir, ...more];
  const { DATABASE_URL: _none, ...env } = process.env;
  const child = spawn(join(projectRoot(), 'fullfolj'), args, { env: { ...env, LOG_LEVEL: 'silent' } });
  children.push(child);
  let said = '';
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const running = new Promise<string>((resolve) => {
    child.stderr.on('data', (text) => {
      said += text;
      const url = /igång: (\S+)/.exec(said)?.[1];
      if (url) resolve(url);
    });
  });
  const url = await Promise.race([running, ended.then(() => '')]);
  return { process: child, url, said: () => said, ended };
}

/** The database has ended. A slow disk may take longer than the command waits; then it ends by itself. */
const stopped = (dataDir: string) => vi.waitFor(() => expect(serverPid(dataDir)).toBeUndefined(), 30_000);
const serverPid = (dataDir: string) => runningPostmaster(join(dataDir, 'pg'))?.pid;

test.each(['SIGINT', 'SIGTERM'] as const)(
  'it serves until %s, and then leaves nothing running',
  async (signal) => {
    const dataDir = await newData();
    const started = await start(dataDir);
    expect(await (await fetch(`${started.url}/health`)).json()).toEqual({ status: 'ok' });
    const pid = serverPid(dataDir) ?? 0;
    started.process.kill(signal);
    expect(await started.ended).toBe(0);
    await vi.waitFor(() => expect(isAlive(pid)).toBe(false), 30_000);
  },
);

test('a signal that arrives twice at once, as through npm, is one request to stop', async () => {
  const dataDir = await newData();
  const started = await start(dataDir);
  for (const signal of ['SIGINT', 'SIGINT', 'SIGTERM'] as const) started.process.kill(signal);
  expect(await started.ended).toBe(0);
  await stopped(dataDir);
});

test('a browser that keeps its connection open does not hold up the stop', async () => {
  const dataDir = await newData();
  const started = await start(dataDir);
  const socket = connect(Number(new URL(started.url).port), '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write('GET /health HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n');
  await new Promise((resolve) => socket.once('data', resolve));
  started.process.kill('SIGTERM');
  expect(await started.ended).toBe(0);
  await stopped(dataDir);
  socket.destroy();
});

test('after kill -9 of everything it starts again', async () => {
  const dataDir = await newData();
  const first = await start(dataDir);
  process.kill(serverPid(dataDir) ?? 0, 'SIGKILL');
  first.process.kill('SIGKILL');
  await first.ended;
  const second = await start(dataDir);
  expect(await (await fetch(`${second.url}/health`)).json()).toEqual({ status: 'ok' });
});

test('a second start on the same data shares the database, and either may stop first', async () => {
  const dataDir = await newData();
  const first = await start(dataDir);
  const second = await start(dataDir);
  first.process.kill('SIGTERM');
  expect(await first.ended).toBe(0);
  expect(await (await fetch(`${second.url}/health`)).json()).toEqual({ status: 'ok' });
  second.process.kill('SIGTERM');
  expect(await second.ended).toBe(0);
  await stopped(dataDir);
});

test('a port that is taken is refused in one sentence, and the database is stopped again', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => taken.once('listening', resolve));
  const { port } = taken.address() as { port: number };
  const dataDir = await newData();
  const refused = await start(dataDir, '--port', String(port));
  expect(await refused.ended).toBe(1);
  expect(refused.said()).toBe(
    `Porten används redan av ett annat program (127.0.0.1:${port}). Välj en annan med --port eller --host.\n`,
  );
  await stopped(dataDir);
  taken.close();
});

test('the database log of a whole life holds no error', async () => {
  const dataDir = await newData();
  const started = await start(dataDir);
  started.process.kill('SIGTERM');
  await started.ended;
  expect(readFileSync(join(dataDir, 'log', 'postgres.log'), 'utf8')).not.toMatch(/ERROR|FATAL|PANIC/);
});
