import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parsePostmasterFile, runningPostmaster } from './postmaster-file.ts';

const lines = (pid: number | string, state: string) =>
  [pid, '/data/pg', '1790000000', '54321', '', '127.0.0.1', '  123  456', state, ''].join('\n');

let cluster: string;
beforeEach(() => {
  cluster = mkdtempSync(join(tmpdir(), 'fullfolj-postmaster-'));
});
afterEach(() => rmSync(cluster, { recursive: true }));

test('process, port and state are read', () => {
  expect(parsePostmasterFile(lines(42, 'ready   '))).toEqual({ pid: 42, port: 54_321, state: 'ready' });
  expect(parsePostmasterFile(lines(42, 'stopping'))).toMatchObject({ state: 'stopping' });
  expect(parsePostmasterFile(lines(42, 'standby '))).toMatchObject({ state: 'unknown' });
});

test('a file that is still being written says nothing yet', () => {
  for (const text of ['', '42\n', '42\n/data/pg\n1790000000\n', 'x\n\n\nport'])
    expect(parsePostmasterFile(text)).toBeUndefined();
});

test('without a file nothing runs', () => {
  expect(runningPostmaster(cluster)).toBeUndefined();
});

test('a process number that belongs to nobody, or to another program, is not our server', () => {
  for (const pid of [2 ** 22 + 1, process.pid]) {
    writeFileSync(join(cluster, 'postmaster.pid'), lines(pid, 'ready   '));
    expect(runningPostmaster(cluster)).toBeUndefined();
  }
});
