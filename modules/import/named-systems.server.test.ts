import { afterAll, describe, expect, it } from 'vitest';
import { testCivicNumber } from '../../fixtures/test-civic-numbers.ts';
import { testDatabase } from '../../fixtures/test-database.ts';
import { withOrganiser } from '../../platform/server/db.ts';
import { ensureUnits } from '../organisation/index.ts';
import { emptyOrganiser, fileFolder, importer, smallSchool } from './import-fixture.ts';
import type { Kind } from './reading/file-kinds.ts';

const { db } = await testDatabase();
const folder = fileFolder();
afterAll(folder.clean);

const school = smallSchool(2);
const [alva, bo] = school.students;
const short = (civic: string) => `${civic.slice(2, 8)}-${civic.slice(8)}`;
const long = (civic: string) => `${civic.slice(0, 8)}-${civic.slice(8)}`;
const adult = testCivicNumber('1980-03-01');

let made = 0;
/** An organiser with one unit called Ekdalagymnasiet, with the small school's students or nobody. */
async function organiserOfOwn(students: 'students' | 'nobody', codes = ['12345678']) {
  made += 1;
  const organiser = await emptyOrganiser(db, `System ${made}`);
  await withOrganiser(db, organiser.id, (tx) =>
    ensureUnits(
      tx,
      codes.map((code, index) => ({ code, name: index === 0 ? 'Ekdalagymnasiet' : 'Hamngymnasiet' })),
    ),
  );
  const run = importer(db, organiser);
  if (students === 'students') await run([folder.put(`${made}-elever.csv`, school.elever())]);
  const stored = <T extends object>(sql: string) =>
    withOrganiser(db, organiser.id, async ({ client }) => (await client.query<T>(sql)).rows);
  const read = (name: string, text: string | Buffer) => run([folder.put(`${made}-${name}`, text)]);
  return { read, stored };
}

const lines = (separator: string, ...rows: string[][]) =>
  `${rows.map((cells) => cells.join(separator)).join('\r\n')}\r\n`;

const enrolled = `select p.given_name, u.code, e.year_of_study from people.enrolment e
  join people.person p on p.organiser_id = e.organiser_id and p.person_id = e.student_id
  join organisation.school_unit u on u.organiser_id = e.organiser_id and u.unit_id = e.unit_id order by 1`;

