import type { Page } from 'playwright-core';
import { testCivicNumber } from '../../fixtures/test-civic-numbers.ts';

/** A picture of the documentation: who looks, at what, in which size. */
export interface Scene {
  readonly name: string;
  readonly as: string;
  readonly open: (page: Page) => Promise<unknown>;
  readonly width?: number;
  /** Where it is cut off; the whole page unless told. */
  readonly height?: number;
}

const maria = 'Maria Holm';

/** In this order: the later ones see what the earlier ones have done. */
export const scenes: readonly Scene[] = [
  { name: 'mina-elever', as: maria, height: 1180, open: (page) => page.goto('/mina-elever') },
  { name: 'telefon', as: maria, width: 390, height: 1180, open: (page) => page.goto('/mina-elever') },
  { name: 'elev', as: maria, open: (page) => openStudent(page, 'Nora Lindgren') },
  { name: 'elever', as: 'Henrik Sandell', height: 1180, open: (page) => page.goto('/elever') },
  { name: 'import', as: 'Camilla Ståhl', open: sendFile },
  { name: 'export', as: 'Lars Nordin', open: (page) => page.goto('/export') },
  { name: 'gransvarden', as: 'Eva Rönnlund', height: 1180, open: openLimit },
  { name: 'regler', as: maria, height: 1180, open: (page) => page.goto('/regler') },
  { name: 'regel', as: maria, height: 1180, open: tryRule },
  { name: 'logg', as: 'Gunvor Palm', height: 1180, open: (page) => page.goto('/logg') },
  { name: 'hittas-inte', as: maria, open: (page) => page.goto('/elever/999999') },
  { name: 'tomt', as: maria, height: 760, open: talkToEverybody },
];

async function openStudent(page: Page, name: string): Promise<void> {
  await page.goto('/mina-elever');
  await page.getByRole('link', { name, exact: true }).first().click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

async function openLimit(page: Page): Promise<void> {
  await page.goto('/gransvarden#N01');
  await page.getByRole('region', { name: 'Hög frånvaro' }).getByText('Ändra gränserna').click();
}

/** Who may decide on distance education: asked for somebody to whom the principal has handed it over. */
async function tryRule(page: Page): Promise<void> {
  await page.goto('/regler/support/may-decide');
  await page.getByLabel('I vilken egenskap beslutet fattas').selectOption('delegate');
  await page.getByLabel('Rektorn har överlåtit beslutet').selectOption('ja');
  await page.getByRole('button', { name: 'Pröva' }).click();
  await page.getByRole('heading', { level: 2, name: 'Regeln säger nej' }).waitFor();
  await page.evaluate(() => scrollTo(0, 0));
}

/** Everybody of the day has been talked to: the page says so, and what is a good thing to do. */
async function talkToEverybody(page: Page): Promise<void> {
  await page.goto('/mina-elever');
  const save = page.getByRole('button', { name: 'Spara samtalet' });
  while ((await save.count()) > 0) {
    await page.getByRole('radio', { name: 'Går bra' }).check();
    await Promise.all([page.waitForEvent('load'), save.click()]);
  }
  await page.goto('/mina-elever');
}

const names = [
  'Alice Åberg',
  'Liam Nordin',
  'Selma Ström',
  'Noah Viklund',
  'Maja Öst',
  'Adam Hedin',
  'Stina ',
];

/** New students of a class, two of them with something to put right. */
async function sendFile(page: Page): Promise<void> {
  const rows = names.map((name, nth) => {
    const [givenName, familyName] = name.split(' ');
    const unit = nth === 4 ? '99000102' : '99000101';
    const number = testCivicNumber('2010-01-01', nth);
    return `ny-${nth};${number};${givenName};${familyName};GY;${unit};1;SASAM;SA26A;2026-08-17;Holm Maria`;
  });
  const headings =
    'Person-ID;Personnummer;Förnamn;Efternamn;Skolform;Skolenhetskod;Årskurs;Studievägskod;Klass;Startdatum;Mentor';
  const buffer = Buffer.from(['\ufeff', headings, '\r\n', rows.join('\r\n'), '\r\n'].join(''));
  await page.goto('/import');
  await page
    .getByLabel('Filer', { exact: true })
    .setInputFiles([{ name: 'elever.csv', mimeType: 'text/csv', buffer }]);
  await page.getByRole('button', { name: 'Titta på filerna' }).click();
  await page.getByRole('heading', { level: 1, name: 'Förhandsvisning' }).waitFor();
}
