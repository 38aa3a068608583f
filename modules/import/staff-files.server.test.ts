import { afterAll, describe, expect, it } from 'vitest';
import { testCivicNumber } from '../../fixtures/test-civic-numbers.ts';
import { testDatabase } from '../../fixtures/test-database.ts';
import { withOrganiser } from '../../platform/server/db.ts';
import { ensureUnits } from '../organisation/index.ts';
import { refreshSignals } from '../signals/index.ts';
import { undoRun } from './commands/undo-run.ts';
import { csv, emptyOrganiser, fileFolder, importer, on, smallSchool, storedOf } from './import-fixture.ts';

const { db } = await testDatabase();
const folder = fileFolder();
afterAll(folder.clean);

const numbers = [0, 1, 2].map((nth) => testCivicNumber('1980-03-01', nth));
const staff = (nth: number, told: Record<string, string> = {}) => ({
  ...{
    'Tjänstgörings-ID': `T${nth}`,
    'Person-ID': `P${nth}`,
    Federationsanvändarnamn: `p${nth}@skola.example`,
  },
  ...{
    Personnummer: numbers[nth]!,
    Sekretessmarkering: '',
    Förnamn: ['Kim', 'Ali', 'Sam'][nth]!,
    Efternamn: 'Larsson',
  },
  ...{ Skolenhetskod: '12345678', Personalkategori: 'Lärare', Ämnesgrupper: 'GRUPP1', 'Ta bort': '' },
  ...told,
});

let made = 0;
async function organiserOfOwn() {
  made += 1;
  const organiser = await emptyOrganiser(db, `Personal ${made}`);
  const run = importer(db, organiser);
  const stored = <T extends object>(sql: string) =>
    withOrganiser(db, organiser.id, async ({ client }) => (await client.query<T>(sql)).rows);
  const duties = () =>
    stored<{ said: string }>(
      `select p.given_name || ' ' || d.role || ' ' || coalesce(d.title, '') || ' ' || coalesce(u.code, '') as said
       from people.duty d join people.person p using (organiser_id, person_id)
       left join organisation.school_unit u using (organiser_id, unit_id) order by 1`,
    ).then((rows) => rows.map((row) => row.said.trim()));
  const read = (name: string, rows: Record<string, string>[], more = {}) =>
    run([folder.put(`${made}-${name}`, csv(rows))], more);
  return { organiser, run, read, duties, stored };
}

describe('a file of staff', () => {
  it('gives duties and groups, and the same file again changes nothing', async () => {
    const { read, duties, stored } = await organiserOfOwn();
    const rows = [staff(0), staff(1, { Personalkategori: 'Kurator', Ämnesgrupper: '' })];
    const first = await read('personal.csv', rows);
    expect(first).toMatchObject({ state: 'done', kinds: { personal: { created: 2, refused: [] } } });
    expect(await duties()).toEqual(['Ali health-team kurator 12345678', 'Kim teacher  12345678']);
    expect(await stored('select 1 from people.teaching')).toHaveLength(1);
    expect(first.checks.find((check) => check.code === 'staff-opened')?.says).toBe(
      'Filen ger 1 elevhälsa på 12345678.',
    );
    const again = await read('personal.csv', rows);
    expect(again.kinds.personal).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
    const logged = await stored<{ action: string }>(
      `select action from audit.entry where action = 'people.duty-given'`,
    );
    expect(logged).toHaveLength(1);
  });

  it('and the students of the same run find their mentor by Person-ID', async () => {
    const { run, stored } = await organiserOfOwn();
    const school = smallSchool(2);
    const report = await run([
      folder.put(
        `${made}-a-elever.csv`,
        school.elever((cells) => ({ ...cells, Mentor: 'P0' })),
      ),
      folder.put(`${made}-z-personal.csv`, csv([staff(0)])),
    ]);
    expect(report).toMatchObject({ state: 'done', kinds: { elever: { created: 2, warnings: [] } } });
    const mentors = await stored(
      `select p.source_id from people.mentorship m join people.person p
       on p.organiser_id = m.organiser_id and p.person_id = m.mentor_id`,
    );
    expect(mentors).toEqual([{ source_id: 'P0' }, { source_id: 'P0' }]);
    expect(await stored(`select distinct name from people.student_group where kind = 'teaching'`)).toEqual([
      { name: 'GRUPP1' },
    ]);
  });

  it("recognises the mentors that the students' file brought by name", async () => {
    const { run, read, stored } = await organiserOfOwn();
    await run([folder.put(`${made}-elever.csv`, smallSchool(1).elever())]);
    const report = await read('personal.csv', [staff(0)]);
    expect(report.kinds.personal).toMatchObject({ updated: 1, warnings: [{ code: 'staff-adopted' }] });
    expect(await stored(`select source_id from people.person where given_name = 'Kim'`)).toEqual([
      { source_id: 'P0' },
    ]);
  });

  it('is undone as a whole', async () => {
    const { organiser, read } = await organiserOfOwn();
    await read('personal.csv', [staff(0)]);
    const before = await storedOf(db, organiser.id);
    const report = await read('personal.csv', [staff(0, { 'Ta bort': 'Ja' }), staff(1), staff(2)]);
    expect(report.kinds.personal).toMatchObject({ created: 2, updated: 1 });
    const answer = await undoRun(db, {
      ...{ organiser: organiser.id, runId: report.runId!, actor: null, on },
      ...{ now: () => new Date(`${on}T08:00:00Z`), refreshSignals },
    });
    expect(answer).toMatchObject({ undone: true });
    const after = await storedOf(db, organiser.id);
    for (const table of ['people.person', 'people.duty', 'people.teaching'])
      expect([table, after[table]]).toEqual([table, before[table]]);
  });

  it('of a unit is read in by its own administrator without the duties that open all its students', async () => {
    const { organiser, read, duties } = await organiserOfOwn();
    const own = await withOrganiser(db, organiser.id, (tx) =>
      ensureUnits(tx, [{ code: '12345678' }, { code: '87654321' }]),
    );
    const rows = [
      staff(0),
      staff(1, { Personalkategori: 'Rektor' }),
      staff(2, { Skolenhetskod: '87654321' }),
    ];
    const report = await read('personal.csv', rows, { onlyUnits: [own.get('12345678')!] });
    expect(report.kinds.personal.refused.map((row) => row.code)).toEqual([
      'unit-not-yours',
      'duty-not-yours',
    ]);
    expect(await duties()).toEqual(['Kim teacher  12345678']);
  });
});
