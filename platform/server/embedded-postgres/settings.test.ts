import { expect, test } from 'vitest';
import { databaseSettings, settingsFile } from './settings.ts';

const gigabyte = 1024 ** 3;

test.each([
  [0.1, '64MB'],
  [1, '256MB'],
  [4, '1024MB'],
  [64, '1024MB'],
])('on a machine of %d GB the database takes %s for itself', (size, buffers) => {
  expect(databaseSettings({}, size * gigabyte).shared_buffers).toBe(buffers);
});

test('what has been acknowledged is on the disk', () => {
  expect(databaseSettings()).toMatchObject({ fsync: 'on', synchronous_commit: 'on' });
});

test('a setting given from outside wins', () => {
  expect(databaseSettings({ work_mem: '64MB' }).work_mem).toBe('64MB');
});

test('a value with a quote stays one value', () => {
  expect(settingsFile({ search_path: "it's" })).toContain("search_path = 'it''s'\n");
});

test('what is no setting is refused, so that a value cannot become a line of its own', () => {
  expect(() => settingsFile({ 'a\nb': '1' })).toThrow(TypeError);
});
