import type { Page } from 'playwright-core';
import { follow } from '../harness/follow.ts';
import { openSchool } from '../harness/school.ts';
import { checkStates, type PageState } from './check-states.ts';

const principal = 'Henrik Sandell';
const head = 'Eva Rönnlund';
const officer = 'Gunvor Palm';

const at = (address: string) => (page: Page) => page.goto(address);

const states: readonly PageState[] = [
  { name: 'Elever', as: principal, open: at('/elever') },
  { name: 'Elever of two schools', as: head, open: at('/elever') },
  { name: 'Elever, filtered and sorted', as: principal, open: at('/elever?visa=aktiv&sortera=franvaro') },
  { name: 'Elever with nobody in the selection', as: principal, open: at('/elever?namn=finnsinte') },
  { name: 'Elev, seen by the principal', as: principal, open: firstStudent },
  { name: 'Öppna skyddade uppgifter', as: principal, open: askToOpen },
  {
    name: 'Öppna skyddade uppgifter without a reason',
    as: principal,
    open: async (page) => {
      await askToOpen(page);
      await follow(page.getByRole('button', { name: 'Öppna' }));
    },
  },
  {
    name: 'Skyddade uppgifter, opened',
    as: principal,
    open: async (page) => {
      await askToOpen(page);
      await page.getByRole('radio', { name: 'Nödläge' }).check();
      await follow(page.getByRole('button', { name: 'Öppna' }));
    },
  },
  { name: 'Behörigheter och logg', as: officer, open: at('/logg') },
  { name: 'Behörigheter och logg, of one unit', as: principal, open: at('/logg') },
  { name: 'Behörigheter without log', as: 'Camilla Ståhl', open: at('/logg') },
  { name: 'The log with nothing in the selection', as: officer, open: at('/logg?av=finnsinte') },
  { name: 'The log’s chain', as: officer, open: at('/logg/kedja') },
  { name: 'Not found, for the officer', as: officer, open: at('/elever') },
];

async function firstStudent(page: Page): Promise<void> {
  await page.goto('/elever');
  await follow(page.getByRole('main').getByRole('rowheader').getByRole('link').first());
}

async function askToOpen(page: Page): Promise<void> {
  await page.goto('/elever');
  await follow(page.getByRole('link', { name: 'Skyddade uppgifter' }).first());
  await follow(page.getByRole('link', { name: 'Öppna identiteten, med skäl' }));
}

checkStates(await openSchool(), states);
