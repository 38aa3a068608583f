import type { Page } from 'playwright-core';
import { openSchool } from '../harness/school.ts';
import { checkStates, type PageState } from './check-states.ts';

const school = await openSchool();

const administrator = { as: 'Lars Nordin' } as const;

async function fill(page: Page, name: string, address: string): Promise<void> {
  await page.goto('/import/kallor/ny');
  await page.getByLabel('Namn', { exact: true }).fill(name);
  await page.getByLabel('Adress', { exact: true }).fill(address);
  await page.getByRole('radio', { name: 'Fast nyckel' }).check();
  await page.getByLabel('Nyckel', { exact: true }).fill('en-nyckel');
  await page.getByRole('button', { name: 'Spara' }).click();
}

/** As after a first pull that nobody has read in yet. */
async function pulled(): Promise<void> {
  const { pool } = school.database.db;
  await pool.query(
    `update ss12000.source set outcome = '{"state":"previewed"}', started_at = now(), completed_at = now()`,
  );
  await pool.query(
    `insert into ss12000.cursor (organiser_id, source_id, resource, since, objects)
     select organiser_id, source_id, resource, now(), 1200
     from ss12000.source, unnest(array['persons', 'studyplans', 'attendances', 'calendarEvents']) resource
     on conflict do nothing`,
  );
}

const states: readonly PageState[] = [
  { name: 'Sources when there is none', ...administrator, open: (page) => page.goto('/import/kallor') },
  {
    name: 'A new source with everything wrong',
    ...administrator,
    open: async (page) => {
      await fill(page, 'Ett system', 'en adress utan början');
      await page.getByText('behöver rättas').waitFor();
    },
  },
  {
    name: 'A source that was just added',
    ...administrator,
    open: async (page) => {
      await fill(page, 'Skolsystemet', 'https://127.0.0.1:8443/en/mycket/lang/adress/utan/mellanslag/v2.0');
      await page.getByText('Källan är sparad.').waitFor();
    },
  },
  {
    name: 'A source whose connection does not work, with what can be done opened',
    ...administrator,
    open: async (page) => {
      await page.goto('/import/kallor');
      await page.getByRole('link', { name: 'Skolsystemet' }).click();
      await page.getByRole('button', { name: 'Prova anslutningen' }).click();
      await page.getByText('Anslutningen fungerar inte').waitFor();
      for (const more of await page.locator('summary', { hasText: '…' }).all()) await more.click();
    },
  },
  {
    name: 'A source that waits to be read in',
    ...administrator,
    open: async (page) => {
      await pulled();
      await page.goto('/import/kallor');
      await page.getByRole('link', { name: 'Skolsystemet' }).click();
      await page.getByText('Väntar på dig').waitFor();
    },
  },
  { name: 'Sources', ...administrator, open: (page) => page.goto('/import/kallor') },
  {
    name: 'Changing a source',
    ...administrator,
    open: async (page) => {
      await page.goto('/import/kallor');
      await page.getByRole('link', { name: 'Skolsystemet' }).click();
      await page.getByRole('link', { name: 'Ändra källan' }).click();
    },
  },
];

checkStates(school, states);
