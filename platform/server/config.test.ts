import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { parseSettings, readConfig } from './config.ts';

test('without anything said the embedded database lies in the project', () => {
  const config = readConfig({});
  expect(config.dataDir).toBe(join(config.root, 'data'));
  expect(config).not.toHaveProperty('databaseUrl');
});

test('--data wins over the environment, and is meant from where the person stands', () => {
  expect(readConfig({ FULLFOLJ_DATA: '/a' }).dataDir).toBe('/a');
  expect(readConfig({ FULLFOLJ_DATA: '/a' }, { data: 'b' }).dataDir).toBe(resolve('b'));
});

test('DATABASE_URL points at a database of somebody else; empty it counts as absent', () => {
  expect(readConfig({ DATABASE_URL: 'postgres://a/b' }).databaseUrl).toBe('postgres://a/b');
  expect(readConfig({ DATABASE_URL: '' })).not.toHaveProperty('databaseUrl');
});

test('settings are read in pairs, and what is no pair is left out', () => {
  expect(parseSettings('work_mem=64MB, max_connections = 100,,nonsense')).toEqual({
    work_mem: '64MB',
    max_connections: '100',
  });
});
