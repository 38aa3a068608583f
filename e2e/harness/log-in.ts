import type { Page } from 'playwright-core';
import type { School } from './school.ts';
import { openWindow, type WindowOptions } from './window.ts';

/** A window in which somebody of the cast has logged in, on the page where they begin. */
export async function enterAs(school: School, name: string, options: WindowOptions = {}): Promise<Page> {
  const page = await openWindow(school, options);
  await page.goto('/logga-in');
  await chooseOnLogIn(page, name);
  return page;
}

/** Chooses who to be on the log-in page that is shown. A name is "Maria Holm"; a protected one "Skyddade uppgifter". */
export async function chooseOnLogIn(page: Page, name: string): Promise<void> {
  await page
    .getByRole('button', { name: `Logga in som ${name}` })
    .first()
    .click();
  await page.waitForURL((url) => !url.pathname.startsWith('/logga-in'));
}
