import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { enterAs } from './harness/log-in.ts';
import { read } from './harness/read.ts';
import { openSchool } from './harness/school.ts';
import { openWindow } from './harness/window.ts';

const school = await openSchool();
const ebba = await school.addressOf('Ebba Sjögren');
const isak = await school.addressOf('Isak Hedlund');

/** What a page that the reader may not see says, without the reader's own name. */
async function answerTo(
  page: Page,
  address: string,
): Promise<{ status: number | undefined; source: string }> {
  const answer = await page.goto(address);
  return { status: answer?.status(), source: await page.content() };
}

describe('a page outside one’s scope', () => {
  test.each(['', '/samtal', '/oro', '/skyddade-uppgifter'])(
    'another organiser’s student%s is answered exactly as a number that does not exist',
    async (below) => {
      const henrik = await enterAs(school, 'Henrik Sandell');
      const theirs = await answerTo(henrik, `${ebba}${below}`);
      expect(theirs.status).toBe(404);
      expect(theirs).toEqual(await answerTo(henrik, `/elever/999999${below}`));
      expect(await read(henrik.getByRole('main'))).toContain('Vi hittar ingen sådan sida');
    },
  );

  test('a student at another school of the same organiser is answered the same way to a mentor', async () => {
    const maria = await enterAs(school, 'Maria Holm');
    const theirs = await answerTo(maria, isak);
    expect(theirs).toEqual(await answerTo(maria, '/elever/999999'));
    expect(theirs.status).toBe(404);
  });

  test('a talk sent about another organiser’s student is refused the same way, and is not recorded', async () => {
    const maria = await enterAs(school, 'Maria Holm');
    const form = {
      requestKey: crypto.randomUUID(),
      heldOn: '2026-11-23',
      outcome: 'fine',
      note: 'Skrivet utifrån',
      nextStep: 'none',
      nextOn: '',
    };
    const headers = { origin: school.url };
    const answer = await maria.request.post(`${ebba}/samtal`, { form, headers });
    expect(answer.status()).toBe(404);
    const karin = await enterAs(school, 'Karin Dahl');
    await karin.goto(ebba);
    expect(await karin.content()).not.toContain('Skrivet utifrån');
  });

  test.each([
    ['Maria Holm', '/import'],
    ['Maria Holm', '/logg'],
    ['Gunvor Palm', '/elever'],
    ['Gunvor Palm', '/mina-elever'],
    ['Camilla Ståhl', '/elever'],
    ['Nora Lindgren', '/elever'],
    ['Nora Lindgren', '/mina-elever'],
    ['Maria Holm', '/finns-inte'],
  ])('%s gets the page of what does not exist at %s', async (name, address) => {
    const page = await enterAs(school, name);
    const answer = await page.goto(address);
    expect(answer?.status()).toBe(404);
    expect(await page.title()).toBe('Vi hittar ingen sådan sida – Fullfölj');
  });
});

describe('whoever is not logged in', () => {
  test.each(['/', '/mina-elever', '/elever', '/logg', '/import', '/gransvarden', '/min-sida', '/finns-inte'])(
    'is led from %s to the log-in page, and afterwards back',
    async (address) => {
      const page = await openWindow(school);
      await page.goto(address);
      expect(new URL(page.url()).pathname).toBe('/logga-in');
      const back = new URL(page.url()).searchParams.get('tillbaka') ?? '/';
      expect(back).toBe(address);
    },
  );

  test('who has logged out does not get the page back with the browser’s back button', async () => {
    const maria = await enterAs(school, 'Maria Holm');
    await maria.getByRole('button', { name: 'Logga ut' }).first().click();
    await maria.getByRole('heading', { name: 'Du är utloggad' }).waitFor();
    await maria.goBack();
    expect(await maria.getByRole('heading', { name: 'Mina elever' }).count()).toBe(0);
    await maria.goto('/mina-elever');
    expect(new URL(maria.url()).pathname).toBe('/logga-in');
  });
});
