import { afterAll, describe, expect, it } from 'vitest';
import { testCivicNumber } from '../../fixtures/test-civic-numbers.ts';
import { testDatabase } from '../../fixtures/test-database.ts';
import { withOrganiser } from '../../platform/server/db.ts';
import { refreshSignals } from '../signals/index.ts';
import { undoRun } from './commands/undo-run.ts';
import { csv, emptyOrganiser, fileFolder, importer, on, smallSchool, storedOf } from './import-fixture.ts';

const { db } = await testDatabase();
const folder = fileFolder();
afterAll(folder.clean);

const school = smallSchool(3);
const number = testCivicNumber('1980-03-01');
const guardian = (student: string, told: Record<string, string> = {}) => ({
  ...{ 'Elevens personnummer': student, 'Elevens Person-ID': '', Personnummer: number, 'Person-ID': '' },
  ...{ Förnamn: 'Åsa', Efternamn: 'Lindgren', 'E-postadress': 'asa@example.org', Relation: 'Vårdnadshavare' },
  ...{ Startdatum: '', Slutdatum: '', 'Ta bort': '' },
  ...told,
});

let made = 0;
async function schoolOfOwn(elever = school.elever()) {
  made += 1;
  const organiser = await emptyOrganiser(db, `Vårdnadshavare ${made}`);
  const run = importer(db, organiser);
  expect((await run([folder.put(`${made}-elever.csv`, elever)])).state).toBe('done');
  const stored = <T extends object>(sql: string) =>
    withOrganiser(db, organiser.id, async ({ client }) => (await client.query<T>(sql)).rows);
  const read = (rows: Record<string, string>[], more = {}) =>
    run([folder.put(`${made}-vardnadshavare.csv`, csv(rows))], more);
  const units = async () =>
    (await stored<{ unit_id: number }>(`select unit_id from organisation.school_unit order by code`)).map(
      (row) => row.unit_id,
    );
  return { organiser, read, stored, units };
}

describe('a file of guardians', () => {
  it('ties one person to all her children, and the same file again changes nothing', async () => {
    const { read, stored } = await schoolOfOwn();
    const rows = [guardian(school.students[0]!), guardian(school.students[1]!)];
    expect((await read(rows)).kinds.vardnadshavare).toMatchObject({ created: 2, refused: [], warnings: [] });
    expect(await stored('select student_id, starts from people.guardianship')).toHaveLength(2);
    expect(await stored(`select 1 from people.person where given_name = 'Åsa'`)).toHaveLength(1);
    expect((await read(rows)).kinds.vardnadshavare).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
  });

  it('refuses students who are not read in, unknown relations, and leaves others than guardians out', async () => {
    const { read, stored } = await schoolOfOwn();
    const report = await read([
      guardian(testCivicNumber('2010-05-01')),
      guardian(school.students[0]!, { Relation: 'granne' }),
      guardian(school.students[0]!, { Relation: 'Annan ansvarig' }),
    ]);
    expect(report.kinds.vardnadshavare).toMatchObject({
      created: 0,
      refused: [{ code: 'unknown-student' }, { code: 'relation-unknown' }],
      warnings: [{ code: 'not-guardians', rows: 1 }],
    });
    expect(await stored('select 1 from people.guardianship')).toEqual([]);
  });

  it('masks the guardian of a student with a protected identity', async () => {
    const elever = school.elever((cells, index) => ({
      ...cells,
      Sekretessmarkering: index === 0 ? 'Skyddad folkbokföring' : '',
    }));
    const { read, stored } = await schoolOfOwn(elever);
    await read([guardian(school.students[0]!)]);
    expect(await stored(`select protection from people.person where given_name = 'Åsa'`)).toEqual([
      { protection: 'protected-registration' },
    ]);
  });

  it('does not take a student for a guardian when the columns have changed places', async () => {
    const { read } = await schoolOfOwn();
    const report = await read([guardian(school.students[0]!, { Personnummer: school.students[1]! })]);
    expect(report.kinds.vardnadshavare.refused).toMatchObject([{ code: 'guardian-is-student' }]);
  });

  it('is undone as a whole', async () => {
    const { organiser, read } = await schoolOfOwn();
    await read([guardian(school.students[0]!)]);
    const before = await storedOf(db, organiser.id);
    const report = await read([
      guardian(school.students[0]!, { 'Ta bort': 'Ja' }),
      guardian(school.students[1]!, { Personnummer: testCivicNumber('1985-03-01'), Förnamn: 'Peter' }),
    ]);
    expect(report.kinds.vardnadshavare).toMatchObject({ created: 1, updated: 1 });
    const answer = await undoRun(db, {
      ...{ organiser: organiser.id, runId: report.runId!, actor: null, on },
      ...{ now: () => new Date(`${on}T08:00:00Z`), refreshSignals },
    });
    expect(answer).toMatchObject({ undone: true });
    const after = await storedOf(db, organiser.id);
    for (const table of ['people.person', 'people.guardianship'])
      expect([table, after[table]]).toEqual([table, before[table]]);
  });

  it("read in by an administrator of one unit is about that unit's students alone", async () => {
    const elever = school.elever((cells, index) => ({
      ...cells,
      Skolenhetskod: index === 0 ? '12345678' : '87654321',
    }));
    const { read, stored, units } = await schoolOfOwn(elever);
    const [own] = await units();
    const report = await read([guardian(school.students[0]!), guardian(school.students[1]!)], {
      onlyUnits: [own!],
    });
    expect(report.kinds.vardnadshavare).toMatchObject({ created: 1, refused: [{ code: 'unknown-student' }] });
    expect(await stored('select 1 from people.guardianship')).toHaveLength(1);
  });
});
