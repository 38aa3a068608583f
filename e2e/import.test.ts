import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { follow } from './harness/follow.ts';
import { enterAs } from './harness/log-in.ts';
import { read } from './harness/read.ts';
import { otherUnit, ownUnit, rosterFile, rosterHeadings, sendFiles } from './harness/roster-file.ts';
import { openSchool } from './harness/school.ts';
import { faults } from './harness/window.ts';

describe.each([
  ['with script', 'on'],
  ['without script', 'off'],
] as const)('an administrator reads a file in, %s', async (_, script) => {
  const school = await openSchool();
  let camilla: Page;
  let refused = '';

  test('the page begins empty, and says which headings a file needs', async () => {
    camilla = await enterAs(school, 'Camilla Ståhl', { script });
    await camilla.goto('/import');
    expect(await read(camilla.getByRole('region', { name: 'Inga filer är inlästa än' }))).toContain(
      'Börja med filen med elever',
    );
    const formats = camilla.getByRole('region', { name: 'Filer som går att läsa in', exact: true });
    await formats.locator('summary', { hasText: 'Elever' }).click();
    expect(await read(formats)).toContain(
      'Måste finnas: Personnummer eller Person-ID, Förnamn, Efternamn och Skolenhetskod.',
    );
  });

  test('the preview says what would happen, which rows are stopped and why, and changes nothing', async () => {
    await sendFiles(camilla, { 'elever.csv': rosterFile });
    const figures = await read(
      camilla.getByRole('region', { name: 'Filerna i korthet' }).or(camilla.locator('.ff-keys')).first(),
    );
    expect(figures).toContain('Läses in 4');
    const table = await read(camilla.getByRole('table', { name: '2 rader stoppas' }));
    expect(table).toContain('Efternamn saknas.');
    expect(table).toContain('Fyll i det.');
    expect(table).toContain('Filen får bara innehålla din skolenhet.');
    const { rows } = await school.database.db.pool.query(
      `select count(*)::int as n from people.person where source_id like 'N_'`,
    );
    expect(rows[0].n).toBe(0);
  });

  test('the refused rows are fetched under the headings of the file', async () => {
    const waiting = camilla.waitForEvent('download');
    await camilla.getByRole('link', { name: 'Ladda ner stoppade rader ur elever.csv' }).click();
    refused = Buffer.concat(await (await (await waiting).createReadStream()).toArray()).toString('utf8');
    expect(refused.split('\r\n')[0]).toBe(`\ufeff${rosterHeadings};Rad i filen;Kolumn;Skäl;Gör så här`);
    expect(refused.split('\r\n')).toHaveLength(4);
  });

  test('the rest is read in at the press of a button', async () => {
    await camilla.getByRole('button', { name: 'Läs in 4 rader' }).click();
    await camilla.getByRole('heading', { level: 1, name: 'Inläst: elever.csv' }).waitFor();
    expect(await read(camilla.getByRole('status'))).toContain('4 nya rader');
  });

  test('the refused rows are put right and sent again as they are', async () => {
    const corrected = refused.replace(';Ny1;;', ';Ny1;Elevsson;').replace(otherUnit, ownUnit);
    await sendFiles(camilla, { 'rättade.csv': corrected });
    await camilla.getByRole('button', { name: 'Läs in 2 rader' }).click();
    await camilla.getByRole('heading', { level: 1, name: 'Inläst: rättade.csv' }).waitFor();
    const { rows } = await school.database.db.pool.query(
      `select count(*)::int as n from people.person where source_id like 'N_'`,
    );
    expect(rows[0].n).toBe(6);
  });

  test('the same file again has nothing new in it', async () => {
    await sendFiles(camilla, { 'elever.csv': rosterFile });
    expect(await read(camilla.getByRole('main'))).toContain('Det finns inget nytt att läsa in.');
    await follow(camilla.getByRole('button', { name: 'Avbryt' }));
    const runs = await read(camilla.getByRole('table', { name: 'Tidigare inläsningar' }));
    expect(runs).toMatch(
      /elever\.csv.*Avbruten.*rättade\.csv.*Camilla Ståhl.*Inläst Elever: 2 nya.*elever\.csv.*Inläst Elever: 4 nya, 2 stoppade/,
    );
    expect(faults(camilla)).toEqual([]);
  });

  test('the log says who read files in, and the new students stand in the list', async () => {
    const gunvor = await enterAs(school, 'Gunvor Palm', { script });
    expect(await read(gunvor.getByRole('main'))).toMatch(
      /Camilla Ståhl.*Inläsning av filer.*skoladministratör/,
    );
    const henrik = await enterAs(school, 'Henrik Sandell', { script });
    await henrik.goto('/elever?namn=Elevsson');
    expect(await read(henrik.getByRole('main'))).toContain('6 elever');
  });

  test('it is not there for a mentor', async () => {
    const maria = await enterAs(school, 'Maria Holm', { script });
    expect((await maria.goto('/import'))?.status()).toBe(404);
    expect(await maria.getByRole('link', { name: 'Import' }).count()).toBe(0);
  });
});
