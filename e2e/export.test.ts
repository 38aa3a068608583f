import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { filesInZip } from '../fixtures/read-zip.ts';
import { axeViolations } from './harness/axe-violations.ts';
import { download } from './harness/download.ts';
import { enterAs } from './harness/log-in.ts';
import { read } from './harness/read.ts';
import { openSchool, type School } from './harness/school.ts';
import { structureFaults } from './harness/structure-faults.ts';
import { faults } from './harness/window.ts';

async function civicNumberOf(school: School, given: string): Promise<string> {
  const { rows } = await school.database.db.pool.query<{ civic: string }>(
    'select civic_number as civic from people.person where given_name = $1',
    [given],
  );
  return rows[0]!.civic;
}

describe.each([
  ['with script', 'on'],
  ['without script', 'off'],
] as const)('the administrator of the whole organiser takes everything out, %s', async (_, script) => {
  const school = await openSchool();
  let lars: Page;

  test('the page is found in the menu, and says in words what is in the file', async () => {
    lars = await enterAs(school, 'Lars Nordin', { script });
    await lars.getByRole('navigation').getByRole('link', { name: 'Export' }).first().click();
    expect(await read(lars.getByRole('region', { name: 'Det här finns i filen' }).first())).toContain(
      'En rad per elev och lektion, i minuter.',
    );
  });

  test('without a reason nothing is taken out, and the page says so', async () => {
    await lars.getByRole('button', { name: 'Hämta som zip' }).click();
    expect(await read(lars.getByRole('alert'))).toContain('Välj varför du tar ut uppgifterna.');
  });

  test('with a reason the file comes, whole, without protected identities', async () => {
    const all = lars.getByRole('region', { name: 'Ta ut uppgifterna' });
    await all.getByLabel('Varför').selectOption({ label: 'Byte till ett annat system' });
    const { name, content } = await download(all.getByRole('button', { name: 'Hämta som zip' }));
    expect(name).toBe('fullfolj-2026-11-23.zip');
    const files = filesInZip(content);
    expect(files.get('LÄSMIG.txt')?.toString()).toContain('med skyddade uppgifter är inte med');
    expect(files.get('elever.csv')?.toString()).toContain('Lindgren');
    expect(files.get('elever.csv')?.toString()).not.toContain('Törnblad');
  });

  test('the extract of one student comes by her personal number, which stands in no address', async () => {
    const one = lars.getByRole('region', { name: 'Registerutdrag om en elev' });
    await one.getByLabel('Elevens personnummer eller Person-ID').fill('19900101-9999');
    await one.getByRole('button', { name: 'Hämta registerutdrag' }).click();
    expect(await read(lars.getByRole('alert'))).toContain('Ingen elev hos er');
    await one.getByLabel('Elevens personnummer eller Person-ID').fill(await civicNumberOf(school, 'Nora'));
    const { name, content } = await download(one.getByRole('button', { name: 'Hämta registerutdrag' }));
    expect(name).toBe('registerutdrag-2026-11-23.zip');
    expect(filesInZip(content).get('Registerutdrag.html')?.toString()).toContain('Nora');
    expect(lars.url()).toMatch(/\/export(\/elev)?$/);
  });

  test('the student sees that it was done, and fetches her own', async () => {
    const nora = await enterAs(school, 'Nora Lindgren', { script });
    const readers = await read(nora.getByRole('region', { name: 'Vem har läst om dig?' }));
    expect(readers).toContain('Lars Nordin');
    expect(readers).toContain('Tog ut allt som finns om dig');
    const { content } = await download(nora.getByRole('button', { name: 'Hämta mina uppgifter' }));
    const page = filesInZip(content).get('Registerutdrag.html')!.toString();
    expect(page).toContain('Lars Nordin');
    expect(faults(nora)).toEqual([]);
  });

  test('an administrator of a unit is offered her own unit, and no extract', async () => {
    const camilla = await enterAs(school, 'Camilla Ståhl', { script });
    await camilla.goto('/export');
    expect(await camilla.getByLabel('Vad', { exact: true }).locator('option').allInnerTexts()).toEqual([
      'Ekdalagymnasiet',
    ]);
    expect(await camilla.getByRole('region', { name: 'Registerutdrag om en elev' }).count()).toBe(0);
    expect(faults(camilla)).toEqual([]);
  });
});

describe('the extract, opened by itself from a folder', async () => {
  const school = await openSchool();

  test.each([1280, 320])('is sound and readable, %i pixels wide', async (width) => {
    const nora = await enterAs(school, 'Nora Lindgren', { width });
    const { content } = await download(nora.getByRole('button', { name: 'Hämta mina uppgifter' }));
    const html = filesInZip(content).get('Registerutdrag.html')!.toString();
    await nora.goto('about:blank');
    await nora.setContent(html);
    expect([...(await structureFaults(nora)), ...(await axeViolations(nora))]).toEqual([]);
  });
});
