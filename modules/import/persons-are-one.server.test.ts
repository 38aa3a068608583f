import { afterAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../fixtures/test-database.ts';
import { nextChangeSet } from '../../platform/server/change-set.ts';
import { withOrganiser } from '../../platform/server/db.ts';
import { undoChanges } from '../../platform/server/undo-changes.ts';
import { type Doer, likelyDoubles, mergePersons } from '../doubles/index.ts';
import { keptPeople, registerStudents } from '../people/index.ts';
import { csv, emptyOrganiser, fileFolder, importer, on, smallSchool } from './import-fixture.ts';
import { lockImports } from './store.ts';

const { db } = await testDatabase();
const folder = fileFolder();
afterAll(folder.clean);
let made = 0;
async function newOrganiser() {
  made += 1;
  const organiser = await emptyOrganiser(db, `Organisation ${made}`);
  const within = <T>(work: Parameters<typeof withOrganiser<T>>[2]) => withOrganiser(db, organiser.id, work);
  return { organiser, within, run: importer(db, organiser) };
}

const school = smallSchool(12);
const withIds = (prefix: string) =>
  folder.put(
    `${prefix}.csv`,
    school.elever((cells, index) => ({ ...cells, 'Person-ID': `${prefix}${index}` })),
  );
const grades = (person: string) =>
  folder.put(
    'betyg.csv',
    csv([{ 'Person-ID': person, Kurskod: 'MATE1B00X', Betyg: 'C', Betygsdatum: '2026-06-10' }]),
  );

describe('two systems that tell of the same students', () => {
  it('each with ids of its own do not change them back and forth, and either id is enough for a grade', async () => {
    const { run, within } = await newOrganiser();
    const [file, uuids] = [withIds('E'), withIds('b4cfd1ae-')];
    expect((await run([file])).kinds.elever).toMatchObject({ created: 12 });
    expect((await run([uuids])).kinds.elever).toMatchObject({ created: 0, updated: 12 });
    for (const again of [file, uuids, file])
      expect((await run([again])).kinds.elever).toMatchObject({ created: 0, updated: 0, unchanged: 12 });
    expect((await run([grades('E3')])).kinds.betyg).toMatchObject({ created: 1 });
    expect((await run([grades('b4cfd1ae-3')])).kinds.betyg).toMatchObject({ created: 0, unchanged: 1 });
    const { rows } = await within((tx) =>
      tx.client.query(
        `select source_id from people.person where source_id is not null order by source_id limit 1`,
      ),
    );
    expect(rows).toEqual([{ source_id: 'b4cfd1ae-0' }]);
  });

  it('are taken for the same though one still tells the TF number that gave way, and the real number stays', async () => {
    const { run, within } = await newOrganiser();
    const told = (number: string) =>
      folder.put(
        'elever.csv',
        school.elever((cells, index) => (index === 0 ? { ...cells, Personnummer: number } : null)),
      );
    const real = school.students[0]!;
    const temporary = `${real.slice(0, 8)}TF20`;
    await run([told(temporary)]);
    expect((await run([told(real)])).kinds.elever).toMatchObject({ created: 0, updated: 1 });
    expect((await run([told(temporary)])).kinds.elever).toMatchObject({ created: 0, updated: 0 });
    const { rows } = await within((tx) =>
      tx.client.query('select civic_number from people.person where civic_number is not null'),
    );
    expect(rows).toEqual([{ civic_number: real }]);
  });

  it('are known by the ids of a set of changes until it is undone', async () => {
    const { run, within } = await newOrganiser();
    await run([withIds('E')]);
    const known = () =>
      within(
        async (tx) => (await tx.client.query('select source_id from people.known_source_id order by 1')).rows,
      );
    const before = await known();
    await within(async (tx) => {
      const changeSet = await nextChangeSet(tx);
      const unit = (await tx.client.query('select unit_id as id from organisation.school_unit')).rows[0].id;
      const row = {
        ...{
          row: 0,
          civicNumber: school.students[0]!,
          sourceId: 'NY-1',
          givenName: 'Förnamn0',
          familyName: 'Åström',
        },
        ...{ unitCode: '12345678', schoolForm: 'GY', programmeCode: 'NA25', yearOfStudy: 1, className: null },
        ...{ groups: [], mentors: [], starts: null, remove: false },
      };
      await registerStudents({ ...tx, changeSet }, [row], new Map([['12345678', unit]]), on);
      const { rows } = await tx.client.query(
        `select person_id from people.known_source_id where source_id = 'NY-1'`,
      );
      expect(rows).toHaveLength(1);
      await undoChanges(tx, changeSet, keptPeople);
    });
    expect(await known()).toEqual(before);
  });
});

it('nobody is merged while a file is being read in', async () => {
  const { run, within, organiser } = await newOrganiser();
  const real = school.students[0]!;
  const rows = [real, `${real.slice(0, 8)}TF20`].map((number, nth) =>
    folder.put(
      `${nth}.csv`,
      school.elever((cells, index) =>
        index === 0 ? { ...cells, Personnummer: number, 'Person-ID': `P${nth}` } : null,
      ),
    ),
  );
  for (const file of rows) await run([file]);
  const answer = await within(async (tx) => {
    const [pair] = await likelyDoubles(tx, null, on);
    const { stays, goes } = pair!;
    const doer: Doer = {
      actor: { personId: stays.personId },
      because: 'administrator',
      reach: null,
      on,
      at: new Date(`${on}T08:00:00Z`),
    };
    const asked = {
      stays: stays.personId,
      goes: goes.personId,
      versions: { stays: stays.version, goes: goes.version },
    };
    return withOrganiser(db, organiser.id, async (reading) => {
      await lockImports(reading, null);
      return mergePersons(tx, asked, doer);
    });
  });
  expect(answer).toEqual({ ok: false, why: 'busy' });
});
