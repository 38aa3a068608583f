import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { OperatorError } from '../operator-error.ts';
import type { Binaries } from './binaries.ts';
import { fullDisk, giveTo, inWords, type Layout } from './layout.ts';
import { isAlive, type Postmaster, runningPostmaster } from './postmaster-file.ts';
import { commandAs, programEnvironment, type ServiceUser } from './service-user.ts';

const startPatienceMs = 20_000;
const largestLog = 10 * 1024 * 1024;

/**
 * Starts PostgreSQL on the cluster and waits until it takes connections, however long it needs to recover after a crash.
 * It is a process group of its own and outlives us. A port that was taken in between, and a server just killed whose memory is not yet let go
 * of, are tried again for twenty seconds. `port`: the one it had, when it is started anew below somebody who uses it; else any free one.
 */
export async function startPostmaster(
  layout: Layout,
  binaries: Binaries,
  user: ServiceUser | undefined,
  port?: number,
): Promise<Postmaster> {
  const giveUpAt = performance.now() + startPatienceMs;
  for (;;) {
    const attempt = await startOnce(layout, binaries, user, port ?? (await freePort()));
    if (typeof attempt === 'object') return attempt;
    if (!isPassing(attempt) || performance.now() > giveUpAt)
      throw new OperatorError(whyNotStarted(layout, attempt));
    await sleep(100);
  }
}

/** Refusals that pass by themselves: the port was taken meanwhile, or the killed server's last processes are still ending. */
function isPassing(output: string): boolean {
  return /could not bind|Address already in use|could not create any TCP|pre-existing shared memory|lock file .* already exists/.test(
    output,
  );
}

function whyNotStarted(layout: Layout, output: string): string {
  if (/No space left on device|Disk quota exceeded/.test(output)) return fullDisk(layout.dataDir);
  const reason =
    output.split('\n').findLast((line) => /FATAL|PANIC|error/i.test(line)) ?? output.split('\n').at(-2) ?? '';
  return `Databasen startade inte: ${reason.trim()} Mer står i ${layout.log}.`;
}

/** The running server, or what it wrote before it ended. */
async function startOnce(
  layout: Layout,
  binaries: Binaries,
  user: ServiceUser | undefined,
  port: number,
): Promise<Postmaster | string> {
  const { log, from } = openLog(layout);
  const args = ['-D', layout.cluster, '-p', String(port), '-c', 'listen_addresses=127.0.0.1'];
  const command = commandAs(user, binaries.postgres, args);
  const environment = programEnvironment(binaries.libraryPath);
  const child = spawn(command.file, command.args, {
    ...command.options,
    cwd: '/',
    env: environment,
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  return untilReady(child, layout, from);
}

async function untilReady(
  child: ChildProcess,
  layout: Layout,
  logFrom: number,
): Promise<Postmaster | string> {
  let ended: string | undefined;
  child.once('error', (error) => {
    ended = `FATAL: ${error.message}`;
  });
  child.once('exit', () => {
    ended ??= readFileSync(layout.log).subarray(logFrom).toString('utf8');
  });
  while (ended === undefined) {
    const running = runningPostmaster(layout.cluster);
    if (running?.state === 'ready' && running.pid === child.pid) {
      child.removeAllListeners('exit').unref();
      return running;
    }
    await sleep(10);
  }
  return ended;
}

function openLog(layout: Layout): { log: number; from: number } {
  return inWords(layout.dataDir, () => {
    if (existsSync(layout.log) && statSync(layout.log).size > largestLog)
      renameSync(layout.log, `${layout.log}.1`);
    const isNew = !existsSync(layout.log);
    const log = openSync(layout.log, 'a', 0o600);
    if (isNew) giveTo(layout.folderOwner, layout.log);
    return { log, from: statSync(layout.log).size };
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('a listening socket without a port');
  return address.port;
}

/**
 * Asks PostgreSQL to end: connections are cut, what was acknowledged is kept. Waits at most `patienceMs`; a server that still writes its last
 * checkpoint then goes on by itself, and a later start waits for it. Answers whether it has ended.
 */
export async function stopPostmaster(
  layout: Layout,
  binaries: Binaries,
  patienceMs: number,
): Promise<boolean> {
  const running = runningPostmaster(layout.cluster);
  if (!running) return true;
  if (process.platform === 'win32') {
    spawnSync(binaries.pgCtl, ['stop', '-W', '-m', 'fast', '-D', layout.cluster], { stdio: 'ignore' });
  } else process.kill(running.pid, 'SIGINT');
  return untilGone(running.pid, patienceMs);
}

/** Waits at most `patienceMs` for a process to end; answers whether it has. */
export async function untilGone(pid: number, patienceMs: number): Promise<boolean> {
  const giveUpAt = performance.now() + patienceMs;
  while (isAlive(pid)) {
    if (performance.now() > giveUpAt) return false;
    await sleep(10);
  }
  return true;
}

/** Removes the file of a killed server; PostgreSQL itself refuses to when the process number has been taken by another program of ours. */
export function forgetDeadPostmaster(layout: Layout): void {
  if (!runningPostmaster(layout.cluster)) rmSync(join(layout.cluster, 'postmaster.pid'), { force: true });
}
