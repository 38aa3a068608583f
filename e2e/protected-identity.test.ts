import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { follow } from './harness/follow.ts';
import { enterAs } from './harness/log-in.ts';
import { read, readAll } from './harness/read.ts';
import { openSchool } from './harness/school.ts';
import { openWindow } from './harness/window.ts';

const school = await openSchool();
/** Those of the cast whose identity is protected: given name, family name. Viveka is Agnes's guardian. */
const hidden = /Agnes|Törnblad|Viveka|Hugo Alm/;

describe('a student with protected identity', () => {
  test('is not named on the log-in page', async () => {
    const page = await openWindow(school, { script: 'off' });
    await page.goto('/logga-in');
    expect(await page.content()).not.toMatch(hidden);
  });

  test('is not found by her name, neither in the list nor in the log', async () => {
    const henrik = await enterAs(school, 'Henrik Sandell');
    await henrik.goto('/elever?namn=T%C3%B6rnblad');
    await henrik.getByRole('heading', { name: 'Inga elever stämmer med urvalet' }).waitFor();
    await henrik.goto('/logg?galler=T%C3%B6rnblad');
    await henrik.getByText('Inga poster i urvalet').waitFor();
  });

  test('is opened by the principal only with a reason, shown once, and logged with the reason', async () => {
    const henrik = await enterAs(school, 'Henrik Sandell');
    const address = await protectedStudent(henrik);
    await henrik.goto(address);
    expect(await henrik.content()).not.toMatch(hidden);
    await follow(henrik.getByRole('link', { name: 'Öppna identiteten, med skäl' }));
    await follow(henrik.getByRole('button', { name: 'Öppna' }));
    expect(await read(henrik.getByRole('main'))).toContain('Välj varför du behöver se vem eleven är.');
    await henrik.getByRole('radio', { name: 'Kontakt med vårdnadshavare' }).check();
    await follow(henrik.getByRole('button', { name: 'Öppna' }));
    expect(await read(henrik.getByRole('region', { name: 'Eleven' }))).toContain('Agnes Törnblad');

    const gunvor = await enterAs(school, 'Gunvor Palm');
    await gunvor.goto('/logg?handelse=identity.open-protected');
    const log = gunvor.getByRole('region', { name: 'Vem har läst och gjort vad' });
    expect(await readAll(log.getByRole('rowheader'))).toEqual(['Henrik Sandell']);
    expect(await gunvor.content()).not.toMatch(hidden);
  });

  test('is not opened by her mentor, who gets the page of what does not exist', async () => {
    const henrik = await enterAs(school, 'Henrik Sandell');
    const address = await protectedStudent(henrik);
    const maria = await enterAs(school, 'Maria Holm');
    await maria.goto(address);
    expect(await maria.getByRole('link', { name: 'Öppna identiteten' }).count()).toBe(0);
    const answer = await maria.goto(`${address}/skyddade-uppgifter`);
    expect(answer?.status()).toBe(404);
  });
});

async function protectedStudent(page: Page): Promise<string> {
  await page.goto('/elever');
  return (await page.getByRole('link', { name: 'Skyddade uppgifter' }).first().getAttribute('href'))!;
}
