import { expect, test } from 'vitest';
import { follow } from './harness/follow.ts';
import { enterAs } from './harness/log-in.ts';
import { read } from './harness/read.ts';
import { openSchool } from './harness/school.ts';
import { faults } from './harness/window.ts';

const school = await openSchool();

test.each(['on', 'off'] as const)(
  'a mentor who wonders who may decide distance education finds it by the word, and tries it (script %s)',
  async (script) => {
    const maria = await enterAs(school, 'Maria Holm', { script });
    await follow(maria.getByRole('link', { name: 'Regler' }).first());
    await maria.getByLabel(/^Sök på ord/).fill('distansundervisning');
    await follow(maria.getByRole('button', { name: 'Visa' }));
    await follow(maria.getByRole('link', { name: 'Vem som får besluta om särskilt stöd' }));
    await maria.getByLabel('Skolform').selectOption('upper-secondary');
    await maria.getByLabel('Vad beslutet gäller').selectOption('distance-education');
    await maria.getByLabel('I vilken egenskap beslutet fattas').selectOption('delegate');
    await follow(maria.getByRole('button', { name: 'Pröva' }));
    const answer = await read(maria.getByRole('status'));
    expect(answer).toContain('Regeln säger nej');
    expect(answer).toContain('3 kap. 9 § skollagen');
    expect(faults(maria)).toEqual([]);
  },
);

test('a head of education tightens a rule, and is told the paragraph when it would be looser', async () => {
  const eva = await enterAs(school, 'Eva Rönnlund');
  await eva.goto('/regler/study-plan/deadline');
  await eva.getByText('Ändra rutinen').first().click();
  const days = eva.getByLabel(/^Egen sista dag/);
  await days.fill('90');
  await follow(eva.getByRole('button', { name: 'Spara rutinen' }));
  expect(await read(eva.getByRole('region', { name: 'Lokala rutiner' }))).toContain(
    'mindre strängt än lagen',
  );
  await days.fill('30');
  await follow(eva.getByRole('button', { name: 'Spara rutinen' }));
  const routines = await read(eva.getByRole('region', { name: 'Lokala rutiner' }));
  expect(routines).toContain('Rutinen är sparad');
  expect(routines).toContain('30 dagar');
  expect(faults(eva).filter((fault) => !fault.startsWith('422'))).toEqual([]);
});
