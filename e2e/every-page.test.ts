import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { enterAs } from './harness/log-in.ts';
import { openSchool } from './harness/school.ts';
import { formsOf, type MetPage, walk } from './harness/walk.ts';

const school = await openSchool();

/** Those of the cast whose identity is protected: given name, family name. Viveka is Agnes's guardian. */
const hidden = /Agnes|Törnblad|Viveka|Hugo Alm/;

describe.each([
  'Maria Holm',
  'Karim Lodin',
  'Tobias Ahl',
  'Sofia Ekman',
  'Henrik Sandell',
  'Camilla Ståhl',
  'Eva Rönnlund',
  'Gunvor Palm',
  'Oskar Frisk',
  'Nadja Petrović',
  'Nora Lindgren',
])('every page that %s meets, on a phone without script', (name) => {
  let page: Page;
  let pages: ReadonlyMap<string, MetPage>;

  beforeAll(async () => {
    page = await enterAs(school, name, { script: 'off', width: 320 });
    pages = await walk(page);
  });

  test('is there, as every link says', () => {
    expect(pages.size).toBeGreaterThan(0);
    expect([...pages].filter(([, { status }]) => status !== 200).map(([address]) => address)).toEqual([]);
  });

  test('is sound: language, headings, labels, and nothing wider than the screen', () => {
    const wrong = [...pages].flatMap(([address, { faults }]) =>
      faults.map((fault) => `${address}: ${fault}`),
    );
    expect(wrong).toEqual([]);
  });

  test('names nobody whose identity is protected', () => {
    const named = [...pages].filter(([, { source }]) => hidden.test(source)).map(([address]) => address);
    expect(named).toEqual([]);
  });

  test('answers each of its forms, even when nothing is filled in', async () => {
    const wrong: string[] = [];
    const headers = { origin: school.url };
    for (const { method, action, fields } of [...pages].flatMap(([address, { source }]) =>
      formsOf(source, address),
    )) {
      const answer =
        method === 'post'
          ? await page.request.post(action, { form: fields, headers, maxRedirects: 0 })
          : await page.request.get(action, { params: fields });
      if (answer.status() >= 500 || answer.status() === 404)
        wrong.push(`${method} ${action}: ${answer.status()}`);
    }
    expect(wrong).toEqual([]);
  });
});
