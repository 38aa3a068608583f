import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { Io } from '../command.ts';
import { run } from './generate.ts';

const folder = mkdtempSync(join(tmpdir(), 'fullfolj-generate-command-'));
afterEach(() => {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
});

function io(): Io & { written: string[] } {
  const written: string[] = [];
  return {
    written,
    out: (text) => void written.push(text),
    say: () => {},
    progress: () => {},
    env: {},
    stopping: new AbortController().signal,
  };
}

test('--json is one document that says what was written', async () => {
  const to = io();
  expect(
    await run(['--out', folder, '--students', '60', '--weeks', '2', '--start', '2025-08-18', '--json'], to),
  ).toBe(0);
  expect(to.written).toHaveLength(1);
  expect(JSON.parse(to.written[0]!)).toMatchObject({
    students: 60,
    from: '2025-08-18',
    to: '2025-08-29',
    schoolDays: 10,
  });
  expect(readdirSync(folder).sort()).toEqual([
    'audit',
    'betyg.csv',
    'elever.csv',
    'facit',
    'narvaro-2025-08.csv',
  ]);
});

test('what cannot be understood is said in words, and nothing is written', async () => {
  const refused = (...args: string[]) => expect(run(args, io())).rejects;
  await refused('--students', '10').toThrow('--out');
  await refused('--out', folder, '--students', 'många').toThrow('heltal');
  await refused('--out', folder, '--weeks', '44').toThrow('43');
  await refused('--out', folder, '--profile', 'stor').toThrow('valdemarsvik');
  await refused('--out', folder, '--start', '2025-02-30').toThrow('datum');
  expect(readdirSync(folder)).toEqual([]);
});

test('a folder with something else in it is refused', async () => {
  writeFileSync(join(folder, 'annat.txt'), '');
  await expect(run(['--out', folder], io())).rejects.toThrow('innehåller annat');
});
