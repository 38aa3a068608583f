import { afterAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../fixtures/test-database.ts';
import { fileFolder } from './import-fixture.ts';
import { alva, lines, organisersOfOwn } from './named-systems-fixture.ts';
import type { Kind } from './reading/file-kinds.ts';

const { db } = await testDatabase();
const folder = fileFolder();
afterAll(folder.clean);
const organiserOfOwn = organisersOfOwn(db, folder);

describe('a file without what is needed', () => {
  const noUnit = lines(
    ';',
    ['Personnummer', 'Förnamn', 'Efternamn', 'Klass'],
    [alva, 'Alva', 'Åström', 'NA1'],
  );

  it('without a unit is about the only one, and where there are several it is said what to add', async () => {
    const one = await organiserOfOwn('nobody');
    expect((await one.read('e.csv', noUnit)).kinds.elever).toMatchObject({ created: 1 });
    const two = await organiserOfOwn('nobody', ['12345678', '87654321']);
    const { files } = await two.read('e.csv', noUnit);
    expect(files[0]).toMatchObject({ kind: null });
    expect(files[0]!.says).toContain('saknar Skolenhetskod');
  });

  it('without columns for programme and year leaves them as they are', async () => {
    const { read, stored } = await organiserOfOwn('students');
    await read('e.csv', noUnit);
    expect(await stored('select distinct programme_code, year_of_study from people.enrolment')).toEqual([
      { programme_code: 'NA25', year_of_study: 1 },
    ]);
  });

  it('without headings, in an order that nobody knows, is answered in words', async () => {
    const { read } = await organiserOfOwn('nobody');
    const { files } = await read('x.csv', lines(';', [alva, 'Alva Åström', 'NA1']));
    expect(files[0]).toMatchObject({ kind: null });
    expect(files[0]!.says).toContain('ingen rad med rubriker');
  });
});

it.each<[Kind, string[]]>([
  [
    'narvaro',
    [
      'Personnummer',
      'Förnamn',
      'Efternamn',
      'Klass',
      'Skolenhetskod',
      'Datum',
      'Starttid',
      'Sluttid',
      'Status',
    ],
  ],
  [
    'betyg',
    ['Personnummer', 'Förnamn', 'Efternamn', 'Klass', 'Skolenhetskod', 'Kurskod', 'Betyg', 'Betygsdatum'],
  ],
  ['personal', ['Personnummer', 'Förnamn', 'Efternamn', 'Klass', 'Skolenhetskod', 'Personalkategori']],
  [
    'vardnadshavare',
    ['Elevens personnummer', 'Personnummer', 'Förnamn', 'Efternamn', 'Klass', 'Skolenhetskod'],
  ],
])('a %s file that also holds names and classes is not taken for students', async (kind, head) => {
  const { read } = await organiserOfOwn('nobody');
  const report = await read(
    'x.csv',
    lines(
      ';',
      head,
      head.map(() => ''),
    ),
  );
  expect(report.files[0]!.kind).toBe(kind);
});
