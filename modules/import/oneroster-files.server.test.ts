import { mkdtempSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { testCivicNumber } from '../../fixtures/test-civic-numbers.ts';
import { testDatabase } from '../../fixtures/test-database.ts';
import { withOrganiser } from '../../platform/server/db.ts';
import { emptyOrganiser, fileFolder, importer } from './import-fixture.ts';

const { db } = await testDatabase();
const folder = fileFolder();
afterAll(folder.clean);

const [alva, bo] = [testCivicNumber('2009-03-01'), testCivicNumber('2009-05-01')];
const lines = (...rows: string[]) => `${rows.join('\r\n')}\r\n`;

const orgs = lines(
  'sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId',
  'o1,active,,Exempelkommun,district,,',
  'o2,active,,Ekdalagymnasiet,school,12345678,o1',
  'o3,active,,Hamngymnasiet,school,87654321,o1',
);
const classes = lines(
  'sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods',
  'c1,active,,NA25A,,,NA25A,homeroom,,o2,,,,',
  'c2,active,,"Matematik 1, NA",,k1,MA1,scheduled,,o2,,,,',
  'c3,tobedeleted,,Fysik 1,,k2,FY1,scheduled,,o2,,,,',
  'c4,active,,EK25A,,,EK25A,homeroom,,o3,,,,',
);
const enrollments = lines(
  'sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate',
  'e1,active,,c1,o2,u1,student,,,',
  'e2,active,,c2,o2,u1,student,,,',
  'e3,active,,c3,o2,u1,student,,,',
  'e4,active,,c2,o2,u3,teacher,true,,',
  'e5,active,,c4,o3,u1,student,,,',
);
const users11 = (...rows: string[]) =>
  lines(
    'sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password',
    ...rows,
  );
const alvaRow = (status: string) =>
  `u1,${status},,true,"o1,o2,o3",student,alva@skola.example,{personnummer:${alva}},Alva,Åström,,,alva@skola.example,,,,10,`;

let made = 0;
async function organiserOfOwn() {
  made += 1;
  const organiser = await emptyOrganiser(db, `OneRoster ${made}`);
  const run = importer(db, organiser);
  const read = (files: Record<string, string>) =>
    run(Object.entries(files).map(([name, text]) => ({ ...folder.put(`${made}-${name}`, text), name })));
  const stored = <T extends object>(sql: string) =>
    withOrganiser(db, organiser.id, async ({ client }) => (await client.query<T>(sql)).rows);
  return { read, stored };
}
const memberships = `select u.code, g.kind, g.name from people.group_membership m
  join people.student_group g using (organiser_id, group_id) join organisation.school_unit u using (organiser_id, unit_id)
  order by 1, 2, 3`;

describe('a OneRoster roster', () => {
  it('1.1: students at each of their schools with class and groups, staff with theirs, nobody else', async () => {
    const { read, stored } = await organiserOfOwn();
    const users = users11(
      alvaRow('active'),
      'u2,active,,true,o2,guardian,,,Åsa,Åström,,,,,,u1,,',
      'u3,active,,true,o2,teacher,kim@skola.example,,Kim,Larsson,,,,,,,,',
    );
    const files = {
      'users.csv': users,
      'orgs.csv': orgs,
      'classes.csv': classes,
      'enrollments.csv': enrollments,
    };
    const report = await read(files);
    expect(report.kinds).toMatchObject({
      elever: { created: 2, refused: [], warnings: [{ code: 'several-units' }] },
      personal: { created: 1, refused: [] },
    });
    expect(await stored(memberships)).toEqual([
      { code: '12345678', kind: 'class', name: 'NA25A' },
      { code: '12345678', kind: 'teaching', name: 'Matematik 1  NA' },
      { code: '87654321', kind: 'class', name: 'EK25A' },
    ]);
    expect(await stored('select given_name, civic_number, source_id from people.person order by 1')).toEqual([
      { given_name: 'Alva', civic_number: alva, source_id: 'u1' },
      { given_name: 'Kim', civic_number: null, source_id: 'u3' },
    ]);
    expect(await stored('select role from people.duty')).toEqual([{ role: 'teacher' }]);
    expect(await stored('select 1 from people.teaching')).toHaveLength(1);
    expect(report.files.map((file) => file.file).toSorted()).toEqual([
      ...[
        'classes.csv',
        'enrollments.csv',
        'orgs.csv',
        'users.csv (elever)',
        'users.csv (elever, skolenhet 2)',
      ],
      'users.csv (personal)',
    ]);
    const again = await read(files);
    expect(again.kinds).toMatchObject({ elever: { unchanged: 2 }, personal: { unchanged: 1 } });
  });

  it('1.2: roles with their days', async () => {
    const { read, stored } = await organiserOfOwn();
    const users = lines(
      'sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,preferredGivenName,preferredMiddleName,preferredFamilyName,primaryOrgSourcedId,pronouns',
      `u1,active,,true,alva,,Alva,Åström,,${alva},,,,,,,,,,,o2,`,
    );
    const roles = lines(
      'sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId',
      'r1,active,,u1,primary,student,2026-08-17,2027-06-11,o2,',
    );
    const manifest = lines('propertyName,value', 'manifest.version,1.0');
    const report = await read({
      'users.csv': users,
      'roles.csv': roles,
      'orgs.csv': orgs,
      'manifest.csv': manifest,
    });
    expect(report.kinds.elever).toMatchObject({ created: 1, refused: [] });
    expect(await stored('select starts, ends from people.enrolment')).toEqual([
      { starts: '2026-08-17', ends: '2027-06-11' },
    ]);
    expect(report.files.find((file) => file.file === 'manifest.csv')!.says).toContain('Behövs inte');
  });

  it('ends what is to be deleted', async () => {
    const { read, stored } = await organiserOfOwn();
    await read({ 'users.csv': users11(alvaRow('active')), 'orgs.csv': orgs });
    const report = await read({ 'users.csv': users11(alvaRow('tobedeleted')), 'orgs.csv': orgs });
    expect(report.kinds.elever).toMatchObject({ updated: 2 });
    expect(await stored('select 1 from people.enrolment where ends is null')).toEqual([]);
  });

  it('names the row of its own file when a row is refused, and says what to do about a school without a code', async () => {
    const { read } = await organiserOfOwn();
    const users = users11(
      'u2,active,,true,o9,guardian,,,"Åsa\nMaria",Åström,,,,,,u1,,',
      `u1,active,,true,o9,student,,,Alva,Åström,,${alva},,,,,,`,
      `u4,active,,true,o2,student,,,,Åström,,${bo},,,,,,`,
    );
    const strange = lines(
      'sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId',
      'o9,active,,Strandgymnasiet,school,SE-17,',
      'o2,active,,Ekdalagymnasiet,school,12345678,',
    );
    const report = await read({ 'users.csv': users, 'orgs.csv': strange });
    expect(report.kinds.elever.refused).toMatchObject([
      { file: 'users.csv (elever)', row: 3, code: 'unit-unknown' },
      { file: 'users.csv (elever)', row: 4, code: 'given-name-missing' },
    ]);
    expect(report.kinds.elever.refused[0]!.says).toContain('åtta siffror');
  });

  it('leaves nothing behind on the disk', async () => {
    const { read } = await organiserOfOwn();
    const before = process.env.TMPDIR;
    process.env.TMPDIR = mkdtempSync(join(folder.path, 'tmp-'));
    try {
      await read({ 'users.csv': users11(alvaRow('active')), 'orgs.csv': orgs });
      expect(readdirSync(process.env.TMPDIR)).toEqual([]);
    } finally {
      if (before === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = before;
    }
  });

  it('without its users is said to be something else, never read in halves', async () => {
    const { read } = await organiserOfOwn();
    const report = await read({ 'orgs.csv': orgs });
    expect(report).toMatchObject({ state: 'failed', files: [{ kind: null }] });
  });
});
