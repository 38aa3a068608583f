import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { linkLibraries } from './binaries.ts';

let folder: string;
let lib: string;
let elsewhere: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fullfolj-binaries-'));
  lib = join(folder, 'native', 'lib');
  elsewhere = join(folder, 'elsewhere');
  mkdirSync(lib, { recursive: true });
  writeFileSync(join(lib, 'libpq.so.5.18'), 'library');
  const links = [{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }];
  writeFileSync(join(folder, 'native', 'pg-symlinks.json'), JSON.stringify(links));
});

afterEach(() => {
  chmodSync(lib, 0o755);
  rmSync(folder, { recursive: true });
});

const link = () => linkLibraries(join(folder, 'native'), elsewhere);

test('links that the install script did not make are made', () => {
  expect(link()).toBeUndefined();
  expect(readFileSync(join(lib, 'libpq.so.5'), 'utf8')).toBe('library');
});

test('links that are there are left as they are', () => {
  link();
  expect(link()).toBeUndefined();
  expect(readdirSync(lib).sort()).toEqual(['libpq.so.5', 'libpq.so.5.18']);
});

// Root writes where it is not allowed to, so it cannot try this.
test.skipIf(process.getuid?.() === 0)(
  'in a closed folder they are made elsewhere, and both folders are searched',
  () => {
    chmodSync(lib, 0o555);
    expect(link()).toBe([elsewhere, lib].join(delimiter));
    expect(readFileSync(join(elsewhere, 'libpq.so.5'), 'utf8')).toBe('library');
  },
);
