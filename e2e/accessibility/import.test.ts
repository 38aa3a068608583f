import type { Page } from 'playwright-core';
import { otherUnit, ownUnit, rosterFile, rosterHeadings, sendFiles } from '../harness/roster-file.ts';
import { openSchool } from '../harness/school.ts';
import { holdUpReading, unitRoster } from '../harness/unit-roster.ts';
import {
  itsColumns,
  openColumns,
  saveColumns,
  sayColumns,
  unknownRoster,
} from '../harness/unknown-roster.ts';
import { checkStates, type PageState } from './check-states.ts';

const school = await openSchool();

const administrator = { as: 'Camilla Ståhl' } as const;

/** Everybody of the unit in another class: an amount of change that nobody believes. */
async function everybodyInAnotherClass(): Promise<string> {
  const { rows } = await school.database.db.pool.query<{ source: string; given: string; family: string }>(
    `select p.source_id as source, p.given_name as given, p.family_name as family
     from people.person p join people.placement l on l.organiser_id = p.organiser_id and l.student_id = p.person_id
     join organisation.school_unit u on u.organiser_id = l.organiser_id and u.unit_id = l.unit_id where u.code = $1`,
    [ownUnit],
  );
  const lines = rows.map(({ source, given, family }) =>
    [source, '', given, family, 'GY', ownUnit, '1', 'XX26A', ''].join(';'),
  );
  return [rosterHeadings, ...lines, ''].join('\r\n');
}

/** A reading that waits for a colleague's, on a page that does not come again by itself while it is looked at. */
async function heldUp(page: Page, meanwhile: () => Promise<void> = async () => undefined): Promise<void> {
  const letGo = await holdUpReading(school);
  await page.route(/\/import\/\d+$/, async (route) => {
    const response = await route.fetch({ maxRedirects: 0 });
    const { refresh: _refresh, ...headers } = response.headers();
    await route.fulfill({ response, headers });
  });
  await page.goto('/import');
  await page
    .getByLabel('Filer', { exact: true })
    .setInputFiles([{ name: 'elever.csv', mimeType: 'text/csv', buffer: Buffer.from(rosterFile) }]);
  await page.getByRole('button', { name: 'Titta på filerna' }).click();
  await page.getByRole('button', { name: 'Avbryt läsningen' }).waitFor();
  await meanwhile();
  await letGo();
}

async function readIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Läs in \d/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Inläst' }).waitFor();
}

const states: readonly PageState[] = [
  {
    name: 'Import before anything is read in, with the headings open',
    ...administrator,
    open: async (page) => {
      await page.goto('/import');
      for (const kind of await page.locator('summary', { hasText: 'Rubriker' }).all()) await kind.click();
    },
  },
  {
    name: 'Import with too many files',
    ...administrator,
    open: async (page) => {
      await page.goto('/import');
      const files = Array.from({ length: 21 }, (_, nth) => ({
        name: `${nth}.csv`,
        mimeType: 'text/csv',
        buffer: Buffer.from('a;b'),
      }));
      await page.getByLabel('Filer', { exact: true }).setInputFiles(files);
      await page.getByRole('button', { name: 'Titta på filerna' }).click();
      await page.getByText('Välj högst 20 filer').waitFor();
    },
  },
  {
    name: 'Preview with refused rows, and a file that cannot be read',
    ...administrator,
    open: (page) =>
      sendFiles(page, {
        'elever.csv': rosterFile,
        'en lista med ett mycket långt namn utan rubriker.csv': 'a;b\r\n1;2\r\n',
      }),
  },
  {
    name: 'Preview of an improbable change',
    ...administrator,
    open: async (page) => sendFiles(page, { 'elever.csv': await everybodyInAnotherClass() }),
  },
  {
    name: 'Preview of changes, with students who are missing and the checks open',
    ...administrator,
    open: async (page) => {
      const file = await unitRoster(school, (cells, nth) =>
        nth < 3 ? null : nth === 3 ? { ...cells, Klass: 'NY26A', Efternamn: 'Ny-Efternamnsson' } : cells,
      );
      await sendFiles(page, { 'elever.csv': file });
      await page.locator('summary', { hasText: 'utan anmärkning' }).click();
    },
  },
  {
    name: 'Reading under way, held up by a colleague’s',
    ...administrator,
    open: heldUp,
  },
  {
    name: 'A reading that was cut off',
    ...administrator,
    open: async (page) => {
      await heldUp(page, async () => {
        await page.getByRole('button', { name: 'Avbryt läsningen' }).click();
      });
      for (const heading = page.getByRole('heading', { level: 1, name: 'Avbruten' }); ; await page.reload())
        if ((await heading.count()) > 0) break;
    },
  },
  {
    name: 'Read in',
    ...administrator,
    open: async (page) => {
      await sendFiles(page, { 'elever.csv': rosterFile });
      await readIn(page);
    },
  },
  {
    name: 'Nothing new, and a run of another unit',
    ...administrator,
    open: (page) => sendFiles(page, { 'elever.csv': rosterFile.replaceAll(otherUnit, ownUnit) }),
  },
  {
    name: 'Saying what the columns of a file are',
    ...administrator,
    open: async (page) => {
      await sendFiles(page, { 'klasslista.csv': unknownRoster });
      await openColumns(page);
    },
  },
  {
    name: 'Columns that do not hold together, told all at once',
    ...administrator,
    open: async (page) => {
      await sendFiles(page, { 'klasslista.csv': unknownRoster });
      await openColumns(page);
      await sayColumns(page, { ...itsColumns, 'Namn 2': 'Förnamn' });
      await page.getByRole('button', { name: 'Spara och titta på filen igen' }).click();
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'Columns of a file about several units, one with a heading without end, by who reads in for all',
    as: 'Lars Nordin',
    open: async (page) => {
      await sendFiles(page, { 'klasslista.csv': unknownRoster.replace('Tel', 'Telefon'.repeat(20)) });
      await openColumns(page);
    },
  },
  {
    name: 'No columns saved yet',
    ...administrator,
    open: (page) => page.goto('/import/kolumner'),
  },
  {
    name: 'Preview of a file whose columns were said',
    ...administrator,
    open: async (page) => {
      await sendFiles(page, { 'klasslista.csv': unknownRoster });
      await openColumns(page);
      await sayColumns(page, itsColumns);
      await saveColumns(page);
    },
  },
  {
    name: 'Columns of a file that has been read in',
    ...administrator,
    open: async (page) => {
      await sendFiles(page, { 'klasslista.csv': unknownRoster });
      await readIn(page);
      await page.goto(`${page.url()}/kolumner?fil=0`);
      await page.getByText('Filen är redan inläst').waitFor();
    },
  },
  {
    name: 'Saved columns',
    ...administrator,
    open: (page) => page.goto('/import/kolumner'),
  },
  {
    name: 'Saved columns being changed',
    ...administrator,
    open: async (page) => {
      await page.goto('/import/kolumner');
      await page
        .getByRole('link', { name: /^Ändra/ })
        .first()
        .click();
      await page.getByRole('heading', { level: 1, name: 'Ändra kolumner' }).waitFor();
    },
  },
  { name: 'Import with runs', ...administrator, open: (page) => page.goto('/import') },
];

checkStates(school, states);
