import type { Page } from 'playwright-core';
import { testCivicNumber } from '../../fixtures/test-civic-numbers.ts';

/** A roster as another system writes it: headings of its own under a title, days with the day first, no unit. */
export const unknownRoster = [
  '\ufeffElevlista;;;;;;',
  'Beteckning;Födelsenr;Namn 1;Namn 2;Avdelning;Börjar;Tel',
  ...[0, 1, 2].map((nth) =>
    [
      `K${nth}`,
      testCivicNumber('2009-03-01', nth),
      `Kim${nth}`,
      'Kartsson',
      'IM26K',
      '17/8/2026',
      '0701234567',
    ].join(';'),
  ),
  '',
].join('\r\n');

/** What its columns are, by what each list on the page is called. */
export const itsColumns = {
  Beteckning: 'Person-ID (elev)',
  Födelsenr: 'Personnummer (elev)',
  'Namn 1': 'Förnamn',
  'Namn 2': 'Efternamn',
  Avdelning: 'Klass',
  Börjar: 'Startdatum (inskriven från)',
} as const;

/** From the preview to the page where the columns are said, with the right kind and row chosen. */
export async function openColumns(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Säg vad kolumnerna är' }).click();
  await page.getByRole('heading', { level: 1, name: 'Kolumnerna i' }).waitFor();
  await page.getByLabel('Filen handlar om').selectOption({ label: 'Elever' });
  await page.getByLabel('Rubrikerna står på rad').selectOption({ value: '2' });
  await page.getByRole('button', { name: /^Visa kolumnerna/ }).click();
  await page.getByRole('heading', { level: 2, name: 'Vad är kolumnerna?' }).waitFor();
}

/** Says what the columns are. */
export async function sayColumns(page: Page, columns: Readonly<Record<string, string>>): Promise<void> {
  for (const [column, label] of Object.entries(columns))
    await page.getByLabel(`${column} läses som`, { exact: true }).selectOption({ label });
}

/** Saves, and waits for the preview that is made again. */
export async function saveColumns(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Spara och titta på filen igen' }).click();
  await page.getByRole('heading', { level: 1, name: 'Förhandsvisning' }).waitFor();
}
