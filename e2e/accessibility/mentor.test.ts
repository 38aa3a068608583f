import type { Page } from 'playwright-core';
import { follow } from '../harness/follow.ts';
import { openSchool } from '../harness/school.ts';
import { checkStates, type PageState } from './check-states.ts';

const school = await openSchool();
const as = 'Maria Holm';

function student(name: string) {
  return async (page: Page) => follow(page.getByRole('link', { name, exact: true }).first());
}

async function openAllFolds(page: Page): Promise<void> {
  for (const fold of await page.locator('main details:not([open]) > summary').all()) {
    if (await fold.isVisible()) await fold.click();
  }
}

const states: readonly PageState[] = [
  { name: 'Mina elever', as, open: async () => {} },
  { name: 'Mina elever with the menu open', as, open: openMenu },
  { name: 'Mina elever after a talk is saved', as, open: saveTalk },
  { name: 'Mina elever of a mentor with nobody to talk to', as: 'Johan Wester', open: async () => {} },
  { name: 'Mina elever of a mentor with an urgent signal', as: 'Stig Mattsson', open: async () => {} },
  { name: 'Elev with signals', as, open: student('Nora Lindgren') },
  {
    name: 'Elev with everything opened',
    as,
    open: async (page) => {
      await student('Nora Lindgren')(page);
      await openAllFolds(page);
      await openAllFolds(page);
    },
  },
  { name: 'Elev with a signal that rests', as, open: student('Leo Hedberg') },
  { name: 'Elev without signals', as, open: student('Saga Malm') },
  { name: 'Elev who changed school', as, open: student('Liv Sundin') },
  { name: 'Elev with protected identity', as, open: student('Skyddade uppgifter') },
  { name: 'Elev without lessons', as: 'Karim Lodin', open: student('Meron Tesfay') },
  { name: 'Logga samtal', as, open: (page) => below(page, 'samtal') },
  {
    name: 'Logga samtal with all that is missing',
    as,
    open: async (page) => {
      await below(page, 'samtal');
      await page.getByLabel('Senast').fill('');
      await follow(page.getByRole('button', { name: 'Spara samtalet' }));
    },
  },
  { name: 'Lyft en oro', as, open: (page) => below(page, 'oro') },
  {
    name: 'Lyft en oro with nothing chosen',
    as,
    open: async (page) => {
      await below(page, 'oro');
      await follow(page.getByRole('button', { name: 'Lyft oron' }));
    },
  },
  { name: 'Lyft en oro by somebody who may not read', as: 'Camilla Ståhl', open: reportedByAdministrator },
  { name: 'Not found', as, open: (page) => page.goto('/elever/999999') },
];

async function openMenu(page: Page): Promise<void> {
  await page.setViewportSize({ width: 320, height: 800 });
  await page.getByText('Meny', { exact: true }).click();
}

async function below(page: Page, path: string): Promise<void> {
  await page.goto(`${await school.addressOf('Elin Sandqvist')}/${path}`);
}

async function saveTalk(page: Page): Promise<void> {
  const form = page.getByRole('form', { name: 'Logga samtal med Yusuf' });
  await form.getByRole('radio', { name: 'Går bra' }).check();
  await follow(form.getByRole('button', { name: 'Spara samtalet' }));
}

async function reportedByAdministrator(page: Page): Promise<void> {
  await page.goto(`${await school.addressOf('Nora Lindgren')}/oro`);
  await page.getByRole('radio', { name: 'Närvaro' }).check();
  await follow(page.getByRole('button', { name: 'Lyft oron' }));
}

checkStates(school, states);
