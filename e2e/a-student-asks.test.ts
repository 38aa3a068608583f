import { describe, expect, test } from 'vitest';
import { follow } from './harness/follow.ts';
import { enterAs } from './harness/log-in.ts';
import { read } from './harness/read.ts';
import { openSchool } from './harness/school.ts';
import { faults } from './harness/window.ts';

describe.each([
  ['with script', 'on'],
  ['without script', 'off'],
] as const)('somebody says that a student needs a talk, %s', async (_, script) => {
  const school = await openSchool();

  async function whomMariaTalksToToday(): Promise<string> {
    const maria = await enterAs(school, 'Maria Holm', { script });
    return read(maria.getByRole('region', { name: 'Prata med i dag' }));
  }

  test('a student asks to talk, is thanked, and the mentor sees it today', async () => {
    const elin = await enterAs(school, 'Elin Sandqvist', { script });
    expect(new URL(elin.url()).pathname).toBe('/min-sida');
    await elin.getByRole('radio', { name: 'Jag vill prata' }).check();
    await follow(elin.getByRole('button', { name: 'Skicka' }));
    expect(await elin.getByText('Tack för att du sa till').isVisible()).toBe(true);
    expect(await whomMariaTalksToToday()).toMatch(/Elin Sandqvist.*Elin bad 23 november om ett samtal/);
    expect(faults(elin)).toEqual([]);
  });

  test('a wish without a choice is answered with what to choose', async () => {
    const leo = await enterAs(school, 'Leo Hedberg', { script });
    await follow(leo.getByRole('button', { name: 'Skicka' }));
    expect(await read(leo.getByRole('alert'))).toContain('Välj vad det gäller.');
  });

  test('the student sees who has read about her', async () => {
    const nora = await enterAs(school, 'Nora Lindgren', { script });
    const readers = nora.getByRole('region', { name: 'Vem har läst om dig?' });
    expect(await read(readers)).toContain('Maria Holm, mentor');
  });

  test('a teacher who is not the mentor raises a concern, and the mentor sees it today', async () => {
    const tobias = await enterAs(school, 'Tobias Ahl', { script });
    await tobias.goto(`${await school.addressOf('Hassan Abdi')}/oro`);
    await tobias.getByRole('radio', { name: 'Skolarbete' }).check();
    await follow(tobias.getByRole('button', { name: 'Lyft oron' }));
    expect(await tobias.getByText('Mentorn ser din oro i dag').isVisible()).toBe(true);
    expect(await whomMariaTalksToToday()).toMatch(/Hassan Abdi.*Oro från personal om skolarbete/);
    expect(faults(tobias)).toEqual([]);
  });

  test('the mentor raises a concern from the student’s page and comes back to it', async () => {
    const maria = await enterAs(school, 'Maria Holm', { script });
    await follow(maria.getByRole('link', { name: 'Ida Sköld' }));
    await follow(maria.getByRole('link', { name: 'Lyft en oro' }));
    await maria.getByRole('radio', { name: 'Relationer' }).check();
    await follow(maria.getByRole('button', { name: 'Lyft oron' }));
    await maria.getByRole('heading', { level: 1, name: 'Ida Sköld' }).waitFor();
    expect(await read(maria.getByRole('region', { name: 'Händelser' }))).toContain('Relationer. Maria Holm');
  });

  test('a signal that does not hold is put to rest by saying why', async () => {
    const maria = await enterAs(school, 'Maria Holm', { script });
    await follow(maria.getByRole('link', { name: 'Nora Lindgren', exact: true }).first());
    const signals = maria.getByRole('region', { name: 'Signaler' });
    const high = signals.getByRole('group').filter({ hasText: 'Frånvaro 22' }).first();
    await high.getByText('Stämmer inte').first().click();
    await high.getByRole('radio', { name: 'Uppgifterna är fel' }).check();
    await follow(high.getByRole('button', { name: 'Låt signalen vila' }));
    expect(await maria.getByText('Tack. Signalen vilar').isVisible()).toBe(true);
    expect(await read(signals)).toContain('Någon har sagt att den inte stämmer 23 november');
  });
});
