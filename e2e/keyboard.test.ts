import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { enterAs } from './harness/log-in.ts';
import { readAll } from './harness/read.ts';
import { openSchool } from './harness/school.ts';
import { openWindow } from './harness/window.ts';

const school = await openSchool();

interface Focused {
  readonly words: string;
  readonly name: string;
  readonly outlined: boolean;
  /** Nothing has: the last one was left. */
  readonly isNothing: boolean;
}

/** What has focus: its words, and whether a line is drawn around it or the label that holds it. */
function focused(page: Page): Promise<Focused> {
  return page.evaluate(() => {
    const at = document.activeElement ?? document.body;
    const drawn = [at, at.closest('label')].some((each) => {
      const style = each && getComputedStyle(each);
      return style?.outlineStyle !== 'none' && Number.parseFloat(style?.outlineWidth ?? '0') >= 2;
    });
    const words = (at.closest('label') ?? at).textContent.trim();
    const isNothing = at === document.body;
    return { words, name: at.getAttribute('name') ?? '', outlined: drawn, isNothing };
  });
}

/** Presses Tab until the words or the name of what has focus match. */
async function tabTo(page: Page, wanted: RegExp): Promise<void> {
  for (let press = 0; press < 60; press++) {
    await page.keyboard.press('Tab');
    const { words, name } = await focused(page);
    if (wanted.test(words) || wanted.test(name)) return;
  }
  throw new Error(`Nothing that matches ${wanted} is reached by Tab`);
}

test('a talk is recorded with the keyboard alone', async () => {
  const maria = await enterAs(school, 'Maria Holm');
  await maria.keyboard.press('Tab');
  expect((await focused(maria)).words).toBe('Hoppa till innehållet');
  await maria.keyboard.press('Enter');
  await tabTo(maria, /^Går bra$/);
  await maria.keyboard.press('Space');
  await tabTo(maria, /^note$/);
  await maria.keyboard.type('Skrivet utan mus.');
  await tabTo(maria, /^Spara samtalet$/);
  await maria.keyboard.press('Enter');
  await maria.getByText(/Samtalet med \w+ är sparat/).waitFor();
  const names = await readAll(
    maria.getByRole('region', { name: 'Prata med i dag' }).getByRole('heading', { level: 3 }),
  );
  expect(names).toHaveLength(1);
});

test.each([
  ['Maria Holm', '/mina-elever'],
  ['Maria Holm', await school.addressOf('Nora Lindgren')],
  ['Henrik Sandell', '/elever'],
  ['Gunvor Palm', '/logg'],
  ['Nora Lindgren', '/min-sida'],
])('whatever has focus on the page of %s at %s shows it', async (name, address) => {
  const page = await enterAs(school, name);
  await page.goto(address);
  const hidden: string[] = [];
  let last = '';
  const places = await page
    .locator('a[href], button, input:not([type=hidden]), select, textarea, summary')
    .count();
  for (let press = 0; press < Math.min(places, 80); press++) {
    await page.keyboard.press('Tab');
    const { words, name: control, outlined, isNothing } = await focused(page);
    // A date is one control with a place each for year, month and day, which the browser marks itself.
    const another = (words || control) !== last;
    last = words || control;
    if (another && !outlined && !isNothing) hidden.push(last);
  }
  expect(hidden).toEqual([]);
});

test('the summary of what is missing takes focus, so that it is read first', async () => {
  const maria = await enterAs(school, 'Maria Holm');
  await maria.goto(`${await school.addressOf('Elin Sandqvist')}/samtal`);
  await tabTo(maria, /^Spara samtalet$/);
  await maria.keyboard.press('Enter');
  await maria.getByRole('alert').waitFor();
  expect((await focused(maria)).words).toMatch(/^En sak behöver rättas/);
});

test('somebody logs in with the keyboard alone', async () => {
  const page = await openWindow(school);
  await page.goto('/logga-in');
  await tabTo(page, /^Logga in som Karim Lodin$/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Mina elever' }).waitFor();
});
