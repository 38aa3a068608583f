import type { Page } from 'playwright-core';
import readExcel from 'read-excel-file/node';
import { beforeAll, describe, expect, test } from 'vitest';
import { download } from './harness/download.ts';
import { follow } from './harness/follow.ts';
import { enterAs } from './harness/log-in.ts';
import { read, readAll } from './harness/read.ts';
import { openSchool } from './harness/school.ts';
import { faults } from './harness/window.ts';

describe.each([
  ['with script', 'on'],
  ['without script', 'off'],
] as const)('a principal looks for those who need something, %s', async (_, script) => {
  const school = await openSchool();
  let henrik: Page;

  beforeAll(async () => {
    henrik = await enterAs(school, 'Henrik Sandell', { script });
  });

  const names = () => readAll(henrik.getByRole('main').getByRole('rowheader'));

  test('begins at the list of his own school, those with a signal first', async () => {
    expect(new URL(henrik.url()).pathname).toBe('/elever');
    await henrik.getByRole('heading', { name: '28 elever' }).waitFor();
    expect((await names()).slice(0, 3).toSorted()).toEqual([
      'Nora Lindgren',
      'Viktor Ahlman',
      'Yusuf Warsame',
    ]);
  });

  test('filters by class and by active signal, and the address says so', async () => {
    await henrik.getByRole('combobox', { name: 'Klass' }).selectOption('SA25B');
    await henrik.getByRole('checkbox', { name: 'Aktiv signal' }).check();
    await follow(henrik.getByRole('button', { name: 'Visa' }));
    expect((await names()).toSorted()).toEqual(['Nora Lindgren', 'Yusuf Warsame']);
    const query = new URL(henrik.url()).searchParams;
    expect([query.get('klass'), query.get('visa')]).toEqual(['SA25B', 'aktiv']);
  });

  test('sorts by absence with the link of the column', async () => {
    await follow(henrik.getByRole('link', { name: '4 v' }));
    expect(await names()).toEqual(['Nora Lindgren', 'Yusuf Warsame']);
    expect(new URL(henrik.url()).searchParams.get('klass')).toBe('SA25B');
  });

  test('takes the selection out as CSV and as Excel, with the same rows and figures as the page', async () => {
    const row = await read(henrik.getByRole('row').filter({ hasText: 'Nora Lindgren' }));
    const csv = await download(henrik.getByRole('link', { name: 'CSV' }));
    expect(csv.name).toBe('elever-2026-11-23.csv');
    const lines = csv.content.toString('utf8').replace('\ufeff', '').trim().split(/\r?\n/);
    const [head = '', nora = ''] = lines;
    expect(lines).toHaveLength(3);
    const share = nora.split(';')[head.split(';').indexOf('Frånvaro % 4 v')]!;
    expect(Math.round(Number(share.replace(',', '.')))).toBe(22);
    expect(row).toContain('22 %');

    const excel = await download(henrik.getByRole('link', { name: 'Ladda ner urvalet (Excel)' }));
    expect(excel.name).toBe('elever-2026-11-23.xlsx');
    const sheet = await readSheet(excel.content);
    expect(sheet.map((cells) => cells[0])).toEqual(['Namn', 'Nora Lindgren', 'Yusuf Warsame']);
    expect(sheet[1]![sheet[0]!.indexOf('Frånvaro % 4 v')]).toBe(Number(share.replace(',', '.')));
  });

  test('finds the same figures on the student’s own page', async () => {
    await follow(henrik.getByRole('rowheader', { name: 'Nora Lindgren' }).getByRole('link'));
    const signals = await read(henrik.getByRole('region', { name: 'Signaler' }));
    expect(signals).toContain('Frånvaro 22 % senaste 4 skolveckorna: 18 av 82 lektioner');
  });

  test('gets an answer with advice when nobody is found', async () => {
    await henrik.goto('/elever');
    await henrik.getByRole('searchbox', { name: 'Namn' }).fill('Zzz');
    await follow(henrik.getByRole('button', { name: 'Visa' }));
    expect(await read(henrik.getByRole('region', { name: 'Inga elever stämmer' }))).toContain(
      'Skriv en del av',
    );
    await follow(henrik.getByRole('link', { name: 'Visa alla elever' }));
    await henrik.getByRole('heading', { name: '28 elever' }).waitFor();
  });

  test('the file is found in the log, with how many it was about', async () => {
    const gunvor = await enterAs(school, 'Gunvor Palm', { script });
    await gunvor.goto('/logg?handelse=student.export');
    const log = gunvor.getByRole('region', { name: 'Vem har läst och gjort vad' });
    expect(await readAll(log.getByRole('rowheader'))).toEqual(['Henrik Sandell', 'Henrik Sandell']);
    expect(await read(log)).toContain('2 elever');
  });

  test('nothing went wrong in his window on the way', () => {
    expect(faults(henrik)).toEqual([]);
  });
});

async function readSheet(content: Buffer): Promise<unknown[][]> {
  const [sheet] = await readExcel(content);
  return sheet!.data;
}
