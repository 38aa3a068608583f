import type { Cookie, Page } from 'playwright-core';
import type { School } from './school.ts';
import { openWindow, type WindowOptions } from './window.ts';

/** Sessions that were begun on the log-in page, by school and name: nobody logs in twice the same morning. */
const sessions = new WeakMap<School, Map<string, Cookie[]>>();

/** A window in which somebody of the cast is logged in, on the page where they begin. */
export async function enterAs(school: School, name: string, options: WindowOptions = {}): Promise<Page> {
  const page = await openWindow(school, options);
  const known = sessions.get(school) ?? new Map<string, Cookie[]>();
  sessions.set(school, known);
  await page.context().addCookies(known.get(name) ?? []);
  await page.goto('/');
  if (new URL(page.url()).pathname === '/logga-in') await chooseOnLogIn(page, name);
  known.set(name, await page.context().cookies());
  return page;
}

/** Chooses who to be on the log-in page that is shown. */
export async function chooseOnLogIn(page: Page, name: string): Promise<void> {
  await page
    .getByRole('button', { name: `Logga in som ${name}` })
    .first()
    .click();
  await page.waitForURL((url) => !url.pathname.startsWith('/logga-in'));
}
