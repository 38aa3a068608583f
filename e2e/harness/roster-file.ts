import type { Page } from 'playwright-core';
import { testCivicNumber } from '../../fixtures/test-civic-numbers.ts';

/** Two units of the cast's municipality: Ekdalagymnasiet and Hamngymnasiet. */
export const ownUnit = '99000101';
/** Not the unit of Ekdalagymnasiet's administrator. */
export const otherUnit = '99000102';

/** The headings of `rosterFile`. */
export const rosterHeadings =
  'Person-ID;Personnummer;Förnamn;Efternamn;Skolform;Skolenhetskod;Årskurs;Klass;Startdatum';

const students = [0, 1, 2, 3, 4, 5].map((nth) =>
  [
    `N${nth}`,
    testCivicNumber('2009-01-01', nth),
    `Ny${nth}`,
    nth === 1 ? '' : 'Elevsson',
    'GY',
    nth === 5 ? otherUnit : ownUnit,
    '1',
    'IM26Z',
    '2026-08-17',
  ].join(';'),
);

/** Six new students: the second lacks a family name, the last goes to another unit. */
export const rosterFile = [`\ufeff${rosterHeadings}`, ...students, ''].join('\r\n');

/** Sends files by the page Import and waits for the preview of them. Contents by name. */
export async function sendFiles(page: Page, files: Readonly<Record<string, string>>): Promise<void> {
  await page.goto('/import');
  const chosen = Object.entries(files).map(([name, text]) => ({
    name,
    mimeType: 'text/csv',
    buffer: Buffer.from(text),
  }));
  await page.getByLabel('Filer', { exact: true }).setInputFiles(chosen);
  await page.getByRole('button', { name: 'Titta på filerna' }).click();
  await page.getByRole('heading', { level: 1, name: 'Förhandsvisning' }).waitFor();
}
