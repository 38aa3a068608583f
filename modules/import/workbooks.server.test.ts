import { mkdtempSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { testCivicNumber } from '../../fixtures/test-civic-numbers.ts';
import { testDatabase } from '../../fixtures/test-database.ts';
import { nationalTemplate } from '../../fixtures/workbook/national-template.ts';
import { type WorkbookCell, type WorkbookSheet, workbookOf } from '../../fixtures/workbook/workbook.ts';
import { zipOf } from '../../fixtures/workbook/zip-writer.ts';
import { withOrganiser } from '../../platform/server/db.ts';
import { emptyOrganiser, fileFolder, importer, smallSchool } from './import-fixture.ts';

const { db } = await testDatabase();
const folder = fileFolder();
afterAll(folder.clean);

let made = 0;
async function newOrganiser() {
  made += 1;
  const organiser = await emptyOrganiser(db, `Arbetsböcker ${made}`);
  return { run: importer(db, organiser), organiser };
}

const civic = (nth: number): string => testCivicNumber('2009-03-01', nth);
const headings = ['Personnummer', 'Person-ID', 'Förnamn', 'Efternamn', 'Skolenhetskod', 'Startdatum'];
const student = (nth: number, change: Readonly<Record<string, WorkbookCell>> = {}): WorkbookCell[] => {
  const cells: Record<string, WorkbookCell> = {
    Personnummer: civic(nth),
    'Person-ID': `E${nth}`,
    Förnamn: `Förnamn${nth}`,
    Efternamn: 'Åström',
    Skolenhetskod: '12345678',
    Startdatum: '2026-08-17',
  };
  return headings.map((heading) => change[heading] ?? cells[heading] ?? null);
};
const book = (name: string, rows: WorkbookSheet['rows'], formats: readonly (string | number)[] = []) =>
  folder.put(name, workbookOf([{ name: 'Elever', rows }], { formats }));

describe('a workbook', () => {
  it('is read sheet by sheet, each as the kind its headings say, and nothing of it is left on the disk', async () => {
    const { run } = await newOrganiser();
    const lessons = [
      ['Person-ID', 'Datum', 'Starttid', 'Sluttid', 'Närvaro (min)', 'Ogiltig frånvaro (min)', 'Rapporterad'],
      ...[46342, 46343].map((day) => [
        'E1',
        { xml: ` s="1"><v>${day}</v></c>` },
        { xml: ' s="2"><v>0.3402777777777778</v></c>' },
        { xml: ' s="2"><v>0.3819444444444444</v></c>' },
        50,
        10,
        { xml: ' t="b"><v>1</v></c>' },
      ]),
    ];
    const content = workbookOf(
      [
        { name: 'Elever', rows: [headings, student(1), student(2)] },
        { name: 'Närvaro', rows: lessons },
        { name: 'Diagram', rows: [['Antal'], [2]] },
      ],
      { formats: [14, 20] },
    );
    const unpackIn = mkdtempSync(join(folder.path, 'uppackat-'));
    const report = await run([folder.put('skola.xlsx', content)], { unpackIn });
    expect(report).toMatchObject({
      state: 'done',
      kinds: { elever: { created: 2, refused: [] }, narvaro: { created: 2, refused: [] } },
      period: { from: '2026-11-16', to: '2026-11-17' },
      files: [
        { file: 'skola.xlsx › Elever', kind: 'elever', rows: 2 },
        { file: 'skola.xlsx › Närvaro', kind: 'narvaro', rows: 2 },
      ],
    });
    expect(readdirSync(unpackIn)).toEqual([]);
  });

  it('says of a refused row which sheet and which row of it Excel shows', async () => {
    const { run } = await newOrganiser();
    const rows = [['Elever på skolan'], null, headings, student(1), null, student(2, { Förnamn: '' })];
    const report = await run([book('elever.xlsx', rows)]);
    expect(report.kinds.elever.refused).toMatchObject([
      { file: 'elever.xlsx › Elever', row: 6, column: 'Förnamn', code: 'given-name-missing' },
    ]);
  });

  it('with macros is read and the macros are not', async () => {
    const { run } = await newOrganiser();
    const parts = { 'xl/vbaProject.bin': Buffer.from([0xd0, 0xcf, 0x11, 0xe0]) };
    const content = workbookOf([{ name: 'Elever', rows: [headings, student(1)] }], { parts });
    expect((await run([folder.put('elever.xlsm', content)])).kinds.elever.created).toBe(1);
  });

  it('tells of a hidden sheet with students, and does not read it', async () => {
    const { run } = await newOrganiser();
    const sheets = [
      { name: 'Elever', rows: [headings, student(1)] },
      { name: 'I fjol', rows: [headings, student(2)], state: 'hidden' },
    ] as const;
    const report = await run([folder.put('elever.xlsx', workbookOf(sheets))]);
    expect(report.kinds.elever.created).toBe(1);
    expect(report.files).toMatchObject([
      { kind: 'elever' },
      { file: 'elever.xlsx › I fjol', kind: null, says: expect.stringContaining('dolt') },
    ]);
  });

  it('without any table of ours is told of by its first sheet', async () => {
    const { run } = await newOrganiser();
    const sheets = [
      { name: 'Blad1', rows: [['Kontonummer', 'Belopp']] },
      { name: 'Blad2', rows: [] },
    ];
    const report = await run([folder.put('konton.xlsx', workbookOf(sheets))]);
    expect(report).toMatchObject({ state: 'failed', files: [{ file: 'konton.xlsx › Blad1', kind: null }] });
  });
});

describe('numbers that Excel has damaged are refused with row, column and what to do', () => {
  it.each([
    [
      'a number that lost its zero',
      { Personnummer: 901012384 },
      'Personnummer',
      'civic-number-lost-leading-zero',
    ],
    ['eleven digits', { Personnummer: 20090101238 }, 'Personnummer', 'civic-number-digit-missing'],
    [
      'a rounded number as text',
      { Personnummer: '2,00901E+11' },
      'Personnummer',
      'civic-number-excel-exponent',
    ],
    ['the same with a point', { Personnummer: '2.00901E+11' }, 'Personnummer', 'civic-number-excel-exponent'],
    ['a unit code that lost its zero', { Skolenhetskod: 1234567 }, 'Skolenhetskod', 'unit-lost-zero'],
    ['a rounded id', { 'Person-ID': '1,23457E+12' }, 'Person-ID', 'rounded-by-excel'],
    [
      'an id of more digits than Excel keeps',
      { 'Person-ID': { xml: '><v>1234567890123456789</v></c>' } },
      'Person-ID',
      'rounded-by-excel',
    ],
    ['an error', { Efternamn: { xml: ' t="e"><v>#N/A</v></c>' } }, 'Efternamn', 'excel-error'],
    ['a day without its format', { Startdatum: 46342 }, 'Startdatum', 'date-form'],
  ] as const)('%s', async (_what, change, column, code) => {
    const { run } = await newOrganiser();
    const report = await run([book('elever.xlsx', [headings, student(1), student(2, change)])]);
    expect(report.kinds.elever).toMatchObject({ created: 1, refused: [{ row: 3, column, code }] });
    expect(report.kinds.elever.refused[0]!.says).toMatch(/(Formatera|Hämta|Skriv|Rätta)/);
  });

  it('and a whole, valid number stored as a number is accepted, however Excel wrote it down', async () => {
    const { run } = await newOrganiser();
    const [first, second, third] = [civic(1), civic(2), civic(3)];
    const rows = [
      headings,
      student(1, { Personnummer: Number(first) }),
      student(2, { Personnummer: { xml: `><v>${second.slice(0, 1)}.${second.slice(1)}E11</v></c>` } }),
      student(3, { Personnummer: { xml: ` s="1"><v>${Number(third.slice(2))}</v></c>` } }),
    ];
    const report = await run([book('elever.xlsx', rows, ['000000\\-0000'])]);
    expect(report.kinds.elever).toMatchObject({ created: 3, refused: [] });
  });
});

it('text that a spreadsheet would run is read as the text it is', async () => {
  const { run, organiser } = await newOrganiser();
  const rows = [headings, student(1, { Förnamn: '=HYPERLINK("http://x";"y")', Efternamn: '@SUM(A1)' })];
  await run([book('elever.xlsx', rows)]);
  const { rows: found } = await withOrganiser(db, organiser.id, ({ client }) =>
    client.query('select given_name, family_name from people.person'),
  );
  expect(found).toEqual([{ given_name: '=HYPERLINK("http://x";"y")', family_name: '@SUM(A1)' }]);
});

describe('Skolverket’s template for national tests', () => {
  const enrolled = (nth: number, change = {}) => ({
    'Person-ID': `E${nth}`,
    Personnummer: civic(nth),
    Förnamn: `Förnamn${nth}`,
    Efternamn: 'Åström',
    Skolform: 'GY',
    Skolenhetskod: '12345678',
    Studievägskod: 'NA25',
    Klass: 'NA25A',
    Ämnesgrupper: 'SVE1, MAT1',
    ...change,
  });
  const classes = [{ 'Klass-ID': 'K1', Klass: 'NA25A', Skolform: 'GY', Skolenhetskod: '12345678' }];
  const staff = {
    'Tjänstgörings-ID': 'T1',
    'Person-ID': 'P1',
    Personnummer: civic(9),
    Förnamn: 'Kim',
    Efternamn: 'Larsson',
    Skolenhetskod: '12345678',
    Personalkategori: 'Lärare',
  };

  it('is read as students and staff; classes and groups are told of, help and lists left out', async () => {
    const { run } = await newOrganiser();
    const template = nationalTemplate({
      Klasser: classes,
      Elevinskrivningar: [enrolled(1), enrolled(2)],
      Personaltjänstgöringar: [staff],
    });
    const report = await run([folder.put('provtjänsten.xlsx', template)]);
    expect(report.kinds.elever).toMatchObject({ created: 2, refused: [] });
    expect(report.files.map(({ file, kind, says }) => [file.split(' › ')[1], kind ?? says])).toEqual([
      [
        'Klasser',
        'Bladet är en lista över klasser. Det behövs inte: klasser och undervisningsgrupper kommer med raderna om elever.',
      ],
      [
        'Ämnesgrupper & Provaktiviteter',
        'Bladet är en lista över ämnesgrupper och provaktiviteter. Det behövs inte: klasser och undervisningsgrupper kommer med raderna om elever.',
      ],
      ['Elevinskrivningar', 'elever'],
      ['Personaltjänstgöringar', 'personal'],
    ]);
  });

  it('ends the enrolment of those who have Ta bort', async () => {
    const { run } = await newOrganiser();
    const all = [1, 2, 3].map((nth) => enrolled(nth));
    await run([folder.put('a.xlsx', nationalTemplate({ Elevinskrivningar: all }))]);
    const gone = [enrolled(1, { 'Ta bort': 'Ja' }), enrolled(2), enrolled(3)];
    const report = await run([folder.put('b.xlsx', nationalTemplate({ Elevinskrivningar: gone }))]);
    expect(report.kinds.elever).toMatchObject({ updated: 1, unchanged: 2 });
  });
});

describe('a zip archive', () => {
  it('is read as its files, and one of them that cannot be read does not stop the others', async () => {
    const { run } = await newOrganiser();
    const school = smallSchool(4);
    const content = zipOf([
      { name: 'v47/narvaro.csv', content: school.narvaro(['2026-11-16']) },
      { name: 'elever.csv', content: school.elever() },
      { name: 'läs mig.pdf', content: '%PDF-1.7' },
    ]);
    const report = await run([folder.put('skola.zip', content)]);
    expect(report.kinds).toMatchObject({ elever: { created: 4 }, narvaro: { created: 16 } });
    expect(report.files).toMatchObject([
      { file: 'skola.zip › narvaro.csv', rows: 16 },
      { file: 'skola.zip › elever.csv', rows: 4 },
      { file: 'skola.zip › läs mig.pdf', kind: null, says: expect.stringContaining('pdf') },
    ]);
  });

  it('with a password is answered and changes nothing', async () => {
    const { run } = await newOrganiser();
    const content = zipOf([{ name: 'elever.csv', content: 'x', says: { encrypted: true } }]);
    expect(await run([folder.put('skola.zip', content)])).toMatchObject({
      state: 'failed',
      files: [{ file: 'skola.zip › elever.csv', kind: null, says: expect.stringContaining('lösenord') }],
    });
  });
});
