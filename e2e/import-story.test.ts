import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { enterAs } from './harness/log-in.ts';
import { read } from './harness/read.ts';
import { sendFiles } from './harness/roster-file.ts';
import { openSchool } from './harness/school.ts';
import { holdUpReading, unitRoster } from './harness/unit-roster.ts';
import { faults } from './harness/window.ts';

describe.each([
  ['with script', 'on'],
  ['without script', 'off'],
] as const)('an administrator reads a new roster in, %s', async (_, script) => {
  const school = await openSchool();
  let camilla: Page;
  let missing = '';

  /** Two students are left out and one changes class; the protected one is left out too. */
  const roster = () =>
    unitRoster(school, (cells, nth) => {
      if (nth < 2) return null;
      return nth === 2 ? { ...cells, Klass: 'NY26A' } : cells;
    });

  test('the preview says what changes about whom, and who is missing', async () => {
    camilla = await enterAs(school, 'Camilla Ståhl', { script });
    await sendFiles(camilla, { 'elever.csv': await roster() });
    const changes = camilla.getByRole('table', { name: 'Det här ändras' });
    expect(await read(changes)).toMatch(/byter klass.*NY26A/);
    const panel = camilla.getByRole('region', { name: 'Vilka saknas i filerna?' });
    expect(await read(panel)).toMatch(/Ekdalagymnasiet: 3 av \d+ inskrivna elever står inte i filerna\./);
    const names = camilla.getByRole('table', { name: 'Elever som inte står i filerna' });
    expect(await names.getByRole('row').count()).toBe(4);
    expect(await read(names)).toContain('Skyddade uppgifter');
  });

  test('they are fetched as a file in which nobody has left yet, and nobody protected stands', async () => {
    const waiting = camilla.waitForEvent('download');
    await camilla.getByRole('link', { name: 'Ladda ner dem som elevfil' }).click();
    missing = Buffer.concat(await (await (await waiting).createReadStream()).toArray()).toString('utf8');
    expect(missing).toMatch(/^\ufeffPerson-ID;Personnummer;.*;Ta bort\r\n/);
    expect(missing.trim().split('\r\n')).toHaveLength(3);
  });

  test('the one who has left gets Ja, and is ended when the file is sent', async () => {
    await camilla.getByRole('button', { name: /^Läs in \d/ }).click();
    await camilla.getByRole('heading', { level: 1, name: 'Inläst' }).waitFor();
    const [headings, first, second] = missing.split('\r\n');
    await sendFiles(camilla, { 'har slutat.csv': [headings, `${first}Ja`, second, ''].join('\r\n') });
    const changes = camilla.getByRole('table', { name: 'Det här ändras' });
    expect(await read(changes)).toContain('avslutas');
    await camilla.getByRole('button', { name: /^Läs in 2 rader/ }).click();
    await camilla.getByRole('heading', { level: 1, name: 'Inläst: har slutat.csv' }).waitFor();
    expect(await read(camilla.getByRole('status'))).toContain('1 ändrad rad');
    expect(await read(camilla.getByRole('region', { name: 'Om inläsningen' }))).toMatch(
      /har slutat\.csv.*Camilla Ståhl/,
    );
  });

  test('a reading under way shows how far it has come, and is cut off at the press of a button', async () => {
    const letGo = await holdUpReading(school);
    const buffer = Buffer.from(await roster());
    await camilla.goto('/import');
    await camilla
      .getByLabel('Filer', { exact: true })
      .setInputFiles([{ name: 'elever.csv', mimeType: 'text/csv', buffer }]);
    await camilla.getByRole('button', { name: 'Titta på filerna' }).click();
    await camilla.getByRole('heading', { level: 1, name: 'Läser elever.csv' }).waitFor();
    expect(await read(camilla.getByRole('main'))).toContain(
      'Pågår en annan inläsning väntar den här på sin tur.',
    );
    await camilla.getByRole('button', { name: 'Avbryt läsningen' }).click();
    await camilla.getByRole('heading', { level: 1, name: 'Avbruten: elever.csv' }).waitFor();
    await letGo();
    expect(await read(camilla.getByRole('status'))).toContain(
      'Camilla Ståhl avbröt läsningen. Inget är ändrat.',
    );
    expect(faults(camilla)).toEqual([]);
  });
});
