import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { doubleLessonsFile, doublesFile } from './harness/double-files.ts';
import { follow } from './harness/follow.ts';
import { enterAs } from './harness/log-in.ts';
import { read } from './harness/read.ts';
import { sendFiles } from './harness/roster-file.ts';
import { openSchool, type School } from './harness/school.ts';
import { faults } from './harness/window.ts';

async function sendAndReadIn(page: Page, files: Readonly<Record<string, string>>): Promise<void> {
  await sendFiles(page, files);
  await follow(page.getByRole('button', { name: /^Läs in \d/ }));
  await page.getByRole('heading', { level: 1, name: 'Inläst' }).waitFor();
}

async function numbersOfNora({ database }: School): Promise<number[]> {
  const { rows } = await database.db.pool.query<{ id: number }>(
    `select person_id as id from people.person where family_name = 'Lindgren' and given_name = 'Nora' order by 1`,
  );
  return rows.map((row) => row.id);
}

describe.each([
  ['with script', 'on'],
  ['without script', 'off'],
] as const)('a student who has come in twice, %s', async (_, script) => {
  const school = await openSchool();
  let lars: Page;
  let numbers: number[] = [];
  const pair = (name: string) => lars.getByRole('region', { name, exact: true });

  test('is told of beside the files', async () => {
    lars = await enterAs(school, 'Lars Nordin', { script });
    await sendAndReadIn(lars, { 'elever.csv': doublesFile, 'narvaro.csv': doubleLessonsFile });
    numbers = await numbersOfNora(school);
    expect(numbers).toHaveLength(2);
    await lars.goto('/import');
    expect(await read(lars.getByRole('region', { name: 'Dubbletter' }))).toContain(
      '4 par ser ut att vara samma person.',
    );
    await follow(lars.getByRole('link', { name: 'Se troliga dubbletter' }));
  });

  test('stands side by side with what speaks for and against, and what would move', async () => {
    const nora = await read(pair('Nora Lindgren'));
    expect(nora).toContain('Namn och födelsedatum är lika.');
    expect(nora).toContain('Den som har det säkraste numret stannar.');
    expect(nora).toContain('Det här flyttas: 2 lektioner och 1 inskrivning.');
    expect(await read(pair('Elin Sandqvist'))).toContain('De är inskrivna på olika skolor i dag.');
  });

  test('is shown without name or number when the identity is protected', async () => {
    const hidden = await read(pair('Skyddade uppgifter'));
    expect(hidden).toContain('TF-nummer');
    expect(hidden).not.toMatch(/Agnes|Törnblad|\d{8}/);
    expect(await read(lars.getByRole('main'))).not.toMatch(/Agnes|Törnblad/);
  });

  test('is made one at the press of a button', async () => {
    await follow(pair('Nora Lindgren').getByRole('button', { name: 'Slå ihop' }));
    expect(await read(lars.getByRole('status'))).toContain('De är en person nu.');
    expect(await pair('Nora Lindgren').count()).toBe(0);
    expect(await numbersOfNora(school)).toEqual([numbers[0]]);
  });

  test('is found under the old address by her mentor, and the log tells of both numbers', async () => {
    const maria = await enterAs(school, 'Maria Holm', { script });
    await maria.goto(`/elever/${numbers[1]}`);
    expect(new URL(maria.url()).pathname).toBe(`/elever/${numbers[0]}`);
    const johan = await enterAs(school, 'Johan Wester', { script });
    expect((await johan.goto(`/elever/${numbers[1]}`))?.status()).toBe(404);
    const gunvor = await enterAs(school, 'Gunvor Palm', { script });
    await gunvor.goto(`/logg?elev=${numbers[0]}`);
    expect(await read(gunvor.getByRole('main'))).toMatch(/Lars Nordin.*Slog ihop: Två personer som är en/);
  });

  test('is the same when the other system tells of her again', async () => {
    await sendFiles(lars, { 'elever.csv': doublesFile });
    expect(await read(lars.getByRole('main'))).not.toMatch(/[1-9]\d* ny(a)?\b/);
    await follow(lars.getByRole('button', { name: 'Avbryt' }));
    expect(await numbersOfNora(school)).toEqual([numbers[0]]);
  });

  test('is not proposed again when somebody has said that they are two', async () => {
    await lars.goto('/import/dubbletter');
    await follow(pair('Yusuf Warsame').getByRole('button', { name: 'Inte samma person' }));
    expect(await read(lars.getByRole('status'))).toContain('Antecknat att de är två.');
    expect(await pair('Yusuf Warsame').count()).toBe(0);
  });

  test('is parted again when it was wrong', async () => {
    await follow(lars.getByRole('button', { name: 'Dela upp igen Nora Lindgren' }));
    expect(await read(lars.getByRole('status'))).toContain('De är två personer igen.');
    expect(await numbersOfNora(school)).toEqual(numbers);
    expect(await read(lars.getByRole('table', { name: 'Ihopslagna' }))).toMatch(
      /Uppdelade .* av Lars Nordin/,
    );
    expect(await pair('Nora Lindgren').count()).toBe(1);
    expect(faults(lars)).toEqual([]);
  });

  test('is merged by the administrator of the unit only within the unit', async () => {
    const camilla = await enterAs(school, 'Camilla Ståhl', { script });
    await camilla.goto('/import/dubbletter');
    const of = (name: string) => camilla.getByRole('region', { name, exact: true });
    expect(await of('Elin Sandqvist').count()).toBe(0);
    expect(await read(of('Skyddade uppgifter'))).toContain(
      'Då slår administratören för hela huvudmannen ihop dem.',
    );
    await follow(of('Nora Lindgren').getByRole('button', { name: 'Slå ihop' }));
    expect(await read(camilla.getByRole('status'))).toContain('De är en person nu.');
  });

  test('is not there for a mentor', async () => {
    const maria = await enterAs(school, 'Maria Holm', { script });
    expect((await maria.goto('/import/dubbletter'))?.status()).toBe(404);
  });
});
