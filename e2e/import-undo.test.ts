import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { enterAs } from './harness/log-in.ts';
import { read } from './harness/read.ts';
import { rosterFile, sendFiles } from './harness/roster-file.ts';
import { openSchool } from './harness/school.ts';
import { faults } from './harness/window.ts';

describe.each([
  ['with script', 'on'],
  ['without script', 'off'],
] as const)('an administrator undoes what was read in, %s', async (_, script) => {
  const school = await openSchool();
  let camilla: Page;
  const newStudents = async () => {
    const { rows } = await school.database.db.pool.query(
      `select count(*)::int as n from people.person where source_id like 'N_'`,
    );
    return rows[0].n;
  };

  test('a roster is read in, and its page says until when it can be undone', async () => {
    camilla = await enterAs(school, 'Camilla Ståhl', { script });
    await sendFiles(camilla, { 'elever.csv': rosterFile });
    await camilla.getByRole('button', { name: 'Läs in 4 rader' }).click();
    await camilla.getByRole('heading', { level: 1, name: 'Inläst: elever.csv' }).waitFor();
    expect(await newStudents()).toBe(4);
    expect(await read(camilla.getByRole('region', { name: 'Ångra inläsningen' }))).toContain(
      'Går att göra till och med',
    );
  });

  test('two clicks undo all of it, and the page says who did', async () => {
    await camilla.getByText('Ångra hela inläsningen').click();
    await camilla.getByRole('button', { name: 'Ångra nu' }).click();
    await camilla.getByText('Camilla Ståhl ångrade inläsningen').waitFor();
    expect(await newStudents()).toBe(0);
    await expect(camilla.getByRole('button', { name: 'Ångra nu' }).count()).resolves.toBe(0);
  });

  test('the list of runs says so, and the same file can be read in again', async () => {
    await camilla.goto('/import');
    expect(await read(camilla.getByRole('table', { name: 'Tidigare inläsningar' }))).toContain('Ångrad');
    await sendFiles(camilla, { 'elever.csv': rosterFile });
    await camilla.getByRole('button', { name: 'Läs in 4 rader' }).click();
    await camilla.getByRole('heading', { level: 1, name: 'Inläst: elever.csv' }).waitFor();
    expect(await newStudents()).toBe(4);
    expect(faults(camilla)).toEqual([]);
  });
});
