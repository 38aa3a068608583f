import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { follow } from './harness/follow.ts';
import { enterAs } from './harness/log-in.ts';
import { read, readAll } from './harness/read.ts';
import { openSchool } from './harness/school.ts';
import { faults } from './harness/window.ts';

describe.each([
  ['with script', 'on'],
  ['without script', 'off'],
] as const)('a mentor’s morning, %s', async (_, script) => {
  const school = await openSchool();
  let maria: Page;

  test('the mentor sees at once whom to talk to today, and why', async () => {
    maria = await enterAs(school, 'Maria Holm', { script });
    const today = maria.getByRole('region', { name: 'Prata med i dag' });
    const names = await readAll(today.getByRole('heading', { level: 3 }));
    expect(names.toSorted()).toEqual(['Nora Lindgren', 'Yusuf Warsame']);
    const nora = await read(today.getByRole('article', { name: 'Nora Lindgren' }));
    expect(nora).toContain('Frånvaro 22 % senaste 4 skolveckorna: 18 av 82 lektioner');
    expect(nora).toMatch(/Tidigare egen nivå \d+ %, klassens median \d+ %/);
    const yusuf = await read(today.getByRole('article', { name: 'Yusuf Warsame' }));
    expect(yusuf).toContain('Yusuf bad 20 november om ett samtal med dig');
  });

  test('what works for the student stands before what worries', async () => {
    const nora = await read(maria.getByRole('article', { name: 'Nora Lindgren' }));
    expect(nora).toMatch(/Inga sena ankomster.*Frånvaro/);
  });

  test('the signal opens down to its lessons, and their number is the number in the sentence', async () => {
    await follow(maria.getByRole('link', { name: 'Nora Lindgren', exact: true }).first());
    await maria.getByRole('heading', { level: 1, name: 'Nora Lindgren' }).waitFor();
    const signals = maria.getByRole('region', { name: 'Signaler' });
    expect(await read(signals)).toContain('Klassens median');
    await signals.getByText('Visa alla 18 lektioner').first().click();
    const high = signals.getByRole('group').filter({ hasText: 'Frånvaro 22' }).first();
    const first = high.getByRole('table', { name: /Senaste frånvaron/ }).getByRole('rowheader');
    const others = high.getByRole('table', { name: /Övriga/ }).getByRole('rowheader');
    await others.first().waitFor();
    expect((await first.count()) + (await others.count())).toBe(18);
  });

  test('the page says why the mentor sees the student', async () => {
    const insight = maria.getByRole('region', { name: 'Insyn' });
    expect(await read(insight)).toContain('Du är Noras mentor sedan');
  });

  test('a talk is recorded in place with two answers, and the mentor stays on the page', async () => {
    await follow(maria.getByRole('link', { name: 'Mina elever' }).first());
    const row = maria.getByRole('article', { name: 'Nora Lindgren' });
    await follow(row.getByRole('link', { name: 'Logga samtal' }));
    const form = maria.getByRole('form', { name: 'Logga samtal med Nora' });
    await form.getByRole('radio', { name: 'Behöver något' }).check();
    await form.getByRole('textbox', { name: 'Vad kom ni fram till' }).fill('Byter buss på morgonen.');
    await follow(form.getByRole('button', { name: 'Spara samtalet' }));
    expect(await maria.getByText('Samtalet med Nora är sparat').isVisible()).toBe(true);
    expect(new URL(maria.url()).pathname).toBe('/mina-elever');
  });

  test('the signal rests: Nora is no longer among those to talk to today', async () => {
    const today = maria.getByRole('region', { name: 'Prata med i dag' });
    expect(await readAll(today.getByRole('heading', { level: 3 }))).toEqual(['Yusuf Warsame']);
    const resting = maria.getByRole('region', { name: 'Väntar och vilar' });
    expect(await readAll(resting.getByRole('link'))).toContain('Nora Lindgren');
    const due = maria.getByRole('region', { name: 'Att göra' });
    expect(await read(due)).toContain('Nytt samtal: Nora Lindgren');
  });

  test('the talk stands in the student’s time line, and her signals say that they rest and why', async () => {
    await follow(maria.getByRole('link', { name: 'Nora Lindgren', exact: true }).first());
    expect(await read(maria.getByRole('region', { name: 'Händelser' }))).toContain('Byter buss på morgonen.');
    const signals = await read(maria.getByRole('region', { name: 'Signaler' }));
    expect(signals).toContain('Signalen vilar till 7 december. Någon har talat med eleven 23 november.');
  });

  test.each(['Gunvor Palm', 'Henrik Sandell'])(
    '%s finds in the log who recorded it, and why she could',
    async (reader) => {
      const page = await enterAs(school, reader, { script });
      await page.goto('/logg');
      await page.getByRole('textbox', { name: 'Gäller' }).fill('Nora');
      await page.getByRole('combobox', { name: 'Händelse' }).selectOption({ label: 'logga samtal' });
      await follow(page.getByRole('button', { name: 'Visa' }));
      const log = page.getByRole('region', { name: 'Vem har läst och gjort vad' });
      const rows = log.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Maria Holm' }) });
      expect(await readAll(rows)).toEqual([expect.stringMatching(/Nora Lindgren.*mentor/)]);
      expect(faults(page)).toEqual([]);
    },
  );

  test('nothing went wrong in the mentor’s window on the way', () => {
    expect(faults(maria)).toEqual([]);
  });
});
