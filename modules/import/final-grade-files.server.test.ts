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

const school = smallSchool(2);
const [alva, bo] = school.students;
const subjects = ['Mu', 'Bi', 'Fy', 'Ke', 'Ge', 'Hi', 'Re', 'Sh', 'Sl', 'Sv', 'Sva', 'Tn', 'Tk', 'OVR'];

/** A row with every heading of SCB's description of the file, in its order. */
const row = (student: string, told: Record<string, string> = {}) => ({
  ...{
    System: 'Provsystem',
    Datum: '2026-06-12',
    Version: '1.0',
    PersonNr: student,
    Skolenhetskod: '99000555',
  },
  ...{ Klass: '9A', Fornamn: 'Förnamn', Efternamn: 'Åström', Bl: 'C', En: 'B', Hkk: 'E', Idh: 'A', Ma: 'F' },
  ...{ 'M1 (språk)': '', 'M1 (betyg)': '', 'M2 (språk)': 'SPA', 'M2 (betyg)': 'D' },
  ...{ 'ML (språk)': 'SOM', 'ML (betyg)': '2' },
  ...Object.fromEntries(
    subjects.map((subject) => [subject, subject === 'Sva' || subject === 'Tn' ? '' : 'E']),
  ),
  ...told,
});

let made = 0;
async function schoolOfOwn() {
  made += 1;
  const organiser = await emptyOrganiser(db, `Slutbetyg ${made}`);
  const run = importer(db, organiser);
  await run([folder.put(`${made}-elever.csv`, school.elever())]);
  const stored = <T extends object>(sql: string) =>
    withOrganiser(db, organiser.id, async ({ client }) => (await client.query<T>(sql)).rows);
  const read = (rows: Record<string, string>[]) => run([folder.put(`${made}-slutbetyg.csv`, csv(rows))]);
  const grade = (subject: string) =>
    stored(
      `select language, value, is_pass, unit_code, taken_on from grades.compulsory_grade where subject = '${subject}'`,
    );
  return { organiser, read, stored, grade };
}

describe('the file of final grades of year 9', () => {
  it('is kept subject by subject as it stands, and the same file again changes nothing', async () => {
    const { read, grade, stored } = await schoolOfOwn();
    const report = await read([row(alva!, { Ke: '9', Fy: '3' })]);
    expect(report).toMatchObject({ state: 'done', kinds: { slutbetyg: { created: 1, refused: [] } } });
    const shared = { language: null, unit_code: '99000555', taken_on: '2026-06-12' };
    expect(await grade('EN')).toEqual([{ ...shared, value: 'B', is_pass: true }]);
    expect(await grade('MA')).toEqual([{ ...shared, value: 'F', is_pass: false }]);
    expect(await grade('KE')).toEqual([{ ...shared, value: '9', is_pass: false }]);
    expect(await grade('FY')).toEqual([{ ...shared, value: '3', is_pass: null }]);
    expect(await grade('ML')).toEqual([{ ...shared, value: '2', is_pass: null }]);
    expect(await grade('M2')).toEqual([{ ...shared, language: 'SPA', value: 'D', is_pass: true }]);
    expect(await grade('SVA')).toEqual([]);
    expect(await stored('select code from organisation.school_unit')).toEqual([{ code: '12345678' }]);
    expect((await read([row(alva!, { Ke: '9', Fy: '3' })])).kinds.slutbetyg).toMatchObject({ unchanged: 1 });
  });

  it('changes with a later file, and not with an older one', async () => {
    const { read, grade } = await schoolOfOwn();
    await read([row(alva!)]);
    expect((await read([row(alva!, { Datum: '2026-08-20', Ma: 'E' })])).kinds.slutbetyg).toMatchObject({
      updated: 1,
    });
    expect((await read([row(alva!, { Datum: '2026-09-01', Ma: 'E' })])).kinds.slutbetyg).toMatchObject({
      unchanged: 1,
      warnings: [],
    });
    const older = await read([row(alva!, { Datum: '2026-08-31', Ma: 'F' })]);
    expect(older.kinds.slutbetyg).toMatchObject({ unchanged: 1, warnings: [{ code: 'older-file' }] });
    expect(await grade('MA')).toMatchObject([{ value: 'E', taken_on: '2026-09-01' }]);
  });

  it('is refused for a student who is not read in, an unknown grade, and two rows that differ', async () => {
    const { read, stored } = await schoolOfOwn();
    const report = await read([
      row(testCivicNumber('2010-05-01')),
      row(alva!, { En: 'G' }),
      row(bo!),
      row(bo!, { Ma: 'A' }),
    ]);
    expect(report.kinds.slutbetyg.refused.map(({ code, column }) => [code, column])).toEqual([
      ['unknown-student', 'PersonNr'],
      ['final-grade-unknown', 'En'],
      ['final-grades-twice', null],
      ['final-grades-twice', null],
    ]);
    expect(report.kinds.slutbetyg.refused[0]!.says).toContain('Läs in eleven');
    expect(await stored('select 1 from grades.compulsory_grade')).toEqual([]);
  });

  it('taken out after the new scale is not guessed at; the last day before it is read', async () => {
    const { read } = await schoolOfOwn();
    const rows = [row(alva!, { Datum: '2028-07-02' }), row(bo!, { Datum: '2028-07-01' })];
    expect((await read(rows)).kinds.slutbetyg).toMatchObject({
      created: 1,
      refused: [{ code: 'scale-unknown' }],
    });
  });

  it('is undone as a whole', async () => {
    const { organiser, read } = await schoolOfOwn();
    await read([row(alva!)]);
    const before = await storedOf(db, organiser.id);
    const { runId } = await read([row(alva!, { Datum: '2026-08-20', Ma: 'E' }), row(bo!)]);
    await undoRun(db, {
      ...{ organiser: organiser.id, runId: runId!, actor: null, on },
      ...{ now: () => new Date(`${on}T08:00:00Z`), refreshSignals },
    });
    const after = await storedOf(db, organiser.id);
    expect(after['grades.compulsory_grade']).toBe(before['grades.compulsory_grade']);
  });
});
