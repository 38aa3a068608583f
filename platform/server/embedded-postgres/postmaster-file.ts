import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What `postmaster.pid` says about a running PostgreSQL. */
export type Postmaster = { pid: number; port: number; state: 'starting' | 'ready' | 'stopping' | 'unknown' };

/**
 * The PostgreSQL that runs on this cluster, or undefined. A file left behind by a killed server is recognised: its process is gone, or the
 * number now belongs to another program.
 */
export function runningPostmaster(cluster: string): Postmaster | undefined {
  const path = join(cluster, 'postmaster.pid');
  const told = existsSync(path) ? parsePostmasterFile(readFileSync(path, 'utf8')) : undefined;
  return told && isAlive(told.pid) && isServerOf(told.pid, cluster) ? told : undefined;
}

/** The lines of `postmaster.pid`: 1 process, 4 port, 8 state. Undefined while the file is still being written. */
export function parsePostmasterFile(text: string): Postmaster | undefined {
  const lines = text.split('\n').map((line) => line.trim());
  const pid = Math.abs(Number(lines[0]));
  const port = Number(lines[3]);
  if (!lines[0] || !lines[3] || !Number.isInteger(pid) || !Number.isInteger(port)) return undefined;
  const state = lines[7];
  return {
    pid,
    port,
    state: state === 'starting' || state === 'ready' || state === 'stopping' ? state : 'unknown',
  };
}

/** Whether a process with this number exists, ours or somebody else's. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Process numbers are used again; the command line tells whether this one still is a PostgreSQL on our cluster. */
function isServerOf(pid: number, cluster: string): boolean {
  if (process.platform === 'win32') return true;
  const commandLine = existsSync('/proc/self/cmdline') ? procCommandLine(pid) : psCommandLine(pid);
  return commandLine.includes('postgres') && commandLine.includes(cluster);
}

function procCommandLine(pid: number): string {
  const path = `/proc/${pid}/cmdline`;
  return existsSync(path) ? readFileSync(path, 'utf8').replaceAll('\0', ' ') : '';
}

function psCommandLine(pid: number): string {
  try {
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    // ps ends with 1 when there is no such process.
    return '';
  }
}
