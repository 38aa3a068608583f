import { expect, test } from 'vitest';
import { follow } from './harness/follow.ts';
import { enterAs } from './harness/log-in.ts';
import { read } from './harness/read.ts';
import { openSchool } from './harness/school.ts';
import { faults } from './harness/window.ts';

const school = await openSchool();

test.each(['on', 'off'] as const)(
  'the head of education changes a limit and sees it on the signal’s page (script %s)',
  async (script) => {
    const eva = await enterAs(school, 'Eva Rönnlund', { script });
    await follow(eva.getByRole('link', { name: 'Gränsvärden' }).first());
    const high = eva.getByRole('region', { name: 'Hög frånvaro' });
    await high.getByText('Ändra gränserna').click();
    const value = script === 'on' ? '18' : '19';
    await high.getByRole('textbox').first().fill(value);
    await high.getByLabel('Gäller från och med').fill('2026-11-23');
    await follow(high.getByRole('button', { name: 'Spara gränserna' }));
    expect(await read(eva.getByRole('status'))).toContain('gäller från och med i dag');
    expect(await read(high)).toContain(`${value} % Eva Rönnlund`);
    await follow(high.getByRole('link', { name: 'Så räknas signalen' }));
    const limits = await read(eva.getByRole('region', { name: 'Gränser som gäller i dag' }));
    expect(limits).toContain(`${value} % Eva Rönnlund, från 23 november 2026`);
    expect(faults(eva)).toEqual([]);
  },
);

test('an impossible limit is answered with what is possible, and nothing is changed', async () => {
  const eva = await enterAs(school, 'Eva Rönnlund');
  await eva.goto('/gransvarden');
  const high = eva.getByRole('region', { name: 'Hög frånvaro' });
  await high.getByText('Ändra gränserna').click();
  await high.getByRole('textbox').first().fill('400');
  await follow(high.getByRole('button', { name: 'Spara gränserna' }));
  expect(await read(eva.getByRole('alert'))).toMatch(/En sak behöver rättas/);
  expect(await high.getByRole('textbox').first().inputValue()).toBe('400');
});

test('a mentor sees the limits and who may change them, and no form', async () => {
  const maria = await enterAs(school, 'Maria Holm');
  await follow(maria.getByRole('link', { name: 'Gränsvärden' }).first());
  expect(await read(maria.getByRole('main'))).toContain('Gränserna bestäms av skolchefen');
  expect(await maria.getByRole('textbox').count()).toBe(0);
});
