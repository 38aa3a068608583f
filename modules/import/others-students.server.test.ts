import { afterAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../fixtures/test-database.ts';
import { withOrganiser } from '../../platform/server/db.ts';
import { ensureUnits } from '../organisation/index.ts';
import { giveDuty } from '../people/index.ts';
import { csv, emptyOrganiser, fileFolder, importer, on, smallSchool } from './import-fixture.ts';

const { db } = await testDatabase();
const folder = fileFolder();
afterAll(folder.clean);
const school = smallSchool(3);
const [own, others] = ['11111111', '22222222'] as const;

let made = 0;
/** A student who goes to another unit than the administrator's, and how that administrator's file about her is read. */
async function studentElsewhere(first: Record<string, string> = {}) {
  made += 1;
  const organiser = await emptyOrganiser(db, `Organisation ${made}`);
  const run = importer(db, organiser);
  const within = <T>(work: Parameters<typeof withOrganiser<T>>[2]) => withOrganiser(db, organiser.id, work);
  const units = await within((tx) => ensureUnits(tx, [{ code: own }, { code: others }]));
  const file = (cells: Record<string, string>) =>
    folder.put(
      'elever.csv',
      csv([
        {
          Personnummer: school.students[0]!,
          'Person-ID': 'E0',
          Förnamn: 'Elin',
          Efternamn: 'Berg',
          Federationsanvändarnamn: 'elin@skola.example',
          'E-post': 'elin@skola.example',
          Skolform: 'GY',
          Skolenhetskod: others,
          Startdatum: '2026-08-17',
          ...cells,
        },
      ]),
    );
  const read = async (cells: Record<string, string>) =>
    (await run([file(cells)], { onlyUnits: [units.get(own)!], acceptLargeChange: true })).kinds.elever;
  const stored = async () =>
    within(
      async ({ client }) =>
        (
          await client.query(
            `select given_name, family_name, federated_name, email, civic_number, source_id, protection,
               (select array_agg(k.source_id order by k.source_id) from people.known_source_id k) as ids from people.person`,
          )
        ).rows,
    );
  await run([file(first)]);
  return { read, stored, within, units };
}

const taken = {
  Förnamn: 'Någon',
  Efternamn: 'Annan',
  Federationsanvändarnamn: 'mallory@skola.example',
  'E-post': 'mallory@skola.example',
  Skolenhetskod: own,
};

describe('an administrator of one unit who reads in a student of another', () => {
  it('cannot take over her log-in, her address or her name', async () => {
    const { read, stored } = await studentElsewhere();
    const before = await stored();
    const report = await read(taken);
    expect(await stored()).toEqual(before);
    expect(report.created).toBe(1);
    expect(report.warnings.map(({ code, rows }) => [code, rows])).toContainEqual(['others-student', 1]);
  });

  it('cannot give her a number or an id to be known by', async () => {
    const { read, stored } = await studentElsewhere({ Personnummer: '' });
    const before = await stored();
    await read({ ...taken, Personnummer: school.students[1]! });
    await read({ ...taken, Personnummer: '', 'Person-ID': 'E0' });
    expect(await stored()).toEqual(before);
  });

  it('cannot take her protection away, and may give her one', async () => {
    const { read, stored } = await studentElsewhere({ Sekretessmarkering: 'Ja' });
    await read({ ...taken, Sekretessmarkering: 'Nej' });
    expect((await stored())[0].protection).toBe('confidential');
    const open = await studentElsewhere();
    await open.read({ ...taken, Sekretessmarkering: 'Ja' });
    expect((await open.stored())[0].protection).toBe('confidential');
  });

  it('reads her in as the file tells once she has left the other', async () => {
    const { read, stored } = await studentElsewhere({ Slutdatum: '2026-10-31' });
    await read(taken);
    expect(await stored()).toMatchObject([{ given_name: 'Någon', federated_name: 'mallory@skola.example' }]);
  });

  it('cannot take over the log-in of somebody who works there, not even at the own unit', async () => {
    const { read, stored, within, units } = await studentElsewhere({ Slutdatum: '2026-10-31' });
    await within(async (tx) => {
      const { rows } = await tx.client.query('select person_id as id from people.person');
      await giveDuty(tx, {
        personId: rows[0].id,
        role: 'principal',
        unitId: units.get(own)!,
        title: null,
        starts: on,
      });
    });
    const before = await stored();
    await read(taken);
    expect(await stored()).toEqual(before);
  });
});
