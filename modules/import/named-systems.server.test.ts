import { afterAll, describe, expect, it } from 'vitest';
import { testCivicNumber } from '../../fixtures/test-civic-numbers.ts';
import { testDatabase } from '../../fixtures/test-database.ts';
import { fileFolder } from './import-fixture.ts';
import { adult, alva, bo, enrolled, lines, long, organisersOfOwn, short } from './named-systems-fixture.ts';

const { db } = await testDatabase();
const folder = fileFolder();
afterAll(folder.clean);
const organiserOfOwn = organisersOfOwn(db, folder);

describe('the lists of persons of', () => {
  it('Skola24: children, guardians and staff without headings, in its fixed order', async () => {
    const { read, stored } = await organiserOfOwn('nobody');
    const children = await read(
      'barn.csv',
      lines(
        ';',
        ['Ekdalagymnasiet', 'NA', alva, 'Alva', 'Åström', ''],
        ['Ekdalagymnasiet', 'NA', short(bo), 'Bo', 'Åström', '1'],
      ),
    );
    expect(children.kinds.elever).toMatchObject({ created: 2, refused: [] });
    expect(await stored(`select given_name, protection from people.person order by 1`)).toEqual([
      { given_name: 'Alva', protection: 'none' },
      { given_name: 'Bo', protection: 'confidential' },
    ]);
    const guardians = await read(
      'foraldrar.csv',
      lines(';', [alva, long(adult), 'Åsa', 'Åström', 'asa@example.org', '070-123 45 67']),
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
      lines('\t', head, student('1', alva, 'Alva', '1'), student('2', bo, 'Bo', '1')),
    );
    expect(report.kinds.elever).toMatchObject({ created: 2, refused: [] });
    expect(await stored(enrolled)).toMatchObject([{ code: '12345678' }, { code: '12345678' }]);
    const left = await read('students.txt', lines('\t', head, student('2', bo, 'Bo', '0')));
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
        ['Åsa', 'Åström', 'asa@example.org', '070', short(alva)],
        ['Åsa', 'Åström', 'asa@example.org', '070', short(bo)],
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
        ['1', short(alva), 'Alva', 'Åström', ''],
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
      lines(';', head, member(alva, 'MA2'), member(alva, 'EN6'), member(adult, '', 'Personal')),
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
      ['Åsa', 'Öberg', 'asa@skola.example', long(alva)],
    );
    const report = await read('unikum.txt', Buffer.from(text, 'latin1'));
    expect(report.kinds.elever).toMatchObject({
      created: 1,
      refused: [],
      warnings: [{ code: 'no-placement', rows: 1 }],
    });
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
        ['a1', 'Alva', 'Åström', 'alva@skola.example', alva, '', 'STUDENT'],
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
        ['12345678', 'x1', alva, 'Alva', 'Åström', '1', 'NA25A', '', '', '', '', '', '', '', '', ''],
        ['17', 'x2', bo, 'Bo', 'Åström', '1', 'NA25A', '', '', '', '', '', '', '', '', ''],
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