describe('the files of', () => {
  it('Vklass: totals of a period', async () => {
    const { read, stored } = await organiserOfOwn('students');
    const report = await read(
      'vklass.csv',
      lines(
        ';',
        [
          ...[
            'Personnummer',
            'Namn',
            'Klass',
            'Från',
            'Till',
            'Lekt.',
            'Undv. tid',
            'N min',
            'GF min',
            'F min',
          ],
          ...['N %', 'GF %', 'F %', 'Ej reg tid', 'N h', 'GF h', 'F h'],
        ],
        [
          ...[alva!, 'Alva', 'NA25A', '2026-10-01', '2026-10-31', '62', '4340', '4100', '160', '80'],
          ...['94,5', '3,7', '1,8', '2,0', '68,3', '2,7', '1,3'],
        ],
      ),
    );
    expect(report.kinds.narvaro_summa).toMatchObject({ created: 1, refused: [] });
    expect(await stored('select offered, valid, invalid from attendance.period_total')).toEqual([
      { offered: 4340, valid: 160, invalid: 80 },
    ]);
  });

  it('Vklass without a period: said in words what to add', async () => {
    const { read } = await organiserOfOwn('students');
    const report = await read(
      'vklass.csv',
      lines(';', ['Personnummer', 'Undv. tid', 'GF min', 'F min'], [alva!, '10', '1', '1']),
    );
    expect(report.files[0]!.says).toBe(
      'Filen liknar närvaro per period men saknar Från och Till. Lägg till rubrikerna och läs in filen igen.',
    );
  });

  it('LearnPoint: hours and share reported', async () => {
    const { read, stored } = await organiserOfOwn('students');
    const report = await read(
      'learnpoint.csv',
      lines(
        ';',
        [
          ...['Personnummer', 'Från', 'Till', 'Kurs', 'Antal tillfällen', 'Totalt (t)', 'Frånvaro (t)'],
          ...[
            'Frånvaro (%)',
            'Giltig (tim)',
            'Giltig (%)',
            'Ogiltig (tim)',
            'Ogiltig (%)',
            'Rapporterat (%)',
          ],
        ],
        [
          ...[long(alva!), '2026-10-01', '2026-10-31', 'MATE1000X', '8', '10,0', '1,5', '15', '1,0', '10'],
          ...['0,5', '5', '80'],
        ],
      ),
    );
    expect(report.kinds.narvaro_summa).toMatchObject({ created: 1, refused: [] });
    expect(await stored('select offered, reported, valid, invalid from attendance.period_total')).toEqual([
      { offered: 600, reported: 480, valid: 60, invalid: 30 },
    ]);
  });

  it('Skola24: shares of lesson time with a percent sign are no minutes', async () => {
    const { read, stored } = await organiserOfOwn('students');
    const report = await read(
      'skola24.csv',
      lines(
        ';',
        ['Personnummer', 'Från', 'Till', 'Lektionstid', 'Giltig', 'Ogiltig', 'Rapporteringsgrad'],
        [alva!, '2026-10-01', '2026-10-31', '1000', '12,5 %', '2,5%', '90 %'],
      ),
    );
    expect(report.kinds.narvaro_summa).toMatchObject({ created: 1, refused: [] });
    expect(await stored('select offered, reported, valid, invalid from attendance.period_total')).toEqual([
      { offered: 1000, reported: 900, valid: 125, invalid: 25 },
    ]);
  });

  it('Skola24: children, guardians and staff without headings, in its fixed order', async () => {
    const { read, stored } = await organiserOfOwn('nobody');
    const children = await read(
      'barn.csv',
      lines(
        ';',
        ['Ekdalagymnasiet', 'NA', alva!, 'Alva', 'Åström', ''],
        ['Ekdalagymnasiet', 'NA', short(bo!), 'Bo', 'Åström', '1'],
      ),
    );
    expect(children.kinds.elever).toMatchObject({ created: 2, refused: [] });
    expect(await stored(`select given_name, protection from people.person order by 1`)).toEqual([
      { given_name: 'Alva', protection: 'none' },
      { given_name: 'Bo', protection: 'confidential' },
    ]);
    const guardians = await read(
      'foraldrar.csv',
      lines(';', [alva!, long(adult), 'Åsa', 'Åström', 'asa@example.org', '070-123 45 67']),
    );
    expect(guardians.kinds.vardnadshavare).toMatchObject({ created: 1, refused: [] });
    const teacher = testCivicNumber('1985-03-01');
    const staff = await read(
      'personal.csv',
      lines(';', ['Ekdalagymnasiet', 'NA', short(teacher), 'Kim', 'Larsson', 'KLN', 'kim@skola.example', '']),
    );
    expect(staff.kinds.personal).toMatchObject({ created: 1, refused: [] });
  });

  it('SchoolSoft: students, tab separated, whose unit is the only one', async () => {
    const { read, stored } = await organiserOfOwn('nobody');
    const head = [
      ...['id', 'socialnumber', 'fname', 'lname', 'class', 'sex', 'email', 'mobile', 'address1', 'pocode'],
      ...['city', 'username', 'active'],
    ];
    const student = (id: string, civic: string, name: string, active: string) => [
      ...[id, short(civic), name, 'Åström', 'NA25A', 'f', `${name}@skola.example`, '070', 'Gatan 1', '11111'],
      ...['Staden', name.toLowerCase(), active],
    ];
    const report = await read(
      'students.txt',
      lines('\t', head, student('1', alva!, 'Alva', '1'), student('2', bo!, 'Bo', '1')),
    );
    expect(report.kinds.elever).toMatchObject({ created: 2, refused: [] });
    expect(await stored(enrolled)).toMatchObject([{ code: '12345678' }, { code: '12345678' }]);
    const left = await read('students.txt', lines('\t', head, student('2', bo!, 'Bo', '0')));
    expect(left.kinds.elever).toMatchObject({ updated: 1 });
    expect(await stored('select 1 from people.enrolment where ends is not null')).toHaveLength(1);
  });

  it('SchoolSoft: parents', async () => {
    const { read, stored } = await organiserOfOwn('students');
    const report = await read(
      'parents.txt',
      lines(
        '\t',
        ['fname1', 'lname1', 'email1', 'mobile1', 'studentsocialnumber'],
        ['Åsa', 'Åström', 'asa@example.org', '070', short(alva!)],
        ['Åsa', 'Åström', 'asa@example.org', '070', short(bo!)],
      ),
    );
    expect(report.kinds.vardnadshavare).toMatchObject({ created: 2, refused: [] });
    expect(await stored('select distinct guardian_id from people.guardianship')).toHaveLength(1);
  });

  it('SchoolSoft: staff, whose numbers are not those of the students', async () => {
    const { read, stored } = await organiserOfOwn('students');
    await read(
      'students.txt',
      lines(
        '\t',
        ['id', 'socialnumber', 'fname', 'lname', 'class'],
        ['1', short(alva!), 'Alva', 'Åström', ''],
      ),
    );
    const report = await read(
      'staff.txt',
      lines(
        '\t',
        ['id', 'type', 'initial', 'fname', 'lname', 'email'],
        ['1', '0', 'KLN', 'Kim', 'Larsson', 'kim@skola.example'],
        ['2', '1', 'SBG', 'Sam', 'Berg', 'sam@skola.example'],
      ),
    );
    expect(report.kinds.personal).toMatchObject({ refused: [] });
    expect(await stored(`select role from people.duty where role <> 'mentor' order by 1`)).toEqual([
      { role: 'principal' },
      { role: 'teacher' },
    ]);
  });

  it('Procapita and Edlevo: one row a student and group, the unit by its name', async () => {
    const { read, stored } = await organiserOfOwn('nobody', ['12345678', '87654321']);
    const head = [
      ...[
        'personnr',
        'fornamn',
        'efternamn',
        'fullnamn',
        'roll',
        'rektorsomrade',
        'rektorsomradeid',
        'enhet',
      ],
      ...[
        'enhetid',
        'skolform',
        'skolformid',
        'skolformkort',
        'avdelning',
        'avdelningid',
        'klass',
        'klassid',
      ],
      ...['klassperiod', 'grupp', 'gruppid', 'grupperiod', 'amne', 'amneid', 'arskurs', 'gatuadress'],
      ...['postnummer', 'postort', 'telefon', 'vh1', 'vh2', 'uttagsdatum'],
    ];
    const member = (civic: string, group: string, role = 'Elev') => [
      ...[civic, 'Alva', 'Åström', 'Åström Alva', role, 'Norra', '7', 'Ekdalagymnasiet'],
      ...['4711', 'Gymnasieskola', '3', 'GY', '', '', 'NA25A', '12', '', group, '', '', '', '', '2', '', ''],
      ...['', '', '', '', '2026-11-20'],
    ];
    const report = await read(
      'procapita.csv',
      lines(';', head, member(alva!, 'MA2'), member(alva!, 'EN6'), member(adult, '', 'Personal')),
    );
    expect(report.kinds.elever).toMatchObject({
      created: 1,
      unchanged: 1,
      refused: [],
      warnings: [{ code: 'not-students', rows: 1 }],
    });
    expect(await stored(enrolled)).toEqual([{ given_name: 'Alva', code: '12345678', year_of_study: 2 }]);
    expect(await stored('select school_form from people.enrolment')).toEqual([{ school_form: 'GY' }]);
    expect(await stored(`select name from people.student_group order by 1`)).toEqual([
      ...[{ name: 'EN6' }, { name: 'MA2' }, { name: 'NA25A' }],
    ]);
  });

  it('Unikum: tab separated in ISO-8859-1', async () => {
    const { read, stored } = await organiserOfOwn('nobody');
    const text = lines(
      '\t',
      ['Förnamn', 'Efternamn', 'E-post', 'Personnummer'],
      ['Åsa', 'Öberg', 'asa@skola.example', long(alva!)],
    );
    const report = await read('unikum.txt', Buffer.from(text, 'latin1'));
    expect(report.kinds.elever).toMatchObject({ created: 1, refused: [] });
    expect(await stored('select given_name, family_name from people.person')).toEqual([
      { given_name: 'Åsa', family_name: 'Öberg' },
    ]);
  });

  it('Comvius: of everybody in People.csv the students', async () => {
    const { read, stored } = await organiserOfOwn('nobody');
    const report = await read(
      'People.csv',
      lines(
        ',',
        ['Id', 'Firstname', 'Lastname', 'Mail', 'SocSecNo', 'Mobile', 'Role'],
        ['a1', 'Alva', 'Åström', 'alva@skola.example', alva!, '', 'STUDENT'],
        ['a2', 'Åsa', 'Åström', 'asa@example.org', adult, '', 'CARER'],
        ['a3', 'Kim', 'Larsson', 'kim@skola.example', '', '', 'STAFF'],
      ),
    );
    expect(report.kinds.elever).toMatchObject({ created: 1, warnings: [{ code: 'not-students', rows: 2 }] });
    expect(await stored('select source_id from people.person')).toEqual([{ source_id: 'a1' }]);
  });

  it('ProReNata: the list of students', async () => {
    const { read, stored } = await organiserOfOwn('nobody', ['12345678', '87654321']);
    const head = [
      ...['external_orgunitid', 'external_patientid', 'socialnumber', 'fname', 'lname', 'year', 'class'],
      ...['address1', 'address2', 'pocode', 'city', 'country', 'homephone', 'mobile', 'email', 'deceased'],
    ];
    const report = await read(
      'prorenata.csv',
      lines(
        ';',
        head,
        ['12345678', 'x1', alva!, 'Alva', 'Åström', '1', 'NA25A', '', '', '', '', '', '', '', '', ''],
        ['17', 'x2', bo!, 'Bo', 'Åström', '1', 'NA25A', '', '', '', '', '', '', '', '', ''],
      ),
    );
    expect(report.kinds.elever).toMatchObject({ created: 1, refused: [{ code: 'unit-unknown', row: 3 }] });
    expect(await stored(enrolled)).toEqual([{ given_name: 'Alva', code: '12345678', year_of_study: 1 }]);
  });

  it('Skolverket: the lists of classes and groups are calmly said not to be needed', async () => {
    const { read } = await organiserOfOwn('nobody');
    const classes = ['Klass-ID', 'Klass', 'Skolform', 'Skolenhetskod', 'Ta bort'];
    const groups = ['Grupp-ID', 'Ämnesgrupp', 'Skolform', 'Provaktivitetsnamn', 'Skolenhetskod', 'Ta bort'];
    for (const [name, head] of Object.entries({ classes, groups })) {
      const { files, kinds } = await read(
        `${name}.csv`,
        lines(
          ';',
          head,
          head.map(() => 'x'),
        ),
      );
      expect(files[0]!.says).toContain('Det behövs inte');
      expect(kinds.elever.warnings).toEqual([]);
    }
  });
});

describe('a file without what is needed', () => {
  const noUnit = lines(
    ';',
    ['Personnummer', 'Förnamn', 'Efternamn', 'Klass'],
    [alva!, 'Alva', 'Åström', 'NA1'],
  );

  it('without a unit is about the only one, and where there are several every row says what to add', async () => {
    const one = await organiserOfOwn('nobody');
    expect((await one.read('e.csv', noUnit)).kinds.elever).toMatchObject({ created: 1 });
    const two = await organiserOfOwn('nobody', ['12345678', '87654321']);
    expect((await two.read('e.csv', noUnit)).kinds.elever.refused).toMatchObject([
      { code: 'unit-not-in-file' },
    ]);
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
    const { files } = await read('x.csv', lines(';', [alva!, 'Alva Åström', 'NA1']));
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
