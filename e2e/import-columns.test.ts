import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { follow } from './harness/follow.ts';
import { enterAs } from './harness/log-in.ts';
import { read, readAll } from './harness/read.ts';
import { sendFiles } from './harness/roster-file.ts';
import { openSchool } from './harness/school.ts';
import { itsColumns, openColumns, saveColumns, sayColumns, unknownRoster } from './harness/unknown-roster.ts';
import { faults } from './harness/window.ts';

describe.each([
  ['with script', 'on'],
  ['without script', 'off'],
] as const)('an administrator says what the columns of a file are, %s', async (_, script) => {
  const school = await openSchool();
  let camilla: Page;

  test('a file with headings that are not known is not read, and the way on is shown', async () => {
    camilla = await enterAs(school, 'Camilla Ståhl', { script });
    await sendFiles(camilla, { 'klasslista.csv': unknownRoster });
    expect(await read(camilla.getByRole('region', { name: 'Filer som inte läses' }))).toContain(
      'klasslista.csv',
    );
    await openColumns(camilla);
    const page = await read(camilla.getByRole('main'));
    expect(page).toContain('12 siffror, visas inte');
    expect(page).not.toContain('Kim0');
    expect(await camilla.getByLabel('Så skrivs dagar i filen').inputValue()).toBe('day-first');
  });

  test('what is wrong is told all at once, with what was chosen still there', async () => {
    await sayColumns(camilla, { ...itsColumns, 'Namn 2': 'Förnamn' });
    await camilla.getByLabel('Systemet som filen kommer från').fill('Klassboken');
    await follow(camilla.getByRole('button', { name: 'Spara och titta på filen igen' }));
    const alert = camilla.getByRole('alert');
    expect(await readAll(alert.getByRole('link'))).toEqual([
      'Både ”Namn 1” och ”Namn 2” är valda som Förnamn. Välj en av dem.',
      'Ingen kolumn är vald som Efternamn.',
    ]);
    expect(await camilla.getByLabel('Avdelning läses som').inputValue()).toBe('className');
    await alert.getByRole('link').first().click();
    const second = camilla.getByLabel('Namn 2 läses som');
    expect(await second.evaluate((list) => list === document.activeElement)).toBe(true);
    expect(await camilla.getByLabel('Systemet som filen kommer från').inputValue()).toBe('Klassboken');
  });

  test('the preview is made again from the same file, and it is read in', async () => {
    await sayColumns(camilla, itsColumns);
    await saveColumns(camilla);
    const columns = await read(camilla.getByRole('region', { name: 'Kolumner', exact: true }));
    expect(columns).toContain('Kolumnerna läses som du har sagt. Filen kommer från Klassboken.');
    expect(columns).toContain('Alla rader läses in på Ekdalagymnasiet.');
    await camilla.getByRole('button', { name: 'Läs in 3 rader' }).click();
    await camilla.getByRole('heading', { level: 1, name: 'Inläst: klasslista.csv' }).waitFor();
    const { rows } = await school.database.db.pool.query(
      `select count(*)::int as n, min(e.starts::text) as starts from people.person p
       join people.enrolment e on e.organiser_id = p.organiser_id and e.student_id = p.person_id
       where p.source_id in ('K0', 'K1', 'K2')`,
    );
    expect(rows[0]).toEqual({ n: 3, starts: '2026-08-17' });
  });

  test('the next file with the same headings is read by itself', async () => {
    await sendFiles(camilla, { 'december.csv': unknownRoster.replaceAll('IM26K', 'IM26L') });
    const main = await read(camilla.getByRole('main'));
    expect(main).toContain('Kolumnerna lästes som förra gången.');
    expect(main).toMatch(/3 ändrade/);
  });

  test('the old page of a file that has been read in says so, and changes nothing', async () => {
    await follow(camilla.getByRole('link', { name: 'Ändra hur kolumnerna läses' }));
    const old = camilla.url();
    await follow(camilla.getByRole('link', { name: 'Förhandsvisning' }));
    await camilla.getByRole('button', { name: /läs in/i }).click();
    await camilla.getByRole('heading', { level: 1, name: 'Inläst' }).waitFor();
    await camilla.goto(old);
    expect(await read(camilla.getByRole('status'))).toContain('Filen är redan inläst');
  });

  test('what is remembered can be changed and forgotten', async () => {
    await camilla.goto('/import');
    await follow(camilla.getByRole('link', { name: 'Sparade kolumner' }));
    await follow(camilla.getByRole('link', { name: 'Ändra Klassboken' }));
    await camilla.getByLabel('Systemet som filen kommer från').fill('Klassboken 2');
    await follow(camilla.getByRole('button', { name: 'Spara', exact: true }));
    expect(await read(camilla.getByRole('status'))).toContain('Kolumnerna är sparade.');
    await follow(camilla.getByRole('button', { name: 'Glöm Klassboken 2' }));
    expect(await read(camilla.getByRole('status'))).toContain('Kolumnerna är glömda.');
    await sendFiles(camilla, { 'januari.csv': unknownRoster });
    await camilla.getByRole('link', { name: 'Säg vad kolumnerna är' }).waitFor();
    expect(faults(camilla)).toEqual([]);
  });
});
