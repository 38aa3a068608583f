import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { OperatorError } from './operator-error.ts';
import { secretBox } from './secret-box.ts';

let dataDir = '';
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'fullfolj-box-'));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

test('what is sealed is opened again, also by a server that was started later', async () => {
  const sealed = await secretBox({ dataDir }).seal('en nyckel å ä ö', 'källa 1');
  expect(sealed).not.toContain('nyckel');
  expect(await secretBox({ dataDir }).open(sealed, 'källa 1')).toBe('en nyckel å ä ö');
});

test('the same secret is sealed differently each time', async () => {
  const box = secretBox({ dataDir });
  expect(await box.seal('x', 'a')).not.toBe(await box.seal('x', 'a'));
});

test('what was sealed about one source is not opened about another, nor when a letter is changed', async () => {
  const box = secretBox({ dataDir });
  const sealed = await box.seal('hemligt', 'källa 1');
  expect(await box.open(sealed, 'källa 2')).toBeUndefined();
  expect(
    await box.open(`${sealed.slice(0, -2)}${sealed.endsWith('AA') ? 'BB' : 'AA'}`, 'källa 1'),
  ).toBeUndefined();
  expect(await box.open('något annat', 'källa 1')).toBeUndefined();
});

test('another key opens nothing', async () => {
  const sealed = await secretBox({ dataDir }).seal('hemligt', 'a');
  const other = secretBox({ dataDir, secretKey: 'a'.repeat(64) });
  expect(await other.open(sealed, 'a')).toBeUndefined();
});

test('the key file is made when it is needed, for the service’s own user alone', async () => {
  await secretBox({ dataDir }).seal('x', 'a');
  const path = join(dataDir, 'secret-key');
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readFileSync(path, 'utf8')).toMatch(/^[0-9a-f]{64}$/);
});

test('a disk that is full when the key is made leaves no half key in the way of the next time', async () => {
  const module = JSON.stringify(new URL('./secret-box.ts', import.meta.url).href);
  const program = `import(${module}).then((all) => all.secretBox({ dataDir: process.argv[1] }).seal('x', 'a'))`;
  // No file may grow: what a full disk is to the process.
  const full = ['-c', 'ulimit -f 0; exec "$0" "$@"', process.execPath, '-e', program, dataDir];
  expect(String(spawnSync('sh', full).stderr)).toContain('EFBIG');
  const box = secretBox({ dataDir });
  expect(await box.open(await box.seal('hemligt', 'a'), 'a')).toBe('hemligt');
});

test('a key that is not 32 bytes is the operator’s to put right', async () => {
  await expect(secretBox({ dataDir, secretKey: 'kort' }).seal('x', 'a')).rejects.toThrow(OperatorError);
  writeFileSync(join(dataDir, 'secret-key'), 'trasig');
  await expect(secretBox({ dataDir }).seal('x', 'a')).rejects.toThrow(OperatorError);
});
