import { expect, test } from 'vitest';
import { enterAs } from './harness/log-in.ts';
import { openSchool } from './harness/school.ts';
import { structureFaults } from './harness/structure-faults.ts';
import { formsOf, sourcesOf } from './harness/walk.ts';

const school = await openSchool();

const everybody = [
  'Maria Holm',
  'Karim Lodin',
  'Tobias Ahl',
  'Sofia Ekman',
  'Henrik Sandell',
  'Camilla Ståhl',
  'Eva Rönnlund',
  'Gunvor Palm',
  'Nadja Petrović',
  'Nora Lindgren',
];

test.each(everybody)(
  'every link that %s meets leads to a page, and every form is answered, without script',
  async (name) => {
    const page = await enterAs(school, name, { script: 'off', width: 320 });
    const pages = await sourcesOf(page);
    expect(pages.size).toBeGreaterThan(0);
    const wrong: string[] = [];
    for (const [address, { status, source }] of pages) {
      if (status !== 200) wrong.push(`${address}: ${status}`);
      for (const form of formsOf(source, address)) {
        const headers = { origin: school.url };
        const sent =
          form.method === 'post'
            ? await page.request.post(form.action, { form: form.fields, headers })
            : await page.request.get(form.action, { params: form.fields });
        if (sent.status() >= 500 || sent.status() === 404)
          wrong.push(`${form.method} ${form.action}: ${sent.status()}`);
      }
    }
    expect(wrong).toEqual([]);
  },
);

test.each(everybody)('every page that %s meets is sound on a phone without script', async (name) => {
  const page = await enterAs(school, name, { script: 'off', width: 320 });
  const wrong: string[] = [];
  for (const address of (await sourcesOf(page)).keys()) {
    await page.goto(address);
    wrong.push(...(await structureFaults(page)).map((fault) => `${address}: ${fault}`));
  }
  expect(wrong).toEqual([]);
});
